import { readFile } from 'node:fs/promises';
import { csvRows, isDigestCsv, type NumberedRow } from '../digest/read/csvRows.ts';
import { BrokenFile, Fault } from '../model/fault.ts';
import { inverse, type Step } from '../model/step.ts';
import { applyStep } from './applyStep.ts';
import { codebookOf, type Project } from './project.ts';
import { spreadsheetText } from './spreadsheetText.ts';
import { type ImportedAnnotations, Taking } from './takeRows.ts';
import type { LoadedText } from './texts.ts';

/**
 * The text of a digest as CSV, in UTF-8 or UTF-16; `null` for anything else, and for what cannot be
 * read. A digest is known by the columns that its first line names.
 */
export async function digestCsv(path: string): Promise<string | null> {
  if (!/\.(?:csv|tsv)$/i.test(path)) return null;
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return null;
  const text = spreadsheetText(bytes);
  return isDigestCsv(text) ? text : null;
}

/**
 * Brings the annotations of a digest as CSV into the project: same passage, theme, coder, memo, star
 * and id. Those that are there already are not doubled; a row that does not fit is refused and the
 * rest goes on. All of the rest is written or, where the disk refuses, nothing. Throws a BrokenFile
 * for what is no digest, a Fault if something cannot be read or written.
 */
export async function importAnnotations(
  project: Project,
  file: { path: string; text: string },
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<ImportedAnnotations> {
  const rows = rowsOf(file);
  const taking = new Taking(project, await codebookOf(project));
  for (const row of rows) await taking.take(row);
  if (!dryRun) await writeAll(project, taking);
  return taking.report;
}

function rowsOf({ path, text }: { path: string; text: string }): NumberedRow[] {
  try {
    return csvRows(text);
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('\n', 1)[0] ?? '') : String(cause);
    throw new BrokenFile(
      `${path} cannot be read as a digest: ${reason}. Give one that Marginalia made`,
      { file: path, cause },
    );
  }
}

/** Writes page after page; where one cannot be written, those before it are put back. */
async function writeAll(project: Project, { targets }: Taking): Promise<void> {
  const done: { step: Step; loaded: LoadedText }[] = [];
  try {
    for (const { coder, loaded, drafts } of targets.values()) {
      if (drafts.length === 0) continue;
      const edits = drafts.map(after => ({ before: null, after }));
      const pages = [{ text: loaded.transcript.id, edits }];
      const step: Step = { label: 'import', coder, themes: [], pages };
      const outcome = await applyStep(project, async () => loaded, step);
      if (outcome.kind === 'refused') throw new Fault(outcome.reason);
      done.push({ step: outcome.step, loaded });
    }
  } catch (cause) {
    for (const { step, loaded } of done.reverse())
      await applyStep(project, async () => loaded, inverse(step)).catch(() => undefined);
    throw cause;
  }
}
