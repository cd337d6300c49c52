import { type Annotation, inTextOrder } from '../../model/annotation.ts';
import type { ItemData, PageData } from '../schema.ts';
import { fromItem, type Item, readItem } from '../w3c.ts';
import { toItem } from '../w3cWrite.ts';
import { mergeItem, mergeMemo } from './items.ts';
import { byId, changedSide, keptOf, type Versions } from './threeWay.ts';

/**
 * Two versions of a page merged by annotation id. `base` is `undefined` where nobody knows what both
 * were made from: then nothing counts as removed. Two annotations with equal bounds and theme become
 * one. In text order, so that both machines write the same bytes.
 */
export function mergePages(
  versions: Versions<PageData> & { ours: PageData; theirs: PageData },
): PageData {
  const { base, ours, theirs } = versions;
  const lists = { base: base?.items ?? [], ours: ours.items, theirs: theirs.items };
  const items = byId<ItemData>(lists).flatMap(one => mergeOne(one));
  const side = changedSide({
    base: base?.marginalia.sha256,
    ours: ours.marginalia.sha256,
    theirs: theirs.marginalia.sha256,
  });
  const isOneText = ours.marginalia.sha256 === theirs.marginalia.sha256;
  // Selectors made for two texts in one page: no position of theirs may be trusted blindly.
  const sha256 = isOneText ? ours.marginalia.sha256 : onlyText(side, versions, items);
  return {
    ...ours,
    marginalia: { ...ours.marginalia, sha256 },
    items: inOrder(withoutDoubles(items)),
  };
}

function mergeOne({ base, ours, theirs }: Versions<ItemData>): Item[] {
  if (ours && theirs) return mergeItem({ base, ours, theirs });
  const kept = keptOf<Item>({ base, ours, theirs });
  return kept ? [kept] : [];
}

/** The text of the side whose selectors are the only ones left; `null` if there are of both. */
function onlyText(
  side: 'ours' | 'theirs' | null,
  { ours, theirs }: { ours: PageData; theirs: PageData },
  items: readonly Item[],
): string | null {
  const page = side === 'theirs' ? theirs : ours;
  const known = new Map(page.items.map(item => [item.id, JSON.stringify(item.target)]));
  const isAllFrom = items.every(item => known.get(item.id) === JSON.stringify(item.target));
  return isAllFrom ? page.marginalia.sha256 : null;
}

/** Of two annotations with equal words, bounds and theme the earlier one stays, with the memos and the star of both. */
function withoutDoubles(items: readonly Item[]): Item[] {
  const kept = new Map<string, Item>();
  for (const item of items) {
    const { theme, selector } = readItem(item);
    const isTag = theme !== null && selector !== null;
    const name = isTag
      ? JSON.stringify([theme, selector.start, selector.end, selector.exact])
      : item.id;
    const other = kept.get(name);
    kept.set(name, other === undefined ? item : joined(other, item));
  }
  return [...kept.values()];
}

function joined(one: Item, two: Item): Item {
  const [first, second] = readItem(one).created <= readItem(two).created ? [one, two] : [two, one];
  const [a, b] = [annotationOf(first), annotationOf(second)];
  const memo = mergeMemo({ base: undefined, ours: a.memo, theirs: b.memo });
  const modified = a.modified > b.modified ? a.modified : b.modified;
  return toItem({ ...a, memo: memo ?? b.memo, key: a.key || b.key, modified }, '');
}

const annotationOf = (item: Item): Annotation => fromItem(item, { coder: '', text: '' });

const inOrder = (items: readonly Item[]): Item[] =>
  items.toSorted((a, b) =>
    inTextOrder(
      { annotation: annotationOf(a), anchor: null },
      { annotation: annotationOf(b), anchor: null },
    ),
  );
