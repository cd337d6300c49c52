import type { Annotation, Placed } from '../../model/annotation.ts';
import { rangeOf } from '../../model/annotation.ts';
import type { Codebook } from '../../model/codebook.ts';
import type { Fault } from '../../model/fault.ts';
import type { PlacedTag, UncertainTag } from '../../model/tagged.ts';
import { inTree } from '../../model/themeTree.ts';
import { codersByText, lostAnnotations, type OnProgress } from '../annotations.ts';
import { chosenThemes, knownTexts } from '../digest.ts';
import { inOrder } from '../import/inOrder.ts';
import { type OnFault, placedBy, tolerating } from '../placed.ts';
import { codebookOrFault, type Project, resolver } from '../project.ts';
import {
  clashFaults,
  firstOfEachId,
  type LoadedText,
  listTexts,
  loadText,
  type TextEntry,
} from '../texts.ts';

/** What is counted. */
export interface FigureQuery {
  /** Ids or names; empty: all that are not merged away, and those that the codebook does not know. */
  themes: readonly string[];
  withChildren?: boolean | undefined;
  /** Ids of transcripts; empty: all. */
  texts: readonly string[];
  /** Absent: everybody. */
  coder?: string | undefined;
  keyOnly?: boolean | undefined;
  /** Tagged on this day or later, ISO 8601. */
  since?: string | undefined;
}

/** A theme as figures name it; `mark` is `?` for an id that the codebook does not know. */
export interface FigureTheme {
  id: string;
  name: string;
  mark: string;
  depth: number;
}

export interface FigureText {
  id: string;
  title: string;
  speaker: string | null;
  date: string | null;
  paragraphs: number;
  /** Code points. */
  length: number;
}

/** What figures are made of. */
export interface Gathered {
  /** In the order of the tree. */
  themes: FigureTheme[];
  /** By id, those without a tag included. */
  texts: FigureText[];
  /** Transcript by transcript in text order. */
  tags: PlacedTag[];
  uncertain: UncertainTag[];
  /** One for each file that could not be read. */
  faults: Fault[];
}

/** Takes a transcript that was read with what is counted on it; it is not kept. */
export type OnText = (loaded: LoadedText, tags: readonly PlacedTag[]) => void;

/** So many transcripts are read while one is worked on. */
const AT_ONCE = 8;

/**
 * Reads the transcripts that are asked for with the annotations on them, found again as everywhere.
 * Memos without a theme are no tags. Throws a Fault for an unknown theme or transcript.
 */
export async function gatherFigures(
  project: Project,
  query: FigureQuery,
  onProgress?: OnProgress,
  onText: OnText = () => {},
): Promise<Gathered> {
  const { codebook, faults } = await codebookOrFault(project);
  const entries = await listTexts(project.root);
  const ids = await knownTexts(project, query.texts);
  const chosen = firstOfEachId(entries).filter(({ id }) => ids.length === 0 || ids.includes(id));
  faults.push(...clashFaults(chosen));
  const onFault: OnFault = fault => faults.push(fault);
  const found: Gathered = { themes: [], texts: [], tags: [], uncertain: [], faults };
  const takes = takerOf(codebook, query);
  const tagged = await codersByText(project, query.coder ?? null, onFault);
  let done = 0;
  const read = (entry: TextEntry) =>
    tolerating(onFault, () => readOn(project, entry, tagged, onFault));
  for await (const one of inOrder(chosen, AT_ONCE, read)) {
    if (one) collect(one, found, takes, onText);
    onProgress?.(++done, chosen.length);
  }
  if (ids.length === 0)
    for (const lost of await lostAnnotations(project, entries, query.coder, onFault))
      found.uncertain.push(...uncertainOf(lost, takes(lost)));
  found.themes = themesOf(codebook, query, found);
  return found;
}

interface ReadText {
  loaded: LoadedText;
  placed: readonly Placed[];
}

async function readOn(
  project: Project,
  entry: TextEntry,
  tagged: ReadonlyMap<string, readonly string[]>,
  onFault: OnFault,
): Promise<ReadText> {
  const loaded = await loadText(project.root, entry);
  return { loaded, placed: await placedBy(project, loaded, tagged.get(entry.id) ?? [], onFault) };
}

/** The theme that an annotation counts for; `null` where it is not to be counted. */
type Takes = (annotation: Annotation) => string | null;

function takerOf(codebook: Codebook, query: FigureQuery): Takes {
  const resolve = resolver(codebook);
  const wanted = query.themes.length === 0 ? null : idsOf(codebook, query);
  const { keyOnly = false, since } = query;
  return ({ theme, key, created }) => {
    if (theme === null || (keyOnly && !key) || (since !== undefined && created < since))
      return null;
    const id = resolve(theme);
    return wanted === null || wanted.has(id) ? id : null;
  };
}

const idsOf = (codebook: Codebook, query: FigureQuery): Set<string> =>
  new Set(chosenThemes(codebook, asked(query)).map(({ id }) => id));

const asked = ({ themes, withChildren = false }: FigureQuery) => ({ themes, withChildren });

function collect({ loaded, placed }: ReadText, found: Gathered, takes: Takes, onText: OnText) {
  const tags: PlacedTag[] = [];
  for (const one of placed) {
    const theme = takes(one.annotation);
    const tag = theme === null ? null : tagOf(loaded, one, theme);
    if (tag) tags.push(tag);
    else found.uncertain.push(...uncertainOf(one.annotation, theme));
  }
  for (const tag of tags) found.tags.push(tag);
  found.texts.push(textOf(loaded));
  onText(loaded, tags);
}

function uncertainOf({ id, text, coder }: Annotation, theme: string | null): UncertainTag[] {
  return theme === null ? [] : [{ id, text, theme, coder }];
}

function tagOf({ transcript, codePoints }: LoadedText, placed: Placed, theme: string) {
  const range = rangeOf(placed);
  if (!range) return null;
  const { id, text, coder, key } = placed.annotation;
  const { paragraphs } = transcript;
  const nearest = paragraphs.indexAt(range.start);
  const { first, last } = paragraphs.touchedBy(range.start, range.end) ?? {
    first: nearest,
    last: nearest,
  };
  const [start, end] = [codePoints.fromUtf16(range.start), codePoints.fromUtf16(range.end)];
  return { id, text, theme, coder, key, start, end, first, last };
}

function textOf({ transcript, codePoints }: LoadedText): FigureText {
  const { id, title, speaker, date, paragraphs, text } = transcript;
  return {
    id,
    title,
    speaker,
    date,
    paragraphs: paragraphs.count,
    length: codePoints.fromUtf16(text.length),
  };
}

function themesOf(codebook: Codebook, query: FigureQuery, found: Gathered): FigureTheme[] {
  const chosen = chosenThemes(codebook, asked(query));
  const known = inTree(chosen).map(({ theme: { id, name, mark }, depth }) => ({
    id,
    name,
    mark,
    depth,
  }));
  const ids = new Set(known.map(({ id }) => id));
  const strange = new Set([...found.tags, ...found.uncertain].map(({ theme }) => theme));
  const unknown = [...strange].filter(id => !ids.has(id)).sort();
  return [...known, ...unknown.map(id => ({ id, name: id, mark: '?', depth: 0 }))];
}
