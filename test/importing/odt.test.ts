import { describe, expect, test } from 'vitest';
import { readOdt } from '../../src/importing/odt/odt.ts';
import { linesOf, readWith, refusalOf } from './readWith.ts';
import { odtOf } from './zips.ts';

const style = (name: string, parent: string, weight = '') =>
  `<style:style style:name="${name}" style:parent-style-name="${parent}"><style:text-properties ${weight}/></style:style>`;
const BOLD = style('B', '', 'fo:font-weight="bold"');

test('headings, titles, paragraphs, spaces and line breaks', async () => {
  const odt = odtOf(
    '<text:sequence-decls>no</text:sequence-decls><text:p text:style-name="P1">The speech</text:p>' +
      '<text:table-of-content><text:p>One 3</text:p></text:table-of-content>' +
      '<text:h text:outline-level="2">One</text:h>' +
      '<text:p>Some<text:s text:c="3"/>words,\n<text:span>all &amp; every</text:span>.<text:line-break/>Next<text:tab/>line.</text:p><text:p/>',
    { styles: style('P1', 'Title') },
  );
  expect(linesOf(await readWith(readOdt, odt))).toEqual([
    'h1 The speech',
    '¶ One 3 (table of contents)',
    'h2 One',
    '¶ Some words, all & every.\nNext line.',
  ]);
});

test('lists keep their depth and their numbers', async () => {
  const item = (inside: string) => `<text:list-item>${inside}</text:list-item>`;
  const odt = odtOf(
    `<text:list text:style-name="L">${item('<text:p>one</text:p><text:p>more of it</text:p>')}${item(
      `<text:p>two</text:p><text:list>${item('<text:p>inside</text:p>')}</text:list>`,
    )}</text:list>`,
    {
      styles:
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"/><text:list-level-style-bullet text:level="2"/></text:list-style>',
    },
  );
  expect(linesOf(await readWith(readOdt, odt))).toEqual([
    '• 1. one',
    '¶ more of it',
    '• 2. two',
    '•• inside',
  ]);
});

describe('numbered lists', () => {
  const level = (n: number, more: string) =>
    `<text:list-level-style-number text:level="${n}" ${more}/>`;
  const styles = `<text:list-style style:name="L">${level(1, 'style:num-format="1" style:num-suffix="." text:start-value="4"')}${level(2, 'style:num-format="a" style:num-suffix=")"')}${level(3, 'style:num-format="1" text:display-levels="2"')}</text:list-style>`;
  const item = (inside: string, more = '') => `<text:list-item ${more}>${inside}</text:list-item>`;
  const list = (inside: string, more = '') =>
    `<text:list text:style-name="L" ${more}>${inside}</text:list>`;
  const read = async (body: string) => linesOf(await readWith(readOdt, odtOf(body, { styles })));

  test('count from where they say, in letters, with the numbers around them', async () => {
    const deep = item(`<text:p>b</text:p><text:list>${item('<text:p>deep</text:p>')}</text:list>`);
    const inner = `<text:list>${item('<text:p>a</text:p>')}${deep}</text:list>`;
    const outer = list(
      item('<text:p>four</text:p>') + item(`<text:p>five</text:p>${inner}`) + item(inner),
    );
    expect((await read(outer)).slice(0, 5)).toEqual([
      '• 4. four',
      '• 5. five',
      '•• a) a',
      '•• b) b',
      '••• b.1 deep',
    ]);
  });

  test('go on after what stands between, if they say so', async () => {
    const question = (text: string, more = '') => list(item(`<text:p>${text}</text:p>`), more);
    const body = `${question('Why?')}<text:p>So.</text:p>${question('How?', 'xml:id="k" text:continue-numbering="true"')}<text:p>Thus.</text:p>${question('New?')}${question('Again?', 'text:continue-list="k"')}`;
    expect(await read(body)).toEqual([
      '• 4. Why?',
      '¶ So.',
      '• 5. How?',
      '¶ Thus.',
      '• 4. New?',
      '• 6. Again?',
    ]);
  });

  test('a header has no number, and an item may set its own', async () => {
    const body = list(
      `<text:list-header><text:p>Over it</text:p></text:list-header>${item('<text:p>one</text:p>', 'text:start-value="9"')}${item('<text:p>next</text:p>')}`,
    );
    expect(await read(body)).toEqual(['¶ Over it', '• 9. one', '• 10. next']);
  });
});

const PAGE_STYLES =
  '<office:document-styles><office:master-styles><style:master-page><style:header><text:p>Draft</text:p></style:header><style:footer><text:p>Confidential</text:p><text:p>Page <text:page-number>1</text:page-number></text:p></style:footer></style:master-page><style:master-page><style:header><text:p>Draft</text:p></style:header></style:master-page></office:master-styles></office:document-styles>';

test('tables, notes, comments, pictures and old wordings', async () => {
  const cell = (text: string) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`;
  const row = (...cells: string[]) =>
    `<table:table-row>${cells.map(cell).join('')}</table:table-row>`;
  const note =
    '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>See there.</text:p></text:note-body></text:note>';
  const text = await readWith(
    readOdt,
    odtOf(
      '<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Cat</dc:creator></office:change-info><text:p>Old words.</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
        `<text:p>So it is${note}.<office:annotation><dc:creator>Ben</dc:creator><text:p>Really?</text:p></office:annotation><draw:frame><draw:image/></draw:frame></text:p>` +
        `<table:table><table:table-header-rows>${row('Year', 'Cases')}</table:table-header-rows>${row('2020', '7')}</table:table>`,
      { more: { 'styles.xml': PAGE_STYLES } },
    ),
  );
  expect(linesOf(text)).toEqual([
    '¶ Draft (head of the page)',
    '¶ So it is[1].',
    '※ [1] See there.',
    '▦ Year  Cases\n2020  7',
    '¶ Confidential\nPage 1 (foot of the page)',
    '¶ Really? (comment by Ben)',
    '¶ Old words. (deleted in a tracked change)',
  ]);
  expect(text.notes).toEqual(['left out: 1 picture', 'tracked changes are read as accepted']);
});

test('names in bold are speakers, whatever style makes them bold', async () => {
  const odt = odtOf(
    '<text:p><text:span text:style-name="T">Q:</text:span> Why?</text:p><text:p><text:span text:style-name="N">Ann:</text:span> So.</text:p>',
    { styles: BOLD + style('T', 'B') + style('N', 'B', 'fo:font-weight="normal"') },
  );
  expect(linesOf(await readWith(readOdt, odt))).toEqual(['¶ Q: Why?', '¶ Ann: So.']);
  const { blocks } = await readWith(readOdt, odt);
  expect(blocks.map(({ speaker }) => speaker)).toEqual(['Q', null]);
});

test('styles that are made of each other do not hang it', async () => {
  const round = style('A', 'C') + style('C', 'A');
  const odt = odtOf('<text:p text:style-name="A">Words.</text:p>', { styles: round });
  expect(linesOf(await readWith(readOdt, odt))).toEqual(['¶ Words.']);
});

test('metadata', async () => {
  const meta =
    '<office:document-meta><office:meta><dc:title>A title</dc:title><meta:initial-creator>Ann</meta:initial-creator><dc:creator>Ben</dc:creator><meta:creation-date>2021-07-14T10:11:12.5</meta:creation-date><dc:date>2022-01-01</dc:date><dc:language>de</dc:language></office:meta></office:document-meta>';
  const odt = odtOf('<text:p>Words.</text:p>', { more: { 'meta.xml': meta } });
  expect((await readWith(readOdt, odt)).meta).toMatchObject({
    title: 'A title',
    speaker: 'Ann',
    date: '2021-07-14',
    language: 'de',
  });
});

test('empty ones, locked ones, and tables of numbers are refused', async () => {
  expect(await refusalOf(readOdt, odtOf('<text:p/>'))).toBe('no words in it');
  const manifest = '<manifest><file-entry><encryption-data/></file-entry></manifest>';
  const locked = odtOf('', { more: { 'META-INF/manifest.xml': manifest } });
  expect(await refusalOf(readOdt, locked)).toBe('needs a password; save a copy without one');
  const sheet =
    '<office:document-content><office:body><office:spreadsheet/></office:body></office:document-content>';
  expect(await refusalOf(readOdt, odtOf('', { more: { 'content.xml': sheet } }))).toMatch(
    /no text$/,
  );
});
