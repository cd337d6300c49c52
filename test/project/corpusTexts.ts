import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readTranscript } from '../../src/model/transcript.ts';
import { importIn } from '../cli/imports.ts';
import { makeProject } from '../support/project.ts';

/** A text of the corpora as it stands in `texts/` once it is imported. */
export interface CorpusText {
  name: string;
  content: string;
}

/** What tells of the files beside them, and no text. */
const NOT_A_TEXT = /(?:^|\/)(?:SOURCES\.txt|README\.md|LICENSE(?:\.md)?|NOTICE|source\.html)$/;

/**
 * The texts that `marginalia import` makes of the files of a folder, by their paths: every `step`-th of
 * those with one of the endings. Files that it refuses, and those without a paragraph, are left out.
 */
export async function corpusTexts(
  folder: string,
  endings: RegExp,
  step: number,
): Promise<CorpusText[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => endings.test(name) && !NOT_A_TEXT.test(name))
    .sort()
    .filter((_, n) => n % step === 0);
  const texts: CorpusText[] = [];
  for (const name of files) {
    using project = makeProject({});
    await importIn(project, [join(folder, name), '--keep-all', '--id', 'a']);
    if (!project.has('texts/a.md') && !project.has('texts/a.txt')) continue;
    const content = project.read(project.has('texts/a.md') ? 'texts/a.md' : 'texts/a.txt');
    if (readTranscript('a.md', content).paragraphs.count > 0) texts.push({ name, content });
  }
  return texts;
}
