import { readFile } from 'node:fs/promises';
import stringWidth from 'string-width';
import { readCodebookCsv, writeCodebookCsv } from '../exchange/codebookCsv.ts';
import { guidOf } from '../exchange/qdcNames.ts';
import { readQdc } from '../exchange/qdcRead.ts';
import { writeQdc } from '../exchange/qdcWrite.ts';
import { changeCodebook } from '../model/changeCodebook.ts';
import type { Codebook } from '../model/codebook.ts';
import { BrokenFile, Fault, systemReason } from '../model/fault.ts';
import { type IncomingTheme, type MergedCodebook, mergeCodebook } from '../model/mergeCodebook.ts';
import { starterCodebook } from '../model/starterCodebook.ts';
import { visibleLine } from '../model/visible.ts';
import { exportFile } from '../store/atomicWrite.ts';
import { codebookFileText, parseCodebook } from '../store/codebookFile.ts';
import { refuseOwnFile } from './ownFiles.ts';
import type { Project } from './project.ts';

export const CODEBOOK_FORMATS = ['json', 'qdc', 'csv'] as const;
export type CodebookFormat = (typeof CODEBOOK_FORMATS)[number];

/** The format that a file's ending names; `null` for another one. */
export const formatOfFile = (file: string): CodebookFormat | null =>
  CODEBOOK_FORMATS.find(format => file.toLowerCase().endsWith(`.${format}`)) ?? null;

/** A codebook as the text of a file. Throws a Fault where a `.qdc` would hold no code. */
export function renderCodebook(codebook: Codebook, format: CodebookFormat): string {
  if (format === 'json') return codebookFileText(codebook);
  if (format === 'csv') return writeCodebookCsv(codebook.themes);
  if (codebook.themes.every(theme => theme.status === 'merged'))
    throw new Fault('no theme to export, and a .qdc needs one. "marginalia themes add" makes one');
  return writeQdc(codebook.themes);
}

/** Writes it whole or not at all, not among the project's own files; a file that is there is replaced. */
export async function writeCodebookFile(
  project: Project,
  codebook: Codebook,
  format: CodebookFormat,
  path: string,
): Promise<void> {
  await refuseOwnFile(project, path);
  await exportFile(path, renderCodebook(codebook, format));
}

/**
 * Brings the themes of a file into the codebook, under its lock. Throws a BrokenFile for one that
 * cannot be read, a Fault if the disk refuses; then nothing was written.
 */
export async function importCodebook(
  project: Project,
  path: string,
  format: CodebookFormat,
  replace: boolean,
): Promise<Omit<MergedCodebook, 'edits'>> {
  const { themes, notes } = readThemes(path, await bytesOf(path), format);
  let merged: MergedCodebook | undefined;
  await project.store.changeCodebook(found => {
    const codebook = found ?? starterCodebook;
    merged = mergeCodebook(
      codebook,
      themes.map(theme => ({ ...theme, ...ourId(codebook, theme, format) })),
      replace,
    );
    const outcome = changeCodebook(codebook, merged.edits);
    if (outcome.kind === 'refused') throw new Fault(outcome.reason);
    return outcome.codebook;
  });
  const { added = 0, changed = 0, notes: done = [] } = merged ?? {};
  return { added, changed, notes: [...notes, ...done] };
}

interface ReadThemes {
  themes: IncomingTheme[];
  notes: string[];
}

function readThemes(path: string, bytes: Uint8Array, format: CodebookFormat): ReadThemes {
  const read = format === 'json' ? ownFormat(bytes) : otherFormat(path, bytes, format);
  if (read.kind === 'refused') throw new BrokenFile(`${path} ${read.problem}`, { file: path });
  const notes = [...read.notes];
  const themes = read.themes.map(({ mark, ...theme }) => {
    if (mark === undefined || isMark(mark)) return mark === undefined ? theme : { ...theme, mark };
    notes.push(`${theme.name}: its mark is not one cell wide, another one is taken`);
    return theme;
  });
  return { themes, notes };
}

const isMark = (mark: string): boolean => stringWidth(mark) === 1 && visibleLine(mark) === mark;

function ownFormat(bytes: Uint8Array) {
  const read = parseCodebook(bytes);
  if (read.kind === 'refused') return read;
  const themes = read.codebook.themes.map(theme => ({ ...theme, ref: theme.id }));
  return { kind: 'themes' as const, themes, notes: [] };
}

function otherFormat(path: string, bytes: Uint8Array, format: 'qdc' | 'csv') {
  const text = decoded(path, bytes);
  return format === 'qdc' ? readQdc(text) : readCodebookCsv(text);
}

/** A code that stands for a theme of ours, whatever it is called there. */
function ourId(
  { themes }: Codebook,
  theme: IncomingTheme,
  format: CodebookFormat,
): { id?: string } {
  if (format !== 'qdc') return {};
  const ours = themes.find(({ id }) => guidOf(id) === theme.ref);
  return ours ? { id: ours.id } : {};
}

async function bytesOf(path: string): Promise<Uint8Array> {
  return readFile(path).catch((cause: unknown) => {
    throw new Fault(`${path}: ${systemReason(cause)}. Give a .json, .qdc or .csv file`, {
      file: path,
      cause,
    });
  });
}

/** UTF-8, or UTF-16 where a byte order mark says so. */
function decoded(path: string, bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new BrokenFile(`${path} is not ${encoding.toUpperCase()}: save it as UTF-8`, {
      file: path,
      cause,
    });
  }
}
