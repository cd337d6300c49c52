import type { Annotation, Placed } from '../model/annotation.ts';
import type { Fault } from '../model/fault.ts';
import type { AnnotationRecord, CitedRecord } from '../model/record.ts';
import { inOrder } from './import/inOrder.ts';
import {
  cite,
  codersOf,
  lostRecord,
  type OnFault,
  pagesOf,
  placedBy,
  recordOf,
  tolerating,
} from './placed.ts';
import { codebookOrFault, type Project, resolver } from './project.ts';
import {
  clashFaults,
  findEntry,
  firstOfEachId,
  type LoadedText,
  listTexts,
  loadText,
  type TextEntry,
} from './texts.ts';

export interface AnnotationQuery {
  text?: string | undefined;
  /** Ids of themes, merges resolved; empty: all. */
  themes?: readonly string[];
  coder?: string | undefined;
  keyOnly?: boolean;
}

/** What a query found, and what could not be read: one Fault for each file left alone. */
export interface Found<T> {
  records: T[];
  faults: Fault[];
}

/** Called after each transcript; `done` of `total`. */
export type OnProgress = (done: number, total: number) => void;

/**
 * The annotations that a query asks for, transcript by transcript in text order, re-anchored. Those
 * whose transcript is gone come last, orphaned. A broken file is reported among `faults`; the rest
 * is still read.
 */
export async function findAnnotations(
  project: Project,
  query: AnnotationQuery,
  onProgress?: OnProgress,
  onLoaded: (loaded: LoadedText) => void = () => {},
): Promise<Found<CitedRecord>> {
  const entries = await listTexts(project.root);
  const chosen = query.text === undefined ? entries : [findEntry(entries, query.text)];
  const { codebook, faults } = await codebookOrFault(project);
  faults.push(...clashFaults(chosen));
  const collector: Collector = { resolve: resolver(codebook), records: [], faults };
  const coder = query.coder ?? null;
  const tagged = await codersByText(project, coder, fault => faults.push(fault));
  const read = firstOfEachId(chosen).filter(({ id }) => tagged.has(id));
  let done = chosen.length - read.length;
  for await (const one of inOrder(read, AT_ONCE, entry => readOn(project, entry, tagged))) {
    collect(one, collector, onLoaded);
    onProgress?.(++done, chosen.length);
  }
  if (query.text === undefined) await collectLost(project, entries, query.coder, collector);
  const records = collector.records.filter(record => matches(record, query));
  return { records, faults };
}

interface Collector extends Found<CitedRecord> {
  resolve: (id: string) => string;
}

/** So many transcripts are read while one is worked on: the disk need not wait. */
const AT_ONCE = 8;

/** A transcript with the annotations on it, and what could not be read of them. */
interface ReadText {
  loaded: LoadedText | null;
  placed: Placed[];
  faults: Fault[];
}

async function readOn(
  project: Project,
  entry: TextEntry,
  tagged: ReadonlyMap<string, readonly string[]>,
): Promise<ReadText> {
  const faults: Fault[] = [];
  const onFault: OnFault = fault => faults.push(fault);
  const loaded = await tolerating(onFault, () => loadText(project.root, entry));
  const coders = tagged.get(entry.id) ?? [];
  const placed = loaded ? await placedBy(project, loaded, coders, onFault) : [];
  return { loaded, placed, faults };
}

function collect(
  { loaded, placed, faults }: ReadText,
  collector: Collector,
  onLoaded: (loaded: LoadedText) => void,
): void {
  collector.faults.push(...faults);
  if (!loaded) return;
  onLoaded(loaded);
  for (const one of placed)
    collector.records.push(cite(loaded, recordOf(loaded, one, collector.resolve)));
}

/** Who has a page on which transcript, by the transcript's id: the others need not be read. */
export async function codersByText(
  project: Project,
  coder: string | null,
  onFault: OnFault,
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const one of await codersOf(project, coder)) {
    for (const text of await pagesOf(project, one, onFault)) {
      const coders = found.get(text);
      if (coders) coders.push(one);
      else found.set(text, [one]);
    }
  }
  return found;
}

async function collectLost(
  project: Project,
  entries: readonly TextEntry[],
  coder: string | undefined,
  { resolve, records, faults }: Collector,
): Promise<void> {
  const lost = await lostAnnotations(project, entries, coder, fault => faults.push(fault));
  for (const annotation of lost) records.push(uncited(annotation, resolve));
}

/** The annotations on transcripts that are not there any more. */
export async function lostAnnotations(
  project: Project,
  entries: readonly TextEntry[],
  coder: string | undefined,
  onFault: OnFault,
): Promise<Annotation[]> {
  const known = new Set(entries.map(entry => entry.id));
  const lost: Annotation[] = [];
  for (const one of await codersOf(project, coder ?? null)) {
    for (const text of await pagesOf(project, one, onFault)) {
      if (known.has(text)) continue;
      const page = await tolerating(onFault, () => project.store.readPage(one, text));
      lost.push(...(page?.annotations ?? []));
    }
  }
  return lost;
}

const uncited = (annotation: Annotation, resolve: (id: string) => string): CitedRecord => ({
  ...lostRecord(annotation, resolve),
  title: annotation.text,
  speaker: null,
  date: null,
  source: null,
  turn: null,
  time: null,
  page: null,
});

function matches(record: AnnotationRecord, { themes, keyOnly }: AnnotationQuery): boolean {
  if (themes && themes.length > 0 && (record.theme === null || !themes.includes(record.theme)))
    return false;
  return !keyOnly || record.key;
}

/** A transcript by id, with its file read. Throws a Fault for an unknown or unreadable one. */
export async function textById(
  project: Project,
  id: string,
): Promise<{ entry: TextEntry; loaded: LoadedText }> {
  const entry = findEntry(await listTexts(project.root), id);
  return { entry, loaded: await loadText(project.root, entry) };
}
