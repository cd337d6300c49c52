import { anchor } from '../anchoring/anchor.ts';
import {
  type Annotation,
  inTextOrder,
  isDoubtful,
  type Placed,
  type Range,
  rangeOf,
} from '../model/annotation.ts';
import { Fault } from '../model/fault.ts';
import { pageAt } from '../model/pages.ts';
import type { AnnotationRecord, CitedRecord } from '../model/record.ts';
import type { Page } from '../store/store.ts';
import { keptAnchor } from './keptAnchors.ts';
import { inPieces } from './pieces.ts';
import type { Project } from './project.ts';
import type { LoadedText } from './texts.ts';

/** The coders whose work is asked for: one, or everybody in code unit order. */
export async function codersOf(project: Project, coder: string | null): Promise<string[]> {
  return coder === null ? project.store.coders() : [coder];
}

/** Told of a file that was passed over. */
export type OnFault = (fault: Fault) => void;

/** Reads on after a file that cannot be read: its Fault goes to `onFault`; other errors are thrown. */
export async function tolerating<T>(onFault: OnFault, read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (cause) {
    if (!(cause instanceof Fault)) throw cause;
    onFault(cause);
    return null;
  }
}

/** The ids of the transcripts on which a coder has a page; none where the folder cannot be read. */
export async function pagesOf(
  project: Project,
  coder: string,
  onFault: OnFault,
): Promise<string[]> {
  return (await tolerating(onFault, () => project.store.pages(coder))) ?? [];
}

const rethrow: OnFault = fault => {
  throw fault;
};

/**
 * The annotations on one transcript with their places in it as it is now, in text order. A coder's
 * file that cannot be read is passed over where somebody takes its Fault, else thrown.
 */
export async function placedOn(
  project: Project,
  loaded: LoadedText,
  coder: string | null,
  onFault: OnFault = rethrow,
): Promise<Placed[]> {
  return placedBy(project, loaded, await codersOf(project, coder), onFault);
}

/** The same of these coders: who reads many transcripts need not look for the coders at each. */
export async function placedBy(
  project: Project,
  loaded: LoadedText,
  coders: readonly string[],
  onFault: OnFault,
): Promise<Placed[]> {
  const placed: Placed[] = [];
  for (const one of coders) {
    const { id } = loaded.transcript;
    const page = await tolerating(onFault, () => project.store.readPage(one, id));
    if (!page) continue;
    const found = await inPieces(page.annotations, annotation => place(loaded, page, annotation));
    placed.push(...(await withKept(project, one, found)));
  }
  return placed.sort(inTextOrder);
}

/** What a coder keeps as it is on purpose is marked so. A file of decisions that cannot be read says nothing. */
export async function withKept(
  project: Project,
  coder: string,
  placed: readonly Placed[],
): Promise<readonly Placed[]> {
  if (!placed.some(isDoubtful)) return placed;
  const ids = await tolerating(
    () => undefined,
    () => project.store.readKept(coder),
  );
  const kept = new Set(ids ?? []);
  return placed.map(one => (kept.has(one.annotation.id) ? { ...one, kept: true } : one));
}

/** Finds one annotation's passage again. A selector is never rewritten by reading. */
export function place(
  loaded: LoadedText,
  page: Pick<Page, 'sha256'>,
  annotation: Annotation,
): Placed {
  if (annotation.selector === null) return { annotation, anchor: null };
  const { selector } = annotation;
  const subject = { text: loaded.transcript.text, codePoints: loaded.codePoints };
  const unchanged = page.sha256 === loaded.sha256;
  const find = () => anchor(subject, selector, { unchanged });
  return { annotation, anchor: unchanged ? find() : keptAnchor(loaded, selector, find) };
}

/** The numbers of the paragraphs that a placed passage touches, from 1. */
export function paragraphsOf(loaded: LoadedText, placed: Placed): number[] {
  const range = rangeOf(placed);
  return range ? paragraphsTouched(loaded, range) : [];
}

/** The numbers of the paragraphs that a range touches (UTF-16, half-open), from 1. */
export function paragraphsTouched({ transcript }: LoadedText, { start, end }: Range): number[] {
  const touched = transcript.paragraphs.touchedBy(start, end);
  if (!touched) return [];
  return Array.from({ length: touched.last - touched.first + 1 }, (_, i) => touched.first + i + 1);
}

/** The `--json` shape of an annotation. `resolve` follows merges of themes. */
export function recordOf(
  loaded: LoadedText,
  placed: Placed,
  resolve: (id: string) => string,
): AnnotationRecord {
  const { annotation, anchor: found } = placed;
  const range = rangeOf(placed);
  const { codePoints, transcript } = loaded;
  return {
    ...plainRecord(annotation, resolve),
    paragraphs: paragraphsOf(loaded, placed),
    start: range && codePoints.fromUtf16(range.start),
    end: range && codePoints.fromUtf16(range.end),
    quote: range
      ? transcript.text.slice(range.start, range.end)
      : (annotation.selector?.exact ?? null),
    anchor: { kind: found?.kind ?? 'exact', score: found?.kind === 'similar' ? found.score : null },
  };
}

/** The record of an annotation whose transcript is missing or cannot be read: orphaned, and kept. */
export function lostRecord(
  annotation: Annotation,
  resolve: (id: string) => string,
): AnnotationRecord {
  return {
    ...plainRecord(annotation, resolve),
    paragraphs: [],
    start: null,
    end: null,
    quote: annotation.selector?.exact ?? null,
    anchor: { kind: 'orphaned', score: null },
  };
}

function plainRecord(annotation: Annotation, resolve: (id: string) => string) {
  const { id, text, theme, coder, memo, key, created, modified } = annotation;
  return {
    id,
    text,
    theme: theme === null ? null : resolve(theme),
    coder,
    memo,
    key,
    created,
    modified,
  };
}

/** A record with what a reader needs to cite it. */
export function cite(loaded: LoadedText, record: AnnotationRecord): CitedRecord {
  const { title, speaker, date, source, paragraphs, fields } = loaded.transcript;
  const [n] = record.paragraphs;
  const { speaker: turn, time } = n === undefined ? NOWHERE : paragraphs.at(n - 1);
  const page = n === undefined ? null : pageAt(fields.pages, n);
  return { ...record, title, speaker, date, source, turn, time, page };
}

const NOWHERE = { speaker: null, time: null };
