import fc from 'fast-check';
import { expect, describe as group, it } from 'vitest';
import { changesBetween } from '../../src/anchoring/changes.ts';
import { describe } from '../../src/anchoring/describe.ts';
import { edited, follow } from '../../src/anchoring/follow.ts';
import { followedText } from './experiment.ts';

/** Where the words between the brackets of `before` are in `after`: its words, or what became of them. */
function followed(before: string, after: string): string {
  const start = before.indexOf('[');
  const end = before.indexOf(']') - 1;
  const source = followedText(before.replace('[', '').replace(']', ''));
  const selector = describe(source, { start, end });
  const found = follow(edited(source, followedText(after)), { start, end }, selector);
  if (found.kind === 'gone') return '(gone)';
  const words = after.slice(found.range.start, found.range.end);
  return found.kind === 'changed' ? `(changed) ${words}` : words;
}

group('follow', () => {
  it.each([
    ['what stands before the edit stays', '[One] two three.', 'One two, three.', 'One'],
    ['what stands behind it shifts', 'One two [three].', 'One and two three.', 'three'],
    [
      'a typo mended in it',
      'The [goverment said] so.',
      'The government said so.',
      'government said',
    ],
    [
      'a word replaced in it',
      'We [saw the old boat] go.',
      'We saw the new boat go.',
      'saw the new boat',
    ],
    [
      'its first word replaced',
      'We [saw the old boat] go.',
      'We heard the old boat go.',
      'heard the old boat',
    ],
    [
      'its last word replaced',
      'We [saw the old boat] go.',
      'We saw the old ship go.',
      'saw the old ship',
    ],
    ['words put in before it are not its own', 'We [saw it] go.', 'We never saw it go.', 'saw it'],
    ['nor those put in behind it', 'We [saw it] go.', 'We saw it all go.', 'saw it'],
    [
      'a sentence put into it',
      '[One two. Three four.]',
      'One two. And more. Three four.',
      'One two. And more. Three four.',
    ],
    [
      'a paragraph that gets a sentence at its end stays whole',
      'One.\n\n[Two two.]\n\nThree.',
      'One.\n\nTwo two. More.\n\nThree.',
      'Two two. More.',
    ],
    [
      'and one that gets a sentence at its beginning',
      'One.\n\n[Two two.]\n\nThree.',
      'One.\n\nMore. Two two.\n\nThree.',
      'More. Two two.',
    ],
    [
      'but a paragraph put in behind it is another one',
      'One.\n\n[Two two.]\n\nThree.',
      'One.\n\nTwo two.\n\nMore.\n\nThree.',
      'Two two.',
    ],
    [
      'a paragraph that is split is two',
      '[One two three four.]',
      'One two.\n\nThree four.',
      'One two.\n\nThree four.',
    ],
    [
      'two that are joined: the one does not take the other in',
      '[One two.]\n\nThree four.',
      'One two. Three four.',
      'One two.',
    ],
    ['half of it taken out', '[One two three four] five.', 'One two five.', 'One two'],
    ['all of it taken out', 'One [two three] four.', 'One four.', '(gone)'],
    [
      'other words in its place',
      '[One two three.]\n\nFour.',
      'Something else entirely.\n\nFour.',
      '(changed) Something else entirely.',
    ],
    [
      'a paragraph moved: its tags go along',
      `First.\n\n[The second paragraph is long enough to be known again anywhere, for sure.]\n\nThird one.\n\nFourth one.`,
      'First.\n\nThird one.\n\nFourth one.\n\nThe second paragraph is long enough to be known again anywhere, for sure.',
      'The second paragraph is long enough to be known again anywhere, for sure.',
    ],
    [
      'a mark put on a letter changes the letter, not half of it',
      '[cafe] au lait',
      'cafe\u0301 au lait',
      'cafe\u0301',
    ],
    ['an emoji replaced', 'a [\u{1F600} boat] c', 'a \u{1F601} boat c', '\u{1F601} boat'],
    [
      'equal letters: the end that is taken out keeps to the passage',
      '[One two.]\n\nThree.',
      'One two.',
      'One two.',
    ],
  ])('%s', (_, before, after, words) => {
    expect(followed(before, after)).toBe(words);
  });

  it('looks for what was moved in what was put in, and nowhere else', () => {
    const refrain =
      'And so we went on, for there was nothing else that we could have done about it.';
    const before = `One.\n\n[${refrain}]\n\nTwo.\n\n${refrain} Again.`;
    expect(followed(before, `One.\n\nTwo.\n\n${refrain} Again.`)).toBe('(gone)');
  });
});

group('changesBetween', () => {
  it('covers both texts without a gap, and what is kept is the same', () => {
    const words = fc
      .array(fc.constantFrom('one', 'two', ' ', '\n', '\n\n', 'e\u0301', '\u{1F600}', '. '))
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(words, words, (before, after) => {
        let [was, is] = [0, 0];
        for (const change of changesBetween(before, after)) {
          expect([change.was.start, change.is.start]).toEqual([was, is]);
          [was, is] = [change.was.end, change.is.end];
          const [old, now] = [
            before.slice(change.was.start, change.was.end),
            after.slice(change.is.start, change.is.end),
          ];
          expect([old, now].every(one => one.isWellFormed())).toBe(true);
          if (change.kept) expect(now).toBe(old);
        }
        expect([was, is]).toEqual([before.length, after.length]);
      }),
    );
  });

  it('is quick for texts that have nothing in common', () => {
    const [a, b] = ['one two\n', 'drei vier\n'].map(line => line.repeat(100_000));
    expect(changesBetween(a ?? '', b ?? '').some(({ kept }) => !kept)).toBe(true);
  });
});
