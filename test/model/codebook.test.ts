import { describe, expect, test } from 'vitest';
import {
  activeThemes,
  type Codebook,
  effectiveTheme,
  emptyCodebook,
  findTheme,
  foldName,
  newTheme,
  THEME_COLOURS,
  THEME_MARKS,
  type Theme,
  themeById,
  themeOnKey,
} from '../../src/model/codebook.ts';
import { starterCodebook } from '../../src/model/starterCodebook.ts';

function codebookOf(...fields: Array<Partial<Theme> & { name: string }>): Codebook {
  const themes: Theme[] = [];
  for (const { name, ...rest } of fields) {
    themes.push(newTheme({ version: 1, themes }, name, rest));
  }
  return { version: 1, themes };
}

const merged = (mergedInto: string) => ({ status: 'merged' as const, mergedInto });

describe('a theme', () => {
  const codebook = codebookOf(
    { name: 'Encryption', key: 4 },
    { name: 'E2EE', ...merged('encryption'), key: 5 },
    { name: 'Old E2EE', ...merged('e2ee') },
    { name: 'Retired', status: 'retired', key: 6 },
    { name: 'Lost', ...merged('nowhere') },
    { name: 'Round', ...merged('trip') },
    { name: 'Trip', ...merged('round') },
  );

  test.each([
    ['encryption', 'encryption'],
    ['e2ee', 'encryption'],
    ['old-e2ee', 'encryption'],
    ['retired', 'retired'],
    ['nowhere', undefined],
    ['lost', undefined],
    ['round', undefined],
  ])('%s stands for %s', (id, target) => {
    expect(themeById(codebook, id)?.id).toBe(target);
    expect(effectiveTheme(codebook, id)).toBe(target ?? id);
  });

  test.each([
    ['  ENCRYPTION ', 'encryption'],
    ['old  e2ee', 'encryption'],
    ['e2ee', 'encryption'],
    ['Encrypt', undefined],
    ['', undefined],
  ])('%j finds %s', (word, id) => {
    expect(findTheme(codebook, word)?.id).toBe(id);
  });

  test('is on a key only while it is active', () => {
    expect([4, 5, 6, 7].map(digit => themeOnKey(codebook, digit)?.id)).toEqual([
      ...['encryption', undefined, undefined, undefined],
    ]);
    expect(activeThemes(codebook).map(({ id }) => id)).toEqual(['encryption']);
  });

  test('has one name, however it is written', () => {
    expect(foldName(' Cafe\u0301\u00A0 NOIR ')).toBe(foldName('caf\u00E9 noir'));
    expect(foldName('a b')).not.toBe(foldName('ab'));
  });
});

describe('a new theme', () => {
  test('gets a free id, the first free mark and colour, and no key', () => {
    const codebook = codebookOf(
      { name: 'Encryption' },
      { name: 'Other', mark: '▲', colour: 'pink' },
    );
    expect(newTheme(codebook, '  Encryption   ')).toMatchObject({
      id: 'encryption-2',
      name: 'Encryption',
      mark: '■',
      colour: 'orange',
      key: null,
      status: 'active',
      parent: null,
      mergedInto: null,
    });
    expect(newTheme(emptyCodebook, '?!').id).toBe('theme');
  });

  test('repeats marks after eleven themes and colours after eight', () => {
    const names = Array.from({ length: 24 }, (_, n) => ({ name: `Theme ${n}` }));
    const { themes } = codebookOf(...names);
    expect(themes.map(({ mark }) => mark)).toEqual([
      ...[...THEME_MARKS, ...THEME_MARKS],
      ...THEME_MARKS.slice(0, 2),
    ]);
    expect(themes.slice(0, 16).map(({ colour }) => colour)).toEqual([
      ...[...THEME_COLOURS, ...THEME_COLOURS],
    ]);
    expect(new Set(themes.map(({ id }) => id)).size).toBe(24);
  });
});

test('the starter themes are the four of the design, ready to use', () => {
  expect(starterCodebook.themes.map(({ id, name, key }) => [id, name, key])).toEqual([
    ['state-threats', 'State threats', 1],
    ['erwt', 'ERWT', 2],
    ['prevent-referrals', 'Prevent referrals', 3],
    ['encryption', 'Encryption', 4],
  ]);
  for (const theme of starterCodebook.themes) {
    expect(THEME_COLOURS).toContain(theme.colour);
    expect(THEME_MARKS).toContain(theme.mark);
    expect(theme.patterns.length).toBeGreaterThan(0);
    for (const words of [theme.definition, theme.include, theme.exclude]) {
      expect(words.length).toBeGreaterThan(40);
    }
  }
  expect(new Set(starterCodebook.themes.map(({ mark }) => mark)).size).toBe(4);
  expect(new Set(starterCodebook.themes.map(({ colour }) => colour)).size).toBe(4);
});
