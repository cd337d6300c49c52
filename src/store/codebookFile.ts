import {
  type Codebook,
  emptyCodebook,
  THEME_COLOURS,
  THEME_MARKS,
  type Theme,
} from '../model/codebook.ts';
import { changeData, type Keeping, readData } from './dataFile.ts';
import type { FileFormat } from './jsonFile.ts';
import { codebookPaths } from './paths.ts';
import { readJson } from './readJson.ts';
import { type CodebookData, checkCodebook, type ThemeData } from './schema.ts';
import { codebookText, oneLine } from './serialise.ts';
import { FORMAT_VERSION, newerWords, versionOf } from './versions.ts';

const format: FileFormat<CodebookData> = { check: checkCodebook, serialise: codebookText };

/** The codebook; `null` if there is none. Throws BrokenFile and Fault. */
export async function readCodebook(keeping: Keeping): Promise<Codebook | null> {
  const data = await readData(keeping, codebookPaths(keeping.annotations), format);
  return data && codebookOf(data);
}

/**
 * Changes the codebook; `change` gets `null` if there is none, and may be called several times.
 * Fields from other programs stay where a theme keeps its id. Nothing is written if nothing changed.
 * Throws Locked, BrokenFile and Fault, and what `change` throws.
 */
export async function changeCodebook(
  keeping: Keeping,
  change: (codebook: Codebook | null) => Codebook,
): Promise<Codebook> {
  const paths = codebookPaths(keeping.annotations);
  const file = { paths, format, empty: dataOf(emptyCodebook, null) };
  const data = await changeData(keeping, file, (old, exists) => {
    const changed = dataOf(change(exists ? codebookOf(old) : null), exists ? old : null);
    return exists && oneLine(changed) === oneLine(old) ? old : changed;
  });
  return codebookOf(data);
}

const codebookOf = ({ version, themes }: CodebookData): Codebook => ({
  version,
  themes: themes.map(themeOf),
});

/** A theme as the program knows it; what a codebook written by hand leaves out gets a plain value. */
function themeOf(theme: ThemeData, index: number): Theme {
  return {
    id: theme.id,
    name: theme.name,
    definition: theme.definition ?? '',
    include: theme.include ?? '',
    exclude: theme.exclude ?? '',
    memo: theme.memo ?? '',
    colour: theme.colour ?? inTurn(THEME_COLOURS, index),
    mark: theme.mark ?? inTurn(THEME_MARKS, index),
    key: theme.key ?? null,
    patterns: [...(theme.patterns ?? [])],
    parent: theme.parent ?? null,
    status: theme.status ?? 'active',
    mergedInto: theme.mergedInto ?? null,
  };
}

const inTurn = (choices: readonly string[], index: number): string =>
  choices[index % choices.length] ?? '';

/** The data to write: known fields from the codebook, all others from what is on the disk. */
function dataOf(codebook: Codebook, old: CodebookData | null): CodebookData {
  const known = new Map(old?.themes.map(theme => [theme.id, theme]));
  const themes = codebook.themes.map((theme, index) => {
    const stored = known.get(theme.id);
    // As it would be read in its new place: a colour that its place alone gave it is written down.
    return stored ? withChanges(stored, themeOf(stored, index), theme) : orderedTheme(theme);
  });
  return { ...old, version: FORMAT_VERSION, themes };
}

/** The stored theme with those fields changed that differ from what it is read as. */
function withChanges(stored: ThemeData, was: Theme, theme: Theme): ThemeData {
  const before = new Map<string, unknown>(Object.entries(was));
  const changes = Object.entries(orderedTheme(theme)).filter(
    ([field, value]) => oneLine(value) !== oneLine(before.get(field)),
  );
  return { ...stored, ...Object.fromEntries(changes) };
}

/** The fields that belong on the disk, in the order they have there. */
const orderedTheme = (theme: Theme): ThemeData => ({ ...themeOf({ ...theme }, 0) });

/** A codebook file that lies elsewhere: the codebook, or why it cannot be read, in words after its name. */
export function parseCodebook(
  bytes: Uint8Array,
): { kind: 'codebook'; codebook: Codebook } | { kind: 'refused'; problem: string } {
  const json = readJson(bytes);
  if (json.kind === 'broken') return { kind: 'refused', problem: json.problem };
  const version = versionOf('codebook', json.data) ?? 0;
  // Its themes are to become ours: what only a newer version knows of them would be lost.
  if (version > FORMAT_VERSION) return { kind: 'refused', problem: newerWords(version) };
  const checked = checkCodebook(json.data);
  return checked.kind === 'refused'
    ? { kind: 'refused', problem: checked.problem }
    : { kind: 'codebook', codebook: codebookOf(checked.data) };
}

/** The text of a codebook file: the same codebook gives the same text. */
export const codebookFileText = (codebook: Codebook): string =>
  codebookText(dataOf(codebook, null));
