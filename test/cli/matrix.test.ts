import { describe, expect, test } from 'vitest';
import { copySample, makeProject, type TestProject } from '../support/project.ts';
import { type RawTag, rawParagraphs, rawTags, rawText } from './figures.ts';
import { json, linesOf, marginalia, marginaliaIn } from './invoke.ts';

/** Twelve paragraphs of ten characters each. */
const GRID = Array.from({ length: 12 }, (_, i) => `p${String(i + 1).padStart(2, '0')} abcdef`).join(
  '\n\n',
);

/** Every way in which two passages can lie to each other, with the same words in another text. */
function overlaps(): TestProject {
  const project = makeProject({ 'grid.txt': GRID, 'other.txt': GRID });
  const tag = (theme: string, where: string, ...more: string[]) => {
    const [text = 'grid', place = ''] = where.includes(' ') ? where.split(' ') : ['grid', where];
    const { status, stderr } = marginalia(project, 'tag', text, place, theme, ...more);
    if (status !== 0) throw new Error(stderr);
  };
  // ¶ 1: equal bounds, by two coders; that is one passage of each theme.
  tag('erwt', '1');
  tag('encryption', '1');
  tag('encryption', '1', '--coder', 'sam');
  // ¶ 3: the one in the other. ¶ 5: they share a character. ¶ 7: they touch and share none.
  tag('erwt', '3');
  tag('encryption', '3:3-6');
  tag('erwt', '5:1-5');
  tag('encryption', '5:5-10');
  tag('erwt', '7:1-5');
  tag('encryption', '7:6-10');
  // ¶ 9 and 10: beside each other. ¶ 12 is two further on.
  tag('erwt', '9');
  tag('encryption', '10');
  tag('encryption', '12');
  // One passage over three paragraphs against one in the last of them; another text is another text.
  tag('state-threats', 'other 1-3');
  tag('encryption', 'other 3:1-2');
  tag('erwt', 'other 12');
  return project;
}

const pairs = (project: TestProject, near: string, a: string, b: string): number => {
  const { themes, rows } = json(project, 'matrix', '--near', near);
  const row = rows.find(({ theme }: { theme: string }) => theme === a);
  return row.counts[themes.indexOf(b)];
};

describe('matrix --near', () => {
  test('passages of two themes in every way in which they can lie to each other', () => {
    using project = overlaps();
    const of = (near: string) => [
      pairs(project, near, 'erwt', 'encryption'),
      pairs(project, near, 'encryption', 'erwt'),
      pairs(project, near, 'state-threats', 'encryption'),
      pairs(project, near, 'state-threats', 'erwt'),
    ];
    // Equal bounds in ¶ 1 alone.
    expect(of('passage')).toEqual([1, 1, 0, 0]);
    // ¶ 1, 3 and 5; and in the other text the long passage over the short one.
    expect(of('overlap')).toEqual([3, 3, 1, 0]);
    // ¶ 7 as well.
    expect(of('paragraph')).toEqual([4, 4, 1, 0]);
    expect(of('0')).toEqual([4, 4, 1, 0]);
    // ¶ 9 with 10.
    expect(of('1')).toEqual([5, 5, 1, 0]);
    // 1 and 3, 3 and 1, 3 and 5, 5 and 3, 5 and 7, 7 and 5, 9 and 7.
    expect(of('2')).toEqual([12, 12, 1, 0]);
    // Nine paragraphs lie from 3 to 12, which is all that the other text has.
    expect(of('9').slice(2)).toEqual([1, 1]);
    expect(of('8').slice(2)).toEqual([1, 0]);
  });

  test('to begin or to end together is to overlap, and is not the same passage', () => {
    using project = makeProject({ 'grid.txt': GRID });
    for (const [place, theme] of [
      ['2', 'erwt'],
      ['2:1-4', 'encryption'],
      ['2:6-10', 'state-threats'],
    ] as const)
      marginalia(project, 'tag', 'grid', place, theme);
    for (const other of ['encryption', 'state-threats']) {
      expect(pairs(project, 'passage', 'erwt', other)).toBe(0);
      expect(pairs(project, 'overlap', 'erwt', other)).toBe(1);
    }
    expect(pairs(project, 'overlap', 'encryption', 'state-threats')).toBe(0);
  });

  test('the passages of each theme, where coders agree once, and an empty diagonal', () => {
    using project = overlaps();
    const { rows, themes } = json(project, 'matrix', '--near', 'overlap');
    const of = (id: string) => rows.find(({ theme }: { theme: string }) => theme === id);
    expect(of('encryption').passages).toBe(7);
    expect(of('encryption').counts[themes.indexOf('encryption')]).toBe(0);
    expect(of('erwt').passages).toBe(6);
  });

  test.each(['passage', 'overlap', 'paragraph', '3'] as const)(
    'the sample project, each passage compared with each: %s',
    near => {
      using project = copySample();
      const { themes, rows } = json(project, 'matrix', '--near', near);
      const expected = themes.map(() => themes.map(() => 0));
      const places = onceEach(project);
      for (const a of places)
        for (const b of places)
          if (a.theme !== b.theme && a.text === b.text && TOGETHER[near](a, b))
            expected[themes.indexOf(a.theme)][themes.indexOf(b.theme)]++;
      expect(rows.map(({ counts }: { counts: number[] }) => counts)).toEqual(expected);
      expect(expected.flat().some((n: number) => n > 0)).toBe(true);
    },
  );
});

/** A passage of the files, with the first and the last of its paragraphs. */
type Place = RawTag & { first: number; last: number };

/** The passages of each theme in the files, where coders agree once. */
function onceEach(project: TestProject): Place[] {
  const tags = new Map(
    rawTags(project).map(tag => [`${tag.text} ${tag.theme} ${tag.start} ${tag.end}`, tag]),
  );
  return [...tags.values()].map(tag => {
    const numbers = rawParagraphs(rawText(project, tag.text));
    const own = numbers.slice(tag.start, tag.end).filter(n => n >= 0);
    return { ...tag, first: own[0] ?? -1, last: own.at(-1) ?? -1 };
  });
}

const apart = (a: Place, b: Place): number => Math.max(a.first - b.last, b.first - a.last, 0);

const TOGETHER = {
  passage: (a: Place, b: Place) => a.start === b.start && a.end === b.end,
  overlap: (a: Place, b: Place) => a.start < b.end && b.start < a.end,
  paragraph: (a: Place, b: Place) => apart(a, b) === 0,
  3: (a: Place, b: Place) => apart(a, b) <= 3,
};

describe('matrix', () => {
  test('counts what the files hold, by theme and transcript', () => {
    using project = copySample();
    const tags = rawTags(project);
    const { texts, rows, totals, total } = json(project, 'matrix');
    for (const { theme, counts } of rows)
      expect([theme, ...counts]).toEqual([
        theme,
        ...texts.map(
          (text: string) => tags.filter(tag => tag.theme === theme && tag.text === text).length,
        ),
      ]);
    expect(totals).toEqual(texts.map((id: string) => tags.filter(tag => tag.text === id).length));
    expect(total).toBe(tags.length);
    const keys = json(project, 'matrix', '--key-only');
    expect(keys.total).toBe(tags.filter(tag => tag.key).length);
  });

  test('lines: shades, numbers, what they stand for', () => {
    using project = overlaps();
    const { stdout, stderr, status } = marginalia(project, 'matrix');
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(linesOf(stdout)).toEqual([
      '                          grid      other   all',
      '● State threats              ·     ░░░  1     1',
      '■ ERWT                  ▓▓▓  5     ░░░  1     6',
      '▲ Prevent referrals          ·          ·     0',
      '◆ Encryption            ▓▓▓  7     ░░░  1     8',
      'all                         12          3    15',
      '',
      '░ 1-2   ▒ 3-4   ▓ 5-7   █ 8 and more   · none',
    ]);
    const plain = marginaliaIn(project.folder, ['matrix'], { MARGINALIA_ASCII: '1' }).stdout;
    expect(plain).toMatch(/^[\n -~]+$/);
    expect(plain).toContain('%%%  5');
  });

  test('many transcripts stand below each other, no line is wider than 80 cells', () => {
    using project = makeProject(
      Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`text-${i}.txt`, 'One.\n\nTwo.'])),
    );
    marginalia(project, 'tag', 'text-9', '1', 'erwt');
    const lines = linesOf(marginalia(project, 'matrix').stdout);
    expect(lines.filter(line => line.includes('ERWT'))).toHaveLength(3);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('a theme that was merged away counts for the other; one that nobody knows has a row', () => {
    using project = overlaps();
    expect(marginalia(project, 'themes', 'merge', 'erwt', 'encryption').status).toBe(0);
    const path = 'annotations/alex/other.json';
    project.write(path, project.read(path).replace('"state-threats"', '"nobody-knows"'));
    const { rows } = json(project, 'matrix');
    expect(rows.map(({ theme, counts }: Row) => [theme, ...counts])).toEqual([
      ['state-threats', 0, 0],
      ['prevent-referrals', 0, 0],
      ['encryption', 12, 2],
      ['nobody-knows', 0, 1],
    ]);
  });

  test('what is lost is left out and said, by theme; a text that is gone as well', () => {
    using project = overlaps();
    project.write('texts/grid.txt', `${GRID.replace('p12 abcdef', 'Nothing like it.')}`);
    const { rows, uncertain } = json(project, 'matrix');
    expect(uncertain).toBe(1);
    expect(rows.map(({ theme, uncertain: left }: Row) => [theme, left])).toEqual([
      ['state-threats', 0],
      ['erwt', 0],
      ['prevent-referrals', 0],
      ['encryption', 1],
    ]);
    expect(marginalia(project, 'matrix').stderr).toBe(
      '1 annotation left out: its place is not certain\n',
    );
    project.write('texts/grid.txt', GRID);
    project.write('texts/else.txt', GRID);
    const moved = makeProject(
      { 'else.txt': GRID },
      { 'alex/grid.json': project.read('annotations/alex/grid.json') },
    );
    expect(json(moved, 'matrix').uncertain).toBe(11);
    moved.remove();
  });

  test('CSV: a row a theme, no cell a formula', () => {
    using project = makeProject({ '=1+1.txt': 'One.' });
    marginalia(project, 'themes', 'add', '=cmd()');
    marginalia(project, 'tag', '=1+1', '1', '=cmd()');
    const { stdout } = marginalia(project, 'matrix', '--format', 'csv', '--bom');
    const [first, ...rows] = stdout.split('\r\n');
    expect(first).toBe("\uFEFFtheme,name,'=1+1,total,uncertain");
    expect(rows).toContain("cmd,'=cmd(),1,1,0");
  });

  test('where: strips from the beginning to the end, and the places themselves', () => {
    using project = makeProject({ 'half.txt': `${'a'.repeat(49)}\n\n${'b'.repeat(49)}` });
    marginalia(project, 'tag', 'half', '2', 'erwt');
    const [title, strip] = linesOf(marginalia(project, 'matrix', '--where').stdout);
    expect(title).toBe('half');
    expect(strip).toMatch(/^ {2}■ ERWT +·+[░▒▓]?█+ 1$/);
    const signs = /[·░▒▓█]+/.exec(strip ?? '')?.[0] ?? '';
    expect(Math.abs(signs.lastIndexOf('·') + 1 - signs.length / 2)).toBeLessThanOrEqual(1);
    const { texts } = json(project, 'matrix', '--where');
    expect(texts[0].themes[1]).toEqual({
      theme: 'erwt',
      places: [{ start: 51, end: 100, paragraphs: [2, 2] }],
    });
  });

  test.each([
    [
      ['--near', 'far'],
      2,
      '--near far: not known. Give passage, overlap, paragraph or a number of paragraphs up to 100',
    ],
    [
      ['--near', '101'],
      2,
      '--near 101: not known. Give passage, overlap, paragraph or a number of paragraphs up to 100',
    ],
    [
      ['--near', '1', '--where'],
      2,
      'matrix: --near and --where exclude each other. Give one of them',
    ],
    [['--theme', 'none'], 1, 'none: no such theme. "marginalia themes" lists them'],
    [['--text', 'none'], 1, 'none: no such transcript in texts/. "marginalia texts" lists them'],
    [['--since', 'May'], 2, '--since May: not a day. Give it as 2026-11-03'],
  ])('%j is status %i', (args, status, message) => {
    using project = makeProject({ 'one.txt': 'One.' });
    const outcome = marginalia(project, 'matrix', ...args);
    expect(outcome).toEqual({ status, stdout: '', stderr: `marginalia: ${message}\n` });
  });
});

interface Row {
  theme: string;
  counts: number[];
  uncertain: number;
}
