import { type Placed, rangeOf } from '../model/annotation.ts';
import { type Codebook, effectiveTheme, type Theme } from '../model/codebook.ts';
import { coOccurrences, type Nearness, onceEach, type Stretch } from '../model/coOccurrence.ts';
import type { TextSummary } from '../model/library.ts';
import { type Passage, passageOf } from '../model/passage.ts';
import { themeMatrix } from '../model/themeMatrix.ts';
import { type CodebookRow, codebookRows } from './codebookRows.ts';
import { sortedTexts } from './libraryTexts.ts';
import type { MatrixCell, MatrixLayer } from './matrixLayer.ts';
import type { ReaderState } from './state.ts';

/** How near themes may be asked to stand, in the order in which the key goes through them. */
export const NEARNESSES: readonly { near: Nearness; words: string }[] = [
  { near: 'overlap', words: 'overlapping' },
  { near: 'passage', words: 'on the same passage' },
  { near: { paragraphs: 0 }, words: 'in the same paragraph' },
  { near: { paragraphs: 1 }, words: 'within 1 paragraph' },
  { near: { paragraphs: 3 }, words: 'within 3 paragraphs' },
];

/** A passage with a theme and a certain place, as it is counted. */
export interface CountedPassage extends Stretch {
  passage: Passage;
}

/** What the page counts. */
export interface MatrixFigures {
  themes: readonly CodebookRow[];
  texts: readonly TextSummary[];
  counted: readonly CountedPassage[];
  /** Themed annotations whose place is not certain. */
  uncertain: number;
  /** Annotations with a theme that the codebook does not know: they are in no row. */
  unknown: number;
  /** Theme × transcript. */
  counts: readonly (readonly number[])[];
  /** Everybody with a tag, whoever is shown. */
  coders: readonly string[];
}

/** What figures were worked out from; they hold as long as all of it is the same. */
interface Basis {
  known: readonly Passage[] | null;
  placed: readonly Placed[] | null;
  codebook: Codebook;
  texts: readonly TextSummary[];
  sort: ReaderState['librarySort'];
  coder: string | null;
}

let last: { basis: Basis; figures: MatrixFigures } | null = null;

/** The figures of a state, for one coder or all. Worked out once, for every key and every frame asks. */
export function matrixFigures(state: ReaderState, coder: string | null): MatrixFigures {
  const basis: Basis = {
    known: state.passages.known,
    placed: state.reading?.placed ?? null,
    codebook: state.codebook,
    texts: state.library.texts,
    sort: state.librarySort,
    coder,
  };
  const isSame =
    last !== null &&
    Object.entries(basis).every(([key, value]) => last?.basis[key as keyof Basis] === value);
  if (!isSame || last === null) last = { basis, figures: figuresOf(state, coder) };
  return last.figures;
}

function figuresOf(state: ReaderState, coder: string | null): MatrixFigures {
  const passages = themedPassages(state);
  const own = passages.filter(({ placed }) => coder === null || placed.annotation.coder === coder);
  const placed = own.flatMap(one => countedOf(one, state.codebook));
  const themes = codebookRows(state.codebook).filter(({ theme }) => theme.status !== 'merged');
  const ids = new Set(themes.map(({ theme }) => theme.id));
  const counted = placed.filter(({ theme }) => ids.has(theme));
  const texts = sortedTexts(state);
  const { rows } = themeMatrix(
    themes.map(({ theme }) => theme.id),
    texts.map(({ id }) => id),
    counted,
  );
  return {
    themes,
    texts,
    counted,
    uncertain: own.length - placed.length,
    unknown: placed.length - counted.length,
    counts: rows.map(({ counts }) => counts),
    coders: [...new Set(passages.map(({ placed }) => placed.annotation.coder))].sort(),
  };
}

/** All passages with a theme: of the open transcript as they are now, of the others as they were read. */
function themedPassages({ reading, passages }: ReaderState): Passage[] {
  const known = passages.known ?? [];
  const elsewhere = reading
    ? known.filter(({ placed }) => placed.annotation.text !== reading.transcript.id)
    : known;
  const here = reading?.placed.map(one => passageOf(reading.transcript, one)) ?? [];
  return [...elsewhere, ...here].filter(({ placed }) => placed.annotation.theme !== null);
}

function countedOf(passage: Passage, codebook: Codebook): CountedPassage[] {
  const { placed, paragraph, lastParagraph } = passage;
  const { text, theme } = placed.annotation;
  const range = rangeOf(placed);
  if (range === null || theme === null || paragraph === null) return [];
  const last = lastParagraph ?? paragraph;
  return [
    { passage, text, theme: effectiveTheme(codebook, theme), ...range, first: paragraph, last },
  ];
}

const pairs = new WeakMap<MatrixFigures, Map<number, number[][]>>();

/** How often passages of two themes stand together, rows and columns as the figures' themes. */
export function pairCounts(figures: MatrixFigures, near: number): number[][] {
  const known = pairs.get(figures) ?? new Map<number, number[][]>();
  pairs.set(figures, known);
  const found =
    known.get(near) ??
    coOccurrences(
      figures.counted,
      figures.themes.map(({ theme }) => theme.id),
      nearnessAt(near),
    );
  known.set(near, found);
  return found;
}

const nearnessAt = (near: number): Nearness => NEARNESSES[near]?.near ?? 'overlap';

/** The passages of a theme, where coders agree once. */
export const passagesOnce = ({ counted }: MatrixFigures, theme: string): number =>
  onceEach(counted.filter(one => one.theme === theme)).length;

/** What the columns of a view are; the one behind them is for all of it. */
export function columnsOf(
  { view }: MatrixLayer,
  { themes, texts }: MatrixFigures,
): readonly (Theme | TextSummary)[] {
  return view === 'pairs' ? themes.map(({ theme }) => theme) : texts;
}

/** What the number at the cursor counts; `null` where there is none. */
export function cellAt(
  state: ReaderState,
  layer: MatrixLayer,
): { theme: string; cell: MatrixCell } | null {
  const figures = matrixFigures(state, layer.coder);
  const theme = figures.themes[layer.row]?.theme.id;
  if (theme === undefined) return null;
  const column = columnsOf(layer, figures)[layer.column]?.id ?? null;
  const { coder, view } = layer;
  if (view !== 'pairs') return { theme, cell: { text: column, coder, beside: null } };
  if (column === theme) return null;
  if (column === null) return { theme, cell: { text: null, coder, beside: null } };
  const near = nearnessAt(layer.near);
  const pairs = pairCounts(figures, layer.near)[layer.row]?.[layer.column] ?? 0;
  return { theme, cell: { text: null, coder, beside: { theme: column, near, pairs } } };
}
