import fc from 'fast-check';
import { beforeAll, expect, describe as group, it } from 'vitest';
import { anchor } from '../../src/anchoring/anchor.ts';
import { describe } from '../../src/anchoring/describe.ts';
import { anchorSubject } from '../../src/anchoring/subject.ts';
import type { Anchor, Range, Selector } from '../../src/model/annotation.ts';
import { makeRandom, placeAfterEdits, proseOf } from './randomEdits.ts';

const find = (text: string, selector: Selector, unchanged = false): Anchor =>
  anchor(anchorSubject(text), selector, { unchanged });

/** Texts with letters of several widths and words that recur, and a passage on code point borders. */
const passage = fc
  .array(
    fc.oneof(
      fc.constantFrom('yes', 'no', ' ', '\n\n', 'A: ', '😀', 'e\u0301', '👩\u200D👧'),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 60 },
  )
  .map(parts => Array.from(parts.join('')))
  .filter(letters => letters.length > 0)
  .chain(letters =>
    fc
      .tuple(fc.nat(letters.length - 1), fc.nat(letters.length - 1))
      .map(([one, two]) => rangeOfLetters(letters, Math.min(one, two), Math.max(one, two) + 1)),
  );

function rangeOfLetters(letters: readonly string[], from: number, to: number) {
  const start = letters.slice(0, from).join('').length;
  const range: Range = { start, end: start + letters.slice(from, to).join('').length };
  return { text: letters.join(''), range };
}

/** The right place, or a list that the right place is in: never another place. */
function expectNotMisplaced(found: Anchor, { start, end }: Range) {
  if (found.kind === 'ambiguous') expect(found.candidates).toContainEqual({ start, end });
  else expect(found).toMatchObject({ start, end });
}

group('describe, then anchor', () => {
  it('is exact on the same text, whatever the text and the passage', () => {
    fc.assert(
      fc.property(passage, ({ text, range }) => {
        const selector = describe(anchorSubject(text), range);
        expect(selector.exact).toBe(text.slice(range.start, range.end));
        expect(find(text, selector, true)).toEqual({ kind: 'exact', ...range });
        expectNotMisplaced(find(text, selector), range);
      }),
    );
  });

  it('only shifts when something is put in front', () => {
    fc.assert(
      fc.property(passage, fc.string({ unit: 'grapheme', minLength: 1 }), (made, front) => {
        const { text, range } = made;
        const selector = describe(anchorSubject(text), range);
        const moved = { start: range.start + front.length, end: range.end + front.length };
        const found = find(front + text, selector);
        expectNotMisplaced(found, moved);
        if (found.kind !== 'ambiguous') expect(found.kind).toBe('shifted');
      }),
    );
  });

  it('never misplaces when the text is rewritten outside the context', () => {
    fc.assert(
      fc.property(passage, fc.string(), fc.string(), ({ text, range }, top, bottom) => {
        const selector = describe(anchorSubject(text), range);
        const middle = selector.prefix + selector.exact + selector.suffix;
        const start = top.length + selector.prefix.length;
        const found = find(top + middle + bottom, selector);
        expectNotMisplaced(found, { start, end: start + selector.exact.length });
      }),
    );
  });
});

/** The same rounds each time; more of them in the long run. */
const ROUNDS = process.env.MARGINALIA_LONG ? 20_000 : 3_000;

group('thousands of rounds of edits, many of them right at the passage', () => {
  const outcomes = { placed: 0, misplaced: 0, doubtful: 0, orphaned: 0 };

  beforeAll(() => {
    // Invented prose in which the same turns of phrase recur: the hard case for short passages.
    const random = makeRandom(Number(process.env.MARGINALIA_SEED ?? 20_221));
    const texts = [proseOf(random, 60), proseOf(random, 400)];
    for (let round = 0; round < ROUNDS; round++) {
      const trial = placeAfterEdits(random, random.of(texts), describe);
      const found = find(trial.text, trial.selector);
      if (found.kind === 'ambiguous') outcomes.doubtful++;
      else if (found.kind === 'orphaned') outcomes.orphaned++;
      else if (trial.verdictOn(found) === 'right') outcomes.placed++;
      else outcomes.misplaced++;
    }
  });

  it('misplace no more than one passage in a thousand', () => {
    expect(outcomes.misplaced).toBeLessThanOrEqual(ROUNDS / 1_000);
  });

  it('and still find most of those whose words are there', () => {
    expect(outcomes.placed).toBeGreaterThan(5 * outcomes.doubtful);
    expect(outcomes.placed).toBeGreaterThan(0.6 * ROUNDS);
    expect(outcomes.orphaned).toBeGreaterThan(0.02 * ROUNDS);
  });
});
