import { activeThemes, type Theme } from '../model/codebook.ts';
import { type Fuzzy, fuzzyFind } from './fuzzy.ts';
import type { Binding, Group } from './keymap/binding.ts';
import { bindingsOf, type KeyCommand } from './keymap/keymap.ts';
import { keysWords } from './keymap/shown.ts';
import type { LayerOf } from './layer.ts';
import { scopeOf } from './select.ts';
import type { ReaderState } from './state.ts';

/** What the palette can do. `id` tells it from the others, for those that were used last. */
export type PaletteItem = { id: string; words: string; keys: string } & (
  | { kind: 'command'; binding: Binding<KeyCommand>; key: string }
  | { kind: 'theme'; theme: Theme }
  | { kind: 'paragraph'; n: number }
  | { kind: 'text'; text: string }
);

/** The state under the palette: what it was opened over, as it was. */
export const belowPalette = (state: ReaderState, layer: LayerOf<'palette'>): ReaderState => ({
  ...state,
  layer: layer.below,
});

/**
 * Everything that can be done on the page below, and the transcripts that can be opened: what fits what
 * is typed, best first; what was used last first while nothing is. A number is a paragraph to go to.
 */
export function paletteItems(
  state: ReaderState,
  layer: LayerOf<'palette'>,
  typed: string,
): readonly Fuzzy<PaletteItem>[] {
  const below = belowPalette(state, layer);
  const all = recentFirst(
    [...themeItems(below), ...commandItems(below), ...textItems(below)],
    state,
  );
  const found = fuzzyFind(all, item => item.words, typed);
  const paragraph = paragraphItem(below, typed);
  return paragraph ? [{ item: paragraph, matched: new Set() }, ...found] : found;
}

function recentFirst(items: PaletteItem[], { recent }: ReaderState): PaletteItem[] {
  const rank = ({ id }: PaletteItem) => {
    const at = recent.indexOf(id);
    return at === -1 ? recent.length : at;
  };
  return items.sort((a, b) => rank(a) - rank(b));
}

/** Digits stand as the themes that they put on; the palette is open already. */
const WITHOUT: ReadonlySet<KeyCommand> = new Set(['digit', 'palette']);

/** What one looks for by name comes before what the fingers know. */
const GROUPS: readonly Group[] = ['Tag', 'Find', 'Choose', 'Pages', 'Undo', 'Leave', 'Move'];

function commandItems(below: ReaderState): PaletteItem[] {
  const bindings = bindingsOf(below.keymap, scopeOf(below)).filter(
    ({ command, keys }) => !WITHOUT.has(command) && keys.length > 0,
  );
  return bindings
    .toSorted((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group))
    .map(binding => ({
      kind: 'command',
      id: `${binding.command} ${binding.does}`,
      words: wordsOf(binding),
      keys: keysWords(binding),
      binding,
      key: binding.keys[0] ?? '',
    }));
}

/** 'first' and 'last' say little without their table. */
const wordsOf = ({ group, does }: Binding<KeyCommand>): string =>
  group === 'Move' ? `go: ${does}` : does;

const isReading = ({ page, reading, layer }: ReaderState): boolean =>
  page === 'reading' && reading !== null && layer === null;

function themeItems(below: ReaderState): PaletteItem[] {
  if (!isReading(below)) return [];
  return activeThemes(below.codebook).map(theme => ({
    kind: 'theme',
    id: `theme ${theme.id}`,
    words: `tag with ${theme.name}`,
    keys: theme.key === null ? '' : String(theme.key),
    theme,
  }));
}

function textItems({ library, page, reading }: ReaderState): PaletteItem[] {
  const here = page === 'reading' ? reading?.transcript.id : undefined;
  return library.texts
    .filter(({ id }) => id !== here)
    .map(({ id, title }) => ({
      kind: 'text',
      id: `text ${id}`,
      words: `open ${title}`,
      keys: '',
      text: id,
    }));
}

function paragraphItem(below: ReaderState, typed: string): PaletteItem | null {
  const n = Number(typed.trim());
  const count = below.reading?.transcript.paragraphs.count ?? 0;
  if (!isReading(below) || !/^\d+$/.test(typed.trim()) || n < 1 || n > count) return null;
  return { kind: 'paragraph', id: `paragraph ${n}`, words: `go to ¶ ${n}`, keys: '', n };
}
