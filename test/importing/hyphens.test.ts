import { expect, test } from 'vitest';
import { Joiner } from '../../src/importing/pdf/hyphens.ts';

/** What becomes of two lines in a text that has these other lines. */
const joined = (before: string, line: string, ...others: string[]) =>
  new Joiner([before, line, ...others]).join(before, line);

test('a word that stands whole elsewhere is known, and so is one with a hyphen', () => {
  expect(joined('some other-', 'wise fact', 'or is it otherwise said')).toBe('some otherwise fact');
  expect(joined('some house-', 'boat fact', 'a big house-boat here')).toBe('some house-boat fact');
  // Both halves are words of the text, and nothing says that they are one.
  expect(joined('some state-', 'sponsored fact', 'the state has sponsored it')).toBe(
    'some state-sponsored fact',
  );
  expect(joined('some infor-', 'mation here')).toBe('some information here');
});

test('prefixes, names and numbers keep their hyphen; a dash is none', () => {
  expect(joined('a self-', 'made man')).toBe('a self-made man');
  expect(joined('the Anglo-', 'Saxon side')).toBe('the Anglo-Saxon side');
  expect(joined('from 2019-', '2020 on')).toBe('from 2019-2020 on');
  expect(joined('THE GOVERN-', 'MENT SAID')).toBe('THE GOVERNMENT SAID');
  expect(joined('so it is -', 'or not')).toBe('so it is - or not');
});

test('the sign that typesetters put at line ends goes, unless it stands inside lines too', () => {
  expect(joined('the life\u2010', 'time of it', 'all my life it took time to do')).toBe(
    'the lifetime of it',
  );
  expect(joined('the self\u2010', 'made one', 'a two\u2010part thing')).toBe(
    'the self\u2010made one',
  );
});

test('no space comes between signs of scripts that have none', () => {
  expect(joined('これは日本', '語です。')).toBe('これは日本語です。');
  expect(joined('これは日本', 'in Latin')).toBe('これは日本 in Latin');
});
