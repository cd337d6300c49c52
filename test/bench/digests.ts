import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { cleanEnvironment } from '../support/environment.ts';
import { makeProject, REPOSITORY, type TestProject } from '../support/project.ts';
import { heavyItem } from './heavy.ts';
import { memoryIn, TELL_MEMORY } from './memory.ts';
import type { Measure } from './table.ts';

const MAIN = join(REPOSITORY, 'dist/main.js');
const THEMES = ['state-threats', 'erwt', 'prevent-referrals', 'encryption'];
const SENTENCE = 'Paragraph of a text, in which something is said about it and about them. ';

/** Texts of `each` paragraphs, every one of them tagged. */
export function studyOf(texts: number, each: number): TestProject {
  const files: Record<string, string> = {};
  const pages: Record<string, unknown> = {};
  for (let n = 0; n < texts; n++) {
    const paragraphs = Array.from(
      { length: each },
      (_, i) => `${n}.${i} ${SENTENCE.repeat(1 + (i % 3)).trim()}`,
    );
    const text = paragraphs.join('\n\n');
    files[`text-${n}.txt`] = text;
    pages[`bench/text-${n}.json`] = pageOf(`text-${n}`, text, paragraphs, n);
  }
  return makeProject(files, pages);
}

function pageOf(id: string, text: string, paragraphs: readonly string[], n: number) {
  let start = 0;
  const items = paragraphs.map((paragraph, i) => {
    const from = start;
    start += paragraph.length + 2;
    const theme = THEMES[i % THEMES.length] ?? '';
    return heavyItem({
      text,
      id,
      start: from,
      end: from + paragraph.length,
      theme,
      n: n * paragraphs.length + i,
    });
  });
  const sha256 = createHash('sha256').update(text).digest('hex');
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:uuid:00000000-0000-5000-8000-${String(n).padStart(12, '0')}`,
    type: 'AnnotationPage',
    marginalia: { version: 1, text: id, sha256 },
    items,
  };
}

/** Milliseconds that a call takes, and the most memory it has held, in megabytes. */
function measured({ folder }: TestProject, command: string, args: readonly string[]) {
  const env = cleanEnvironment();
  const from = performance.now();
  const { status, stderr, error } = spawnSync(command, args, {
    cwd: folder,
    env,
    maxBuffer: 1 << 30,
    encoding: 'utf8',
  });
  if (error || status !== 0) return null;
  return { time: performance.now() - from, megabytes: memoryIn(stderr) / 1024 };
}

/** Every format of a digest of a study so large, and what pandoc makes of its Markdown. */
export function digests(
  runs: number,
  texts = 1_000,
  each = 100,
): { rows: Measure[]; words: string } {
  using project = studyOf(texts, each);
  const formats = ['md', 'html', 'csv', 'json', 'txt', 'docx'];
  const rows: Measure[] = formats.map((format, i) => ({
    name: `digest as ${format}`,
    times: [],
    ...(i > 0 && { against: 'digest as md' }),
  }));
  const pandoc: Measure = { name: 'pandoc: md into HTML', times: [], against: 'digest as html' };
  let most = 0;
  for (let run = 0; run < runs; run++) {
    for (const [i, format] of formats.entries()) {
      const args = ['--import', TELL_MEMORY, MAIN, 'digest', '--out', `d.${format}`, '--quiet'];
      const made = measured(project, process.execPath, args);
      if (!made) throw new Error(`no digest as ${format}`);
      rows[i]?.times.push(made.time);
      if (format === 'md') most = Math.max(most, made.megabytes);
    }
    const theirs = measured(project, 'pandoc', [
      '-f',
      'gfm',
      '-t',
      'html',
      '-s',
      '-o',
      'p.html',
      'd.md',
    ]);
    if (theirs) pandoc.times.push(theirs.time);
  }
  const [markdown] = rows;
  const seconds = Math.min(...(markdown?.times ?? [])) / 1000;
  const words = `${texts * each} annotations on ${texts} texts as Markdown: ${seconds.toFixed(1)} s at best (aim 3 s), ${Math.round(most)} MB at most (aim 500 MB)\n`;
  return { rows: pandoc.times.length > 0 ? [...rows, pandoc] : rows, words };
}
