import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportOutcome } from '../../src/importing/imported.ts';
import type { Job } from '../../src/importing/worker.ts';
import { DEJAVU, pdfOf, printLine, rawPage, rawPdf } from '../importing/pdfs.ts';
import { docxOf, epubOf, odtOf, wordParagraph } from '../importing/zips.ts';
import { REPOSITORY } from '../support/project.ts';

/** The built files alone in a folder, far from any `node_modules`. */
const folder = mkdtempSync(join(tmpdir(), 'marginalia-dist-'));
let worker: Worker;
const errors: string[] = [];

beforeAll(() => {
  cpSync(join(REPOSITORY, 'dist'), folder, { recursive: true });
  worker = new Worker(pathToFileURL(join(folder, 'importWorker.js')), { stderr: true });
  worker.stderr.on('data', piece => errors.push(String(piece)));
});

afterAll(async () => {
  await worker.terminate();
  rmSync(folder, { recursive: true });
});

/** The words of each block that the built thread reads. */
async function wordsOf(format: Job['format'], bytes: Uint8Array): Promise<string[]> {
  const answer = new Promise<ImportOutcome>(resolve => worker.once('message', resolve));
  worker.postMessage({
    format,
    bytes,
    context: { name: '', url: null, charset: null },
  } satisfies Job);
  const outcome = await answer;
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  return outcome.text.blocks.map(({ text }) => text);
}

test('the thread of the bundle reads all documents by itself', async () => {
  expect(await wordsOf('docx', docxOf(wordParagraph('Words.')))).toEqual(['Words.']);
  expect(await wordsOf('odt', odtOf('<text:p>Words.</text:p>'))).toEqual(['Words.']);
  expect(await wordsOf('epub', epubOf({ 'a.xhtml': '<p>Words.</p>' }))).toEqual(['Words.']);
  const pdf = await pdfOf(pen => printLine(pen.addPage(), 'Words.', { y: 90 }));
  expect(await wordsOf('pdf', pdf)).toEqual(['Words.']);
});

test('its tables of Asian encodings are there, and nothing is said on stderr', async () => {
  expect(await wordsOf('pdf', japanesePdf('82a082a282a4'))).toEqual(['あいう']);
  expect(errors).toEqual([]);
});

test('scripts from right to left are in the order of reading, joined letters too', async () => {
  const pdf = await pdfOf(pen => {
    pen.addPage();
    printLine(pen, 'ولاسلام', { y: 90, font: DEJAVU });
    printLine(pen, 'שלום', { y: 150, font: DEJAVU });
  });
  expect(await wordsOf('pdf', pdf)).toEqual(['ولاسلام', 'שלום']);
});

test('a soft hyphen at the end of a line parts a word', async () => {
  const words = 'BT /F 11 Tf 14 TL 72 700 Td (The govern-) Tj T* (ment of the harbour.) Tj ET';
  const font =
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode 6 0 R>>';
  const names =
    'begincmap 1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfrange <20> <2C> <0020> <2E> <7E> <002E> endbfrange 1 beginbfchar <2D> <00AD> endbfchar endcmap';
  const toUnicode = `<</Length ${names.length}>>stream\n${names}\nendstream`;
  expect(await wordsOf('pdf', rawPdf([...rawPage(words, font), toUnicode]))).toEqual([
    'The government of the harbour.',
  ]);
});

/** A PDF of one line in Shift-JIS with a font that is not in it, as old files have it. */
const japanesePdf = (hexadecimal: string): Uint8Array =>
  rawPdf([
    ...rawPage(
      `BT /F 12 Tf 72 700 Td <${hexadecimal}> Tj ET`,
      '<</Type/Font/Subtype/Type0/BaseFont/Mincho/Encoding/90ms-RKSJ-H/DescendantFonts[6 0 R]>>',
    ),
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/Mincho/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>/FontDescriptor 7 0 R>>',
    '<</Type/FontDescriptor/FontName/Mincho/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 859/Descent -140/StemV 80>>',
  ]);
