import { describe, expect, test } from 'vitest';
import {
  type BarTheme,
  drawerRule,
  footer,
  header,
  heavyRule,
  type Key,
  rule,
  themeBar,
} from '../../../src/reader/layout/bars.ts';
import { type Line, plain } from '../../../src/reader/layout/line.ts';
import { cells } from '../../../src/reader/layout/width.ts';

/** The design's drawn screens, line by line: what is expected here was typed off them. */
const MUTED = { role: 'muted' } as const;
const NAMES = ['State threats', 'ERWT', 'Prevent referrals', 'Encryption'];
const MARKS = ['●', '■', '▲', '◆'];
const COLOURS = ['sky', 'orange', 'green', 'pink'];

const themes = (counts: readonly number[], here: readonly string[] = []): BarTheme[] =>
  NAMES.map((name, i) => ({
    digit: i + 1,
    mark: MARKS[i] ?? '',
    name,
    colour: COLOURS[i] ?? '',
    count: counts[i] ?? 0,
    here: here.includes(name),
  }));

const HERE = ['ERWT', 'Prevent referrals'];

describe('theme bar', () => {
  test.each([
    [
      '01-library',
      120,
      themes([6, 17, 18, 26]),
      'alex',
      '  1 ● State threats 6   2 ■ ERWT 17   3 ▲ Prevent referrals 18   4 ◆ Encryption 26                                alex',
    ],
    [
      '01-library-80x24',
      80,
      themes([6, 17, 18, 26]),
      'alex',
      '  1 ● State thre… 6  2 ■ ERWT 17  3 ▲ Prevent re… 18  4 ◆ Encryption 26   alex',
    ],
    [
      '02-reading',
      120,
      themes([5, 7, 2, 3], HERE),
      'saved · alex',
      '  1 ● State threats 5   2 ■ ERWT 7   3 ▲ Prevent referrals 2   4 ◆ Encryption 3                           saved · alex',
    ],
    [
      '02-reading-80x24',
      80,
      themes([5, 7, 2, 3], HERE),
      'saved',
      '  1 ● State t… 5  2 ■ ERWT 7  3 ▲ Prevent referrals 2  4 ◆ Encrypt… 3    saved',
    ],
    [
      '13-empty',
      80,
      themes([0, 0, 0, 0]),
      'alex',
      '  1 ● State threa… 0  2 ■ ERWT 0  3 ▲ Prevent ref… 0  4 ◆ Encryption 0    alex',
    ],
    [
      '14-interview-80x24',
      80,
      themes([0, 1, 4, 0], HERE),
      'saved',
      '  1 ● State t… 0  2 ■ ERWT 1  3 ▲ Prevent referrals 4  4 ◆ Encrypt… 0    saved',
    ],
  ])('%s', (_, width, list, status, drawn) => {
    expect(plain(themeBar(width, list, status, MUTED))).toBe(drawn);
  });

  test('themes here are bold, the others muted; the marks keep their colours', () => {
    const line = themeBar(120, themes([5, 7, 2, 3], ['ERWT']), 'saved', MUTED);
    expect(looksOf(line, ' State threats')).toEqual({ role: 'muted' });
    expect(looksOf(line, ' ERWT')).toEqual({ role: 'current', bold: true });
    expect(looksOf(line, '■')).toEqual({ theme: 'orange' });
  });

  test('is never wider than the screen, and keeps the status, at any width', () => {
    for (let width = 20; width <= 160; width++) {
      const line = plain(themeBar(width, themes([500, 1, 22, 3], HERE), 'saved', MUTED));
      expect(cells(line)).toBeLessThanOrEqual(width - 2);
      expect(line.endsWith('saved')).toBe(true);
    }
  });
});

describe('theme bar with little room', () => {
  const many = Array.from(
    { length: 9 },
    (_, i): BarTheme => ({
      ...(themes([12, 3, 45, 6], HERE)[i % 4] as BarTheme),
      digit: i + 1,
    }),
  );

  test.each([
    [80, themes([5, 7, 2, 3]), 'Wilhelmina van den Berghe', 4],
    [80, themes([5, 7, 2, 3], NAMES), 'Wilhelmina van den Berghe', 4],
    [80, many, 'Wilhelmina van den Berghe', 9],
    [80, many, 'saved', 9],
  ])(
    '%i columns: every digit, mark and count stays beside a long name',
    (width, list, name, count) => {
      const line = plain(themeBar(width, list, name, MUTED));
      expect(line.match(/\d [●■▲◆]/g)).toHaveLength(count);
      expect(cells(line)).toBeLessThanOrEqual(width - 2);
      expect(line).toContain(name.slice(0, 4));
    },
  );

  test('names are cut where no theme is here, and the status is whole', () => {
    const name = 'Wilhelmina van den Berghe';
    expect(plain(themeBar(80, themes([5, 7, 2, 3]), name, MUTED))).toBe(
      '  1 ● Sta… 5  2 ■ ERWT 7  3 ▲ Pre… 2  4 ◆ Enc… 3     Wilhelmina van den Berghe',
    );
  });
});

describe('footer', () => {
  const key = (shows: string, word: string): Key => ({ shows, word });
  const help: Key = { shows: '?', word: 'help', last: true };
  const reading = [
    key('j k', 'move'),
    key('v', 'select'),
    key('1-4', 'tag'),
    key('t', 'themes'),
    key('m', 'memo'),
    key('/', 'search'),
    key('s', 'suggest'),
    key('u', 'undo'),
    help,
  ];

  test.each([
    [
      '02-reading',
      120,
      null,
      reading,
      '  j k move   v select   1-4 tag   t themes   m memo   / search   s suggest   u undo                             ? help',
    ],
    [
      '02-reading-80x24: the last ones are dropped',
      80,
      null,
      reading,
      '  j k move   v select   1-4 tag   t themes   m memo   / search          ? help',
    ],
    [
      '01-library-80x24',
      80,
      null,
      [
        key('Enter', 'read'),
        key('j k', 'move'),
        key('/', 'search all'),
        key('o', 'order'),
        key('i', 'import'),
        key('T', 'codebook'),
        help,
      ],
      '  Enter read   j k move   / search all   o order   i import             ? help',
    ],
    [
      '13-empty',
      80,
      null,
      [key('i', 'import'), key('T', 'codebook'), key('q', 'quit'), help],
      '  i import   T codebook   q quit                                        ? help',
    ],
    [
      '04-picker-80x24: a mode has its badge',
      80,
      'THEMES',
      [
        key('Enter', 'tag'),
        key('↑ ↓', 'choose'),
        key('Tab', 'include, exclude'),
        { shows: 'Esc', word: 'close', last: true },
      ],
      '  THEMES   Enter tag   ↑ ↓ choose   Tab include, exclude             Esc close',
    ],
  ])('%s', (_, width, badge, keys, drawn) => {
    expect(plain(footer(width, badge, keys))).toBe(drawn);
  });

  test('keys are bright, words muted, the badge inverse', () => {
    const line = footer(80, 'MEMO', [key('Enter', 'keep')]);
    expect(looksOf(line, ' MEMO ')).toEqual({ role: 'badge' });
    expect(looksOf(line, 'Enter')).toEqual({ role: 'current' });
    expect(looksOf(line, ' keep')).toEqual({ role: 'muted' });
  });
});

describe('header', () => {
  test.each([
    [
      '02-reading',
      120,
      'Annual threat update 2021',
      ['Ken McCallum, MI5 · 14 Jul 2021', '14 Jul 2021', 'Ken McCallum, MI5'],
      '¶ 31/63   49%',
      '  Annual threat update 2021   Ken McCallum, MI5 · 14 Jul 2021                                            ¶ 31/63   49%',
    ],
    [
      '02-reading-80x24',
      80,
      'Annual threat update 2021',
      ['Ken McCallum, MI5 · 14 Jul 2021', '14 Jul 2021', 'Ken McCallum, MI5'],
      '¶ 31/63   49%',
      '  Annual threat update 2021   Ken McCallum, MI5 · 14 Jul 2021    ¶ 31/63   49%',
    ],
    [
      '14-interview-80x24: of the facts the first that fits',
      80,
      'Interview with a Prevent practitioner',
      ['Interview 03, two speakers · 2 Dec 2021', '2 Dec 2021', 'Interview 03, two speakers'],
      '¶ 6/117    5%',
      '  Interview with a Prevent practitioner   2 Dec 2021             ¶ 6/117    5%',
    ],
    [
      '13-empty',
      80,
      'Library',
      ['my-project'],
      'no transcripts yet',
      '  Library   my-project                                      no transcripts yet',
    ],
  ])('%s', (_, width, title, facts, right, drawn) => {
    expect(plain(header(width, title, facts, right))).toBe(drawn);
  });

  test('a long title is shortened, the place never pushed out', () => {
    const line = plain(
      header(60, 'A title that goes on and on and on, and on, and on', ['fact'], '¶ 1/2   50%'),
    );
    expect(line).toBe('  A title that goes on and on and on, and o…   ¶ 1/2   50%');
    for (let width = 0; width < 60; width++)
      expect(
        cells(plain(header(width, 'A long title', ['fact'], '¶ 1/2   50%'))),
      ).toBeLessThanOrEqual(Math.max(2, width - 2));
  });
});

describe('rules', () => {
  const heavy = (line: Line): number => plain(line).split('━').length - 1;

  test.each([
    [120, 31, 63, 59],
    [80, 31, 63, 39],
    [120, 33, 63, 62],
    [80, 6, 117, 4],
    [80, 0, 1, 0],
    [80, 63, 63, 80],
  ])('at %i columns ¶ %i of %i is %i heavy cells', (width, n, count, drawn) => {
    const line = rule(width, n / count);
    expect(heavy(line)).toBe(drawn);
    expect(plain(line)).toBe('━'.repeat(drawn) + '─'.repeat(width - drawn));
  });

  test('a mode has a heavy one', () => {
    expect(plain(heavyRule(80))).toBe('━'.repeat(80));
  });

  test('04-picker-80x24: a drawer has its name and a count in its own', () => {
    expect(plain(drawerRule(80, 'Tag ¶ 31', '4 of 11 themes'))).toBe(
      '━━ Tag ¶ 31 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 4 of 11 themes ━━',
    );
  });

  test('a drawer is as wide as the screen, whatever its name', () => {
    for (let width = 24; width <= 130; width++)
      expect(
        cells(
          plain(drawerRule(width, 'A name that is much too long for a narrow screen', '12 here')),
        ),
      ).toBe(width);
  });
});

const looksOf = (line: Line, text: string) => line.find(piece => piece.text === text)?.look;
