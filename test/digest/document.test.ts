import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestBlocks } from '../../src/digest/document.ts';
import type { DigestInput, DigestOptions } from '../../src/digest/input.ts';
import { renderMarkdown } from '../../src/digest/markdown.ts';
import { example, harbour, interview, record, theme } from './example.ts';
import { parseMarkdown, readSections, textOf } from './parsed.ts';

const markdown = (changes: Partial<DigestInput> = {}) =>
  renderMarkdown(digestBlocks({ ...example, ...changes }));
const withOptions = (options: Partial<DigestOptions>) =>
  markdown({ options: { ...example.options, ...options } });
const sections = (document: string) => readSections(parseMarkdown(document));
const section = (document: string, name: string) =>
  sections(document).find(one => one.name === name);

describe('a digest as a document', () => {
  it('looks like this by theme', async () => {
    await expect(markdown()).toMatchFileSnapshot('__snapshots__/by-theme.md');
  });

  it('looks like this by transcript', async () => {
    const document = withOptions({ groupBy: 'text', notes: false });
    await expect(document).toMatchFileSnapshot('__snapshots__/by-text.md');
  });

  it('is the same, byte for byte, whatever the order in which annotations arrive', () => {
    const shuffled = fc.shuffledSubarray([...example.records], {
      minLength: example.records.length,
    });
    for (const groupBy of ['theme', 'text'] as const) {
      const options = { ...example.options, groupBy };
      const expected = markdown({ options });
      fc.assert(
        fc.property(shuffled, records => {
          expect(markdown({ options, records })).toBe(expected);
        }),
        { numRuns: 50 },
      );
    }
  });

  it('ends with one line end and has no date but those it was given', () => {
    const document = markdown();
    expect(document).toMatch(/[^\n]\n$/);
    // The years of the transcripts, and the day on which the tags were made.
    const years = document.match(/\b20\d\d(?:-\d\d-\d\d)?\b/g) ?? [];
    expect(new Set(years)).toEqual(new Set(['2024-03-01', '2024', '2026-11-01']));
  });

  it('has a section for every theme, those without passages too, then memos and sources', () => {
    expect(sections(markdown()).map(one => one.name)).toEqual([
      'Tides',
      'Lamps',
      'Ghosts',
      'Memos without a theme',
      'Sources',
    ]);
    expect(section(markdown(), 'Ghosts')?.words).toEqual(['No passages.']);
  });

  it('quotes a passage once where coders agree on its bounds, and names both with their memos', () => {
    const [first, ...others] = section(markdown(), 'Tides')?.passages ?? [];
    expect(first?.source).toBe(
      '— Mara Quill, Harbour log, 2024-03-01, ¶ 12 · alex, bea · ★ key quotation',
    );
    expect(first?.memos).toEqual([
      '↳ alex: Compare the almanac.\n\nIt says seven.',
      '↳ bea: Her best line.',
    ]);
    expect(others.map(passage => passage.quote)).not.toContain(first?.quote);
  });

  it('marks what was found by likeness and gives the range of its paragraphs', () => {
    const last = section(markdown(), 'Tides')?.passages.at(-1);
    expect(last?.source).toBe(
      '— Interview | with the keeper, spring 2024, ¶ 4–6 · bea · ? found by likeness',
    );
  });

  it('leaves out what is not certain, says so where it belongs and in all', () => {
    const document = markdown();
    const lines = document.split('\n').filter(line => line.startsWith('Left out'));
    expect(lines).toEqual([
      'Left out: 3 passages not certain; `marginalia check` lists them.',
      'Left out: 1 passage not certain; `marginalia check` lists it.',
      'Left out: 1 passage not certain; `marginalia check` lists it.',
    ]);
    expect(markdown({ records: example.records.slice(0, 5) })).not.toContain('Left out');
  });

  it('names a retired theme as such', () => {
    expect(section(markdown(), 'Lamps')?.words).toEqual([
      'Lights, and who keeps them.',
      'Retired theme. 1 passage from 1 transcript.',
    ]);
  });

  it('holds key quotations only when asked, and says so', () => {
    const document = withOptions({ keyOnly: true });
    expect(sections(document).flatMap(one => one.passages.map(passage => passage.source))).toEqual([
      '— Mara Quill, Harbour log, 2024-03-01, ¶ 12 · bea · ★ key quotation',
      '— Mara Quill, Harbour log, 2024-03-01, ¶ 20 · alex',
    ]);
    expect(document).toContain('tagged by bea. Key quotations only.');
  });

  it('has memos without a theme only when asked', () => {
    const memos = section(markdown(), 'Memos without a theme');
    expect(memos?.words).toEqual([
      '— Mara Quill, Harbour log, 2024-03-01 · bea',
      '↳ Typed from tape.',
    ]);
    expect(memos?.passages.map(passage => passage.memos)).toEqual([['↳ Whose door?']]);
    expect(withOptions({ notes: false })).not.toMatch(/Memos without|Whose door|Typed from/);
  });

  it('lists every transcript with its speaker, date and source', () => {
    const tree = parseMarkdown(markdown());
    const list = tree.children.find(node => node.type === 'list');
    expect(list?.children.map(textOf)).toEqual([
      'Mara Quill, Harbour log, 2024-03-01, https://example.org/log?page=3&view=(all)',
      'Interview | with the keeper, spring 2024, Tape 3, county archive',
      'A letter',
    ]);
  });

  it('is made of nothing, too', () => {
    const options = { keyOnly: false, notes: true, groupBy: 'text' } as const;
    const empty = { title: ' ', themes: [], records: [], texts: [], options };
    expect(renderMarkdown(digestBlocks(empty))).toBe('# Digest\n\nNo passages.\n');
  });
});

describe('the marks of a digest', () => {
  // White space as one space, quotation marks straight: what does not count when a quotation is checked.
  const AGREED = 'The tide comes at six & leaves late: [laughs] we call it "the *old* clock".';
  const TURNS =
    '[00:01:10] Keeper: First it turns. [00:01:15] Guest: And then? And then? # After that';
  const hashOf = (words: string) =>
    createHash('sha256').update(words, 'utf8').digest('hex').slice(0, 16);
  const marks = (document: string) =>
    Array.from(document.matchAll(/^<!-- marginalia (.*) -->$/gm), match => match[1]);

  it('give text, code points and annotations of each passage, then each text with its sha256', () => {
    const uuid = '00000000-0000-4000-8000-0000000000';
    expect(marks(markdown())).toEqual([
      `passage harbour 400-480 ${uuid}02,${uuid}03 ${hashOf(AGREED)}`,
      `passage harbour 10-15 ${uuid}01 ${hashOf('Low water.')}`,
      `passage interview%20-%2D%203 90-188 ${uuid}04 ${hashOf(TURNS)}`,
      `passage interview%20-%2D%203 10-20 ${uuid}05 ${hashOf('#1 lamp')}`,
      `passage harbour 700-707 ${uuid}09 ${hashOf('A door.')}`,
      `text harbour sha256:${'a1'.repeat(32)}`,
      `text interview%20-%2D%203 sha256:${'b2'.repeat(32)}`,
      `text unused sha256:${'c3'.repeat(32)}`,
    ]);
  });

  it('cannot be closed or forged by an id', () => {
    const id = 'urn:uuid:a,b -->\n<script>--!>\ud800';
    const document = markdown({ records: [record(1, { id })] });
    expect(marks(document)[0]).toBe(
      `passage harbour 10-15 a%2Cb%20-%2D%3E%0A%3Cscript%3E-%2D!%3E%EF%BF%BD ${hashOf('words')}`,
    );
  });
});

describe("a digest's table", () => {
  const rows = (document: string) => {
    const table = parseMarkdown(document).children.find(node => node.type === 'table');
    return table?.children.map(row => row.children.map(textOf));
  };

  it('counts tags by theme and transcript with totals, pipes in titles and all', () => {
    expect(rows(markdown())).toEqual([
      ['Theme', 'Harbour log', 'Interview | with the keeper', 'A letter', 'All'],
      ['● Tides', '3', '1', '0', '4'],
      ['■ Lamps', '0', '1', '0', '1'],
      ['▲ Ghosts', '0', '0', '0', '0'],
      ['All', '3', '2', '0', '5'],
    ]);
  });

  it('has no totals where there is one theme and one transcript', () => {
    const one = { themes: [theme('Tides', { mark: '●' })], texts: [harbour] };
    expect(rows(markdown(one))).toEqual([
      ['Theme', 'Harbour log'],
      ['● Tides', '3'],
    ]);
  });

  it('is turned where that makes a wide one narrower', () => {
    const long = 'A title of forty cells for a transcript!';
    const texts = [harbour, { ...harbour, id: 'b', title: long }, { ...interview, title: long }];
    expect(rows(markdown({ texts }))).toEqual([
      ['Transcript', '● Tides', '■ Lamps', '▲ Ghosts', 'All'],
      ['Harbour log', '3', '0', '0', '3'],
      [long, '0', '0', '0', '0'],
      [long, '1', '1', '0', '2'],
      ['All', '4', '1', '0', '5'],
    ]);
  });

  it('stands in line in cells where letters are two cells wide', () => {
    const texts = [{ ...harbour, title: '港の記録' }];
    const table = markdown({ texts, records: [] })
      .split('\n')
      .filter(line => line.startsWith('|'));
    expect(table.slice(0, 3)).toEqual([
      '| Theme    | 港の記録 |',
      '| -------- | -------: |',
      '| ● Tides  |        0 |',
    ]);
  });
});
