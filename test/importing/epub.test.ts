import { expect, test } from 'vitest';
import { readEpub } from '../../src/importing/epub/epub.ts';
import { linesOf, readWith, refusalOf } from './readWith.ts';
import { epubOf } from './zips.ts';

test('chapters come in the order of the spine, with their headings, lists and tables', async () => {
  const epub = epubOf({
    'text/b.xhtml':
      '<h1>Second file,\n first chapter</h1><p>Some <b>words</b>&nbsp;&#8212; <a id="x"/>and more.</p><ol start="3"><li>three</li><li><p>four</p><ul><li>in it</li></ul></li></ol>',
    'a.xhtml':
      '<h2>Last</h2><table><tr><th>Year</th><th>Cases</th></tr><tr><td>2020</td><td>7</td></tr></table><p>One<br/>Two</p><script>no()</script><p>Three<br/><br/>Four</p>',
  });
  expect(linesOf(await readWith(readEpub, epub))).toEqual([
    'h1 Second file, first chapter',
    '¶ Some words — and more.',
    '• 3. three',
    '• 4. four',
    '•• in it',
    'h2 Last',
    '▦ Year  Cases\n2020  7',
    '¶ One\nTwo',
    '¶ Three',
    '¶ Four',
  ]);
});

test('lists count as their tags say', async () => {
  const epub = epubOf({
    'a.xhtml':
      '<ol type="a"><li>first</li><li value="4">fourth</li><li>fifth</li></ol><ol type="I" start="0"><li>none</li><li>one</li></ol>',
  });
  expect(linesOf(await readWith(readEpub, epub))).toEqual([
    '• a. first',
    '• d. fourth',
    '• e. fifth',
    '• 0. none',
    '• I. one',
  ]);
});

test('a note in another chapter stands where it is referred to', async () => {
  const epub = epubOf({
    'text/a.xhtml':
      '<p>So it is<a epub:type="noteref" href="../notes.xhtml#n1">1</a>.</p><p>And so<a href="#own" epub:type="noteref">*</a>.</p><aside id="own" epub:type="footnote"><p>* Here.</p></aside>',
    'notes.xhtml':
      '<section epub:type="endnotes"><h2>Notes</h2><ol><li id="n1"><p>See there. <a href="text/a.xhtml#r1">↩</a></p></li></ol></section>',
  });
  expect(linesOf(await readWith(readEpub, epub))).toEqual([
    '¶ So it is[1].',
    '※ [1] See there.',
    '¶ And so[*].',
    '※ [*] Here.',
    'h2 Notes',
  ]);
});

test('printed page numbers are kept; what a book is made of besides is proposed to be left out', async () => {
  const epub = epubOf({
    'a.xhtml':
      '<nav epub:type="toc"><ol><li><a href="b.xhtml">One</a></li></ol></nav><section epub:type="copyright-page"><p>All rights reserved.</p></section>',
    'b.xhtml':
      '<p><span epub:type="pagebreak" title="12"/>Begins on twelve, <span role="doc-pagebreak" aria-label="Page 13."></span>ends on thirteen.</p><p>All on thirteen.</p>',
  });
  const text = await readWith(readEpub, epub);
  expect(linesOf(text)).toEqual([
    '• 1. One (table of contents)',
    '¶ All rights reserved. (copyright page)',
    '¶ Begins on twelve, ends on thirteen.',
    '¶ All on thirteen.',
  ]);
  expect(text.blocks.map(({ page }) => page)).toEqual([null, null, '12', '13']);
});

test('chapters that are named and not there are told of', async () => {
  const book =
    '<package><manifest><item id="a" href="a.xhtml"/><item id="b" href="b.xhtml"/></manifest><spine><itemref idref="a"/><itemref idref="b" linear="no"/></spine></package>';
  const epub = epubOf({ 'a.xhtml': '<p>Words.</p>' }, { more: { 'OPS/book.opf': book } });
  const text = await readWith(readEpub, epub);
  expect(linesOf(text)).toEqual(['¶ Words.']);
  expect(text.notes).toEqual(['not in the file, though named in it: 1 of its chapters']);
});

test('metadata comes from the package', async () => {
  const metadata =
    '<dc:title>A &amp; B</dc:title><dc:creator>Ann Lee</dc:creator><dc:date>2021-07-14</dc:date><dc:publisher>House</dc:publisher><dc:language>en</dc:language><dc:rights>CC BY</dc:rights><dc:identifier>https://example.org/book</dc:identifier>';
  const epub = epubOf({ 'a.xhtml': '<p>Words.</p>' }, { metadata });
  expect((await readWith(readEpub, epub)).meta).toEqual({
    title: 'A & B',
    speaker: 'Ann Lee',
    date: '2021-07-14',
    source: 'https://example.org/book',
    publisher: 'House',
    language: 'en',
    licence: 'CC BY',
  });
});

test('a book without words, and one behind a lock, are refused', async () => {
  expect(await refusalOf(readEpub, epubOf({ 'a.xhtml': '<img src="a.png"/>' }))).toMatch(
    /^no words/,
  );
  const lock = (uri: string) => ({
    more: {
      'META-INF/encryption.xml': `<encryption><e:CipherReference URI="${uri}"/></encryption>`,
    },
  });
  const page = { 'a b.xhtml': '<p>Words.</p>' };
  expect(await refusalOf(readEpub, epubOf(page, lock('OPS/a%20b.xhtml')))).toMatch(/DRM/);
  expect(linesOf(await readWith(readEpub, epubOf(page, lock('OPS/font.otf'))))).toEqual([
    '¶ Words.',
  ]);
});
