import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Range } from '../../../src/model/annotation.ts';
import { visibleLine } from '../../../src/model/visible.ts';
import { piecesOf, type Span, touching } from '../../../src/reader/layout/spans.ts';

const TEXT = 'The quick brown fox jumps over the lazy dog';
const ranges = fc
  .tuple(fc.nat(TEXT.length), fc.nat(TEXT.length))
  .map(([a, b]): Range => ({ start: Math.min(a, b), end: Math.max(a, b) }));
const spans = fc.array(
  fc
    .record({ range: ranges, rank: fc.nat(4), theme: fc.constantFrom('sky', 'pink', 'green') })
    .map(({ range, rank, theme }): Span => ({ ...range, rank, look: { theme } })),
  { maxLength: 5 },
);

describe('pieces of a row', () => {
  test('together are the words of the row, each cell in the look of the highest span on it', () => {
    fc.assert(
      fc.property(ranges, spans, (row, list) => {
        const pieces = piecesOf(TEXT, row, list, { role: 'rest' });
        expect(pieces.map(piece => piece.text).join('')).toBe(TEXT.slice(row.start, row.end));
        let at = row.start;
        for (const piece of pieces) {
          for (const _ of piece.text) expect(piece.look).toEqual(lookAt(list, at++));
        }
      }),
      { numRuns: 1000, seed: 20261122 },
    );
  });

  test('are cut where the look changes, and nowhere else', () => {
    const row = { start: 4, end: 19 };
    const span: Span = { start: 10, end: 15, rank: 1, look: { underline: true } };
    const far: Span = { start: 25, end: 30, rank: 1, look: { bold: true } };
    expect(piecesOf(TEXT, row, [span, far], { role: 'current' })).toEqual([
      { text: 'quick ', look: { role: 'current' } },
      { text: 'brown', look: { role: 'current', underline: true } },
      { text: ' fox', look: { role: 'current' } },
    ]);
  });

  test('never part a cluster: a span that begins or ends in one has it whole', () => {
    const text = 'a 👩‍💻 b 0️⃣ c';
    const looks = { underline: true };
    const span: Span = {
      start: text.indexOf('💻'),
      end: text.indexOf('0') + 1,
      rank: 1,
      look: looks,
    };
    expect(piecesOf(text, { start: 0, end: text.length }, [span], {})).toEqual([
      { text: 'a ', look: {} },
      { text: '👩‍💻 b 0️⃣', look: looks },
      { text: ' c', look: {} },
    ]);
  });

  test('show control characters as symbols', () => {
    const text = 'a\u001b[31mb\tc\nd\u202ee';
    const words = piecesOf(text, { start: 0, end: text.length }, [], {})
      .map(one => one.text)
      .join('');
    expect(words).toBe('a␛[31mb c d\ufffde');
    expect(words).toBe(visibleLine(text));
  });
});

/** The look that a cell must have, found by looking at every span. */
function lookAt(list: readonly Span[], at: number) {
  const here = list.filter(span => span.start <= at && at < span.end);
  const top = Math.max(...here.map(span => span.rank));
  return { role: 'rest', ...here.find(span => span.rank === top)?.look };
}

test('the ranges that touch a stretch are found as by looking at each', () => {
  const sorted = fc.uniqueArray(fc.nat(200), { maxLength: 40 }).map(numbers => {
    const edges = numbers.toSorted((a, b) => a - b);
    return edges.flatMap((start, i) =>
      i % 2 === 0 && edges[i + 1] ? [{ start, end: edges[i + 1] ?? 0 }] : [],
    );
  });
  fc.assert(
    fc.property(sorted, fc.nat(200), fc.nat(60), (list, start, length) => {
      const end = start + length;
      const slow = list.filter(range => range.start < end && range.end > start);
      expect(touching(list, start, end)).toEqual(slow);
    }),
    { numRuns: 2000, seed: 20261122 },
  );
});
