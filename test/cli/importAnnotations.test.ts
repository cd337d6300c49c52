import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/program.ts';
import { importAnnotations } from '../../src/project/importAnnotations.ts';
import { openProject } from '../../src/project/project.ts';
import { realFileSystem } from '../../src/store/fileSystem.ts';
import { Store } from '../../src/store/store.ts';
import { makeProject, type TestProject } from '../support/project.ts';
import { fakeWorld } from './world.ts';

const A =
  '---\ntitle: "=cmd()"\n---\nThe tide turns twice.\n\n=SUM(A1) was said, and\n“no”.\n\nThe lamp went out.\n';
const B = 'First it rained.\n\nThen the river rose.\n\nFirst it rained.\n';

async function study() {
  const project = makeProject({ 'a.md': A, 'b.txt': B });
  const { call } = fakeWorld(project.folder);
  const go = (...args: string[]) => call(run, ...args);
  await go('tag', 'a', '1', 'encryption', '--memo', '=1+1\n\'=x, and "more"');
  await go('tag', 'a', '2', 'erwt', '--key', '--memo', "''-");
  await go('tag', 'a', '2:1-8', 'erwt');
  await go('tag', 'b', '2', 'state-threats', '--coder', 'sam');
  await go('tag', 'b', '1', 'erwt');
  await go('digest', '--notes', '--out', 'd.csv', '--quiet');
  return { project, go, [Symbol.dispose]: () => project.remove() };
}

/** Every annotation file with its bytes. */
function files(project: TestProject): Record<string, string> {
  const names = ['alex', 'sam'].flatMap(coder => {
    const folder = project.path('annotations', coder);
    if (!project.has(`annotations/${coder}`)) return [];
    return readdirSync(folder).map(name => `${coder}/${name}`);
  });
  return Object.fromEntries(names.map(name => [name, project.read(`annotations/${name}`)]));
}

const forget = (project: TestProject): void =>
  ['alex', 'sam'].forEach(coder => {
    rmSync(project.path('annotations', coder), { recursive: true, force: true });
  });

/** The file with each of its rows changed by a function of its cells; no cell of it holds a comma or a line end. */
function edit(project: TestProject, change: (text: string) => string): void {
  writeFileSync(project.path('d.csv'), change(readFileSync(project.path('d.csv'), 'utf8')));
}

describe('a digest as CSV', () => {
  test('reads back into the very same annotations, byte for byte', async () => {
    using bench = await study();
    const before = files(bench.project);
    forget(bench.project);
    const { status, stderr } = await bench.go('import', 'd.csv');
    expect({ status, stderr }).toEqual({ status: 0, stderr: 'd.csv: wrote 5 annotations\n' });
    expect(files(bench.project)).toEqual(before);
    expect(before['alex/a.json']).toContain("=1+1\\n'=x");
  });

  test('what is there already is counted and not doubled', async () => {
    using bench = await study();
    const before = files(bench.project);
    const { stderr } = await bench.go('import', 'd.csv');
    expect(stderr).toBe('d.csv: wrote 0 annotations; 5 there already\n');
    edit(bench.project, text => text.replaceAll(/urn:uuid:[0-9a-f-]+/g, ''));
    expect((await bench.go('import', 'd.csv')).stderr).toContain('5 there already');
    expect(files(bench.project)).toEqual(before);
  });

  test('--dry-run says what would come of it and writes nothing', async () => {
    using bench = await study();
    forget(bench.project);
    const { stdout, stderr } = await bench.go('import', 'd.csv', '--dry-run', '--json');
    expect(stderr).toBe('d.csv: would write 5 annotations\n');
    expect(JSON.parse(stdout)).toMatchObject({
      dryRun: true,
      files: [{ file: 'd.csv', present: 0, moved: 0, refused: [] }],
    });
    expect(JSON.parse(stdout).files[0].written).toHaveLength(5);
    expect(files(bench.project)).toEqual({});
  });

  test('as a spreadsheet saves it: semicolons, other order, other columns, UTF-16 with tabs', async () => {
    using bench = await study();
    const before = files(bench.project);
    const { parse } = await import('csv-parse/sync');
    const { stringify } = await import('csv-stringify/sync');
    const rows: string[][] = parse(bench.project.read('d.csv'));
    const turned = rows.map((row, i) => [...row.toReversed(), i === 0 ? 'mine' : 'x']);
    forget(bench.project);
    bench.project.write('s.csv', stringify(turned, { delimiter: ';', bom: true, quoted: true }));
    await bench.go('import', 's.csv');
    expect(files(bench.project)).toEqual(before);
    forget(bench.project);
    const utf16 = Buffer.from(`\uFEFF${stringify(turned, { delimiter: '\t' })}`, 'utf16le');
    bench.project.write('u.csv', utf16);
    expect((await bench.go('verify', 'u.csv')).stderr).toBe(
      'All 5 quotations are as in the texts\n',
    );
    await bench.go('import', 'u.csv');
    expect(files(bench.project)).toEqual(before);
  });

  test('rows that an editor added end in another way, and positions outside the text are refused', async () => {
    using bench = await study();
    const [, hash = ''] = /,([0-9a-f]{64})\r\n$/.exec(bench.project.read('d.csv')) ?? [];
    const rows = [
      '0,1000000000',
      '99999999,1000000000',
      '-1,3',
      '1.5,3',
      'NaN,x',
      '5,2',
      '1e1,12',
    ].map(
      (place, i) => `a,erwt,alex,${place},The lamp went out.,${hash}${i % 2 === 0 ? '\n' : '\r\n'}`,
    );
    bench.project.write(
      'm.csv',
      `text,theme,coder,start,end,quote,text_sha256\r\n${rows.join('')}`,
    );
    const { stdout, status } = await bench.go('import', 'm.csv', '--json');
    const [{ refused, written }] = JSON.parse(stdout).files;
    expect({ status, written, lines: refused.map(({ line }: { line: number }) => line) }).toEqual({
      status: 1,
      written: [],
      lines: [2, 3, 4, 5, 6, 7, 8],
    });
  });

  test('rows that do not fit are refused by their lines, and the rest is taken', async () => {
    using bench = await study();
    const columns = 'id,text,theme,coder,start,end,quote,memo,key,text_sha256';
    forget(bench.project);
    bench.project.write(
      'm.csv',
      [
        columns,
        ',nowhere,erwt,alex,,,words,,,',
        ',a,nothing,alex,,,The lamp went out.,,,',
        ',a,erwt,Alex Smith,,,The lamp went out.,,,',
        ',a,erwt,alex,,,The lamp went out.,,perhaps,',
        'urn:x,a,erwt,alex,,,The lamp went out.,,,',
        ',a,,alex,,,The lamp went out.,,,',
        ',a,erwt,alex,,,The lamp went up.,,,',
        ',b,erwt,alex,,,First it rained.,,,',
        ',b,ERWT,alex,,,Then the river rose.,"two\nlines",yes,',
        '../x,../x,erwt,../x,,,The lamp went out.,,,',
        ',b,,sam,,,,a memo on all of it,,',
      ].join('\n'),
    );
    const { status, stdout } = await bench.go('import', 'm.csv', '--json');
    expect(status).toBe(1);
    const [{ refused, written }] = JSON.parse(stdout).files;
    expect(
      refused.map(({ line, reason }: { line: number; reason: string }) => `${line} ${reason}`),
    ).toEqual([
      '2 there is no transcript nowhere',
      '3 there is no theme nothing',
      '4 Alex Smith is no coder’s name',
      '5 its key is neither yes nor empty',
      '6 urn:x is no id',
      '7 it has neither theme nor memo',
      '8 its words are not in the text as it is now',
      '9 its words stand in several places of the text now',
      '12 there is no transcript ../x',
    ]);
    expect(written).toMatchObject([
      { text: 'b', theme: 'erwt', coder: 'alex' },
      { text: 'b', theme: null, coder: 'sam' },
    ]);
    const { annotations } = JSON.parse((await bench.go('annotations', 'b', '--json')).stdout);
    expect(annotations).toMatchObject([
      { coder: 'sam', memo: 'a memo on all of it', quote: null, start: null },
      { coder: 'alex', memo: 'two\nlines', quote: 'Then the river rose.', start: 18, key: true },
    ]);
  });

  test('where a text has changed, words that stand elsewhere are found, others refused', async () => {
    using bench = await study();
    forget(bench.project);
    bench.project.write(
      'texts/b.txt',
      `Before it.\n\n${B.replace('First it rained.', 'First it snowed.')}`,
    );
    const { status, stdout, stderr } = await bench.go('import', 'd.csv', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout).files[0]).toMatchObject({ moved: 2, refused: [] });
    expect(stderr).toContain('2 of them found again in another place');
    bench.project.write('texts/a.md', A.replace('twice', 'thrice'));
    forget(bench.project);
    expect((await bench.go('import', 'd.csv')).stderr).toMatch(
      /line 7: its words are not in the text/,
    );
  });

  test('an altered place, an id that is taken, another memo: refused', async () => {
    using bench = await study();
    edit(bench.project, text => text.replace('Then the river rose.', 'Then the river fell.'));
    bench.project.write('annotations/sam/b.json', '');
    rmSync(bench.project.path('annotations/sam/b.json'));
    // The hash still fits: what a spreadsheet did to the words does not matter.
    expect((await bench.go('import', 'd.csv')).stderr).toContain(
      'wrote 1 annotation; 4 there already',
    );
    edit(bench.project, text =>
      text.replaceAll(/[0-9a-f]{16}(?=,[0-9a-f]{64})/g, '0000000000000000'),
    );
    expect((await bench.go('import', 'd.csv')).stderr).toContain(
      'its words are not those at its place',
    );
    await bench.go('digest', '--out', 'd.csv');
    edit(bench.project, text => text.replace("'''-", 'another').replace(',sam,', ',kim,'));
    const { stderr } = await bench.go('import', 'd.csv');
    expect(stderr).toContain('it is there already, with another memo');
    expect(stderr).toContain('its id is another annotation’s');
  });

  test('beside texts, or with options for texts: wrong usage; another CSV is none of ours', async () => {
    using bench = await study();
    expect((await bench.go('import', 'd.csv', 'other.md')).status).toBe(2);
    expect((await bench.go('import', 'd.csv', '--title', 'T')).status).toBe(2);
    bench.project.write('other.csv', 'name,age\nx,1\n');
    expect((await bench.go('import', 'other.csv', '--dry-run')).stderr).not.toContain(
      'annotations',
    );
    bench.project.write('bad.csv', 'id,text,theme,coder,start,end,quote\n"never closed');
    const { status, stderr } = await bench.go('import', 'bad.csv');
    expect([status, stderr.split('\n').length]).toEqual([1, 2]);
  });
});

test('where the disk refuses the second page, the first is taken back', async () => {
  using bench = await study();
  const text = bench.project.read('d.csv');
  forget(bench.project);
  const files_ = {
    ...realFileSystem,
    rename: async (from: string, to: string) => {
      if (/sam[/\\]b\.json$/.test(to)) throw Object.assign(new Error('no'), { code: 'ENOSPC' });
      return realFileSystem.rename(from, to);
    },
  };
  const ports = { now: () => '2026-11-24T00:00:00.000Z', newId: () => 'urn:uuid:1' };
  const opened = openProject(bench.project.folder, ports);
  const store = new Store(bench.project.path('annotations'), { files: files_ });
  await expect(importAnnotations({ ...opened, store }, { path: 'd.csv', text })).rejects.toThrow(
    /could not be written/,
  );
  expect(files(bench.project)).toEqual({});
});
