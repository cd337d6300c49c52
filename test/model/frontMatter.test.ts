import { expect, test } from 'vitest';
import { readFrontMatter } from '../../src/model/frontMatter.ts';

/** Fields and body of a file. */
function read(file: string) {
  const { fields, bodyStart, problem } = readFrontMatter(file);
  return { fields, body: file.slice(bodyStart), problem };
}

test('fields are read, unknown keys kept, and the body begins after the closing line', () => {
  const file = '---\ntitle: A speech\ndate: 2021-07-14\nmine: [1, two]\n---\n\nFirst.';
  expect(read(file)).toEqual({
    fields: { title: 'A speech', date: '2021-07-14', mine: [1, 'two'] },
    body: '\nFirst.',
    problem: null,
  });
});

test.each([
  ['---\n---\nBody.', {}, 'Body.'],
  ['---\n# a comment\n---\nBody.', {}, 'Body.'],
  ['--- \t\ntitle: A\n---  \nBody.', { title: 'A' }, 'Body.'],
  ['---\ntitle: A\n---', { title: 'A' }, ''],
  ['---\ntext: |\n  one\n  --- two\n---\nBody.', { text: 'one\n--- two\n' }, 'Body.'],
  ['---\ntitle: A\n---\nBody.\n---\nMore.', { title: 'A' }, 'Body.\n---\nMore.'],
])('%j is front matter', (file, fields, body) => {
  expect(read(file)).toEqual({ fields, body, problem: null });
});

test.each([
  ['nothing', ''],
  ['plain text', 'First.\n---\nSecond.'],
  ['a rule as first paragraph', '---\n\nFirst.'],
  ['rules around the first paragraph', '---\n\nOnce upon a time.\n\n---\n\nSecond.'],
  ['a list between rules', '---\n- one\n- two\n---\nSecond.'],
  ['an opening that is never closed', '---\ntitle: A\n\nFirst.'],
  ['four hyphens', '----\ntitle: A\n---\nFirst.'],
  ['an indented opening', ' ---\ntitle: A\n---\nFirst.'],
])('%s is body', (_name, file) => {
  expect(read(file)).toEqual({ fields: {}, body: file, problem: null });
});

test.each([
  ['an open quotation mark', 'title: "A speech'],
  ['a second colon', 'title: A speech: part one'],
  ['a key that comes twice', 'title: A\ntitle: B'],
  ['an open bracket', 'tags: [a, b'],
  ['an unknown anchor', 'title: *missing'],
  ['a tab as indentation', 'a:\n\tb: c'],
])('%s is named as a problem, and stays out of the body', (_name, yaml) => {
  const { fields, body, problem } = read(`---\n${yaml}\n---\nBody.`);
  expect({ fields, body }).toEqual({ fields: {}, body: 'Body.' });
  expect(problem).toMatch(/^\S.*\S$/);
});

test('aliases cannot make a few lines huge', () => {
  const lines = Array.from(
    { length: 9 },
    (_, n) =>
      `k${n}: &k${n} [${Array(9)
        .fill(n === 0 ? 'lol' : `*k${n - 1}`)
        .join(', ')}]`,
  );
  const { fields, problem } = read(`---\n${lines.join('\n')}\n---\nBody.`);
  expect(fields).toEqual({});
  expect(problem).toMatch(/alias/i);
});

test.each(['? ', '- ', '[', '{'])(
  'values nested by %j, hundreds deep, are a problem, not work',
  sign => {
    // There are YAML parsers that need minutes for eight hundred of the first.
    expect(read(`---\na:\n  ${sign.repeat(300)}\n---\nBody.`)).toMatchObject({
      fields: {},
      body: 'Body.',
      problem: expect.stringMatching(/\S/),
    });
  },
);

test('no key reaches the prototype of anything', () => {
  const { fields } = read('---\n__proto__: {hostile: true}\nconstructor: 1\n---\n');
  expect(Object.hasOwn(fields, '__proto__')).toBe(true);
  expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
  expect('hostile' in {}).toBe(false);
});
