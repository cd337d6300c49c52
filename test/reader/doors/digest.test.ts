import { expect, test } from 'vitest';
import { type DigestChoice, plainChoice } from '../../../src/model/recipe.ts';
import { openProject } from '../../../src/project/project.ts';
import { tagPassage } from '../../../src/project/tagging.ts';
import { projectPorts } from '../../../src/reader/projectPorts.ts';
import { copyToTerminal } from '../../../src/reader/terminal/clipboard.ts';
import { fakeClock, fakeIds } from '../../support/fakes.ts';
import { makeProject } from '../../support/project.ts';

const choose = (fields: Partial<DigestChoice> = {}): DigestChoice => ({
  ...plainChoice,
  ...fields,
});

/** A project with tags of two coders, and the reader's doors to it. */
async function study() {
  const folder = makeProject({
    'a.md': '---\ntitle: A\n---\nOne, and more of it.\n\nTwo.\n',
    'b.md': '---\ntitle: B\n---\nThree.\n',
  });
  const [clock, ids] = [fakeClock(), fakeIds()];
  const ports = { now: () => clock().toISOString(), newId: () => `urn:uuid:${ids()}` };
  const project = openProject(folder.folder, ports);
  const tag = (text: string, where: string, theme: string, coder: string, key = false) =>
    tagPassage(project, { text, theme, at: { where }, coder, key, memo: `on ${theme}` });
  await tag('a', '1', 'erwt', 'alex', true);
  await tag('a', '1:1-3', 'encryption', 'alex');
  await tag('b', '1', 'erwt', 'sam');
  const doors = projectPorts(project, 'alex', {
    HOME: folder.path('home'),
    XDG_STATE_HOME: folder.path('state'),
  });
  return { folder, project, doors, tag, [Symbol.dispose]: () => folder.remove() };
}

const blocksOf = (body: { kind: string; blocks?: readonly { kind: string; words: string }[] }) =>
  (body.blocks ?? []).map(({ kind, words }) => `${kind}: ${words}`);

test('the preview is the document: its theme, its rule, quotations with source and memo', async () => {
  using bench = await study();
  const { body, ...counts } = await bench.doors.preview(
    choose({ themes: ['erwt'], title: 'T' }),
    true,
  );
  expect(counts).toEqual({ passages: 2, transcripts: 2, leftOut: {} });
  const blocks = blocksOf(body);
  expect(blocks[0]).toBe('title: T');
  expect(blocks).toContain('part: ERWT');
  expect(blocks).toContain('key quote: One, and more of it.');
  expect(blocks).toContain('source: — B, ¶ 1 · sam');
  expect(blocks).toContain('memo: ↳ on erwt');
  expect(blocks.find(one => one.startsWith('rule: '))).toBeDefined();
});

test.each([
  ['two themes, where both are', { themes: ['erwt', 'encryption'], match: 'all' }, 2],
  ['one theme, not where the other is', { themes: ['erwt'], not: ['encryption'] }, 1],
  ['one coder', { coders: ['sam'] }, 1],
  ['two coders', { coders: ['sam', 'alex'] }, 3],
  ['one transcript', { texts: ['a'] }, 2],
  ['key quotations', { keyOnly: true }, 1],
  ['since a day that has not come', { since: '2999-01-01' }, 0],
] as const)('%s', async (_, fields, passages) => {
  using bench = await study();
  expect((await bench.doors.preview(choose(fields), true)).passages).toBe(passages);
});

test('formats for programs are shown as their text', async () => {
  using bench = await study();
  const { body } = await bench.doors.preview(choose({ format: 'csv' }), true);
  expect(body).toMatchObject({ kind: 'text' });
  expect(body.kind === 'text' && body.text.startsWith('id,text,')).toBe(true);
});

test('a change of the choice does not read everything again; what is written since is seen when asked for', async () => {
  using bench = await study();
  const { doors, tag } = bench;
  expect((await doors.preview(choose(), true)).passages).toBe(3);
  await tag('a', '2', 'erwt', 'alex');
  expect((await doors.preview(choose({ groupBy: 'text' }), false)).passages).toBe(3);
  expect((await doors.preview(choose(), true)).passages).toBe(4);
  await tag('b', '1', 'encryption', 'alex');
  await doors.saveLastDigest(choose());
  expect((await doors.preview(choose(), false)).passages).toBe(5);
});

test('a file is written, not over another one unasked, and verified', async () => {
  using bench = await study();
  const { doors, folder } = bench;
  expect(await doors.writeDigest(choose(), 'out/d.md', false)).toBe('written');
  expect(await doors.verifyDigest('out/d.md')).toEqual({
    words: 'all 3 quotations are as in the texts',
    ok: true,
  });
  folder.write('out/d.md', folder.read('out/d.md').replace('> Three.', '> Thirty.'));
  expect(await doors.writeDigest(choose(), 'out/d.md', false)).toBe('exists');
  const checked = await doors.verifyDigest('out/d.md');
  expect(checked).toMatchObject({ ok: false });
  expect(checked.words).toMatch(/^1 of 3 quotations not as in the texts: altered in b ¶ 1/);
  await expect(doors.writeDigest(choose(), ' ', false)).rejects.toThrow('no file named');
});

test('recipes and coders; a file that cannot be read is told', async () => {
  using bench = await study();
  const { doors, folder } = bench;
  expect(await doors.digestDesk()).toEqual({ recipes: [], coders: ['alex', 'sam'], problem: null });
  folder.write('annotations/digests.json', '{');
  const { problem } = await doors.digestDesk();
  expect(problem).toContain('digests.json ends too early');
});

test('a text goes to the clipboard by OSC 52, whole or not at all', () => {
  const written: string[] = [];
  copyToTerminal('é\u001b]52;c;x\u0007', sequence => written.push(sequence));
  const [, words = ''] = /^\u001b\]52;c;([A-Za-z0-9+/=]+)\u0007$/.exec(written[0] ?? '') ?? [];
  expect(Buffer.from(words, 'base64').toString('utf8')).toBe('é\u001b]52;c;x\u0007');
  expect(() => copyToTerminal('x'.repeat(80_000), () => undefined)).toThrow('too long to copy');
});
