import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/digest/html/page.ts';
import type { DigestInput } from '../../src/digest/input.ts';
import { readHtml } from '../../src/digest/read/html.ts';
import { example, harbour, interview, record, theme } from './example.ts';
import { nasty, naughtyStrings } from './hostile.ts';

function* elementsOf(node: Nodes): Generator<Element> {
  if (node.type === 'element') yield node;
  if ('children' in node) for (const child of node.children) yield* elementsOf(child);
}

const wordsOf = (node: Nodes): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(wordsOf).join('') : '';

const elements = (html: string): Element[] => [...elementsOf(fromHtml(html))];
const named = (html: string, name: string): Element[] =>
  elements(html).filter(({ tagName }) => tagName === name);

const hostile = (words: string): DigestInput => ({
  title: words,
  themes: [theme('Tides', { name: words, definition: words, include: words, mark: '●' })],
  texts: [{ ...harbour, id: words || 'x', title: words, speaker: words, source: words }, interview],
  records: [
    record(1, { text: words || 'x', quote: words, memo: words, coder: words || 'y', turn: words }),
    record(2, { text: interview.id, theme: null, quote: words, memo: words }),
  ],
  options: { keyOnly: false, notes: true, groupBy: 'speaker' },
});

/** What must not be in a page that holds the words of others. */
function faultsOf(html: string): string[] {
  const all = elements(html);
  const scripts = all.filter(({ tagName }) => tagName === 'script');
  const handlers = all.flatMap(({ properties }) =>
    Object.keys(properties).filter(name => /^on/i.test(name)),
  );
  const links = all.flatMap(({ properties: { href, src } }) => [href, src]);
  const bad = links.filter(link => link !== undefined && !/^https?:\/\//.test(String(link)));
  const strange = all.filter(({ tagName }) =>
    /^(?:iframe|object|embed|img|base|link)$/.test(tagName),
  );
  return [
    ...(scripts.length > 1 ? ['a second script'] : []),
    ...handlers,
    ...bad.map(String),
    ...strange.map(({ tagName }) => tagName),
  ];
}

describe('a digest as a page', () => {
  it('allows its own style and script by their hashes, and nothing from anywhere', () => {
    const html = renderHtml(example);
    const [policy] = named(html, 'meta').flatMap(({ properties }) =>
      String(properties.httpEquiv) === 'Content-Security-Policy'
        ? [String(properties.content)]
        : [],
    );
    const hash = (name: string) => {
      const [element] = named(html, name);
      const words = element ? wordsOf(element) : '';
      return `'sha256-${createHash('sha256').update(words, 'utf8').digest('base64')}'`;
    };
    expect(policy).toBe(
      `default-src 'none'; style-src ${hash('style')}; script-src ${hash('script')}; base-uri 'none'; form-action 'none'`,
    );
    expect(html).not.toMatch(/style="/);
    expect(named(html, 'style')).toHaveLength(1);
  });

  it('has an article a passage, with what its filter asks for', () => {
    const articles = named(renderHtml(example), 'article').map(({ properties }) => [
      properties.dataThemes,
      properties.dataCoders,
      properties.dataText,
      'dataKey' in properties,
    ]);
    expect(articles).toEqual([
      ['tides', '["alex","bea"]', 'harbour', true],
      ['tides', '["alex"]', 'harbour', false],
      ['tides', '["bea"]', 'interview -- 3', false],
      ['lamps', '["alex"]', 'interview -- 3', false],
      ['', '["alex"]', 'harbour', false],
    ]);
  });

  it('gives every figure its numbers in words or in a table', () => {
    const html = renderHtml(example);
    const said = named(html, 'svg').map(({ properties }) => [
      properties.role,
      properties.ariaLabel,
    ]);
    expect(said).toEqual([
      ['img', 'Where themes stand in Harbour log. Tides: 3, Lamps: 0, Ghosts: 0'],
      ['img', 'Where themes stand in Interview | with the keeper. Tides: 1, Lamps: 1, Ghosts: 0'],
      ['img', 'Where themes stand in A letter. Tides: 0, Lamps: 0, Ghosts: 0'],
      [
        'img',
        'Tags of each theme in each transcript. Tides in Harbour log: 3, Tides in Interview | with the keeper: 1, Lamps in Interview | with the keeper: 1. The numbers are in the table below.',
      ],
      [
        'img',
        'Passages of one theme that overlap those of another. None. The numbers are in the table below.',
      ],
      ['img', 'Tags by month. 2024-03: 3 tags, no date: 2 tags'],
    ]);
    const captions = named(html, 'caption').map(wordsOf);
    expect(captions).toEqual([
      'Tags of each theme in each transcript',
      'How often a passage of one theme overlaps a passage of another',
      'Tags by month',
    ]);
  });

  it('draws a square a cell and a disc a pair, coders who agree once', () => {
    const html = renderHtml({
      ...example,
      records: [
        ...example.records,
        record(20, { theme: 'lamps', start: 405, end: 410 }),
        record(21, { theme: 'lamps', start: 405, end: 410, coder: 'bea' }),
      ],
    });
    const [squares, discs] = named(html, 'svg').slice(3, 5);
    const marks = (node: Element | undefined, name: string) =>
      node ? [...elementsOf(node)].filter(({ tagName }) => tagName === name) : [];
    expect(marks(squares, 'rect')).toHaveLength(4);
    expect(marks(discs, 'circle')).toHaveLength(2);
    expect(String(discs?.properties.ariaLabel)).toContain('Tides in Lamps: 1, Lamps in Tides: 1');
  });

  it('has one line end for each that a quotation has', () => {
    const html = renderHtml({
      ...example,
      records: [record(1, { quote: 'One.\nTwo.\n\nThree.' })],
    });
    const [quoted] = named(html, 'blockquote');
    const paragraphs = quoted
      ? [...elementsOf(quoted)].filter(({ tagName }) => tagName === 'p')
      : [];
    expect(paragraphs.map(wordsOf)).toEqual(['One.Two.', 'Three.']);
    expect(named(html, 'br')).toHaveLength(1);
  });

  it('is the same for the same input, and whole without a passage', () => {
    expect(renderHtml(example)).toBe(renderHtml(structuredClone(example)));
    const html = renderHtml({ ...example, records: [] });
    expect(named(html, 'script')).toEqual([]);
    expect(named(html, 'h1').map(wordsOf)).toEqual(['Tides and lamps']);
  });

  it('lets no word of others become anything but words', () => {
    const check = (words: string) => {
      const html = renderHtml(hostile(words));
      expect(faultsOf(html), JSON.stringify(words)).toEqual([]);
      expect(readHtml(html).quotations).toHaveLength(2);
    };
    fc.assert(fc.property(nasty, check), { numRuns: 150 });
    naughtyStrings().forEach(check);
  }, 60_000);
});
