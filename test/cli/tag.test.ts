import { describe, expect, test } from 'vitest';
import { makeProject, type TestProject } from '../support/project.ts';
import { json, linesOf, marginalia } from './invoke.ts';

const FAMILY = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}';
const TEXT = `# Title

The ${FAMILY} at the cafe\u0301 said\u00A0\u201Cit\u2019s late\u201D and left.

Second, and second again.

Third.
`;
const study = () => makeProject({ 'note.md': TEXT });
const tag = (project: TestProject, ...args: string[]) =>
  json(project, 'tag', ...args).annotations[0];

describe('the forms of WHERE', () => {
  // Worked out by hand: '# Title' and the blank line take 9 code points; the family is one grapheme of five.
  test.each([
    ['1', [1], 0, 7, '# Title'],
    ['4', [4], 87, 93, 'Third.'],
    ['3-4', [3, 4], 60, 93, 'Second, and second again.\n\nThird.'],
    ['2:5-5', [2], 13, 18, FAMILY],
    ['2:5-8', [2], 13, 21, `${FAMILY} at`],
    ['2:14-17', [2], 26, 31, 'cafe\u0301'],
    ['2:17-17', [2], 29, 31, 'e\u0301'],
  ])('%s', (where, paragraphs, start, end, quote) => {
    using project = study();
    const written = tag(project, 'note', where, 'erwt');
    expect(written).toMatchObject({ paragraphs, start, end, quote });
    expect([...TEXT].slice(start, end).join('')).toBe(quote);
    expect(json(project, 'annotations').annotations).toEqual([written]);
  });

  test('the whole of a record', () => {
    using project = study();
    const written = tag(project, 'note.md', '4', 'State threats', '--memo', 'why?', '--key');
    expect(written).toEqual({
      id: expect.stringMatching(
        /^urn:uuid:[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
      ),
      text: 'note',
      theme: 'state-threats',
      coder: 'alex',
      paragraphs: [4],
      start: 87,
      end: 93,
      quote: 'Third.',
      memo: 'why?',
      key: true,
      created: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      modified: written.created,
      anchor: { kind: 'exact', score: null },
    });
  });
});

describe('--quote', () => {
  test.each([
    [
      'plain quotation marks and spaces',
      'said "it\'s late"',
      'said\u00A0\u201Cit\u2019s late\u201D',
    ],
    ['a composed letter', 'the caf\u00E9 said', 'the cafe\u0301 said'],
    ['over a paragraph’s end', 'again. Third.', 'again.\n\nThird.'],
    ['more white space than there is', ' and   left. ', 'and left.'],
  ])('folds %s; the text’s own words are stored', (_title, quote, expected) => {
    using project = study();
    expect(tag(project, 'note', 'erwt', '--quote', quote).quote).toBe(expected);
    expect(project.read('annotations/alex/note.json')).toContain(JSON.stringify(expected));
  });

  test('that fits in several places is status 1, the places listed; nothing is written', () => {
    using project = study();
    const { status, stdout, stderr } = marginalia(
      project,
      'tag',
      'note',
      'erwt',
      '--quote',
      'econd',
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toBe(
      'marginalia: note: these words stand in 2 places (3:2-6, 3:14-18). Quote more of them, or give the place\n',
    );
    expect(project.has('annotations')).toBe(false);
  });

  test('that is nowhere is status 1; none is wrong usage', () => {
    using project = study();
    expect(marginalia(project, 'tag', 'note', 'erwt', '--quote', 'fourth')).toMatchObject({
      status: 1,
    });
    expect(marginalia(project, 'tag', 'note', 'erwt', '--quote', ' ')).toMatchObject({ status: 2 });
  });
});

test.each([
  [['nothing', '1', 'erwt'], 1, /^marginalia: nothing: no such transcript/],
  [['note', '9', 'erwt'], 1, /^marginalia: note: no ¶ 9\. It has ¶ 1 to ¶ 4/],
  [
    ['note', '1', 'nothing'],
    1,
    /^marginalia: nothing: no such theme\. "marginalia themes" lists them/,
  ],
  [['note', 'one', 'erwt'], 2, /^marginalia: one: not a place/],
  [['note', '1'], 2, /^marginalia: tag: give a text, a place and a theme/],
  [['note', '1', 'State', 'threats'], 2, /^marginalia: tag: too many words \(threats\)/],
  [
    ['note', '1', 'erwt', '--quote', 'x'],
    2,
    /^marginalia: tag: with --quote give a text and a theme only/,
  ],
  [['note', '--quote', 'x'], 2, /^marginalia: tag: with --quote give a text and a theme/],
])('tag %j is status %i and writes nothing', (args, status, message) => {
  using project = study();
  const done = marginalia(project, 'tag', ...args);
  expect(done).toMatchObject({ status, stdout: '', stderr: expect.stringMatching(message) });
  expect(linesOf(done.stderr)).toHaveLength(1);
  expect(project.has('annotations')).toBe(false);
});

test('an equal tag is not written again: the first comes back', () => {
  using project = study();
  const first = tag(project, 'note', '3', 'erwt', '--memo', 'first');
  const before = project.read('annotations/alex/note.json');
  const again = marginalia(
    project,
    'tag',
    'note',
    'ERWT',
    '--quote',
    'Second, and second again.',
    '--json',
  );
  expect(JSON.parse(again.stdout).annotations).toEqual([first]);
  expect(again).toMatchObject({ status: 0, stderr: 'There already: nothing was written\n' });
  expect(project.read('annotations/alex/note.json')).toBe(before);
  // Another theme, other bounds or another coder make another annotation.
  tag(project, 'note', '3', 'encryption');
  tag(project, 'note', '3-4', 'erwt');
  tag(project, 'note', '3', 'erwt', '--coder', 'sam');
  expect(json(project, 'annotations').annotations).toHaveLength(4);
});

describe('untag', () => {
  test('by a beginning of six characters or more, in any case, with or without urn:uuid:', () => {
    using project = study();
    const ids = ['1', '2', '3'].map(where => tag(project, 'note', where, 'erwt').id as string);
    const bare = ids.map(id => id.slice('urn:uuid:'.length));
    const removed = json(project, 'untag', (bare[0] ?? '').slice(0, 6).toUpperCase(), ids[2] ?? '');
    expect(removed.annotations.map((one: { id: string }) => one.id)).toEqual([ids[0], ids[2]]);
    expect(json(project, 'annotations').annotations.map((one: { id: string }) => one.id)).toEqual([
      ids[1],
    ]);
    expect(marginalia(project, 'untag', bare[1] ?? '')).toMatchObject({
      status: 0,
      stderr: 'Removed 1 annotation\n',
    });
    expect(project.has('annotations/alex/note.json')).toBe(false);
  });

  test('another’s, an unknown one or a short one stops the whole', () => {
    using project = study();
    const mine = tag(project, 'note', '1', 'erwt').id;
    const theirs = tag(project, 'note', '1', 'erwt', '--coder', 'sam').id;
    const attempt = (...ids: string[]) => marginalia(project, 'untag', ...ids);
    const foreign = attempt(mine, theirs);
    expect(foreign.status).toBe(1);
    expect(foreign.stderr).toContain("this annotation is sam's, and you are alex");
    expect(attempt(mine, 'ffffffff-0000')).toMatchObject({ status: 1 });
    expect(attempt(mine, 'fffff')).toMatchObject({ status: 2 });
    expect(json(project, 'annotations').annotations).toHaveLength(2);
    expect(attempt(theirs, '--coder', 'Sam')).toMatchObject({ status: 0 });
  });

  test('a beginning that fits two is ambiguous', () => {
    using project = study();
    tag(project, 'note', '1', 'erwt');
    tag(project, 'note', '3', 'erwt');
    const path = 'annotations/alex/note.json';
    let next = 0;
    const twins = project
      .read(path)
      .replace(/"id": ?"urn:uuid:[^"]+", ?"type": ?"Annotation"/g, () => {
        next++;
        return `"id":"urn:uuid:abcdef00-0000-4000-8000-00000000000${next}","type":"Annotation"`;
      });
    expect(next).toBe(2);
    project.write(path, twins);
    const ambiguous = marginalia(project, 'untag', 'abcdef');
    expect(ambiguous).toMatchObject({ status: 1, stdout: '' });
    expect(ambiguous.stderr).toBe(
      'marginalia: abcdef: 2 annotations begin so. Give more of the id\n',
    );
    // The list shows as much of them as tells them apart.
    const shown = linesOf(marginalia(project, 'annotations').stdout);
    expect(shown.some(line => line.startsWith('abcdef00-0000-4000-8000-000000000001'))).toBe(true);
  });
});
