import { type Placed, type Range, rangeOf } from '../model/annotation.ts';
import { type Codebook, type Theme, themeById } from '../model/codebook.ts';
import type { Paragraph } from '../model/paragraphs.ts';
import { selectedRange } from '../model/selection.ts';
import { settingOf } from '../model/settings.ts';
import type { Transcript } from '../model/transcript.ts';
import type { KeyCommand } from './keymap/keymap.ts';
import type { Scope } from './keymap/scopes.ts';
import { keyFor } from './keymap/shown.ts';
import { layerRoom } from './layerRooms.ts';
import { blockOf } from './layout/block.ts';
import { isRightToLeft } from './layout/direction.ts';
import { drawerRows, type Geometry, geometryOf, type Size } from './layout/geometry.ts';
import { annotationsAt, beginsIn, type Marked, markedIn } from './layout/marks.ts';
import { type Heights, type Place, settle } from './layout/scroll.ts';
import type { ReaderState, ReadingState } from './state.ts';

/** What follows from the state, for the reducer and the views alike. Nothing here changes anything. */

/** Where keys mean what, at this moment. */
export const scopeOf = (state: ReaderState): Scope =>
  state.layer === null ? pageScope(state) : layerRoom(state.layer).scope(state.layer);

function pageScope({ page, reading }: ReaderState): Scope {
  if (page === 'library' || reading === null) return 'library';
  if (reading.selection !== null) return 'select';
  return reading.search === null ? 'reading' : 'search';
}

/** The first key that a command has on the page, under whatever lies over it; empty where it has none. */
export const keyOnPage = (state: ReaderState, command: KeyCommand): string =>
  keyFor(state.keymap, pageScope(state), command);

/** What stands in the field that is open; empty where none is. */
export const typedValue = ({ layer }: ReaderState): string =>
  layer === null ? '' : layerRoom(layer).typed(layer);

/** Rows that the open drawer takes, its rule included; 0 where none is open. */
export function drawerHeight({ layer, size }: ReaderState): number {
  const wanted = layer === null ? 0 : layerRoom(layer).rows(layer, size);
  return wanted === 0 ? 0 : drawerRows(size, wanted);
}

export interface ReadingLayout {
  geometry: Geometry;
  heights: Heights;
  marked: Marked;
  /** The view, settled so that the current paragraph is in sight over an open drawer. */
  place: Place;
}

const turned = new WeakMap<Transcript, boolean>();

/** Beside a text that runs from right to left no memo stands: a terminal would turn both round as one. */
function geometryFor(transcript: Transcript, size: Size, drawer: number): Geometry {
  const geometry = geometryOf(size, drawer);
  const known = turned.get(transcript) ?? isRightToLeft(transcript.text);
  turned.set(transcript, known);
  return known ? { ...geometry, notes: null } : geometry;
}

const PANEL_ROWS = 8;

/** Rows that the panel with a theme's rule takes under the text; 0 where it is off or stands in the margin. */
export function panelRows({ settings, size, layer, reading }: ReaderState): number {
  if (!reading || layer !== null || !settingOf(settings, 'panel')) return 0;
  const hasMargin = geometryFor(reading.transcript, size, 0).notes !== null;
  return hasMargin ? 0 : drawerRows(size, PANEL_ROWS);
}

/** How the open transcript is laid out; with `drawer` 0, as it is without any layer. */
export function layoutOf(
  state: ReaderState,
  reading: ReadingState,
  drawer = drawerHeight(state),
): ReadingLayout {
  const rows = drawer || panelRows(state);
  const geometry = geometryFor(reading.transcript, state.size, rows);
  const marked = markedIn(reading.transcript, reading.placed);
  const { transcript } = reading;
  const heights: Heights = {
    count: transcript.paragraphs.count,
    only: reading.filter?.shown,
    of: index => blockOf(transcript, index, geometry, hasMemo(reading, marked, index)).height,
    area: geometry.area - geometry.blank,
  };
  return { geometry, heights, marked, place: settle(heights, reading.place) };
}

/** Whether a memo is to be shown with a paragraph: those of passages that begin in it. */
export const hasMemo = (reading: ReadingState, marked: Marked, index: number): boolean =>
  memosAt(reading, marked, index).length > 0;

export function memosAt(reading: ReadingState, marked: Marked, index: number): readonly Placed[] {
  const here = annotationsAt(marked, index);
  if (here.length === 0) return here;
  const paragraph = reading.transcript.paragraphs.at(index);
  return here.filter(one => one.annotation.memo !== null && beginsIn(one, paragraph));
}

/** The paragraph that keys act on; `null` in an empty text. */
export function currentParagraph({ transcript, place }: ReadingState): Paragraph | null {
  return transcript.paragraphs.count === 0 ? null : transcript.paragraphs.at(place.current);
}

/** What is selected; `null` where nothing is, and keys act on the paragraph. */
export function selectionOf({ selection, transcript }: ReadingState): Range | null {
  const range = selection && selectedRange(transcript.text, selection);
  return range && range.start < range.end ? range : null;
}

/** The annotations that `x`, `m` and `*` act on: one's own with equal bounds, else the shortest that touches. */
export function targetsOf(reading: ReadingState, coder: string, range: Range): readonly Placed[] {
  const own = touchedBy(reading, range).filter(one => one.annotation.coder === coder);
  const equal = own.filter(one => sameRange(rangeOf(one), range));
  if (equal.length > 0) return equal;
  const lengths = own.map(lengthOf);
  const shortest = Math.min(...lengths);
  return own.filter((_, i) => lengths[i] === shortest);
}

/** The annotations that share a character with a range, in text order. */
export function touchedBy(reading: ReadingState, range: Range): readonly Placed[] {
  const touched = reading.transcript.paragraphs.touchedBy(range.start, range.end);
  const marked = markedIn(reading.transcript, reading.placed);
  const found = new Set<Placed>();
  for (let index = touched?.first ?? 0; index <= (touched?.last ?? -1); index++)
    for (const one of annotationsAt(marked, index)) found.add(one);
  return [...found].filter(one => {
    const place = rangeOf(one);
    return place !== null && place.start < range.end && place.end > range.start;
  });
}

const lengthOf = (placed: Placed): number => {
  const range = rangeOf(placed);
  return range ? range.end - range.start : Number.POSITIVE_INFINITY;
};

/** The coder's own annotation of a theme with exactly these bounds, merges followed. */
export function equalTag(
  reading: ReadingState,
  codebook: Codebook,
  coder: string,
  theme: string,
  range: Range,
): Placed | undefined {
  return touchedBy(reading, range).find(({ annotation, anchor }) => {
    if (annotation.coder !== coder || annotation.theme === null) return false;
    const id = themeById(codebook, annotation.theme)?.id ?? annotation.theme;
    return id === theme && sameRange(rangeOf({ annotation, anchor }), range);
  });
}

const sameRange = (a: Range | null, b: Range): boolean =>
  a !== null && a.start === b.start && a.end === b.end;

/** The pinned themes in the order of their digits. */
export const pinnedThemes = ({ themes }: Codebook): Theme[] =>
  themes
    .filter(theme => theme.status === 'active' && theme.key !== null)
    .sort((a, b) => (a.key ?? 0) - (b.key ?? 0));
