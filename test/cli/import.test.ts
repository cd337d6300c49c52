import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makeProject, type TestProject } from '../support/project.ts';
import { importIn, PAGE, PARAGRAPH } from './imports.ts';
import { linesOf, marginalia } from './invoke.ts';
import { bytesUnder } from './snapshot.ts';

const json = async (project: TestProject, args: string[], input?: string) =>
  JSON.parse((await importIn(project, [...args, '--json'], input)).stdout);

describe('import', () => {
  test('writes a transcript with its front matter and keeps the original', async () => {
    using project = makeProject({});
    project.write('page.txt', PAGE);
    const { status, stdout, stderr } = await importIn(project, ['page.txt']);
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: 'a-title  3 paragraphs, 2 left out  page.txt\n',
      stderr: 'Imported 1 text; 2 paragraphs left out, all kept in texts/.originals/\n',
    });
    expect(project.read('texts/a-title.md')).toBe(
      `---
title: "A title"
imported: "2026-11-22T12:00:00.000Z"
original: ".originals/a-title.txt"
sha256: "d13b9e5ff1e5e0e0"
---
A title

${PARAGRAPH}

${PARAGRAPH}
`.replace(/sha256: ".*"/, `sha256: "${await sha256(PAGE)}"`),
    );
    expect(project.read('texts/.originals/a-title.txt')).toBe(PAGE);
  });

  test('has the promised JSON shape', async () => {
    using project = makeProject({ 'known.txt': 'Known words.' });
    project.write('page.txt', PAGE);
    project.write('again.txt', 'Known words.');
    project.write('empty.txt', '');
    expect(await json(project, ['page.txt', 'again.txt', 'empty.txt'])).toEqual({
      imported: [
        { id: 'a-title', source: 'page.txt', paragraphs: 3, dropped: 2, notes: [], anchors: null },
      ],
      present: [{ id: 'known', source: 'again.txt' }],
      refused: [{ source: 'empty.txt', reason: 'empty' }],
      passedOver: 0,
      dryRun: false,
    });
  });

  test('takes what the user says before what the source says', async () => {
    using project = makeProject({});
    project.write('page.txt', PAGE);
    await importIn(project, [
      'page.txt',
      '--id',
      'Mine',
      '--title',
      'T',
      '--speaker',
      'S',
      '--date',
      '3 March 2020',
      '--source',
      'https://example.org/',
    ]);
    expect(project.read('texts/Mine.md')).toContain(
      'title: "T"\nspeaker: "S"\ndate: "2020-03-03"\nsource: "https://example.org/"\n',
    );
  });

  test('the title of a chapter is not the title of the text', async () => {
    using project = makeProject({});
    project.write(
      'two chapters.txt',
      ['A sentence to begin with.', 'ONE', PARAGRAPH, 'TWO', PARAGRAPH, 'End.'].join('\n\n'),
    );
    await importIn(project, ['two chapters.txt']);
    expect(project.read('texts/two-chapters.md')).toMatch(
      /^---\ntitle: "two chapters"\n[\s\S]*\n## ONE\n/,
    );
  });

  test('says how it read other encodings', async () => {
    using project = makeProject({});
    project.write('old.txt', Buffer.from('caf\u00E9 au lait\n', 'latin1'));
    expect((await importIn(project, ['old.txt'])).stderr).toBe(
      'old: read as windows-1252\nImported 1 text\n',
    );
    expect(project.read('texts/old.md')).toMatch(/---\ncaf\u00E9 au lait\n$/);
    expect(readFileSync(project.path('texts/.originals/old.txt'), 'latin1')).toBe(
      'caf\u00E9 au lait\n',
    );
  });

  test('reads standard input', async () => {
    using project = makeProject({});
    expect((await json(project, ['-', '--title', 'Piped'], 'Some words.')).imported).toMatchObject([
      { id: 'piped', source: '-' },
    ]);
    expect(
      (await json(project, ['-'], '<!doctype html><title>Page</title><p>Words.')).imported,
    ).toMatchObject([{ id: 'page' }]);
    expect((await importIn(project, ['-', '-'])).status).toBe(2);
  });

  test('takes folders with all in them, patterns, and each file once', async () => {
    using project = makeProject({});
    for (const name of [
      'in/b.txt',
      'in/a.md',
      'in/deep/c.html',
      'in/picture.png',
      'in/.hidden.txt',
    ])
      project.write(name, `Words of ${name}.`);
    const report = await json(project, ['in', 'in/*.txt']);
    expect(report.imported.map(({ source }: { source: string }) => source)).toEqual([
      'in/a.md',
      'in/b.txt',
      'in/deep/c.html',
    ]);
    expect(report).toMatchObject({
      present: [{ id: 'b', source: 'in/b.txt' }],
      passedOver: 1,
      refused: [],
    });
    expect((await json(project, ['.'])).imported).toEqual([]);
  });

  test('the same call twice writes nothing the second time', async () => {
    using project = makeProject({});
    project.write('page.txt', PAGE);
    await importIn(project, ['page.txt']);
    const before = bytesUnder(project.folder);
    expect((await importIn(project, ['page.txt'])).stdout).toBe(
      'a-title  there already  page.txt\n',
    );
    expect(bytesUnder(project.folder)).toEqual(before);
  });

  test('works as the built program, pages of HTML included', () => {
    using project = makeProject({});
    project.write(
      'page.html',
      `<!doctype html><title>Of a page</title><style>p { color: red } @media print { p { margin: 0 } } @font-face { font-family: a }</style><canvas></canvas><article>${`<p>${PARAGRAPH}</p>`.repeat(6)}</article><script>process.exit(9)</script>`,
    );
    expect(marginalia(project, 'import', 'page.html')).toMatchObject({
      status: 0,
      stdout: 'of-a-page  6 paragraphs  page.html\n',
    });
  });
});

describe('the plan of a dry run', () => {
  test('lists every block with its reason and writes nothing', async () => {
    using project = makeProject({});
    project.write('page.txt', PAGE);
    const before = bytesUnder(project.folder);
    const { stdout, stderr } = await importIn(project, ['page.txt', '--dry-run']);
    expect(linesOf(stdout)).toEqual([
      'a-title  3 paragraphs, 2 left out  page.txt',
      '1 - Menu  [navigation]',
      '2   A title',
      `3   ${PARAGRAPH.slice(0, 75).trimEnd()}…`,
      `4   ${PARAGRAPH.slice(0, 75).trimEnd()}…`,
      '5 - © 2020 Somebody  [copyright line]',
    ]);
    expect(stderr).toBe('Would import 1 text; 2 paragraphs left out\n');
    expect(bytesUnder(project.folder)).toEqual(before);
  });

  test('its numbers and words are those of --from and --to', async () => {
    using project = makeProject({});
    project.write('page.txt', PAGE);
    const kept = async (...args: string[]) => {
      const { imported } = await json(project, ['page.txt', '--dry-run', ...args]);
      return imported[0].plan.flatMap(({ n, drop }: { n: number; drop: string | null }) =>
        drop === null ? [n] : [],
      );
    };
    expect(await kept()).toEqual([2, 3, 4]);
    expect(await kept('--from', '3')).toEqual([3, 4]);
    expect(await kept('--from', 'menu', '--to', '2')).toEqual([1, 2]);
    expect(await kept('--keep-all')).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('ids', () => {
  test('are made of titles, never doubled, and safe everywhere', async () => {
    using project = makeProject({ 'Ferry.md': 'Here already.' });
    const titles = ['Ferry', 'CON', '../../x', 'dots...', 'Cafe\u0301', 'caf\u00E9', '\u{1F600}'];
    const ids = [];
    for (const title of titles)
      ids.push((await json(project, ['-', '--title', title], `Words of ${title}.`)).imported[0].id);
    expect(ids).toEqual(['ferry-2', 'con-1', 'x', 'dots', 'caf\u00E9', 'caf\u00E9-2', 'text']);
    expect(marginalia(project, 'check').status).toBe(0);
  });

  test.each([
    '../../x',
    'CON',
    'con.old',
    'a/b',
    'a\\b',
    'ends.',
    ' x',
    '.hidden',
    'a:b',
    '',
    'x'.repeat(300),
  ])('%j is refused: wrong usage, one line, nothing written', async id => {
    using project = makeProject({});
    const { status, stdout, stderr } = await importIn(project, ['-', '--id', id], 'Words.');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^marginalia: --id: [^\n]*\n$/);
    expect(Object.keys(bytesUnder(project.folder))).toEqual([]);
  });

  test('one that is taken is refused unless it is to be replaced', async () => {
    using project = makeProject({ 'Taken.txt': 'Here already.' });
    const { status, stderr } = await importIn(project, ['-', '--id', 'taken'], 'Words.');
    expect({ status, stderr: linesOf(stderr)[0] }).toEqual({
      status: 1,
      stderr:
        'marginalia: -: texts/ has a text taken already. --replace puts this one in its place',
    });
    expect(project.read('texts/Taken.txt')).toBe('Here already.');
  });
});

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Buffer.from(hash).toString('hex');
}
