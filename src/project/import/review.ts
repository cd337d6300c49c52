import { type Ends, withEnds } from '../../importing/choice.ts';
import type { ImportedBlock } from '../../importing/imported.ts';
import { sentencesOf } from '../../model/sentences.ts';
import { idProblem, typedDate } from './typed.ts';

export type ReviewBlock = ImportedBlock;

/** What is decided about an import before it is written. Every function here makes a new one. */
export interface Review {
  blocks: readonly ReviewBlock[];
  /** The transcripts to be made of the blocks, in order; the first begins at 0. */
  parts: readonly ReviewPart[];
}

export interface ReviewPart {
  /** The index of its first block. */
  from: number;
  meta: ReviewMeta;
}

export const META_FIELDS = ['title', 'speaker', 'date', 'source', 'id'] as const;
export type MetaField = (typeof META_FIELDS)[number];
/** `null` where nothing is known; an id that is `null` follows from the title. */
export type ReviewMeta = Readonly<Record<MetaField, string | null>>;

/** A change, or in a few words why it cannot be. */
export type Change = Review | string;

/** Why blocks are left out that the user leaves out. */
export const BY_HAND = 'by hand';
const BEYOND: readonly [string, string] = ['before the first', 'after the last'];

/** The index of the part that a block belongs to. */
export const partAt = ({ parts }: Review, index: number): number =>
  parts.findLastIndex(({ from }) => from <= index);

/** Where a part begins and ends: indexes of blocks, half-open. */
export function partRange({ blocks, parts }: Review, part: number): { start: number; end: number } {
  return { start: parts[part]?.from ?? 0, end: parts[part + 1]?.from ?? blocks.length };
}

export function partBlocks(review: Review, part: number): readonly ReviewBlock[] {
  const { start, end } = partRange(review, part);
  return review.blocks.slice(start, end);
}

/** How many blocks are kept and left out. */
export function countsOf(blocks: readonly ReviewBlock[]): { kept: number; out: number } {
  const kept = blocks.filter(({ drop }) => drop === null).length;
  return { kept, out: blocks.length - kept };
}

/** Leaves a kept block out, or keeps one that was left out. */
export function keepOrDrop(review: Review, index: number): Change {
  const one = review.blocks[index];
  if (!one) return 'there is no paragraph';
  return replaced(review, index, 1, { ...one, drop: one.drop === null ? BY_HAND : null });
}

/** One block of two: the words of both, kept if either was. */
export function joinNext(review: Review, index: number): Change {
  const [one, next] = [review.blocks[index], review.blocks[index + 1]];
  if (!one || !next) return 'there is no next paragraph';
  if (partAt(review, index) !== partAt(review, index + 1)) return 'another transcript begins there';
  const isMixedHeading = one.kind === 'heading' && next.kind !== 'heading';
  return replaced(review, index, 2, {
    ...one,
    ...(isMixedHeading ? { kind: 'paragraph' as const, level: 0 } : {}),
    text: `${one.text}${seam(one, next)}${labelled(next, one)}`,
    drop: one.drop === null || next.drop === null ? null : one.drop,
  });
}

/** Chinese and Japanese have no space between sentences. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;

function seam(one: ReviewBlock, next: ReviewBlock): string {
  if (one.kind === 'table' || next.kind === 'table') return '\n';
  const last = Array.from(one.text.slice(-2)).at(-1) ?? '';
  const first = Array.from(next.text.slice(0, 2))[0] ?? '';
  return UNSPACED.test(last) && UNSPACED.test(first) ? '' : ' ';
}

/** The words of a block behind another: who speaks stays, if that is somebody else. */
const labelled = ({ speaker, text }: ReviewBlock, before: ReviewBlock): string =>
  speaker === null || speaker === before.speaker ? text : `${speaker}: ${text}`;

/** Two blocks of one, the second from a UTF-16 offset of its words on; what follows a heading is text. */
export function splitAt(review: Review, index: number, offset: number): Change {
  const one = review.blocks[index];
  if (!one) return 'there is no paragraph';
  const [front, back] = [one.text.slice(0, offset).trimEnd(), one.text.slice(offset).trimStart()];
  if (front === '' || back === '') return 'there is nothing to split off';
  const isHeading = one.kind === 'heading';
  const second: ReviewBlock = {
    ...one,
    ...(isHeading ? { kind: 'paragraph', level: 0 } : {}),
    text: back,
    speaker: null,
    time: null,
  };
  return replaced(review, index, 1, { ...one, text: front }, second);
}

/** Where a block can be split, as UTF-16 offsets: where its sentences begin, and its words. */
export function splitPlaces(text: string): { sentences: number[]; words: number[] } {
  const sentences = sentencesOf(text, { start: 0, end: text.length }).map(({ start }) => start);
  const words = Array.from(text.matchAll(/(?<=\S)\s+(?=\S)/gu), at => at.index + at[0].length);
  const first = text.length - text.trimStart().length;
  return { sentences: sentences.filter(start => start > first), words };
}

/** The transcript at a block begins with it, or ends with it; what lies beyond goes. */
export function markEnd(review: Review, index: number, end: keyof Ends): Change {
  const part = partAt(review, index);
  const { start } = partRange(review, part);
  const own = partBlocks(review, part);
  const ends = { from: null, to: null, [end]: index - start };
  const marked = withEnds(own, ends, BEYOND).map((one, i) => same(one, own[i]));
  return { ...review, blocks: review.blocks.toSpliced(start, own.length, ...marked) };
}

const same = (one: ReviewBlock, before: ReviewBlock | undefined): ReviewBlock =>
  before && before.drop === one.drop ? before : one;

/** Another transcript begins at a block, or no longer does. Its speaker, date and source are those of the one before. */
export function beginOrNot(review: Review, index: number): Change {
  if (index === 0) return 'the first transcript begins here';
  const part = partAt(review, index);
  const there = review.parts[part];
  if (!there || !review.blocks[index]) return 'there is no paragraph';
  if (there.from === index) return { ...review, parts: review.parts.toSpliced(part, 1) };
  const added = { from: index, meta: { ...there.meta, title: titleAt(review, index), id: null } };
  return { ...review, parts: review.parts.toSpliced(part + 1, 0, added) };
}

function titleAt({ blocks, parts }: Review, index: number): string | null {
  const { kind, text } = blocks[index] ?? { kind: 'paragraph', text: '' };
  if (kind === 'heading') return text.replace(/\s+/g, ' ');
  const title = parts[0]?.meta.title ?? null;
  return title === null ? null : `${title} (${partAt({ blocks, parts }, index) + 2})`;
}

/** A transcript with a field as it was typed; empty: it is not known. */
export function withField(review: Review, part: number, field: MetaField, typed: string): Change {
  const there = review.parts[part];
  if (!there) return 'there is no such transcript';
  const words = typed.trim().normalize('NFC');
  const date = field === 'date' && words !== '' ? typedDate(words) : words;
  if (date === null) return `${words}: no date, or one of two. Write 2021-07-14`;
  const problem = field === 'id' && words !== '' ? idProblem(words) : null;
  if (problem !== null) return problem;
  const value = date === '' ? null : date;
  if (value === there.meta[field]) return review;
  const changed = { ...there, meta: { ...there.meta, [field]: value } };
  return { ...review, parts: review.parts.with(part, changed) };
}

/** Other blocks in the place of some; the parts behind them move along. */
function replaced(
  { blocks, parts }: Review,
  index: number,
  count: number,
  ...others: ReviewBlock[]
): Review {
  const by = others.length - count;
  return {
    blocks: blocks.toSpliced(index, count, ...others),
    parts:
      by === 0
        ? parts
        : parts.map(one => (one.from > index ? { ...one, from: one.from + by } : one)),
  };
}
