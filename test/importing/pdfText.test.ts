import { describe, expect, test } from 'vitest';
import { readPdf } from '../../src/importing/pdf/pdf.ts';
import {
  PAPER,
  pdfOf,
  printColumn,
  printLine,
  printParagraphs,
  sentences,
  setToWidth,
} from './pdfs.ts';
import { linesOf, readWith } from './readWith.ts';

const WIDE = PAPER.width - 2 * 72;
const linesIn = async (pdf: Uint8Array) => linesOf(await readWith(readPdf, pdf));

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

  test('go on over the end of a page that parts a word, whatever letter comes next', async () => {
    const pdf = await pdfOf(pen => {
      const lines = ['They were said by all who had ever met them to have been of', 'the Anglo-'];
      printColumn(pen.addPage(), lines, { y: 700 });
      printColumn(pen.addPage(), ['Saxon kind, and nobody asked them about it.'], { y: 72 });
    });
    expect(await linesIn(pdf)).toEqual([
      '¶ They were said by all who had ever met them to have been of the Anglo-Saxon kind, and nobody asked them about it.',
    ]);
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
          '[00:12:03] Somebody says that this is no question at all, and that it never was one, and',
          '[00:12:09] is told that it is.',
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
      '¶ [00:12:03] Somebody says that this is no question at all, and that it never was one, and',
      '¶ [00:12:09] is told that it is.',
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

test('columns are known where a figure takes most of one of them', async () => {
  const left = sentences(20);
  const right = sentences(4, 60);
  const pdf = await pdfOf(pen => {
    pen.addPage();
    printColumn(pen, setToWidth(pen, left, 215), { y: 90 });
    for (const [index, label] of ['0', '10', '20', 'years'].entries()) {
      printLine(pen, label, { x: 330 + 40 * index, y: 200 });
    }
    printColumn(pen, setToWidth(pen, right, 215), { x: 300, y: 300 });
  });
  const lines = await linesIn(pdf);
  expect(lines[0]).toBe(`¶ ${left}`);
  expect(lines.at(-1)).toBe(`¶ ${right}`);
});

test('rows of a table are one block, a line each', async () => {
  const pdf = await pdfOf(pen => {
    pen.addPage();
    printParagraphs(pen, [sentences(3)], 90);
    for (const [row, cells] of [
      ['Country', 'People', 'Capital'],
      ['Austria', '8.9', 'Vienna'],
      ['Denmark', '5.8', 'Copenhagen'],
    ].entries()) {
      for (const [column, cell] of cells.entries()) {
        printLine(pen, cell, { x: 72 + 120 * column, y: 200 + 14 * row });
      }
    }
    printParagraphs(pen, [sentences(3, 30)], 270);
  });
  expect(await linesIn(pdf)).toEqual([
    `¶ ${sentences(3)}`,
    '▦ Country People Capital\nAustria 8.9 Vienna\nDenmark 5.8 Copenhagen',
    `¶ ${sentences(3, 30)}`,
  ]);
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
