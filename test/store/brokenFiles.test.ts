import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BrokenFile } from '../../src/model/fault.ts';
import { describeCorpus } from '../support/corpora.ts';
import { makeProject, type TestProject } from '../support/project.ts';
import { BACKUP_FILE, PAGE_FILE, pageJson, projectWith, storeOf, TARGET, tag } from './samples.ts';

/** Reading and writing both refuse the page, in one line that names it, and its bytes stay. */
async function refusal(project: TestProject): Promise<string> {
  const before = readFileSync(project.path(PAGE_FILE));
  const store = storeOf(project);
  const reading = await store.readPage('alex', 'interview').catch((cause: unknown) => cause);
  const writing = await store
    .changePage(TARGET, items => [...items, tag(1)])
    .catch((cause: unknown) => cause);
  expect(readFileSync(project.path(PAGE_FILE)).equals(before)).toBe(true);
  expect(reading).toBeInstanceOf(BrokenFile);
  expect(writing).toBeInstanceOf(BrokenFile);
  const { message } = reading as BrokenFile;
  expect(message).not.toContain('\n');
  expect(message.startsWith(project.path(PAGE_FILE))).toBe(true);
  return message.slice(project.path(PAGE_FILE).length);
}

const item = (fields: object = {}) => ({ id: 'urn:uuid:1', type: 'Annotation', ...fields });
const selected = (selector: unknown) => item({ target: { source: 'x', selector } });

describe('an annotation file that is not what it should be is named, explained and left alone', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['an empty file', '', ' is empty;'],
    ['white space', ' \n', ' is empty;'],
    ['a cut file', '{"id": "x",\n "ty', ' ends too early, at line 2, column 5;'],
    ['a slip', '{\n "id": tru }', ' is not JSON at line 2, column 8;'],
    ['a lone zero byte', '\0', ' is not JSON at line 1, column 1;'],
    ['UTF-16', Buffer.from('\uFEFF{}', 'utf16le'), ' is not UTF-8 in line 1;'],
    ['windows-1252', Buffer.from('{\n"a":\n"\xE9"}', 'latin1'), ' is not UTF-8 in line 3;'],
    [
      "git's conflict markers",
      '{"items": [\n<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> other\n]}',
      " has git's conflict markers from line 2 on",
    ],
    ['__proto__', '{"__proto__": {"x": 1}}', ' has a key that is not allowed'],
    ['__proto__ in disguise', '{"\\u005f_proto__": 1}', ' has a key that is not allowed'],
    ['a constructor', '{"constructor": {"prototype": 1}}', ' has a key that is not allowed'],
    [
      'a hundred thousand brackets',
      '['.repeat(100_000),
      ' ends too early, at line 1, column 100001',
    ],
    [
      'a hundred thousand brackets, all closed',
      '['.repeat(100_000) + ']'.repeat(100_000),
      ' must be an annotation page;',
    ],
    ['a number', '17', ' must be an annotation page;'],
    ['null', 'null', ' must be an annotation page;'],
    ['a BOM and another thing', '\uFEFF{}', ' has a fault: id must be text;'],
  ])('%s', async (_, content, words) => {
    using project = makeProject({});
    project.write(PAGE_FILE, content);
    expect(await refusal(project)).toContain(words);
  });

  it.each<[string, unknown, string]>([
    ['another type', pageJson([], { type: 'Note' }), 'type must be "AnnotationPage"'],
    ['no header of ours', pageJson([], { marginalia: undefined }), 'marginalia must be an object'],
    ['no list', { ...pageJson([]), items: {} }, 'items must be a list'],
    ['an item that is none', pageJson([item(), 'x']), 'items[1] must be an annotation'],
    ['an item without an id', pageJson([{ type: 'Annotation' }]), 'items[0].id must be text'],
    ['an empty id', pageJson([item({ id: '' })]), 'items[0].id must not be empty'],
    ['a note', pageJson([item({ type: 'Note' })]), 'items[0].type must be "Annotation"'],
    ['a date', pageJson([item({ created: 7 })]), 'items[0].created must be text'],
    [
      'two items with one id',
      pageJson([item(), item({ id: 'b' }), item()]),
      'items[2] has the id of entry 1, "urn:uuid:1"',
    ],
    [
      'a quotation without words',
      pageJson([selected({ type: 'TextQuoteSelector' })]),
      'items[0].target.selector.exact must be text',
    ],
    [
      'a position in words',
      pageJson([selected([{ type: 'TextPositionSelector', start: '1', end: 2 }])]),
      'items[0].target.selector[0].start must be a whole number',
    ],
    [
      'a position before the text',
      pageJson([selected([{ type: 'TextPositionSelector', start: -1, end: 2 }])]),
      'items[0].target.selector[0].start must not be negative',
    ],
    [
      'a position that ends before it starts',
      pageJson([selected([{ type: 'TextPositionSelector', start: 3, end: 2 }])]),
      'items[0].target.selector[0] must not end before it starts',
    ],
    [
      'a hash that is none',
      pageJson([], { marginalia: { version: 1, text: 'x', sha256: 'abc' } }),
      'marginalia.sha256 must be a sha256 in hex',
    ],
    [
      'a version that is none',
      pageJson([], { marginalia: { version: 0.5, text: 'x', sha256: null } }),
      'marginalia.version must be 1',
    ],
  ])('%s', async (_, content, words) => {
    using project = makeProject({}, { 'alex/interview.json': content });
    expect(await refusal(project)).toContain(words);
  });

  it('a page of a newer Marginalia, whatever else is strange in it', async () => {
    const newer = { marginalia: { version: 2 }, entries: 'somewhere else' };
    using project = makeProject({}, { 'alex/interview.json': newer });
    expect(await refusal(project)).toBe(
      ' was written by a newer Marginalia (format 2; this one reads 1); it was left as it is: update Marginalia to read it',
    );
  });

  it('says how to go on: the backup if there is one', async () => {
    using project = await projectWith(tag(1));
    project.write(PAGE_FILE, '{');
    expect(await refusal(project)).toContain('it was left as it is: mend it by hand');
    using other = await projectWith(tag(1));
    await storeOf(other).changePage(TARGET, items => [...items, tag(2)]);
    other.write(PAGE_FILE, '{');
    expect(await refusal(other)).toContain(`: copy ${other.path(BACKUP_FILE)} over it`);
  });

  it('the whole file, cut after any byte: refused each time, never half read', async () => {
    using project = await projectWith(tag(1, { memo: 'é 😀' }), tag(2));
    const whole = readFileSync(project.path(PAGE_FILE));
    const store = storeOf(project);
    // Without its last byte, a line end, the file is still the whole page.
    for (let length = 0; length < whole.length - 1; length++) {
      project.write(PAGE_FILE, whole.subarray(0, length));
      await expect(store.readPage('alex', 'interview')).rejects.toBeInstanceOf(BrokenFile);
    }
    project.write(PAGE_FILE, whole.subarray(0, whole.length - 1));
    expect((await store.readPage('alex', 'interview'))?.annotations).toHaveLength(2);
  });
});

describe('what is strange but no fault', () => {
  it('a BOM before the page', async () => {
    using project = await projectWith(tag(1));
    project.write(PAGE_FILE, `\uFEFF${project.read(PAGE_FILE)}`);
    const page = await storeOf(project).readPage('alex', 'interview');
    expect(page?.annotations.map(one => one.id)).toEqual([tag(1).id]);
  });

  // Wherever it is: in the page, in the item that is changed, in an item beside it.
  it.each([
    ['"items"', tag(1).id],
    ['"motivation"', tag(1).id],
    ['"motivation"', tag(2).id],
  ])(
    'a field nested a hundred thousand deep before %s is read, and never written by halves',
    async (key, id) => {
      using project = await projectWith(tag(1), tag(2));
      const deep = `"x": ${'['.repeat(100_000)}${']'.repeat(100_000)}`;
      const content = project.read(PAGE_FILE).replace(key, `${deep}, ${key}`);
      project.write(PAGE_FILE, content);
      const store = storeOf(project);
      expect((await store.readPage('alex', 'interview'))?.annotations).toHaveLength(2);
      const change = store.changePage(TARGET, items =>
        items.map(one => (one.id === id ? { ...one, memo: 'why' } : one)),
      );
      await expect(change).rejects.toThrow(
        'could not be written: something in it is nested too deeply, take that out; it is as it was',
      );
      expect(project.read(PAGE_FILE)).toBe(content);
    },
  );
});

describeCorpus('corpora/jsontestsuite/test_parsing', 318, folder => {
  const names = readdirSync(folder).filter(name => name.endsWith('.json'));

  it.each(names)('%s as an annotation file is refused and keeps its bytes', async name => {
    using project = makeProject({});
    project.write(PAGE_FILE, readFileSync(join(folder, name)));
    const words = await refusal(project);
    // Those that are JSON fail the check of what an annotation page is, the others before it.
    const isJson = / must be |has a fault/.test(words);
    if (!name.startsWith('i_')) expect(isJson).toBe(name.startsWith('y_'));
  });
});
