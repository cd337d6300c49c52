import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDocx } from '../../src/importing/docx/docx.ts';
import { readEpub } from '../../src/importing/epub/epub.ts';
import { readOdt } from '../../src/importing/odt/odt.ts';
import { linesOf, readWith } from './readWith.ts';
import { docxOf, epubOf, odtOf, wordParagraph } from './zips.ts';

/** A server that only counts who asks. */
let asked = 0;
const server = createServer((_, response) => {
  asked++;
  response.end();
});
beforeAll(() => new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => server.close());
const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.png`;

test('pictures, styles and scripts outside a document are not asked for', async () => {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';
  const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="p" Type="${type}" Target="${address()}" TargetMode="External"/></Relationships>`;
  const picture =
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="p"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>';
  const docx = docxOf(wordParagraph('Words.') + picture, { 'word/_rels/document.xml.rels': rels });
  const docxText = await readWith(readDocx, docx);
  expect(linesOf(docxText)).toEqual(['¶ Words.']);
  expect(docxText.notes).toEqual(['left out: 1 picture']);
  const epub = epubOf({
    'a.xhtml': `<p>Words.</p><img src="${address()}"/><link rel="stylesheet" href="${address()}"/><script src="${address()}"/>`,
  });
  expect(linesOf(await readWith(readEpub, epub))).toEqual(['¶ Words.']);
  const odt = odtOf(
    `<text:p>Words.<draw:frame><draw:image href="${address()}"/></draw:frame></text:p>`,
  );
  expect(linesOf(await readWith(readOdt, odt))).toEqual(['¶ Words.']);
  expect(asked).toBe(0);
});
