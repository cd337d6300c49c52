import { expect, test } from 'vitest';
import { readDocx } from '../../src/importing/docx/docx.ts';
import { linesOf, readWith } from './readWith.ts';
import { docxOf, wordParagraph as p, wordPart } from './zips.ts';

const level = (depth: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const definition = (id: string, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const list = (id: string, of: string, overrides = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${overrides}</w:num>`;
const place = (id: string, depth = 0) =>
  `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr>`;

const read = async (body: string, numbering: string, styles = '') =>
  linesOf(
    await readWith(
      readDocx,
      docxOf(body, {
        'word/numbering.xml': wordPart('numbering', numbering),
        'word/styles.xml': wordPart('styles', styles),
      }),
    ),
  );

const QUESTIONS = definition('1', level(0, 'decimal', '%1.')) + list('7', '1');

test('questions go on counting past their answers', async () => {
  const body = p('Why?', place('7')) + p('So.') + p('How?', place('7')) + p('Thus.');
  expect(await read(body, QUESTIONS)).toEqual(['• 1. Why?', '¶ So.', '• 2. How?', '¶ Thus.']);
});

test('marks are those of Word: letters, numerals, brackets, the numbers around', async () => {
  const numbering =
    definition(
      '1',
      level(0, 'upperRoman', '%1.'),
      level(1, 'lowerLetter', '(%2)'),
      level(2, 'decimal', '%1.%2.%3'),
    ) + list('7', '1');
  const body =
    p('first', place('7')) +
    p('in', place('7', 1)) +
    p('in too', place('7', 1)) +
    p('deep', place('7', 2)) +
    p('second', place('7')) +
    p('in', place('7', 1));
  expect(await read(body, numbering)).toEqual([
    '• I. first',
    '•• (a) in',
    '•• (b) in too',
    '••• I.b.1 deep',
    '• II. second',
    '•• (a) in',
  ]);
});

test('a second list of one definition goes on, unless it says where it starts', async () => {
  const start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';
  const numbering = QUESTIONS + list('8', '1') + list('9', '1', start);
  const body = ['7', '8', '9', '9', '7'].map(id => p(`in ${id}`, place(id))).join('');
  expect(await read(body, numbering)).toEqual([
    '• 1. in 7',
    '• 2. in 8',
    '• 5. in 9',
    '• 6. in 9',
    '• 7. in 7',
  ]);
});

test('a style may number its paragraphs, and a paragraph may say no', async () => {
  const numbering =
    definition('1', level(0, 'decimal', 'Q%1', '<w:pStyle w:val="Ask"/>')) + list('7', '1');
  const styles =
    '<w:style w:type="paragraph" w:styleId="Ask"><w:name w:val="Ask"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>';
  const style = '<w:pStyle w:val="Ask"/>';
  const body = p('Why?', style) + p('So.', style + place('0')) + p('How?', style);
  expect(await read(body, numbering, styles)).toEqual(['• Q1 Why?', '¶ So.', '• Q2 How?']);
});

test('an earlier numbering that a tracked change replaced does not count', async () => {
  const changed = `${place('7')}<w:pPrChange w:id="1" w:author="A"><w:pPr>${place('9')}</w:pPr></w:pPrChange>`;
  expect(await read(p('Why?', changed) + p('How?', place('7')), QUESTIONS)).toEqual([
    '• 1. Why?',
    '• 2. How?',
  ]);
});

test('the signs between which marks travel are in no text', async () => {
  const heading = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>';
  const body = p('Part', `<w:pStyle w:val="H"/>${place('7')}`) + p('words', place('7'));
  expect(await read(body, QUESTIONS, heading)).toEqual(['h1 Part', '• 2. words']);
});
