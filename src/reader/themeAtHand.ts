import { type Theme, themeById } from '../model/codebook.ts';
import { annotationsAt, markedIn, themesAt } from './layout/marks.ts';
import { pickerItems } from './pickerItems.ts';
import type { ReaderState } from './state.ts';

/**
 * The theme at hand: the one at the picker's cursor, else the coder's first on the current paragraph,
 * else the last that was put on.
 */
export function themeAtHand(state: ReaderState): Theme | null {
  const { layer, reading, codebook, coder, lastTheme } = state;
  if (layer?.kind === 'picker') {
    const item = pickerItems(codebook, layer.query)[layer.cursor];
    if (item?.kind === 'theme') return item.theme;
  }
  const here = reading
    ? annotationsAt(markedIn(reading.transcript, reading.placed), reading.place.current)
    : [];
  const own = themesAt(here, codebook, coder).find(one => one.own);
  return own?.theme ?? (lastTheme === null ? null : (themeById(codebook, lastTheme) ?? null));
}
