import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { digestDocument } from '../../src/digest/document.ts';
import { renderDocx } from '../../src/digest/docx/document.ts';
import type { DigestInput } from '../../src/digest/input.ts';
import { readDocx } from '../../src/digest/read/docx.ts';
import { example, harbour, record, theme } from './example.ts';
import { nasty, naughtyStrings } from './hostile.ts';

const docx = (input: DigestInput) => renderDocx(digestDocument(input), input);
const parts = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]),
  );

/** Every style id that the paragraphs of a document use. */
const stylesIn = (xml: string): Set<string> =>
  new Set(Array.from(xml.matchAll(/<w:pStyle w:val="([^"]+)"/g), match => match[1] ?? ''));

describe('a digest as a Word document', () => {
  it('has real headings, a table of contents, a table, links, and memos as comments', async () => {
    const files = parts(await docx(example));
    const body = files['word/document.xml'] ?? '';
    expect(stylesIn(body)).toEqual(
      new Set([
        'Title',
        'Heading1',
        'MarginaliaContents',
        'MarginaliaQuotation',
        'MarginaliaSource',
        'TOC1',
      ]),
    );
    expect(body).toMatch(/TOC \\h \\o/);
    expect(body.match(/<w:tbl>/g)).toHaveLength(1);
    expect(files['word/_rels/document.xml.rels']).toContain(
      'Target="https://example.org/log?page=3&amp;view=(all)"',
    );
    const comments = new XMLParser({ ignoreAttributes: false }).parse(
      files['word/comments.xml'] ?? '',
    );
    const all = comments['w:comments']['w:comment'];
    expect(all.map((one: Record<string, string>) => [one['@_w:author'], one['@_w:date']])).toEqual([
      ['alex', '2026-11-01T09:00:00.000Z'],
      ['bea', '2026-11-01T09:00:00.000Z'],
      ['alex', '2026-11-01T09:00:00.000Z'],
    ]);
  });

  it('is the same, byte for byte, for the same input: no moment of its making, no ids by chance', async () => {
    const one = await docx(example);
    await new Promise(resolve => setTimeout(resolve, 1100));
    expect(
      Buffer.compare(Buffer.from(one), Buffer.from(await docx(structuredClone(example)))),
    ).toBe(0);
    const files = parts(one);
    expect(files['docProps/core.xml']).toContain('2026-11-01T09:00:00.000Z</dcterms:created>');
    expect(files['docProps/core.xml']).not.toContain(String(new Date().getFullYear() + 1));
  });

  it('says of each quotation where it is from, in properties and bookmarks that other programs keep', async () => {
    const { quotations, hashes } = readDocx(await docx(example));
    expect(
      quotations.map(({ mark }) => [mark?.text, mark?.start, mark?.end, mark?.annotations.length]),
    ).toEqual([
      ['harbour', 400, 480, 2],
      ['harbour', 10, 15, 1],
      ['interview -- 3', 90, 188, 1],
      ['interview -- 3', 10, 20, 1],
      ['harbour', 700, 707, 1],
    ]);
    expect(quotations[1]?.quote.trim()).toBe('Low water.');
    expect(hashes.get('harbour')).toBe('a1'.repeat(32));
  });

  it('does not count words that were struck out with changes tracked', async () => {
    const files = unzipSync(await docx(example));
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    const edited = xml.replace(
      /<w:r>(?:(?!<\/w:r>).)*Low water\.<\/w:t><\/w:r>/,
      run =>
        `<w:del w:id="9" w:author="x">${run}</w:del><w:ins w:id="10" w:author="x">${run.replace('Low', 'High')}</w:ins>`,
    );
    expect(edited).not.toBe(xml);
    files['word/document.xml'] = strToU8(edited);
    expect(readDocx(zipSync(files)).quotations[1]?.quote.trim()).toBe('High water.');
  });

  it('refuses what is no Word document, and XML with entities of its own', () => {
    expect(() => readDocx(zipSync({ 'a.txt': strToU8('x') }))).toThrow('no Word document');
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document/>';
    expect(() => readDocx(zipSync({ 'word/document.xml': strToU8(bomb) }))).toThrow('DOCTYPE');
  });

  it('holds hostile words in every part of it and stays well-formed', async () => {
    const all = [...fc.sample(nasty, { numRuns: 60, seed: 3 }), ...naughtyStrings()];
    const input: DigestInput = {
      title: all[0] ?? '',
      themes: [theme('Tides', { name: all.at(-1) ?? '', mark: '●' })],
      texts: [harbour],
      records: all.map((words, i) =>
        record(i + 1, { quote: words, memo: words, coder: words || 'x' }),
      ),
      options: { keyOnly: false, notes: false, groupBy: 'theme' },
    };
    const bytes = await docx(input);
    const broken = Object.entries(parts(bytes)).filter(
      ([name, xml]) => /\.(?:xml|rels)$/.test(name) && XMLValidator.validate(xml) !== true,
    );
    expect(broken.map(([name]) => name)).toEqual([]);
    expect(readDocx(bytes).quotations).toHaveLength(all.length);
  }, 60_000);
});
