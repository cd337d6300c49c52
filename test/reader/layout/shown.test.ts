import fc from 'fast-check';
import { expect, test } from 'vitest';
import { after, before, type Heights, settle, walk } from '../../../src/reader/layout/scroll.ts';
import {
  isShown,
  nearestShown,
  rankOf,
  withIndex,
  withoutIndex,
} from '../../../src/reader/layout/shown.ts';

const lists = fc
  .uniqueArray(fc.nat({ max: 40 }), { minLength: 1, maxLength: 20 })
  .map(list => list.sort((a, b) => a - b));
const indexes = fc.nat({ max: 45 });

test('rank, nearest and membership as a plain list has them', () => {
  fc.assert(
    fc.property(lists, indexes, (list, index) => {
      const shown = Uint32Array.from(list);
      expect(rankOf(shown, index)).toBe(list.filter(one => one < index).length);
      expect(isShown(shown, index)).toBe(list.includes(index));
      const distance = Math.min(...list.map(one => Math.abs(one - index)));
      expect(nearestShown(shown, index)).toBe(
        Math.max(...list.filter(one => Math.abs(one - index) === distance)),
      );
      const more = [...new Set([...list, index])].sort((a, b) => a - b);
      expect([...withIndex(shown, index)]).toEqual(more);
      expect([...withoutIndex(shown, index)]).toEqual(list.filter(one => one !== index));
    }),
  );
});

test('one paragraph on and back are the neighbours in the list', () => {
  fc.assert(
    fc.property(lists, indexes, (list, index) => {
      const heights: Heights = { count: 50, only: Uint32Array.from(list), of: () => 1, area: 9 };
      expect(after(heights, index)).toBe(list.find(one => one > index) ?? null);
      expect(before(heights, index)).toBe(list.findLast(one => one < index) ?? null);
      expect([...walk(heights, index, 1)]).toEqual(list.filter(one => one > index));
      expect([...walk(heights, index, -1)]).toEqual(list.filter(one => one < index).reverse());
    }),
  );
});

test('a view stands on paragraphs that are shown', () => {
  const place = fc.record({ current: indexes, top: indexes, inner: fc.nat({ max: 3 }) });
  fc.assert(
    fc.property(lists, place, fc.integer({ min: 1, max: 12 }), (list, wanted, area) => {
      const heights: Heights = {
        count: 46,
        only: Uint32Array.from(list),
        of: index => (index % 4) + 1,
        area,
      };
      const settled = settle(heights, wanted);
      expect(list).toContain(settled.current);
      expect(list).toContain(settled.top);
      expect(settled.top).toBeLessThanOrEqual(settled.current);
    }),
  );
});
