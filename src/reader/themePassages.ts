import { rangeOf } from '../model/annotation.ts';
import { effectiveTheme } from '../model/codebook.ts';
import { meetings } from '../model/coOccurrence.ts';
import { type Passage, passageOf } from '../model/passage.ts';
import type { PassagesLayer } from './layer.ts';
import { matrixFigures } from './matrixFigures.ts';
import type { MatrixCell } from './matrixLayer.ts';
import type { ReaderState } from './state.ts';

/** Passages as they were read from the disk, in the order of the library. */
export function inLibraryOrder({ library }: ReaderState, passages: readonly Passage[]): Passage[] {
  const ranks = new Map(library.texts.map(({ id }, rank) => [id, rank]));
  const rank = ({ placed }: Passage) => ranks.get(placed.annotation.text) ?? ranks.size;
  return passages.toSorted((a, b) => rank(a) - rank(b));
}

/**
 * The passages that count for a theme, everybody's, in the order of the library: of the open transcript
 * as they are now, of the others as they were read last.
 */
export function themePassages(state: ReaderState, theme: string): Passage[] {
  const { reading, codebook, passages } = state;
  const isOfIt = (id: string | null) => id !== null && effectiveTheme(codebook, id) === theme;
  const others = [...groups(passages.known ?? [])].flatMap(([id, group]) =>
    isOfIt(id) ? group : [],
  );
  if (!reading) return inLibraryOrder(state, others);
  const { transcript, placed } = reading;
  const here = placed
    .filter(({ annotation }) => isOfIt(annotation.theme))
    .map(one => passageOf(transcript, one));
  const elsewhere = others.filter(one => one.placed.annotation.text !== transcript.id);
  return inLibraryOrder(state, [...elsewhere, ...here]);
}

/** The passages that a number of the matrix counts, in the order of the library. */
export function passagesOfCell(
  state: ReaderState,
  theme: string,
  { text, coder, beside }: MatrixCell,
): Passage[] {
  const { counted } = matrixFigures(state, coder);
  const themes = beside ? [theme, beside.theme] : [theme];
  const chosen = counted.filter(
    one => themes.includes(one.theme) && (text === null || one.text === text),
  );
  if (!beside)
    return inLibraryOrder(
      state,
      chosen.map(({ passage }) => passage),
    );
  const together = new Set([...meetings(chosen, beside.near)].flat());
  const listed = chosen
    .filter(one => together.has(one))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  return inLibraryOrder(
    state,
    listed.map(({ passage }) => passage),
  );
}

/** What the page lists: in a split only what is the coder's own to change. */
export function passagesIn(state: ReaderState, layer: PassagesLayer): Passage[] {
  const { theme, split, cell } = layer;
  if (cell) return passagesOfCell(state, theme, cell);
  const all = themePassages(state, theme);
  return split ? all.filter(({ placed }) => placed.annotation.coder === state.coder) : all;
}

const MOST_EXAMPLES = 2;

/** Two passages that show what a theme means: key quotations first, then the coder's own. */
export function examplesOf(state: ReaderState, theme: string): Passage[] {
  const worth = ({ placed: { annotation } }: Passage) =>
    2 * Number(annotation.key) + Number(annotation.coder === state.coder);
  return themePassages(state, theme)
    .filter(({ placed }) => rangeOf(placed) !== null)
    .toSorted((a, b) => worth(b) - worth(a))
    .slice(0, MOST_EXAMPLES);
}

const known = new WeakMap<readonly Passage[], Map<string | null, Passage[]>>();

/** The passages by the id of their theme as it is stored; worked out once, for every frame asks. */
function groups(passages: readonly Passage[]): Map<string | null, Passage[]> {
  const found = known.get(passages);
  if (found) return found;
  const made = Map.groupBy(passages, ({ placed }) => placed.annotation.theme);
  known.set(passages, made);
  return made;
}
