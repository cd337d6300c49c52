/** What scrolling needs of a laid out text: how many paragraphs, and how high each is in rows. */
export interface Heights {
  count: number;
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

/**
 * Moves the view as little as needed to show the current paragraph whole, by whole paragraphs. One
 * that is taller than the area keeps the rows that are scrolled away, within its height.
 */
export function settle(heights: Heights, place: Place): Place {
  if (heights.count === 0) return { current: 0, top: 0, inner: 0 };
  const current = clamp(place.current, 0, heights.count - 1);
  const height = heights.of(current);
  if (height > heights.area) {
    const inner = place.top === current ? clamp(place.inner, 0, height - heights.area) : 0;
    return { current, top: current, inner };
  }
  const lowest = lowestTop(heights, current);
  const top = clamp(place.top, lowest, current);
  return { current, top, inner: 0 };
}

/** The smallest top with which the paragraph is still whole on the screen. */
function lowestTop({ of, area }: Heights, current: number): number {
  let top = current;
  let rows = of(current);
  while (top > 0) {
    rows += of(top - 1) + GAP;
    if (rows > area) break;
    top--;
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
  const next = place.current + by;
  if (next < 0 || next >= heights.count) return place;
  const settled = settle(heights, { current: next, top: place.top, inner: 0 });
  const above = heights.of(next) - heights.area;
  return by === -1 && above > 0 ? { ...settled, inner: above } : settled;
}

/** The index of the last paragraph of which at least one row is shown. */
export function lastShown({ count, of, area }: Heights, { top, inner }: View): number {
  let rows = of(top) - inner;
  let index = top;
  while (index + 1 < count && rows + GAP < area) {
    index++;
    rows += GAP + of(index);
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
  const top = Math.max(isWhole ? last + 1 : last, place.top + 1);
  if (top >= heights.count) return { ...place, current: heights.count - 1 };
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
  if (place.top === 0) return { ...place, current: 0 };
  const last = place.top - 1;
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
  while (rows < goal && moved.current + by >= 0 && moved.current + by < heights.count) {
    rows += heights.of(moved.current) + GAP;
    moved = step(heights, moved, by);
  }
  return moved;
}

/** To a paragraph, shown from its first row. */
export const goTo = (heights: Heights, place: Place, current: number): Place =>
  settle(heights, { ...place, current, inner: 0 });

const clamp = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(value, Math.max(low, high)));
