import { describe, expect, test } from 'vitest';
import { readDocx } from '../../src/importing/docx/docx.ts';
import { readEpub } from '../../src/importing/epub/epub.ts';
import { readOdt } from '../../src/importing/odt/odt.ts';
import { checkCount, checkSizes, LIMITS } from '../../src/importing/zip/limits.ts';
import { refusalOf } from './readWith.ts';
import { docxEntries, docxOf, epubOf, odtOf, wordParagraph, zipOf } from './zips.ts';

const MEBI = 1024 * 1024;
const FORMATS = { DOCX: readDocx, ODT: readOdt, EPUB: readEpub };

describe.each(Object.entries(FORMATS))('%s', (name, format) => {
  test('is no zip, half of one, or a zip of something else', async () => {
    expect(await refusalOf(format, 'words')).toBe('is no zip, or only a part of one');
    expect(await refusalOf(format, '')).toBe('is no zip, or only a part of one');
    const whole = zipOf({ 'photos/one.txt': 'words' });
    expect(await refusalOf(format, whole)).toMatch(new RegExp(`^is a zip but no ${name}: `));
    expect(await refusalOf(format, whole.subarray(0, -10))).toMatch(/^is no zip/);
  });

  test('refuses a bomb before anything is unpacked', async () => {
    const bomb = zipOf({ 'a.xml': new Uint8Array(4 * MEBI) });
    expect(bomb.length).toBeLessThan(MEBI / 100);
    expect(await refusalOf(format, bomb)).toBe(
      "is refused as a zip bomb: 'a.xml' unpacks to more than 200 times its size",
    );
  });

  test('refuses entries whose names lead out of it', async () => {
    for (const entry of ['../../x', '/etc/x', 'C:\\x', 'a/../../x']) {
      const reason = await refusalOf(format, zipOf({ [entry]: 'x' }));
      expect(reason).toMatch(/^holds an entry that leads out of it: '/);
    }
  });
});

test('a zip may not hold too many entries, too large ones, or too much in all', () => {
  const entry = { name: 'a', packed: LIMITS.entryBytes, unpacked: LIMITS.entryBytes };
  expect(() => checkCount(LIMITS.entries)).not.toThrow();
  expect(() => checkCount(LIMITS.entries + 1)).toThrow(/zip bomb: it holds 10001 entries/);
  expect(() => checkSizes([entry])).not.toThrow();
  expect(() => checkSizes([{ ...entry, unpacked: entry.unpacked + 1 }])).toThrow(
    /'a' unpacks to 257 MB/,
  );
  expect(() => checkSizes(Array(4).fill(entry))).not.toThrow();
  expect(() => checkSizes(Array(5).fill(entry))).toThrow(/it unpacks to 1280 MB/);
});

test('an entry that is longer than the zip says is not unpacked to its end', async () => {
  const docx = docxOf(wordParagraph('words '.repeat(50_000)));
  const lying = Buffer.from(docx);
  const name = Buffer.from('word/document.xml');
  // In the directory at the end of a zip the name stands 22 bytes after the unpacked size.
  lying.writeUInt32LE(1000, lying.lastIndexOf(name) - 22);
  expect(await refusalOf(readDocx, lying)).toBe(
    "is damaged: 'word/document.xml' in it cannot be unpacked",
  );
});

test('a thousand entries inside a document are as good as ten', async () => {
  const many = Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`word/media/${n}`, 'x']));
  const outcome = await readDocx(zipOf({ ...docxEntries(wordParagraph('Words.')), ...many }), {
    name: '',
    url: null,
    charset: null,
  });
  expect(outcome.kind).toBe('read');
});

describe('XML that declares entities is refused', () => {
  const LAUGHS = '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]>';
  const OUTSIDE = '<!DOCTYPE a SYSTEM "file:///etc/hostname">';
  const refused = /^declares XML entities/;

  test.each([LAUGHS, OUTSIDE])('%s', async doctype => {
    const entries = docxEntries(wordParagraph('&c;'));
    const docx = zipOf({ ...entries, 'word/document.xml': `${doctype}<w:document/>` });
    expect(await refusalOf(readDocx, docx)).toMatch(refused);
    const rels = zipOf({ ...entries, '_rels/.rels': `${doctype}<Relationships/>` });
    expect(await refusalOf(readDocx, rels)).toMatch(refused);
    const odt = odtOf('', { more: { 'styles.xml': `${doctype}<a/>` } });
    expect(await refusalOf(readOdt, odt)).toMatch(refused);
    const opf = epubOf({ 'a.xhtml': '' }, { more: { 'OPS/book.opf': `${doctype}<package/>` } });
    expect(await refusalOf(readEpub, opf)).toMatch(refused);
  });

  test('in a chapter of a book, where a DOCTYPE alone is usual', async () => {
    const chapter = epubOf({ 'a.xhtml': '' }, { more: { 'OPS/a.xhtml': `${LAUGHS}<p>&c;</p>` } });
    expect(await refusalOf(readEpub, chapter)).toMatch(refused);
  });
});

test('nesting without end is refused in one line', async () => {
  const deep = (open: string, close: string) => open.repeat(10_000) + close.repeat(10_000);
  const odt = odtOf(deep('<text:section>', '</text:section>'));
  expect(await refusalOf(readOdt, odt)).toBe('is nested too deeply to be read as ODT');
  const epub = epubOf({ 'a.xhtml': deep('<i>', '</i>') });
  expect(await refusalOf(readEpub, epub)).toBe('is nested too deeply to be read as EPUB');
  const docx = docxOf(deep('<w:sdt>', '</w:sdt>'));
  expect(await refusalOf(readDocx, docx)).toBe('is nested too deeply to be read as DOCX');
});
