import { expect, test } from 'vitest';
import { readPdf } from '../../src/importing/pdf/pdf.ts';
import {
  type Pen,
  pdfOf,
  printColumn,
  printLine,
  printParagraphs,
  sentences,
  setToWidth,
} from './pdfs.ts';
import { linesOf, readWith } from './readWith.ts';

const linesIn = async (draw: (pen: Pen) => void) =>
  linesOf(await readWith(readPdf, await pdfOf(draw)));

test('a last page whose second column is short is read in columns as the others are', async () => {
  const words = [sentences(40), sentences(12, 100)];
  const lines = await linesIn(pen => {
    const first = setToWidth(pen.addPage(), words[0] ?? '', 215);
    const half = Math.ceil(first.length / 2);
    printColumn(pen, first.slice(0, half), { y: 80 });
    printColumn(pen, first.slice(half), { x: 308, y: 80 });
    const last = setToWidth(pen.addPage(), words[1] ?? '', 215);
    printColumn(pen, last.slice(0, -2), { y: 80 });
    printColumn(pen, last.slice(-2), { x: 308, y: 80 });
  });
  expect(lines).toEqual(words.map(part => `¶ ${part}`));
});

test('a page of one column between pages of two stays one', async () => {
  const lines = await linesIn(pen => {
    for (const page of [0, 1, 2]) {
      pen.addPage();
      if (page === 1) printParagraphs(pen, [sentences(5, 500)], 80);
      else
        for (const x of [72, 308])
          printColumn(pen, setToWidth(pen, sentences(9, page * 100 + x), 215), { x, y: 80 });
    }
  });
  expect(lines).toContain(`¶ ${sentences(5, 500)}`);
  expect(lines).toHaveLength(5);
});

test('half a word goes on in the next line, however short its own line is', async () => {
  expect(
    await linesIn(pen => {
      pen.addPage();
      printColumn(
        pen,
        [
          'The infor-',
          'mation of the inter-',
          'national harbour was given to all who had asked for it.',
        ],
        { y: 100 },
      );
    }),
  ).toEqual([
    '¶ The information of the international harbour was given to all who had asked for it.',
  ]);
});

test('notes as large as the text are known by their raised numbers', async () => {
  const lines = await linesIn(pen => {
    pen.addPage();
    printLine(pen, 'The law was changed in that year', { y: 300 });
    const end = 72 + pen.widthOfString('The law was changed in that year');
    printLine(pen, '1', { x: end, y: 298, size: 6 });
    printParagraphs(pen, [sentences(5, 50)], 330);
    printLine(pen, '1', { y: 740, size: 6 });
    printLine(pen, 'Harbour Act 1999, section 4.', { x: 78, y: 742 });
  });
  expect(lines).toEqual([
    '¶ The law was changed in that year[1]',
    `¶ ${sentences(5, 50)}`,
    '※ [1] Harbour Act 1999, section 4.',
  ]);
});

const interview = (pen: Pen, names: readonly string[]) => {
  pen.addPage();
  for (const [index, name] of names.entries()) {
    printLine(pen, name, { y: 90 + index * 60, font: 'Times-Bold' });
    printParagraphs(pen, [sentences(2, index * 10)], 104 + index * 60);
  }
};

test('names over paragraphs that come back are those who speak', async () => {
  expect(
    await linesIn(pen => interview(pen, ['ANNA LEE', 'Interviewer', 'ANNA LEE', 'Interviewer'])),
  ).toEqual([
    `¶ ANNA LEE: ${sentences(2, 0)}`,
    `¶ Interviewer: ${sentences(2, 10)}`,
    `¶ ANNA LEE: ${sentences(2, 20)}`,
    `¶ Interviewer: ${sentences(2, 30)}`,
  ]);
});

test('titles over paragraphs that do not come back are headings', async () => {
  const lines = await linesIn(pen =>
    interview(pen, ['The law', 'The harbour', 'The ferry', 'The end']),
  );
  expect(lines.filter(line => line.startsWith('h1 '))).toHaveLength(4);
});
