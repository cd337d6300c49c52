import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../src/importing/pdf/pdf.ts';
import { describeCorpus } from '../support/corpora.ts';
import { type Pen, pdfOf, printLine, printParagraphs, sentences } from './pdfs.ts';
import { keptOf, linesOf, readWith, refusalOf } from './readWith.ts';

const linesIn = async (pdf: Uint8Array) => linesOf(await readWith(readPdf, pdf));

describe('what stands on every page', () => {
  const printed = (number: (page: number) => string, pages = 4) =>
    pdfOf(pen => {
      for (let page = 0; page < pages; page++) {
        pen.addPage();
        printLine(pen, page % 2 === 0 ? 'The whole report' : `Part ${page}`, { y: 40, size: 9 });
        printParagraphs(pen, [sentences(3, page * 20 + 1), sentences(3, page * 20 + 10)], 90);
        printLine(pen, number(page), { x: 290, y: 790, size: 9 });
      }
    });

  test('is proposed to be left out, where it stands; printed numbers are what the pages are called', async () => {
    const text = await readWith(readPdf, await printed(page => `- ${page + 17} -`));
    expect(linesOf(text)).toEqual(
      [0, 1, 2, 3].flatMap(page => [
        ...(page % 2 === 0 ? ['¶ The whole report (head of the page)'] : []),
        ...(page % 2 === 1 ? [`¶ Part ${page} (head of the page)`] : []),
        `¶ ${sentences(3, page * 20 + 1)}`,
        `¶ ${sentences(3, page * 20 + 10)}`,
        `¶ - ${page + 17} - (foot of the page)`,
      ]),
    );
    expect(keptOf(text).map(({ page }) => page)).toEqual(
      ['17', '18', '19', '20'].flatMap(page => [page, page]),
    );
    expect(text.notes).toEqual([]);
  });

  test('heads that change with the chapter are known by the number that counts on beside them', async () => {
    const pdf = await pdfOf(pen => {
      for (let page = 0; page < 4; page++) {
        pen.addPage();
        printLine(pen, `Chapter ${'ABCD'.charAt(page)}`, { y: 40 });
        printLine(pen, String(page + 31), { x: 500, y: 40 });
        printParagraphs(pen, [sentences(4, page * 20 + 1)], 90);
      }
    });
    const found = await readWith(readPdf, pdf);
    expect(keptOf(found).map(({ text, page }) => [page, text])).toEqual(
      [0, 1, 2, 3].map(page => [String(page + 31), sentences(4, page * 20 + 1)]),
    );
  });

  test('titles of slides that count on stay, and so does a year at the foot', async () => {
    const pdf = await pdfOf(pen => {
      for (let page = 0; page < 4; page++) {
        pen.addPage();
        printLine(pen, `${page + 1} Slide ${'ABCD'.charAt(page)}`, { y: 60, size: 20 });
        printParagraphs(pen, [sentences(2, page * 20 + 1)], 120);
      }
      printLine(pen, '2021', { y: 700 });
    });
    const lines = await linesIn(pdf);
    expect(lines.filter(line => line.startsWith('h1 '))).toEqual(
      ['A', 'B', 'C', 'D'].map((letter, page) => `h1 ${page + 1} Slide ${letter}`),
    );
    expect(lines.at(-1)).toBe('¶ 2021');
  });

  test('a table of contents is proposed to be left out', async () => {
    const pdf = await pdfOf(pen => {
      pen.addPage();
      printLine(pen, 'Contents', { y: 80, size: 18 });
      const lines = [
        '1 First things 3',
        '1.1 The first . . . . . . . . . . 3',
        '1.2 The second ........ 12',
        'Index 40',
      ];
      for (const [index, line] of lines.entries()) printLine(pen, line, { y: 120 + 14 * index });
      printParagraphs(pen.addPage(), [sentences(5)], 90);
    });
    expect(await linesIn(pdf)).toEqual([
      '¶ Contents (table of contents)',
      '¶ 1 First things 3 (table of contents)',
      '¶ 1.1 The first … 3 (table of contents)',
      '¶ 1.2 The second … 12 (table of contents)',
      '¶ Index 40 (table of contents)',
      `¶ ${sentences(5)}`,
    ]);
  });

  test('a number that does not count on is no name of a page', async () => {
    const text = await readWith(readPdf, await printed(page => ['7', '3', '9', '1'][page] ?? ''));
    expect(new Set(text.blocks.map(({ page }) => page))).toEqual(new Set(['1', '2', '3', '4']));
  });

  test('a line that comes back in the text stays', async () => {
    const pdf = await pdfOf(pen => {
      for (let page = 0; page < 3; page++) {
        pen.addPage();
        printParagraphs(
          pen,
          [sentences(4, page * 9 + 1), 'It comes back.', sentences(4, page * 9 + 5)],
          300,
        );
      }
    });
    const lines = await linesIn(pdf);
    expect(lines.filter(line => line === '¶ It comes back.')).toHaveLength(3);
  });
});

test('words set across the others are proposed to be left out, pages of pictures told of', async () => {
  const pdf = await pdfOf(pen => {
    pen.addPage();
    printParagraphs(pen, [sentences(5)], 90);
    pen.rotate(90, { origin: [40, 400] });
    printLine(pen, 'a stamp', { x: 40, y: 400 });
    pen.addPage().rect(10, 10, 100, 100).fill();
  });
  const text = await readWith(readPdf, pdf);
  expect(linesOf(text)).toEqual([`¶ ${sentences(5)}`, '¶ a stamp (set across the text)']);
  expect(text.notes).toEqual(['no text layer on 1 page of 2']);
});

test('a page that lies on its side is read upright', async () => {
  const pdf = await pdfOf(pen => {
    pen.addPage();
    pen.rotate(90, { origin: [300, 300] });
    printParagraphs(pen, [sentences(4), sentences(3, 30)], 200);
  });
  expect(await linesIn(pdf)).toEqual([`¶ ${sentences(4)}`, `¶ ${sentences(3, 30)}`]);
});

test('metadata', async () => {
  const print = (pen: Pen) => printLine(pen.addPage(), 'Words.', { y: 90 });
  const info = { Author: 'Ann Lee', CreationDate: new Date('2021-07-14T12:00:00Z') };
  const named = await pdfOf(print, { info: { ...info, Title: 'The Réport' } });
  expect((await readWith(readPdf, named)).meta).toMatchObject({
    title: 'The Réport',
    speaker: 'Ann Lee',
    date: '2021-07-14',
  });
  const unnamed = await pdfOf(print, { info: { Title: 'Microsoft Word - draft 2.doc' } });
  expect((await readWith(readPdf, unnamed)).meta.title).toBe('draft 2.doc');
  const asFile = await pdfOf(print, { info: { Title: 'scan0001.pdf' } });
  expect((await readWith(readPdf, asFile)).meta.title).toBeNull();
});

describe('is refused in one line', () => {
  test('with a password', async () => {
    const locked = await pdfOf(pen => printLine(pen.addPage(), 'Words.', { y: 90 }), {
      userPassword: 'secret',
    });
    expect(await refusalOf(readPdf, locked)).toBe('needs a password; save a copy without one');
  });

  test('but not where only changes need one', async () => {
    const owned = await pdfOf(pen => printLine(pen.addPage(), 'Words.', { y: 90 }), {
      ownerPassword: 'secret',
    });
    expect(await linesIn(owned)).toEqual(['¶ Words.']);
  });

  test('without a text layer', async () => {
    const scan = await pdfOf(pen => pen.addPage().rect(10, 10, 100, 100).fill());
    expect(await refusalOf(readPdf, scan)).toMatch(/^has no text layer: .*\(OCR\)/);
  });

  test('broken, cut off, or something else', async () => {
    const whole = await pdfOf(pen => printLine(pen.addPage(), 'Words.', { y: 90 }));
    expect(await refusalOf(readPdf, '%PDF-1.7\nnothing')).toMatch(/^is no PDF[^\n]*$/);
    expect(await refusalOf(readPdf, '')).toMatch(/^is [^\n]*$/);
    expect(await refusalOf(readPdf, whole.subarray(0, 300))).toMatch(/^(?:is|has) [^\n]*$/);
  });
});

/** Words as another program counts them, page numbers aside and words parted at line ends whole. */
const STATED: Readonly<Record<string, RegExp | { words?: number; begins: RegExp; ends: RegExp }>> =
  {
    '001-trivial/minimal-document.pdf': {
      words: 100,
      begins: /^Lorem ipsum dolor/,
      ends: /sit amet\.$/,
    },
    '004-pdflatex-4-pages/pdflatex-4-pages.pdf': {
      words: 2599,
      begins: /^Hello, here is/,
      ends: /match the language\.$/,
    },
    '005-libreoffice-writer-password/libreoffice-writer-password.pdf': /^needs a password/,
    '007-imagemagick-images/imagemagick-lzw.pdf': /^has no text layer/,
    '015-arabic/habibi.pdf': { begins: /[\u0628-\u064A]/, ends: /habibi/ },
    '015-arabic/habibi-oneline-cmap.pdf': { begins: /[\u0628-\u064A]/, ends: /habibi/ },
    '015-arabic/habibi-rotated.pdf': { begins: /[\u0628-\u064A]/, ends: /habibi/ },
    '025-attachment/with-attachment.pdf': {
      words: 100,
      begins: /^Lorem ipsum dolor/,
      ends: /sit amet\.$/,
    },
  };

describeCorpus('corpora/pdf', Object.keys(STATED).length, folder => {
  test.each(Object.entries(STATED))('%s', async (name, stated) => {
    const bytes = readFileSync(join(folder, name));
    if (stated instanceof RegExp) {
      expect(await refusalOf(readPdf, bytes)).toMatch(stated);
      return;
    }
    const words = keptOf(await readWith(readPdf, bytes))
      .map(({ text }) => text)
      .join(' ');
    expect(words).toMatch(stated.begins);
    expect(words).toMatch(stated.ends);
    if (stated.words !== undefined) expect(words.split(' ')).toHaveLength(stated.words);
    expect(words).not.toMatch(/[\u0000-\u001F]/);
  });
});
