import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { inThread } from '../../src/importing/inThread.ts';
import { pdfOf, printLine, rawPage, rawPdf } from './pdfs.ts';
import { linesOf, readWith, refusalOf } from './readWith.ts';
import { docxOf, epubOf, odtOf, wordParagraph } from './zips.ts';

const AMPLE = { time: 60_000, memory: 400 };

/** A document of Word with so many paragraphs. */
function longDocx(paragraphs: number): Uint8Array {
  const numbers = Array.from({ length: paragraphs }, (_, n) => (n * 7919) % 1_000_003);
  return docxOf(numbers.map(number => wordParagraph(`Words ${number}.`)).join(''));
}

test('every document is read in a thread, and threads are asked again', async () => {
  const pdf = await pdfOf(pen => printLine(pen.addPage(), 'From a PDF.', { y: 90 }));
  expect(linesOf(await readWith(inThread('pdf'), pdf))).toEqual(['¶ From a PDF.']);
  const docx = docxOf(wordParagraph('From Word.'));
  expect(linesOf(await readWith(inThread('docx'), docx))).toEqual(['¶ From Word.']);
  const odt = odtOf('<text:p>From Writer.</text:p>');
  expect(linesOf(await readWith(inThread('odt'), odt))).toEqual(['¶ From Writer.']);
  const epub = epubOf({ 'a.xhtml': '<p>From a book.</p>' });
  expect(linesOf(await readWith(inThread('epub'), epub))).toEqual(['¶ From a book.']);
  expect(linesOf(await readWith(inThread('pdf'), pdf))).toEqual(['¶ From a PDF.']);
});

test('several at once do not mix', async () => {
  const names = ['one', 'two', 'three'];
  const texts = await Promise.all(
    names.map(name => readWith(inThread('docx'), docxOf(wordParagraph(name)))),
  );
  expect(texts.map(linesOf)).toEqual([['¶ one'], ['¶ two'], ['¶ three']]);
});

test('a refusal comes through, and the bytes are still there', async () => {
  const bytes = new TextEncoder().encode('no zip');
  expect(await refusalOf(inThread('docx'), bytes)).toBe('is no zip, or only a part of one');
  expect(bytes).toHaveLength(6);
});

describe('over a limit a document is refused in one line', () => {
  test('of time', async () => {
    const reason = await refusalOf(inThread('docx', { ...AMPLE, time: 1 }), longDocx(2000));
    expect(reason).toBe('takes longer than 1 seconds to read');
  });

  test('of memory outside the heap: a page that unpacks to far more than its file', async () => {
    const page = deflateSync(Buffer.alloc(256 * 1024 * 1024, ' '));
    const font = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
    const bomb = rawPdf(rawPage(page, font, '/Filter/FlateDecode'));
    expect(bomb.length).toBeLessThan(400_000);
    const reason = await refusalOf(inThread('pdf', { ...AMPLE, memory: 100 }), bomb);
    expect(reason).toBe('takes more than 100 MB of memory to read');
  });

  test('of memory', async () => {
    const reason = await refusalOf(inThread('docx', { ...AMPLE, memory: 16 }), longDocx(12_000));
    expect(reason).toBe('takes more than 16 MB of memory to read');
  });
});
