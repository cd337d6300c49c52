import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../src/importing/pdf/pdf.ts';
import { describeCorpus } from '../support/corpora.ts';
import { PAPER, type Pen, pdfOf, printColumn, printLine, sentences, setToWidth } from './pdfs.ts';
import { linesOf, readWith, refusalOf } from './readWith.ts';

const WIDE = PAPER.width - 2 * 72;
const linesIn = async (pdf: Uint8Array) => linesOf(await readWith(readPdf, pdf));

/** Paragraphs over the whole width, from a height on, parted by a gap. */
function printParagraphs(pen: Pen, paragraphs: readonly string[], y: number): void {
  let below = y;
  for (const words of paragraphs) {
    below = printColumn(pen, setToWidth(pen, words, WIDE), { y: below }) + 8;
  }
}

describe('paragraphs', () => {
  test('are parted by gaps; a line end inside one is a space', async () => {
    const paragraphs = [sentences(6), sentences(4, 50), 'A short one.', sentences(3, 90)];
    const pdf = await pdfOf(pen => {
      pen.addPage();
      printParagraphs(pen, paragraphs, 100);
    });
    expect(await linesIn(pdf)).toEqual(paragraphs.map(words => `¶ ${words}`));
  });

  test('are parted by indents, or by a line that was ended early', async () => {
    const paragraphs = [sentences(5), sentences(7, 50), sentences(5, 90)];
    const indented = await pdfOf(pen => {
      pen.addPage();
      let y = 100;
      for (const words of paragraphs) {
        const [first = '', ...rest] = setToWidth(pen, `xxxx ${words}`, WIDE);
        printLine(pen, first.slice(5), { x: 92, y });
        y = printColumn(pen, rest, { y: y + 14 });
      }
    });
    expect(await linesIn(indented)).toEqual(paragraphs.map(words => `¶ ${words}`));
    const bare = await pdfOf(pen => {
      pen.addPage();
      printColumn(
        pen,
        paragraphs.flatMap(words => setToWidth(pen, words, WIDE)),
        { y: 100 },
      );
    });
    expect(await linesIn(bare)).toEqual(paragraphs.map(words => `¶ ${words}`));
  });

  test('go on over the end of a page, and keep the number of the page they begin on', async () => {
    const words = sentences(18);
    const pdf = await pdfOf(pen => {
      const lines = setToWidth(pen.addPage(), words, WIDE);
      printColumn(pen, lines.slice(0, 7), { y: 660 });
      printLine(pen.addPage(), lines[7] ?? '', { y: 72 });
      printColumn(pen, lines.slice(8), { y: 86 });
      printLine(pen, 'The next one begins here.', { y: 400 });
    });
    const text = await readWith(readPdf, pdf);
    expect(linesOf(text)).toEqual([`¶ ${words}`, '¶ The next one begins here.']);
    expect(text.blocks.map(({ page }) => page)).toEqual(['1', '2']);
  });

  test('begin where a list or a known speaker does', async () => {
    const pdf = await pdfOf(pen => {
      pen.addPage();
      printColumn(
        pen,
        [
          'There are several things to be said about this, and these are some of them:',
          '• the first thing',
          '• the second thing, which is so long that it takes more than one line of this page',
          '1. one more',
          'MS LEE: Why?',
          'MR OWEN: Because.',
          'MS LEE: I see.',
          'MR OWEN: Good.',
        ],
        { y: 100 },
      );
    });
    expect(await linesIn(pdf)).toEqual([
      '¶ There are several things to be said about this, and these are some of them:',
      '• the first thing',
      '• the second thing, which is so long that it takes more than one line of this page',
      '¶ 1. one more',
      '¶ MS LEE: Why?',
      '¶ MR OWEN: Because.',
      '¶ MS LEE: I see.',
      '¶ MR OWEN: Good.',
    ]);
  });
});

test('words that a line end parted are whole again; hyphens of their own stay', async () => {
  const pdf = await pdfOf(pen => {
    pen.addPage();
    printColumn(
      pen,
      [
        'The government said that infor-',
        'mation was shared by the Anglo-',
        'Saxon side, in the years 2019-',
        '2020, by well-known and self-',
        'appointed people, and this is a well-',
        'known fact about the informa-',
        'tion.',
      ],
      { y: 100 },
    );
  });
  expect(await linesIn(pdf)).toEqual([
    '¶ The government said that information was shared by the Anglo-Saxon side, in the years 2019-2020, by well-known and self-appointed people, and this is a well-known fact about the information.',
  ]);
});

test('columns are read one after the other, under what stands over both', async () => {
  const left = sentences(9);
  const right = sentences(9, 40);
  const pdf = await pdfOf(pen => {
    pen.addPage();
    printLine(pen, 'A title over both columns of the page, as is usual', {
      y: 80,
      size: 16,
      x: 90,
    });
    const lines = setToWidth(pen, left, 215);
    printColumn(pen, lines, { y: 130 });
    printColumn(pen, setToWidth(pen, right, 215), { x: 308, y: 133 });
    printLine(pen, `A line over both columns, and it ends what stands above it on the page.`, {
      x: 100,
      y: 133 + 14 * (lines.length + 4),
    });
  });
  expect(await linesIn(pdf)).toEqual([
    'h1 A title over both columns of the page, as is usual',
    `¶ ${left}`,
    `¶ ${right}`,
    '¶ A line over both columns, and it ends what stands above it on the page.',
  ]);
});

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

  test('is left out and counted; printed numbers are what the pages are called', async () => {
    const text = await readWith(readPdf, await printed(page => `- ${page + 17} -`));
    expect(text.blocks.map(({ text: words }) => words)).toEqual(
      [0, 20, 40, 60].flatMap(from => [sentences(3, from + 1), sentences(3, from + 10)]),
    );
    expect(text.blocks.map(({ page }) => page)).toEqual([
      '17',
      '17',
      '18',
      '18',
      '19',
      '19',
      '20',
      '20',
    ]);
    expect(text.notes).toEqual(['left out: heads, feet and page numbers of 4 pages']);
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

test('headings are told by their size, or by another font', async () => {
  const pdf = await pdfOf(pen => {
    pen.addPage();
    printLine(pen, 'The title', { y: 80, size: 24 });
    printLine(pen, 'A chapter with a long name that takes', { y: 130, size: 16 });
    printLine(pen, 'two lines of the page', { y: 150, size: 16 });
    printParagraphs(pen, [sentences(5)], 190);
    printLine(pen, 'A heading in bold', { y: 300, font: 'Times-Bold' });
    printParagraphs(pen, [sentences(5, 30)], 320);
  });
  expect(await linesIn(pdf)).toEqual([
    'h1 The title',
    'h2 A chapter with a long name that takes two lines of the page',
    `¶ ${sentences(5)}`,
    'h3 A heading in bold',
    `¶ ${sentences(5, 30)}`,
  ]);
});

test('notes at the foot stand after their paragraph, which goes on over the page', async () => {
  const words = sentences(14);
  const pdf = await pdfOf(pen => {
    const lines = setToWidth(pen.addPage(), words, WIDE);
    printColumn(pen, lines.slice(0, 6), { y: 600 });
    printLine(pen, '1', { y: 719, size: 6 });
    printLine(pen, 'See there, and there.', { x: 76, y: 720, size: 8 });
    printLine(pen, '2 Or here.', { y: 731, size: 8 });
    printColumn(pen.addPage(), lines.slice(6), { y: 72 });
  });
  expect(await linesIn(pdf)).toEqual([
    `¶ ${words}`,
    '※ [1] See there, and there.',
    '※ [2] Or here.',
  ]);
});

test('a raised number after a word refers to a note', async () => {
  const pdf = await pdfOf(pen => {
    pen.addPage();
    printLine(pen, 'So it was said', { y: 100 });
    pen.font('Times-Roman').fontSize(11);
    const end = 72 + pen.widthOfString('So it was said');
    printLine(pen, '12', { x: end, y: 98.5, size: 6 });
    printLine(pen, ' on ten km', { x: end + 7, y: 100 });
    printLine(pen, '2', { x: end + 7 + pen.widthOfString(' on ten km'), y: 98.5, size: 6 });
  });
  expect(await linesIn(pdf)).toEqual(['¶ So it was said[12] on ten km2']);
});

test('words set across the others, and pages of pictures, are told of', async () => {
  const pdf = await pdfOf(pen => {
    pen.addPage();
    printParagraphs(pen, [sentences(5)], 90);
    pen.rotate(90, { origin: [40, 400] });
    printLine(pen, 'a stamp', { x: 40, y: 400 });
    pen.addPage().rect(10, 10, 100, 100).fill();
  });
  const text = await readWith(readPdf, pdf);
  expect(linesOf(text)).toEqual([`¶ ${sentences(5)}`]);
  expect(text.notes).toEqual([
    'left out: words that are set across the others',
    'no text layer on 1 page of 2',
  ]);
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

/** What is stated of these files: their sources lie beside them. */
const STATED: Readonly<
  Record<string, RegExp | { pages: string; begins: string; ends: string; words?: number }>
> = {
  '001-trivial/minimal-document.pdf': {
    pages: '1',
    begins: 'Lorem ipsum dolor',
    ends: 'dolor sit amet.',
    words: 98,
  },
  '004-pdflatex-4-pages/pdflatex-4-pages.pdf': {
    pages: '1',
    begins: 'Hello, here is',
    ends: 'match the language.',
  },
  '005-libreoffice-writer-password/libreoffice-writer-password.pdf': /^needs a password/,
  '007-imagemagick-images/imagemagick-lzw.pdf': /^has no text layer/,
  '015-arabic/habibi.pdf': { pages: '1', begins: '', ends: '' },
  '015-arabic/habibi-oneline-cmap.pdf': { pages: '1', begins: '', ends: '' },
  '015-arabic/habibi-rotated.pdf': { pages: '1', begins: '', ends: '' },
  '025-attachment/with-attachment.pdf': {
    pages: '1',
    begins: 'Lorem ipsum dolor',
    ends: 'dolor sit amet.',
  },
};

describeCorpus('corpora/pdf', Object.keys(STATED).length, folder => {
  test.each(Object.entries(STATED))('%s', async (name, stated) => {
    const bytes = readFileSync(join(folder, name));
    if (stated instanceof RegExp) {
      expect(await refusalOf(readPdf, bytes)).toMatch(stated);
      return;
    }
    const { blocks } = await readWith(readPdf, bytes);
    const words = blocks.map(({ text }) => text).join('\n');
    expect(blocks[0]?.page).toBe(stated.pages);
    expect(words.startsWith(stated.begins)).toBe(true);
    expect(words.endsWith(stated.ends)).toBe(true);
    expect(words).not.toMatch(/[\u0000-\u0009\u000B-\u001F]/);
  });
});
