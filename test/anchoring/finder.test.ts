import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findIn } from '../../src/anchoring/finder.ts';
import { occurrences } from '../../src/anchoring/occurrences.ts';
import { anchorSubject } from '../../src/anchoring/subject.ts';
import { makeRandom, proseOf } from './randomEdits.ts';

const prose = proseOf(makeRandom(7), 400);
const repeating = 'abcabcab'.repeat(4_000);

test('an index gives the answers that a scan gives, whatever is looked for and how often', () => {
  for (const text of [prose, repeating, `${prose}\u{1F600}${repeating}`]) {
    const find = findIn(anchorSubject(text));
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(60), fc.nat(30), (start, length, most) => {
        const words = text.slice(start, start + length);
        expect(find(words, most)).toEqual(occurrences(text, words, most));
        expect(find(`${words}#`)).toEqual([]);
      }),
    );
  }
});

test('another text with the same converter is another text', () => {
  const { codePoints } = anchorSubject(prose);
  const words = prose.slice(100, 140);
  for (let i = 0; i < 20; i++) findIn({ text: prose, codePoints })(words);
  expect(findIn({ text: `x${prose}`, codePoints })(words)).toEqual(occurrences(`x${prose}`, words));
});
