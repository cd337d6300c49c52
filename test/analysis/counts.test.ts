import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countText } from '../../src/analysis/counts.ts';
import type { Anchor, Placed } from '../../src/model/annotation.ts';
import { Paragraphs } from '../../src/model/paragraphs.ts';

// Five paragraphs of three letters: offsets 0–3, 5–8, 10–13, 15–18, 20–23.
const five = new Paragraphs('aaa\n\nbbb\n\nccc\n\nddd\n\neee');
const same = (id: string) => id;

function placed(theme: string | null, anchor: Anchor | null): Placed {
  const annotation = {
    ...{ id: 'urn:uuid:1', text: 't', theme, coder: 'alex', memo: null, key: false },
    ...{ created: '', modified: '', selector: null },
  };
  return { annotation, anchor };
}

const at = (theme: string | null, start: number, end: number) =>
  placed(theme, { kind: 'exact', start, end });

describe('the counts of a transcript', () => {
  it('count each tagged paragraph once, however many tags touch it', () => {
    const counts = countText(five, [at('a', 5, 8), at('b', 5, 6), at('a', 7, 12)], same);
    expect(counts).toMatchObject({ annotations: 3, taggedParagraphs: 2, tagged: 0.4 });
  });

  it('count every paragraph of a passage over several, and not the gap beside it', () => {
    expect(countText(five, [at('a', 5, 18)], same).taggedParagraphs).toBe(3);
    expect(countText(five, [at('a', 3, 5)], same).taggedParagraphs).toBe(0);
  });

  it('take no memo for a tag and no passage without a place for a tagged paragraph', () => {
    const counts = countText(
      five,
      [
        at(null, 0, 3),
        placed(null, null),
        placed('a', { kind: 'orphaned' }),
        placed('a', { kind: 'ambiguous', candidates: [{ start: 0, end: 3 }] }),
        placed('a', { kind: 'similar', start: 20, end: 23, score: 0.9 }),
        placed('b', { kind: 'shifted', start: 10, end: 13 }),
      ],
      same,
    );
    expect(counts).toMatchObject({ annotations: 6, taggedParagraphs: 2, tagged: 0.4, toRepair: 3 });
    expect(counts.byTheme).toEqual(
      new Map([
        ['a', 3],
        ['b', 1],
      ]),
    );
  });

  it('follow merges', () => {
    const resolve = (id: string) => (id === 'old' ? 'new' : id);
    const counts = countText(five, [at('old', 0, 3), at('new', 0, 3)], resolve);
    expect(counts.byTheme).toEqual(new Map([['new', 2]]));
  });

  it('are nought for an empty text', () => {
    const counts = countText(new Paragraphs(''), [placed('a', { kind: 'orphaned' })], same);
    expect(counts).toMatchObject({ annotations: 1, taggedParagraphs: 0, tagged: 0, toRepair: 1 });
  });

  it('agree with looking at every paragraph', () => {
    const range = fc
      .tuple(fc.nat(23), fc.nat(23))
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b) + 1] as const);
    fc.assert(
      fc.property(fc.array(range, { maxLength: 6 }), ranges => {
        const touched = [0, 5, 10, 15, 20].filter(start =>
          ranges.some(([from, to]) => from < start + 3 && to > start),
        );
        const tags = ranges.map(([start, end]) => at('a', start, end));
        expect(countText(five, tags, same).taggedParagraphs).toBe(touched.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('visit no paragraph more than the tags need', () => {
    const million = new Paragraphs('a\n\n'.repeat(1_000_000));
    let visits = 0;
    const counting = new Proxy(million, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        return (...values: unknown[]) => {
          visits++;
          return Reflect.apply(value, target, values);
        };
      },
    });
    const tags = Array.from({ length: 2000 }, (_, i) => at('a', i * 1500, i * 1500 + 1));
    expect(countText(counting, tags, same)).toMatchObject({
      taggedParagraphs: 2000,
      tagged: 0.002,
    });
    expect(visits).toBeLessThanOrEqual(2000);
  });
});
