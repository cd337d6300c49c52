import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codePointsOf } from '../../src/model/codePoints.ts';

/** Mixes one-unit and two-unit characters over several of the table's blocks of 1,024 units. */
const texts = fc
  .array(
    fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('a'.repeat(1023), '😀'.repeat(700))),
    {
      maxLength: 6,
    },
  )
  .map(parts => parts.join(''));

test('both ways agree with splitting the text into characters', () => {
  fc.assert(
    fc.property(texts, text => {
      const { fromUtf16, toUtf16 } = codePointsOf(text);
      let offset = 0;
      let position = 0;
      for (const character of text) {
        if (fromUtf16(offset) !== position || toUtf16(position) !== offset) {
          expect({ offset: toUtf16(position), position: fromUtf16(offset) }).toEqual({
            offset,
            position,
          });
        }
        offset += character.length;
        position++;
      }
      expect(fromUtf16(text.length)).toBe(Array.from(text).length);
      expect(toUtf16(position)).toBe(text.length);
    }),
    { numRuns: 200 },
  );
});

test('a range cut out by code points is the range cut out by offsets', () => {
  fc.assert(
    fc.property(texts, fc.nat(3000), fc.nat(3000), (text, start, length) => {
      const { toUtf16 } = codePointsOf(text);
      const expected = Array.from(text)
        .slice(start, start + length)
        .join('');
      expect(text.slice(toUtf16(start), toUtf16(start + length))).toBe(expected);
    }),
    { numRuns: 200 },
  );
});

test('an offset inside a surrogate pair counts as its beginning', () => {
  const { fromUtf16 } = codePointsOf('a😀b');
  expect([0, 1, 2, 3, 4].map(fromUtf16)).toEqual([0, 1, 1, 2, 3]);
  const late = codePointsOf(`${'a'.repeat(1023)}😀b`);
  expect([1023, 1024, 1025].map(late.fromUtf16)).toEqual([1023, 1023, 1024]);
});

test.each(['', 'plain', 'a😀'])('a position past the end of %j is the end', text => {
  expect(codePointsOf(text).toUtf16(1_000_000)).toBe(text.length);
});
