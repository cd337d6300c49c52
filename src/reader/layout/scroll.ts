import { nearestShown, rankOf, type Shown, withIndex } from './shown.ts';

/** What scrolling needs of a laid out text: how many paragraphs, and how high each is in rows. */
export interface Heights {
  /** Of all paragraphs, those that a filter hides included. */
  count: number;
  /** The paragraphs that are shown; absent: all. Indexes stay those of the text. */
  only?: Shown | undefined;
  /** Rows of a paragraph without the blank row behind it; at least 1. */
  of(index: number): number;
  /** Rows of the text area. */
  area: number;
}

/** What is on the screen: the first paragraph shown, and the rows of it that are scrolled away. */
export interface View {
  top: number;
  inner: number;
}

/** The current paragraph and the view on it. Indexes from 0. */
export interface Place extends View {
  current: number;
}

const GAP = 1;

/** The next paragraph shown behind an index; `null` behind the last one. */
export function after({ only, count }: Heights, index: number): number | null {
  if (only) return only[rankOf(only, index + 1)] ?? null;
  return index + 1 < count ? index + 1 : null;
}

/** The one before it; `null` before the first one. */
export function before({ only }: Heights, index: number): number | null {
  if (only) return only[rankOf(only, index) - 1] ?? null;
  return index > 0 ? index - 1 : null;
}

/** The paragraphs shown from the one behind (1) or before (-1) an index on, one after the other. */
export function* walk({ only, count }: Heights, from: number, by: 1 | -1): Generator<number> {
  if (!only) {
    for (let index = from + by; index >= 0 && index < count; index += by) yield index;
    return;
  }
  let rank = by === 1 ? rankOf(only, from + 1) : rankOf(only, from) - 1;
  for (let index = only[rank]; index !== undefined; index = only[rank]) {
    yield index;
    rank += by;
  }
}

/** The first paragraph shown. */
export const firstOf = ({ only }: Heights): number => only?.[0] ?? 0;

/** The last paragraph shown. */
export const lastOf = ({ only, count }: Heights): number => only?.at(-1) ?? count - 1;

/**
 * Moves the view as little as needed to show the current paragraph whole, by whole paragraphs. One
 * that is taller than the area keeps the rows that are scrolled away, within its height.
 */
export function settle(heights: Heights, place: Place): Place {
  if (heights.count === 0) return { current: 0, top: 0, inner: 0 };
  const current = onShown(heights, place.current);
  const height = heights.of(current);
  if (height > heights.area) {
    const inner = place.top === current ? clamp(place.inner, 0, height - heights.area) : 0;
    return { current, top: current, inner };
  }
  const lowest = lowestTop(heights, current);
  const top = onShown(heights, clamp(place.top, lowest, current));
  return { current, top, inner: 0 };
}

function onShown({ only, count }: Heights, index: number): number {
  const inside = clamp(index, 0, count - 1);
  return only ? nearestShown(only, inside) : inside;
}

/** The smallest top with which the paragraph is still whole on the screen. */
function lowestTop(heights: Heights, current: number): number {
  let top = current;
  let rows = heights.of(current);
  for (let above = before(heights, top); above !== null; above = before(heights, top)) {
    rows += heights.of(above) + GAP;
    if (rows > heights.area) break;
    top = above;
  }
  return top;
}

/** One paragraph on (1) or back (-1); a paragraph taller than the area scrolls inside itself first. */
export function step(heights: Heights, place: Place, by: 1 | -1): Place {
  if (heights.count === 0) return place;
  const hidden = heights.of(place.current) - heights.area;
  const pace = Math.max(1, Math.floor(heights.area / 2));
  if (hidden > 0 && (by === 1 ? place.inner < hidden : place.inner > 0)) {
    return { ...place, inner: clamp(place.inner + by * pace, 0, hidden) };
  }
  const next = by === 1 ? after(heights, place.current) : before(heights, place.current);
  if (next === null) return place;
  const settled = settle(heights, { current: next, top: place.top, inner: 0 });
  const above = heights.of(next) - heights.area;
  return by === -1 && above > 0 ? { ...settled, inner: above } : settled;
}

/** The index of the last paragraph of which at least one row is shown. */
export function lastShown(heights: Heights, { top, inner }: View): number {
  let rows = heights.of(top) - inner;
  let index = top;
  while (rows + GAP < heights.area) {
    const below = after(heights, index);
    if (below === null) break;
    index = below;
    rows += GAP + heights.of(index);
  }
  return index;
}

/** A page on: what was cut at the bottom comes to the top. */
export function pageDown(heights: Heights, place: Place): Place {
  if (heights.count === 0) return place;
  const hidden = heights.of(place.top) - heights.area;
  if (hidden > place.inner)
    return {
      current: place.top,
      top: place.top,
      inner: Math.min(hidden, place.inner + Math.max(1, heights.area - 1)),
    };
  const last = lastShown(heights, place);
  const isWhole = lowestTop(heights, last) <= place.top;
  const top = isWhole || last === place.top ? after(heights, last) : last;
  if (top === null) return { ...place, current: lastOf(heights) };
  return settle(heights, { current: top, top, inner: 0 });
}

/** A page back: what was above the top fills the screen. */
export function pageUp(heights: Heights, place: Place): Place {
  if (heights.count === 0) return place;
  if (place.inner > 0)
    return {
      current: place.top,
      top: place.top,
      inner: Math.max(0, place.inner - Math.max(1, heights.area - 1)),
    };
  const last = before(heights, place.top);
  if (last === null) return { ...place, current: firstOf(heights) };
  const above = heights.of(last) - heights.area;
  if (above > 0) return { current: last, top: last, inner: above };
  const top = lowestTop(heights, last);
  return { current: top, top, inner: 0 };
}

/** Half a page of paragraphs on or back, one at least. */
export function halfPage(heights: Heights, place: Place, by: 1 | -1): Place {
  const goal = Math.floor(heights.area / 2);
  let moved = step(heights, place, by);
  if (heights.count === 0) return moved;
  let rows = heights.of(place.current) + GAP;
  const next = by === 1 ? after : before;
  while (rows < goal && next(heights, moved.current) !== null) {
    rows += heights.of(moved.current) + GAP;
    moved = step(heights, moved, by);
  }
  return moved;
}

/** To a paragraph, shown from its first row; whoever asks for one that the filter hides sees it. */
export function goTo(heights: Heights, place: Place, current: number): Place {
  const only = heights.only && withIndex(heights.only, current);
  return settle({ ...heights, only }, { ...place, current, inner: 0 });
}

const clamp = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(value, Math.max(low, high)));
