import { expect, test } from 'vitest';
import { findAnnotations } from '../../src/project/annotations.ts';
import { openProject } from '../../src/project/project.ts';
import { type FileSystem, realFileSystem } from '../../src/store/fileSystem.ts';
import { EditBench } from './edits.ts';

const TEXT = 'One two three.\n\nFour five six seven.\n\nEight nine ten, and eleven.\n';
const EDITED = TEXT.replace('five', 'fife');

const READS = new Set(['readFile', 'readdir', 'realpath', 'stat', 'lstat', 'writable']);

/** A disk that answers so many calls, and from then on none, or none that names a path. */
class FailingDisk {
  left = Number.POSITIVE_INFINITY;
  refused: (path: string) => boolean = () => false;
  calls: string[] = [];

  readonly files: FileSystem = new Proxy(realFileSystem, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        this.calls.push(String(name));
        if (--this.left < 0 || this.refused(String(args[0])))
          return Promise.reject(Object.assign(new Error('planted'), { code: 'EACCES' }));
        return Reflect.apply(value, target, args);
      };
    },
  });
}

async function tagged(disk: FailingDisk): Promise<EditBench> {
  const bench = new EditBench({ 'a.md': TEXT }, disk.files);
  await bench.tag('a', '1');
  await bench.tag('a', '2');
  await bench.quote('a', 'five six', { coder: 'sam' });
  await bench.tag('a', '3', { coder: 'sam' });
  disk.calls = [];
  return bench;
}

const place = { text: 'a', first: 2, last: 2 };
const words = 'Four fife six seven.';

/** What somebody finds who opens the project afterwards. */
async function foundBy({ folder }: EditBench) {
  const ports = { now: () => '', newId: () => '' };
  return findAnnotations(openProject(folder.folder, ports), {});
}

test('a kill at any call of the disk leaves the text whole, and every tag is found again', {
  timeout: 60_000,
}, async () => {
  const whole = new FailingDisk();
  using first = await tagged(whole);
  await first.edit(place, words);
  // A kill at a call that changes nothing is a kill at the next one that does.
  const changing = [...whole.calls.entries()].filter(([, name]) => !READS.has(name));
  expect(changing.length).toBeGreaterThan(20);
  for (const [n] of changing) {
    const disk = new FailingDisk();
    using bench = await tagged(disk);
    disk.left = n;
    await bench.edit(place, words).catch(() => undefined);
    const text = bench.folder.read('texts/a.md');
    expect([TEXT, EDITED]).toContain(text);
    const { records, faults } = await foundBy(bench);
    expect(faults, `call ${n}`).toEqual([]);
    expect(records.map(({ coder, quote }) => `${coder}: ${quote}`).toSorted(), `call ${n}`).toEqual(
      [
        'alex: One two three.',
        `alex: ${text === TEXT ? 'Four five six seven.' : 'Four fife six seven.'}`,
        'sam: Eight nine ten, and eleven.',
        `sam: ${text === TEXT ? 'five six' : 'fife six'}`,
      ].toSorted(),
    );
  }
});

test('a text that cannot be written stays, and so do the tags', async () => {
  const disk = new FailingDisk();
  using bench = await tagged(disk);
  const before = bench.folder.read('annotations/alex/a.json');
  disk.refused = path => path.includes('texts');
  await expect(bench.edit(place, words)).rejects.toThrow(/no permission/);
  expect(bench.folder.read('texts/a.md')).toBe(TEXT);
  expect(bench.folder.read('annotations/alex/a.json')).toBe(before);
});

test('if one’s own tags cannot follow, the text is taken back', async () => {
  const disk = new FailingDisk();
  using bench = await tagged(disk);
  const pages = ['alex', 'sam'].map(coder => `annotations/${coder}/a.json`);
  const before = pages.map(page => bench.folder.read(page));
  disk.refused = path => /annotations.alex.\./.test(path);
  await expect(bench.edit(place, words)).rejects.toThrow(/no permission/);
  expect(bench.folder.read('texts/a.md')).toBe(TEXT);
  expect(pages.map(page => bench.folder.read(page))).toEqual(before);
});

test('another coder’s folder that cannot be written is left: reading finds the tags again', async () => {
  const disk = new FailingDisk();
  using bench = await tagged(disk);
  const before = bench.folder.read('annotations/sam/a.json');
  disk.refused = path => /annotations.sam.\./.test(path);
  await bench.edit(place, words);
  expect(bench.folder.read('texts/a.md')).toBe(EDITED);
  expect(bench.folder.read('annotations/sam/a.json')).toBe(before);
  const { records } = await foundBy(bench);
  expect(records.map(({ quote, anchor }) => `${anchor.kind}: ${quote}`)).toEqual([
    'exact: One two three.',
    'exact: Four fife six seven.',
    'similar: fife six',
    'exact: Eight nine ten, and eleven.',
  ]);
});
