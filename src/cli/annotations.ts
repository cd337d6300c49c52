import { findTheme } from '../model/codebook.ts';
import { Fault } from '../model/fault.ts';
import type { AnnotationRecord, CitedRecord } from '../model/record.ts';
import { findAnnotations } from '../project/annotations.ts';
import { codebookOrFault, type Project } from '../project/project.ts';
import { annotationLines } from './annotationLines.ts';
import type { Session } from './session.ts';

export interface AnnotationsOptions {
  /** Ids or names. */
  theme: readonly string[];
  keyOnly?: boolean;
}

/** `annotations [TEXT]`: what has been tagged, in text order. */
export async function annotations(
  session: Session,
  text: string | undefined,
  options: AnnotationsOptions,
): Promise<number> {
  const project = await session.project();
  const coder = await session.coderFilter();
  const { codebook } = await codebookOrFault(project);
  const themes = options.theme.map(word => themeId(codebook, word));
  const query = { text, themes, coder, keyOnly: options.keyOnly ?? false };
  const { records, faults } = await session.counting('texts', onProgress =>
    findAnnotations(project, query, onProgress),
  );
  if (session.options.json) await session.printJson({ annotations: records.map(shape) });
  else if (records.length > 0)
    await session.print(await annotationLines(session, records, codebook.themes));
  else await session.say(await nothingWords(project, coder));
  await session.complain(faults);
  return session.status;
}

/** The id of a theme; one that the codebook does not know may still be on annotations. */
function themeId(codebook: Parameters<typeof findTheme>[0], word: string): string {
  const theme = findTheme(codebook, word);
  if (!theme) throw new Fault(`${word}: no such theme. "marginalia themes" lists them`);
  return theme.id;
}

/** The `--json` shape of design section 3: what citing adds belongs to digests. */
export function shape(record: AnnotationRecord | CitedRecord): AnnotationRecord {
  const { id, text, theme, coder, paragraphs, start, end, quote, memo, key } = record;
  const { created, modified, anchor } = record;
  return {
    id,
    text,
    theme,
    coder,
    paragraphs,
    start,
    end,
    quote,
    memo,
    key,
    created,
    modified,
    anchor,
  };
}

async function nothingWords(project: Project, coder: string | undefined): Promise<string> {
  const coders = coder === undefined ? [] : await project.store.coders();
  if (coder === undefined || coders.includes(coder)) return 'No annotations';
  const there = coders.length > 0 ? `There are ${coders.join(', ')}` : 'Nobody has tagged yet';
  return `No annotations: no coder ${coder}. ${there}`;
}
