import { chooseRecords } from '../digest/choose.ts';
import type { DigestInput, DigestText } from '../digest/input.ts';
import { compareText } from '../model/annotation.ts';
import { type Codebook, findTheme, type Theme, themeById } from '../model/codebook.ts';
import { Fault } from '../model/fault.ts';
import type { CitedRecord } from '../model/record.ts';
import { findAnnotations, type OnProgress } from './annotations.ts';
import { codebookOf, type Project } from './project.ts';
import { findEntry, firstOfEachId, type LoadedText, listTexts, loadText } from './texts.ts';

export interface DigestQuery {
  /** Ids or names of themes; empty: all that are not merged away. */
  themes: readonly string[];
  /** With the themes under them. */
  withChildren?: boolean;
  match?: 'any' | 'all';
  /** Ids or names of themes that must not be on overlapping words. */
  not?: readonly string[];
  /** Ids of transcripts; empty: all. */
  texts?: readonly string[];
  /** Names of coders; empty: everybody. */
  coders?: readonly string[];
  title?: string | undefined;
  /** Tagged on this day or later, ISO 8601. */
  since?: string | undefined;
  keyOnly?: boolean;
  notes?: boolean;
  groupBy?: 'theme' | 'text' | 'speaker';
  /** What orders the transcripts: their dates, or their titles. */
  order?: 'date' | 'text';
  once?: boolean;
  withoutMemos?: boolean;
  withoutTable?: boolean;
}

/** Everything that a renderer needs, and a Fault for each file that could not be read. */
export interface GatheredDigest {
  input: DigestInput;
  faults: Fault[];
  /** The themes of annotations that no theme of the codebook has the id of, while all themes are asked for. */
  unknown: string[];
}

/** What digests are gathered from: annotations with their places, and the transcripts they are on. */
export interface DigestStock {
  records: readonly CitedRecord[];
  texts: ReadonlyMap<string, DigestText>;
  faults: readonly Fault[];
}

/** Reads everything that a digest can be made of, or what is on one transcript or of one coder. */
export async function readStock(
  project: Project,
  only: { text?: string | undefined; coder?: string | undefined } = {},
  onProgress?: OnProgress,
): Promise<DigestStock> {
  const texts = new Map<string, DigestText>();
  const { records, faults } = await findAnnotations(project, only, onProgress, loaded =>
    texts.set(loaded.transcript.id, textOf(loaded)),
  );
  return { records, texts, faults };
}

/**
 * Collects the passages of a digest, from `stock` where that was read already. Throws a Fault for an
 * unknown theme or transcript.
 */
export async function gatherDigest(
  project: Project,
  query: DigestQuery,
  onProgress?: OnProgress,
  stock?: DigestStock,
): Promise<GatheredDigest> {
  const codebook = await codebookOf(project);
  const themes = chosenThemes(codebook, query);
  const { coders = [], match = 'any', not = [], since = null, notes = false } = query;
  const texts = await knownTexts(project, query.texts ?? []);
  // Where one transcript is asked for, the others need not be read.
  const text = texts.length === 1 ? texts[0] : undefined;
  const coder = coders.length === 1 ? coders[0] : undefined;
  const read = stock ?? (await readStock(project, { text, coder }, onProgress));
  const { records, faults } = read;
  const chosen = chooseRecords(ofCoders(records, coders), {
    themes: themes.map(theme => theme.id),
    match,
    not: not.map(word => themeNamed(codebook, word).id),
    texts,
    since,
    notes,
  });
  const { cited, faults: unread } = await citedTexts(
    project,
    new Set(chosen.map(record => record.text)),
    query.order ?? 'date',
    read.texts,
  );
  const { keyOnly = false, groupBy = 'theme', once = false } = query;
  const { withoutMemos = false, withoutTable = false } = query;
  const title = query.title ?? `Digest of ${project.name}`;
  const options = { keyOnly, notes, groupBy, once, withoutMemos, withoutTable };
  return {
    input: { title, themes, records: chosen, texts: cited, options },
    faults: [
      ...faults,
      ...unread.filter(fault => !faults.some(known => known.file === fault.file)),
    ],
    unknown: query.themes.length > 0 ? [] : unknownThemes(codebook, records),
  };
}

const unknownThemes = (codebook: Codebook, records: readonly CitedRecord[]): string[] => [
  ...new Set(
    records.flatMap(({ theme }) => (theme === null || themeById(codebook, theme) ? [] : [theme])),
  ),
];

/** Everybody's where nobody is named. */
const ofCoders = (records: readonly CitedRecord[], coders: readonly string[]) =>
  coders.length === 0 ? records : records.filter(record => coders.includes(record.coder));

/**
 * The themes that are asked for, in codebook order; all that are not merged away where none is named.
 * Throws a Fault for an unknown one.
 */
export function chosenThemes(
  codebook: Codebook,
  { themes, withChildren }: Pick<DigestQuery, 'themes' | 'withChildren'>,
): Theme[] {
  if (themes.length === 0) return codebook.themes.filter(theme => theme.status !== 'merged');
  const chosen = new Set(themes.map(word => themeNamed(codebook, word).id));
  for (let before = -1; withChildren && before < chosen.size; ) {
    before = chosen.size;
    for (const { id, parent, status } of codebook.themes)
      if (parent !== null && chosen.has(parent) && status !== 'merged') chosen.add(id);
  }
  return codebook.themes.filter(theme => chosen.has(theme.id));
}

/** The ids as they are in the project. Throws a Fault for one that is not there. */
export async function knownTexts(project: Project, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const entries = await listTexts(project.root);
  return ids.map(id => findEntry(entries, id).id);
}

/** A theme by id or name. Throws a Fault for one that is not there. */
export function themeNamed(codebook: Codebook, word: string): Theme {
  const theme = findTheme(codebook, word);
  if (!theme) throw new Fault(`${word}: no such theme. "marginalia themes" lists them`);
  return theme;
}

/** A transcript as a digest names it. */
function textOf({ transcript, codePoints, sha256 }: LoadedText): DigestText {
  const { id, title, speaker, date, source, text } = transcript;
  return { id, title, speaker, date, source, sha256, length: codePoints.fromUtf16(text.length) };
}

/** The transcripts that are quoted, by date and then by id, or by title. */
async function citedTexts(
  project: Project,
  ids: ReadonlySet<string>,
  order: 'date' | 'text',
  known: ReadonlyMap<string, DigestText>,
) {
  const texts: DigestText[] = [];
  const faults: Fault[] = [];
  for (const entry of firstOfEachId(await listTexts(project.root))) {
    if (!ids.has(entry.id)) continue;
    try {
      texts.push(known.get(entry.id) ?? textOf(await loadText(project.root, entry)));
    } catch (cause) {
      if (!(cause instanceof Fault)) throw cause;
      faults.push(cause);
    }
  }
  const place = (one: (typeof texts)[number]) =>
    (order === 'text' ? one.title : one.date) ?? '\uFFFF';
  texts.sort((a, b) => compareText(place(a), place(b)) || compareText(a.id, b.id));
  return { cited: texts, faults };
}
