import type { Range } from '../../src/model/annotation.ts';
import { proseOf, type Random } from './randomEdits.ts';
import type { TrackedText } from './trackedText.ts';

type Edit = (random: Random, tracked: TrackedText, range: Range) => void;

/** The bounds of the paragraphs that a range is in. */
function around(text: string, { start, end }: Range): Range {
  const before = text.lastIndexOf('\n\n', Math.max(0, start - 1));
  const after = text.indexOf('\n\n', end);
  return { start: before === -1 ? 0 : before + 2, end: after === -1 ? text.length : after };
}

const placeIn = (random: Random, { start, end }: Range): number =>
  start + random.below(Math.max(1, end - start));

/** The word at an offset, or the nearest one after it. */
function wordAt(text: string, offset: number): Range {
  const start = text.slice(0, offset).search(/\S*$/);
  const length = /^\s*\S+/.exec(text.slice(start))?.[0].length ?? 1;
  return { start, end: start + length };
}

function typoAt(random: Random, tracked: TrackedText, at: number): void {
  const letter = 'etaoinshrd'[random.below(10)] ?? 'e';
  const cut = random.below(2);
  tracked.replace(at, cut, cut === 1 && random.below(2) === 0 ? '' : letter);
}

function replaceWord(random: Random, tracked: TrackedText, at: number): void {
  const { start, end } = wordAt(tracked.text, at);
  tracked.replace(start, end - start, random.of(['altogether', 'some', 'new-found', 'it']));
}

const sentence = (random: Random) => `${proseOf(random, 1).trim()} `;

/** A place where a sentence may begin, at or before an offset. */
function sentenceStart(text: string, offset: number): number {
  const found = Math.max(text.lastIndexOf('. ', offset - 2), text.lastIndexOf('\n', offset - 1));
  if (found === -1) return 0;
  return text[found] === '\n' ? found + 1 : found + 2;
}

/** A stretch of whole paragraphs goes somewhere else, between two others. */
function moveParagraph(random: Random, tracked: TrackedText, range: Range): void {
  const { start, end } = around(tracked.text, range);
  const stretch = { start, end: Math.min(tracked.text.length, end + 2) };
  const gaps = [...tracked.text.matchAll(/\n\n/g)]
    .map(({ index }) => index + 2)
    .filter(at => at <= stretch.start || at >= stretch.end);
  if (gaps.length > 0) tracked.move(stretch, random.of(gaps));
}

/** New line ends: every space of the paragraphs around may become one, every line end a space. */
function reflow(random: Random, tracked: TrackedText, range: Range): void {
  const { start, end } = around(tracked.text, range);
  const width = 40 + random.below(40);
  let column = 0;
  for (let at = start; at < end; at++) {
    const letter = tracked.text[at];
    column = letter === '\n' ? 0 : column + 1;
    if (letter === '\n' && tracked.text[at + 1] !== '\n' && tracked.text[at - 1] !== '\n')
      tracked.replace(at, 1, ' ');
    else if (letter === ' ' && column > width) {
      tracked.replace(at, 1, '\n');
      column = 0;
    }
  }
}

/** Edits of known kinds. Each is made in a text whose passage, `range`, was tagged before. */
export const EDITS = {
  'typo in it': (random, tracked, range) => typoAt(random, tracked, placeIn(random, range)),
  'typo near it': (random, tracked, { start, end }) =>
    typoAt(
      random,
      tracked,
      random.of([Math.max(0, start - 1 - random.below(30)), end + random.below(30)]),
    ),
  'three typos': (random, tracked, range) => {
    const near = { start: Math.max(0, range.start - 20), end: range.end + 20 };
    for (let i = 0; i < 3; i++) typoAt(random, tracked, placeIn(random, near));
  },
  'word replaced': (random, tracked, range) => replaceWord(random, tracked, placeIn(random, range)),
  'words replaced': (random, tracked, range) => {
    const near = { start: Math.max(0, range.start - 30), end: range.end + 30 };
    for (let i = 0; i < 3; i++) replaceWord(random, tracked, placeIn(random, near));
  },
  'sentence before': (random, tracked, { start }) =>
    tracked.replace(sentenceStart(tracked.text, start), 0, sentence(random)),
  'sentence inside': (random, tracked, range) => {
    const at = wordAt(tracked.text, placeIn(random, range)).start;
    tracked.replace(Math.max(range.start, at), 0, sentence(random));
  },
  'sentence after': (random, tracked, { end }) => tracked.replace(end, 0, ` ${sentence(random)}`),
  'paragraph moved': moveParagraph,
  split: (random, tracked, range) => {
    const at = tracked.text.indexOf(' ', placeIn(random, range));
    if (at !== -1) tracked.replace(at, 1, '\n\n');
  },
  joined: (_random, tracked, range) => {
    const gaps = [around(tracked.text, range).start - 2, around(tracked.text, range).end];
    for (const gap of gaps.sort((a, b) => b - a))
      if (gap > 0 && gap < tracked.text.length - 2) tracked.replace(gap, 2, ' ');
  },
  'passage deleted': (_random, tracked, { start, end }) => tracked.replace(start, end - start, ''),
  'paragraph deleted': (_random, tracked, range) => {
    const { start, end } = around(tracked.text, range);
    tracked.replace(start, end + 2 - start, '');
  },
  'half of it deleted': (random, tracked, { start, end }) => {
    const half = Math.floor((end - start) / 2);
    tracked.replace(random.of([start, start + half]), half, '');
  },
  'passage rewritten': (random, tracked, { start, end }) =>
    tracked.replace(start, end - start, sentence(random).trim()),
  reflowed: reflow,
  'several of these': (random, tracked, range) => {
    const kinds = ['typo in it', 'typo near it', 'word replaced', 'sentence before'] as const;
    for (let i = 0; i < 3; i++) {
      const place = tracked.place ?? range;
      EDITS[random.of(kinds)](random, tracked, place);
    }
  },
} satisfies Record<string, Edit>;

export type EditKind = keyof typeof EDITS;
export const EDIT_KINDS = Object.keys(EDITS) as EditKind[];
