import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDocx } from '../../src/importing/docx/docx.ts';
import { describeCorpus } from '../support/corpora.ts';
import { linesOf, readWith, refusalOf } from './readWith.ts';
import { docxOf, wordParagraph as p, wordPart } from './zips.ts';

const style = (name: string) => `<w:pStyle w:val="${name}"/>`;
const STYLES = wordPart(
  'styles',
  [
    ['Heading1', 'heading 1'],
    ['Heading2', 'heading 2'],
    ['Title', 'Title'],
    ['TOC1', 'toc 1'],
  ]
    .map(
      ([id, name]) =>
        `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`,
    )
    .join(''),
);
const cell = (...paragraphs: string[]) =>
  `<w:tc>${paragraphs.map(text => p(text)).join('')}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.map(text => cell(text)).join('')}</w:tr>`;

test('titles, headings and paragraphs; a table of contents is proposed to be left out', async () => {
  const docx = docxOf(
    p('The speech', style('Title')) +
      p('One 3', style('TOC1')) +
      p('One', style('Heading1')) +
      p('Some   words&#xAD;.') +
      p('') +
      p('Below', style('Heading2')),
    { 'word/styles.xml': STYLES },
  );
  expect(linesOf(await readWith(readDocx, docx))).toEqual([
    'h1 The speech',
    '¶ One 3 (table of contents)',
    'h1 One',
    '¶ Some words.',
    'h2 Below',
  ]);
});

test('lists keep their depth and their numbers', async () => {
  const level = (name: string, format: string, depth: number) =>
    `<w:abstractNum w:abstractNumId="${name}"><w:lvl w:ilvl="${depth}"><w:numFmt w:val="${format}"/></w:lvl></w:abstractNum><w:num w:numId="${name}"><w:abstractNumId w:val="${name}"/></w:num>`;
  const item = (text: string, list: string, depth: number) =>
    p(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`);
  const docx = docxOf(
    item('first', '1', 0) + item('second', '1', 0) + item('inside', '2', 1) + p('after'),
    {
      'word/numbering.xml': wordPart(
        'numbering',
        level('1', 'decimal', 0) + level('2', 'bullet', 1),
      ),
    },
  );
  expect(linesOf(await readWith(readDocx, docx))).toEqual([
    '• 1. first',
    '• 2. second',
    '•• inside',
    '¶ after',
  ]);
});

test('a table is one block of lines; with long rows it is a transcript', async () => {
  const long = 'many words '.repeat(30).trim();
  const docx = docxOf(
    `<w:tbl>${row('Year', 'Cases')}${row('2020', '7')}</w:tbl>` +
      `<w:tbl>${row('Speaker', 'Words')}${row('Ann Lee:', long)}${row('Ben', 'Yes.')}</w:tbl>` +
      `<w:tbl>${row('[1:02:03]', 'Cat', long)}${row('04:05', '', 'No.')}</w:tbl>`,
  );
  expect(linesOf(await readWith(readDocx, docx))).toEqual([
    '▦ Year  Cases\n2020  7',
    '▦ Speaker  Words',
    `¶ Ann Lee: ${long}`,
    '¶ Ben: Yes.',
    `¶ [01:02:03] Cat: ${long}`,
    '¶ [00:04:05] No.',
  ]);
});

test('notes stand after the paragraph that refers to them', async () => {
  const mark = '<w:r><w:footnoteReference w:id="2"/></w:r>';
  const docx = docxOf(p('So it is.').replace('</w:p>', `${mark}</w:p>`) + p('Next.'), {
    'word/footnotes.xml': wordPart(
      'footnotes',
      `<w:footnote w:id="2">${p('See there.')}</w:footnote>`,
    ),
  });
  expect(linesOf(await readWith(readDocx, docx))).toEqual([
    '¶ So it is.[1]',
    '※ [1] See there.',
    '¶ Next.',
  ]);
});

test('what stands beside the text is proposed to be left out: heads, feet, comments, deleted words', async () => {
  const comment = (author: string, text: string) =>
    `<w:comment w:id="1" w:author="${author}">${p(text)}</w:comment>`;
  const deleted = '<w:del w:id="9"><w:r><w:delText>old </w:delText></w:r></w:del>';
  const added = '<w:ins w:id="8"><w:r><w:t>new </w:t></w:r></w:ins>';
  const docx = docxOf(p('The *words*').replace('<w:r>', `${deleted}${added}<w:r>`), {
    'word/header1.xml': wordPart('hdr', p('Draft') + p('2021')),
    'word/header2.xml': wordPart('hdr', p('Draft') + p('2021')),
    'word/footer1.xml': wordPart('ftr', p('Confidential')),
    'word/footer2.xml': wordPart('ftr', p('')),
    'word/comments.xml': wordPart('comments', comment('Ben', 'Really?') + comment('', 'Yes.')),
  });
  const text = await readWith(readDocx, docx);
  expect(linesOf(text)).toEqual([
    '¶ Draft\n2021 (head of the page)',
    '¶ new The words',
    '¶ Confidential (foot of the page)',
    '¶ Really? (comment by Ben)',
    '¶ Yes. (comment)',
    '¶ old (deleted in a tracked change)',
  ]);
  expect(text.notes).toEqual(['tracked changes are read as accepted']);
});

test('a style of the outline is a heading, whatever it is called and whatever it is made of', async () => {
  const named = (id: string, name: string, inside: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`;
  const styles = wordPart(
    'styles',
    named('U2', 'Überschrift 2', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>') +
      named('K', "Kapitel 'neu'", '<w:basedOn w:val="U2"/>') +
      named('T', 'Textkörper', '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
  );
  const docx = docxOf(p('Anfang', style('U2')) + p('Mitte', style('K')) + p('Worte.', style('T')), {
    'word/styles.xml': styles,
  });
  expect(linesOf(await readWith(readDocx, docx))).toEqual(['h2 Anfang', 'h2 Mitte', '¶ Worte.']);
});

test('words of formulas and of text boxes are read', async () => {
  const formula =
    '<m:oMath><m:f><m:num><m:r><w:rPr/><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>';
  const box = `<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${p('In the box')}</w:txbxContent></mc:Choice></mc:AlternateContent></w:r>`;
  const old = box.replace('</mc:Choice>', '</mc:Choice><mc:Fallback><w:pict/></mc:Fallback>');
  const docx = docxOf(
    p('Before').replace('</w:p>', `${formula}</w:p>`) +
      p('').replace('</w:p>', `${box}${old}</w:p>`),
  );
  expect(linesOf(await readWith(readDocx, docx))).toEqual(['¶ Beforeab', '¶ In the box']);
});

describe('names in bold', () => {
  const linesFor = async (...paragraphs: string[]) =>
    linesOf(await readWith(readDocx, docxOf(paragraphs.map(text => p(text)).join(''))));

  test('with a colon, bold or not, they are speakers', async () => {
    expect(await linesFor('*Q:* Why?', '*Ann Lee*: Because.')).toEqual([
      '¶ Q: Why?',
      '¶ Ann Lee: Because.',
    ]);
  });

  test('without one they have to recur', async () => {
    expect(await linesFor('*Ann Lee* Why?', '*Ben* How?', '*Ann Lee* So.', 'And so on.')).toEqual([
      '¶ Ann Lee: Why?',
      '¶ *Ben* How?'.replaceAll('*', ''),
      '¶ Ann Lee: So.',
      '¶ And so on.',
    ]);
    expect(await linesFor('*Important* is this.', 'And that.')).toEqual([
      '¶ Important is this.',
      '¶ And that.',
    ]);
  });

  test('alone in a paragraph they name the speaker of the next one', async () => {
    expect(
      await linesFor('*Ann*', 'Why?', '*Ben*', 'So.', '*Ann*', 'I see.', '*Ben*', 'Well.'),
    ).toEqual(['¶ Ann: Why?', '¶ Ben: So.', '¶ Ann: I see.', '¶ Ben: Well.']);
  });
});

test('metadata comes from the properties; a title made of a file name is none', async () => {
  const core = (title: string) =>
    `<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>${title}</dc:title><dc:creator>Ann Lee</dc:creator><dcterms:created>2021-07-14T09:00:00Z</dcterms:created><dc:language>en-GB</dc:language></cp:coreProperties>`;
  const metaFor = async (title: string) =>
    (await readWith(readDocx, docxOf(p('Words.'), { 'docProps/core.xml': core(title) }))).meta;
  expect(await metaFor('A &amp; B')).toMatchObject({
    title: 'A & B',
    speaker: 'Ann Lee',
    date: '2021-07-14',
    language: 'en-GB',
  });
  expect((await metaFor('Microsoft Word - final_v2.doc')).title).toBeNull();
});

test('what has no words is refused, and so are other kinds of file', async () => {
  expect(await refusalOf(readDocx, docxOf(''))).toBe('no words in it');
  expect(await refusalOf(readDocx, new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]))).toMatch(
    /password/,
  );
  expect(await refusalOf(readDocx, docxOf('<w:p>').subarray(0, 80))).toMatch(/^is no zip/);
  expect(await refusalOf(readDocx, docxOf(`<w:p><w:r>`))).toMatch(/^is damaged/);
});

/** What the project that these files come from expects of them. */
const ANSWERS: Readonly<Record<string, readonly string[] | RegExp>> = {
  'comments.docx': [
    '¶ Ouch.',
    '¶ A tachyon walks into a bar. (comment by Michael Williamson)',
    '¶ Fin. (comment by Michael Williamson)',
  ],
  'embedded-style-map.docx': ['h1 Walking on imported air'],
  'empty.docx': /^no words in it$/,
  'empty.zip': /no DOCX/,
  'endnotes.docx': ['¶ Ouch[1].[2]', '※ [1] A tachyon walks into a bar.', '※ [2] Fin.'],
  'external-picture.docx': /pictures but no words/,
  'footnote-hyperlink.docx': ['¶ [1]', '※ [1] Example'],
  'footnotes.docx': ['¶ Ouch[1].[2]', '※ [1] A tachyon walks into a bar.', '※ [2] Fin.'],
  'hello.zip': /no DOCX/,
  'simple-list.docx': ['• Apple', '• Banana'],
  'single-paragraph.docx': ['¶ Walking on imported air'],
  'strict-format.docx': ['¶ Test'],
  'strikethrough.docx': ["¶ Today's Special: Salmon Sold out"],
  'tables.docx': ['¶ Above', '▦ Top left  Top right\nBottom left  Bottom right', '¶ Below'],
  'text-box.docx': ['¶ Datum plane'],
  'tiny-picture.docx': /pictures but no words/,
  'tiny-picture-target-base-relative.docx': /pictures but no words/,
  'underline.docx': ['¶ The Sunset Tree'],
  'utf8-bom.docx': ['¶ This XML has a byte order mark.'],
};

describeCorpus('corpora/docx', Object.keys(ANSWERS).length, folder => {
  test.each(Object.entries(ANSWERS))('%s', async (name, answer) => {
    const bytes = readFileSync(join(folder, 'test/test-data', name));
    if (answer instanceof RegExp) expect(await refusalOf(readDocx, bytes)).toMatch(answer);
    else expect(linesOf(await readWith(readDocx, bytes))).toEqual(answer);
  });
});
