import { compareText } from './annotation.ts';

/** A theme on a passage, as far as it matters for what it stands beside. */
export interface Stretch {
  theme: string;
  /** The transcript's id. */
  text: string;
  /** Half-open, in units that are the same for all stretches of a transcript. */
  start: number;
  end: number;
  /** Indexes of the paragraphs that it touches, both included. */
  first: number;
  last: number;
}

/**
 * When two passages count as together: their bounds are equal, they share a character, or no more than
 * so many paragraphs lie from the one to the other (0: they touch a paragraph in common).
 */
export type Nearness = 'passage' | 'overlap' | { paragraphs: number };

/** Most paragraphs that may lie between: further apart nothing is together. */
export const FURTHEST = 100;

/** What was typed as a nearness: `passage`, `overlap`, `paragraph` or a number; `null` for other words. */
export function nearnessOf(word: string): Nearness | null {
  if (word === 'passage' || word === 'overlap') return word;
  if (word === 'paragraph') return { paragraphs: 0 };
  const paragraphs = Number(word);
  return /^\d+$/.test(word) && paragraphs <= FURTHEST ? { paragraphs } : null;
}

/**
 * How often a passage of one theme is together with a passage of another: a square, rows and columns as
 * `themes`, the diagonal 0. Each pair of passages counts once, and a passage on which several coders
 * agree is one. Stretches of other themes are passed over. Costs O(n log n + pairs found).
 */
export function coOccurrences(
  stretches: readonly Stretch[],
  themes: readonly string[],
  near: Nearness,
): number[][] {
  const places = new Map(themes.map((theme, place) => [theme, place]));
  const square = themes.map(() => themes.map(() => 0));
  const known = stretches.filter(({ theme }) => places.has(theme));
  for (const [a, b] of meetings(onceEach(known), near)) {
    const [one, other] = [places.get(a.theme) ?? 0, places.get(b.theme) ?? 0];
    raise(square[one], other);
    raise(square[other], one);
  }
  return square;
}

function raise(row: number[] | undefined, place: number): void {
  if (row) row[place] = (row[place] ?? 0) + 1;
}

/** The first of the stretches with equal theme and bounds: the passages of each theme. */
export function onceEach<T extends Stretch>(stretches: readonly T[]): T[] {
  const found = new Map<string, T>();
  for (const one of stretches) {
    const name = `${one.start} ${one.end} ${one.text}\n${one.theme}`;
    if (!found.has(name)) found.set(name, one);
  }
  return [...found.values()];
}

/** Every two stretches of different themes that are together, in text order. */
export function* meetings<T extends Stretch>(
  stretches: readonly T[],
  near: Nearness,
): Generator<[T, T]> {
  const { begins, reaches, meet } = rulesOf(near);
  const inOrder = stretches.toSorted(
    (a, b) => compareText(a.text, b.text) || begins(a) - begins(b),
  );
  let open: T[] = [];
  for (const one of inOrder) {
    open = open.filter(other => other.text === one.text && reaches(other) >= begins(one));
    for (const other of open) if (other.theme !== one.theme && meet(other, one)) yield [other, one];
    open.push(one);
  }
}

interface Rules {
  begins(one: Stretch): number;
  /** The last place at which what begins there may still be together with it. */
  reaches(one: Stretch): number;
  meet(a: Stretch, b: Stretch): boolean;
}

function rulesOf(near: Nearness): Rules {
  const begins = ({ start }: Stretch) => start;
  if (near === 'passage')
    return { begins, reaches: begins, meet: (a, b) => a.start === b.start && a.end === b.end };
  if (near === 'overlap') return { begins, reaches: ({ end }) => end - 1, meet: () => true };
  const reaches = ({ last }: Stretch) => last + near.paragraphs;
  return { begins: ({ first }) => first, reaches, meet: () => true };
}
