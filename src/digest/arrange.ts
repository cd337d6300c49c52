import { compareText } from '../model/annotation.ts';
import type { Theme } from '../model/codebook.ts';
import type { CitedRecord } from '../model/record.ts';
import type { DigestInput, DigestText } from './input.ts';

/** An annotation whose passage is certain enough to be quoted: exact, shifted or similar. */
export type QuotedRecord = CitedRecord & { start: number; end: number; quote: string };

/** One stretch of a transcript as a document draws it: once, with the tags of all who agree on its bounds. */
export interface Passage {
  /** Index into the digest's texts, from 0. */
  text: number;
  /** Code points, half-open, of the text as it is now. */
  start: number;
  end: number;
  quote: string;
  paragraphs: number[];
  /** At least one of its tags marks a key quotation. */
  key: boolean;
  /** At least one of its tags was found by likeness only. */
  similar: boolean;
  /** Who speaks there, where the text names them by turns. */
  turn: string | null;
  /** By coder, then id; of one theme, but where passages are drawn once for all themes. */
  tags: QuotedRecord[];
}

/** What a digest says of one theme. */
export interface ThemePart {
  theme: Theme;
  /** Each coder's annotation by itself: key quotations first, then by transcript and position. */
  tags: QuotedRecord[];
  /** The same, with equal bounds drawn together. */
  passages: Passage[];
  /** Tags for each of the digest's texts. */
  counts: number[];
  /** Annotations whose passage is ambiguous or orphaned. */
  leftOut: number;
  /** Passages of this theme that are drawn with an earlier theme. */
  drawnBefore: number;
}

/** A memo without a theme; `passage` is `null` for one on the whole transcript. */
export interface Note {
  text: number;
  record: CitedRecord;
  passage: Passage | null;
}

/** A digest in its final order, whatever the format. */
export interface Arranged {
  parts: ThemePart[];
  notes: Note[];
  /** Of all parts and notes together. */
  leftOut: number;
}

/**
 * Puts the annotations in order. Passages that are not certain are left out and counted; so are those
 * of a transcript that is not among the digest's texts, for they cannot be cited.
 */
export function arrange(input: DigestInput): Arranged {
  const order = new Map(input.texts.map((text, index) => [text.id, index]));
  const byTheme = Map.groupBy(input.records, record => record.theme);
  const parts = input.themes.map(theme => {
    const all = byTheme.get(theme.id) ?? [];
    const records = input.options.keyOnly ? all.filter(record => record.key) : all;
    return themePart(theme, records, order, input.texts);
  });
  if (input.options.once) drawOnceForAll(parts);
  const memos = input.options.notes ? (byTheme.get(null) ?? []) : [];
  const notes = memos.flatMap(record => noteOf(record, order)).sort(inNoteOrder);
  const leftOut = parts.reduce((sum, part) => sum + part.leftOut, memos.length - notes.length);
  return { parts, notes, leftOut };
}

type TextOrder = ReadonlyMap<string, number>;

function themePart(
  theme: Theme,
  records: readonly CitedRecord[],
  order: TextOrder,
  texts: readonly DigestText[],
): ThemePart {
  const certain = records.flatMap(record => quotedOf(record, order));
  const counts = texts.map(() => 0);
  for (const { text } of certain) counts[text] = (counts[text] ?? 0) + 1;
  return {
    theme,
    tags: certain.sort(inTagOrder).map(({ record }) => record),
    passages: drawnOnce(certain).sort(inTagOrder),
    counts,
    leftOut: records.length - certain.length,
    drawnBefore: 0,
  };
}

/** A passage of several themes stands with the first of them, and has the tags of all. */
function drawOnceForAll(parts: ThemePart[]): void {
  const first = new Map<string, Passage>();
  for (const part of parts) {
    const own = part.passages.filter(passage => {
      const name = `${passage.text} ${passage.start} ${passage.end}`;
      const known = first.get(name);
      if (known) Object.assign(known, joined(known, passage));
      else first.set(name, passage);
      return !known;
    });
    part.drawnBefore = part.passages.length - own.length;
    part.passages = own;
  }
}

/** A certain annotation with the place of its transcript among the digest's texts. */
interface Quoted extends Bounds {
  record: QuotedRecord;
  text: number;
  key: boolean;
}

function quotedOf(record: CitedRecord, order: TextOrder): Quoted[] {
  const text = order.get(record.text);
  if (text === undefined || !isQuoted(record)) return [];
  const { start, end, key } = record;
  return [{ record, text, start, end, key }];
}

function isQuoted(record: CitedRecord): record is QuotedRecord {
  return record.start !== null && record.end !== null && record.quote !== null;
}

/** The passages of some annotations, those with equal bounds as one. */
function drawnOnce(quoted: readonly Quoted[]): Passage[] {
  const passages = new Map<string, Passage>();
  for (const one of quoted.toSorted((a, b) => byCoder(a.record, b.record))) {
    const bounds = `${one.text} ${one.start} ${one.end}`;
    const known = passages.get(bounds);
    passages.set(bounds, known ? joined(known, passageOf(one)) : passageOf(one));
  }
  return [...passages.values()];
}

function passageOf({ record, text, start, end, key }: Quoted): Passage {
  const { quote, paragraphs, anchor } = record;
  const similar = anchor.kind === 'similar';
  const { turn } = record;
  return { text, start, end, quote, paragraphs, key, similar, turn, tags: [record] };
}

const joined = (one: Passage, other: Passage): Passage => ({
  ...one,
  key: one.key || other.key,
  similar: one.similar || other.similar,
  tags: [...one.tags, ...other.tags],
});

/** A memo on a passage that is certain, or on the whole transcript; nothing for the others. */
function noteOf(record: CitedRecord, order: TextOrder): Note[] {
  const text = order.get(record.text);
  if (text === undefined) return [];
  const [quoted] = quotedOf(record, order);
  if (quoted) return [{ text, record, passage: passageOf(quoted) }];
  return record.quote === null ? [{ text, record, passage: null }] : [];
}

interface Bounds {
  start: number;
  end: number;
}

const WHOLE: Bounds = { start: -1, end: -1 };

/** By transcript, the memos on the whole of it first, then by position. */
const inNoteOrder = (a: Note, b: Note): number =>
  a.text - b.text ||
  byBounds(a.passage ?? WHOLE, b.passage ?? WHOLE) ||
  byCoder(a.record, b.record);

/** Key quotations first, then by transcript and position; equal bounds by coder. */
function inTagOrder(a: Quoted | Passage, b: Quoted | Passage): number {
  const order = Number(b.key) - Number(a.key) || a.text - b.text || byBounds(a, b);
  return order === 0 && 'record' in a && 'record' in b ? byCoder(a.record, b.record) : order;
}

const byBounds = (a: Bounds, b: Bounds) => a.start - b.start || a.end - b.end;

const byCoder = (a: CitedRecord, b: CitedRecord) =>
  compareText(a.coder, b.coder) || compareText(a.id, b.id);
