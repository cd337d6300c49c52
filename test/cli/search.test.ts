import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { describeCorpus } from '../support/corpora.ts';
import { makeProject, type TestProject } from '../support/project.ts';
import { json, linesOf, marginalia } from './invoke.ts';

interface Hit {
  text: string;
  paragraph: number;
  start: number;
  end: number;
  before: string;
  match: string;
  after: string;
  themes: string[];
}

const TALK = `# Locks

Nobody asked for a 😀 key. The lock\u00A0smith did not.

She said: a lock is a promise, and
the Lock of the north gate was one.

Unlocked.
`;

const study = () =>
  makeProject({
    'talk.md': TALK,
    'other.txt': 'No such thing.\n\nA padlock.\n',
    'last.txt': 'Nothing.',
  });

const hits = (project: TestProject, ...args: string[]): Hit[] =>
  json(project, 'search', ...args).hits;

/** Of each hit its text, paragraph and words. */
const short = (found: readonly Hit[]) =>
  found.map(hit => `${hit.text} ${hit.paragraph} ${hit.before}[${hit.match}]${hit.after}`);

describe('search', () => {
  test('finds words in all texts, with the words around them', () => {
    using project = study();
    expect(short(hits(project, 'lock', '--context', '2'))).toEqual([
      'other 2 A pad[lock].',
      'talk 1 # [Lock]s',
      'talk 2 key. The [lock]\u00A0smith did',
      'talk 3 said: a [lock] is a',
      'talk 3 and\nthe [Lock] of the',
      'talk 4 Un[lock]ed.',
    ]);
  });

  test('counts all hits, and gives code points into the text', () => {
    using project = study();
    const { hits: found, total } = json(project, 'search', 'lock smith');
    expect(total).toBe(1);
    const points = Array.from(TALK);
    const before = TALK.slice(0, TALK.indexOf('lock\u00A0smith'));
    expect(found).toEqual([
      {
        text: 'talk',
        paragraph: 2,
        start: Array.from(before).length,
        end: Array.from(before).length + 'lock smith'.length,
        before: 'Nobody asked for a 😀 key. The ',
        match: 'lock\u00A0smith',
        after: ' did not.',
        themes: [],
      },
    ]);
    expect(points.slice(found[0].start, found[0].end).join('')).toBe('lock\u00A0smith');
  });

  test('a capital letter counts', () => {
    using project = study();
    expect(hits(project, 'Lock').map(hit => hit.paragraph)).toEqual([1, 3]);
  });

  test('themes are those of the passages that the hit lies in', () => {
    using project = study();
    marginalia(project, 'tag', 'talk', 'encryption', '--quote', 'a lock is a promise');
    marginalia(project, 'tag', 'talk', '3', 'erwt', '--coder', 'sam');
    const found = (...args: string[]) =>
      hits(project, 'lock', '--text', 'talk', ...args).map(hit => [hit.paragraph, hit.themes]);
    expect(found()).toEqual([
      [1, []],
      [2, []],
      [3, ['erwt', 'encryption']],
      [3, ['erwt']],
      [4, []],
    ]);
    expect(found('--theme', 'Encryption')).toEqual([[3, ['erwt', 'encryption']]]);
    expect(found('--theme', 'erwt', '--coder', 'alex')).toEqual([]);
  });

  test('an expression, by --regex or between slashes', () => {
    using project = study();
    const expected = ['talk 2 [key].', 'talk 3 [gate]'];
    expect(short(hits(project, '--regex', 'key|gate', '--context', '0'))).toEqual(expected);
    expect(short(hits(project, '/key|gate/', '--context', '0'))).toEqual(expected);
    expect(short(hits(project, '--regex', '^Un.*$', '--context', '0'))).toEqual([
      'talk 4 [Unlocked.]',
    ]);
  });

  test('lines are aligned on the keyword, paragraph and themes beside', () => {
    using project = study();
    marginalia(project, 'tag', 'talk', '3', 'encryption');
    const { stdout, stderr, status } = marginalia(project, 'search', 'lock', '--context', '3');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '6 hits in 2 transcripts\n' });
    expect(linesOf(stdout)).toEqual([
      'other',
      '2              A padlock.',
      'talk',
      '1                 # Locks',
      '2       😀 key. The lock smith did not.',
      '3       She said: a lock is a promise,   ◆ Encryption',
      '3  promise, and the Lock of the north    ◆ Encryption',
      '4                 Unlocked.',
    ]);
  });

  test('no line is wider than 80 cells, whatever stands around a hit', () => {
    using project = makeProject({
      'wide.md': `${'漢字 '.repeat(40)}lock ${'語'.repeat(300)}\n\n${'x'.repeat(300)}lock${'y'.repeat(300)}\n\n\u001b[31mlock\u0007\n`,
    });
    marginalia(project, 'tag', 'wide', '1', 'prevent-referrals');
    marginalia(project, 'tag', 'wide', '1', 'encryption');
    const lines = linesOf(marginalia(project, 'search', 'lock', '--context', '50').stdout);
    expect(lines).toHaveLength(4);
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(80);
    expect(lines.join('')).not.toMatch(/[\u0000-\u001f]/);
    const columns = lines.slice(1).map(line => stringWidth(line.slice(0, line.indexOf('lock'))));
    expect(new Set(columns).size).toBe(1);
  });

  test('nothing found is no failure', () => {
    using project = study();
    expect(marginalia(project, 'search', 'submarine')).toEqual({
      status: 0,
      stdout: '',
      stderr: 'No hits\n',
    });
    expect(json(project, 'search', 'submarine')).toEqual({ hits: [], total: 0 });
  });

  test.each([
    [['  '], 2, 'search: nothing to look for. Give a word or more'],
    [
      ['--regex', '('],
      2,
      '(: not a regular expression (missing closing ): (). Mend it, or search without --regex',
    ],
    [['x', '--context', '-1'], 2, '--context -1: not a number of words. Give 0 to 500'],
    [['x', '--context', 'many'], 2, '--context many: not a number of words. Give 0 to 500'],
    [
      ['x', '--text', 'none'],
      1,
      'none: no such transcript in texts/. "marginalia texts" lists them',
    ],
    [['x', '--theme', 'none'], 1, 'none: no such theme. "marginalia themes" lists them'],
  ])('%j is status %i', (args, status, message) => {
    using project = study();
    const { stdout, stderr, status: given } = marginalia(project, 'search', ...args);
    expect({ stdout, stderr, given }).toEqual({
      stdout: '',
      stderr: `marginalia: ${message}\n`,
      given: status,
    });
  });

  test('a text that cannot be read is named, the others are searched all the same', () => {
    using project = makeProject({
      'bad.txt': Buffer.from([0x6c, 0x6f, 0x63, 0x6b, 0xff]),
      'worse.txt': Buffer.from([0xff]),
      'good.txt': 'lock',
    });
    const { status, stdout, stderr } = marginalia(project, 'search', 'lock', '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout).hits.map((hit: Hit) => hit.text)).toEqual(['good']);
    expect(stderr).toContain('bad.txt: not UTF-8');
    expect(stderr).toContain('worse.txt: not UTF-8');
  });
});

describeCorpus('transcripts', 1, folder => {
  test('every hit of a word in the real texts, as a plain search counts them', () => {
    const texts = Object.fromEntries(
      readdirSync(folder).map(file => [file, readFileSync(join(folder, file), 'utf8')]),
    );
    using project = makeProject(texts);
    for (const word of ['encrypt', 'end-to-end', 'terrorism', 'the']) {
      const found = hits(project, word);
      const counts = Object.entries(texts).map(
        ([file, text]) =>
          [file.replace('.txt', ''), text.toLowerCase().split(word).length - 1] as const,
      );
      for (const [id, count] of counts)
        expect([id, found.filter(hit => hit.text === id).length]).toEqual([id, count]);
      for (const { text, start, end, before, match, after } of found) {
        const points = Array.from(texts[`${text}.txt`] ?? '');
        expect(points.slice(start, end).join('')).toBe(match);
        const around = points
          .slice(Math.max(0, start - before.length), end + after.length)
          .join('');
        expect(around).toContain(match + after);
      }
    }
  });
});
