import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { digestBlocks } from '../../src/digest/document.ts';
import type { DigestInput } from '../../src/digest/input.ts';
import { renderMarkdown } from '../../src/digest/markdown.ts';
import { harbour, interview, record, theme } from './example.ts';
import { asMarkdownHolds, nasty, naughtyStrings } from './hostile.ts';
import { nodesOf, parseMarkdown, readSections, textOf } from './parsed.ts';

/** What stands in a digest that others wrote. */
interface Words {
  title: string;
  name: string;
  definition: string;
  quote: string;
  memo: string;
  cited: string;
  speaker: string;
  source: string;
  id: string;
}

const plain: Words = {
  title: 'A title',
  name: 'A theme',
  definition: 'A definition.',
  quote: 'A quotation.',
  memo: 'A memo.',
  cited: 'A transcript',
  speaker: 'A speaker',
  source: 'A source',
  id: 'a-text',
};

function digestOf(words: Words): DigestInput {
  const { title, name, definition, quote, memo, cited, speaker, source, id } = words;
  const text = { ...harbour, id, title: cited, speaker, source };
  return {
    title,
    themes: [theme('Tides', { name, definition }), theme('Lamps')],
    texts: [text, interview],
    records: [
      record(1, { text: id, quote, memo }),
      record(2, { text: id, quote: 'After it.' }),
      record(3, { text: interview.id, quote, memo, coder: 'bea', theme: 'lamps', key: true }),
    ],
    options: { keyOnly: false, notes: false, groupBy: 'theme' },
  };
}

const lines = (text: string) =>
  asMarkdownHolds(text.replaceAll('\r\n', '\n').replaceAll('\r', '\n'));
/** Names stand on one line. */
const line = (text: string) =>
  asMarkdownHolds(
    text
      .split(/[\r\n\t]+/)
      .join(' ')
      .trim(),
  );

const OUR_NODES = new Set<Nodes['type']>([
  ...([
    'root',
    'heading',
    'paragraph',
    'text',
    'break',
    'blockquote',
    'table',
    'tableRow',
  ] as const),
  ...(['tableCell', 'list', 'listItem', 'definition', 'linkReference', 'link', 'html'] as const),
]);

/** Renders, parses, and compares everything that others wrote with what comes back. */
function checkRoundTrip(changes: Partial<Words>): void {
  const words = { ...plain, ...changes };
  const markdown = renderMarkdown(digestBlocks(digestOf(words)));
  const tree = parseMarkdown(markdown);
  const [tides, lamps, ...rest] = readSections(tree);
  const memo = words.memo.trim() === '' ? [] : [`↳ ${lines(words.memo)}`];

  expect(textOf(tree.children[0] ?? tree)).toBe(line(words.title) || 'Digest');
  expect(tides?.name).toBe(line(words.name) || 'tides');
  const definition = words.definition.trim() === '' ? [] : [lines(words.definition)];
  expect(tides?.words.slice(0, -1).join('\n\n')).toBe(definition.join());
  expect(tides?.passages.map(passage => passage.quote)).toEqual([lines(words.quote), 'After it.']);
  expect(tides?.passages.map(passage => passage.memos)).toEqual([memo, []]);
  expect(lamps?.passages.map(passage => passage.quote)).toEqual([lines(words.quote)]);
  expect(rest.map(section => section.name)).toEqual(['Sources']);
  const title = line(words.cited) || line(words.id);
  expect(tides?.passages[0]?.source).toBe(
    `— ${line(words.speaker)}, ${title}, 2024-03-01, ¶ 1 · alex`,
  );
  checkNodes(tree);
  checkMarks(tree, words.id);
  expect(markdown).not.toMatch(OBEYED);
}

// biome-ignore format: one class
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/u;

function checkNodes(tree: Nodes): void {
  const nodes = [...nodesOf(tree)];
  expect(nodes.map(node => node.type).filter(type => !OUR_NODES.has(type))).toEqual([]);
  const marks = nodes.flatMap(node => (node.type === 'html' ? [node.value] : []));
  for (const mark of marks) expect(mark).toMatch(/^<!-- marginalia (?:(?!--)[!-=?-~ ])+ -->$/);
  for (const node of nodes) if (node.type === 'definition') expect(node.url).toMatch(ADDRESS);
  const links = nodes.filter(node => node.type === 'link');
  for (const { url, children } of links) {
    if (ADDRESS.test(url)) continue;
    // GFM itself makes a link of every address that it meets in a text; it says what it leads to.
    expect(url).toMatch(/^(?:https?|mailto|xmpp):/i);
    const words = children.map(textOf).join('');
    expect(['', 'http://', 'mailto:'].map(prefix => prefix + words)).toContain(url);
  }
}

const ADDRESS = /^https?:\/\/[!-~]+$/i;

function checkMarks(tree: Nodes, id: string): void {
  const marks = Array.from(nodesOf(tree)).flatMap(node =>
    node.type === 'html' ? [node.value] : [],
  );
  const texts = marks.map(mark => decodeURIComponent(mark.split(' ')[3] ?? ''));
  const own = id.toWellFormed();
  expect(texts).toEqual([own, own, interview.id, own, interview.id]);
}

const filled = nasty.filter(text => text !== '');

describe('a digest in Markdown, parsed again', () => {
  it('gives back every quotation word for word', () => {
    fc.assert(
      fc.property(filled, quote => checkRoundTrip({ quote })),
      { numRuns: 400 },
    );
  });

  it('gives back words that need an escape only beside certain others', () => {
    // biome-ignore format: one list
    const parts = ['a', 'w', 'www', 's', 'http', '.', ':', '/', '-', '(', ')', '1', ' ', "'", '—', '“', 'é', '?', '%', ';', ',', '"'];
    const words = fc
      .array(fc.constantFrom(...parts), { minLength: 1, maxLength: 10 })
      .map(all => all.join(''));
    const check = (quote: string, memo: string, speaker: string) =>
      checkRoundTrip({ quote, memo, speaker: speaker.trim() || 'x' });
    fc.assert(fc.property(words, words, words, check), { numRuns: 500 });
  });

  it('writes a plain passage as the library would have', () => {
    // biome-ignore format: one list
    const parts = ['a', 'w.', 's:', '/', '-', '(', ')', '1.', '1)', ' ', '  ', "'", '—', '“', 'é', '?', ',', '\n', '#', '*', '&a', '\u00a0', '\u200f', '\t'];
    const words = fc.array(fc.constantFrom(...parts), { maxLength: 6 }).map(all => all.join(''));
    const check = (quote: string, memo: string, cited: string) => {
      const blocks = [
        ...digestBlocks(digestOf({ ...plain, quote: quote || 'x', memo, cited, source: 'Tape 3' })),
      ];
      const byLibrary = blocks.flatMap(one => (one.type === 'passage' ? one.children : [one]));
      expect(renderMarkdown(blocks)).toBe(renderMarkdown(byLibrary));
    };
    fc.assert(fc.property(words, words, words, check), { numRuns: 800 });
  });

  it('is written in parts that a long digest is put together of', () => {
    const records = Array.from({ length: 1_200 }, (_, i) =>
      record(i + 1, { quote: `Passage ${i}.`, memo: i % 2 === 0 ? 'm' : null }),
    );
    const input = { ...digestOf(plain), texts: [{ ...harbour, id: 'harbour' }], records };
    const blocks = [...digestBlocks(input)];
    const whole = renderMarkdown(blocks);
    const { passages } = readSections(parseMarkdown(whole)).find(
      ({ name }) => name === 'A theme',
    ) ?? { passages: [] };
    expect(passages.map(({ quote }) => quote)).toEqual(records.map(({ quote }) => quote));
    expect(whole).not.toMatch(/\n\n\n/);
    expect(whole).not.toMatch(/[^\n]\n> /);
  });

  it('gives back memos and definitions', () => {
    const words = fc.record({ memo: nasty, definition: nasty });
    fc.assert(fc.property(words, checkRoundTrip), { numRuns: 300 });
  });

  it('gives back titles, names and sources, and lets none of them become anything else', () => {
    const words = fc.record({
      title: nasty,
      name: nasty,
      cited: nasty,
      speaker: nasty,
      source: nasty,
    });
    fc.assert(fc.property(words, checkRoundTrip), { numRuns: 300 });
  });

  it('keeps hostile ids of transcripts inside their marks', () => {
    fc.assert(
      fc.property(
        filled.filter(id => id !== interview.id && id.trim() !== ''),
        id => checkRoundTrip({ id }),
      ),
      { numRuns: 150 },
    );
    checkRoundTrip({ id: '--> <script>alert(1)</script> --!>' });
  });

  it('gives back the big list of naughty strings, in every place', () => {
    for (const text of naughtyStrings().filter(one => one !== '')) {
      checkRoundTrip({ quote: text, memo: text, definition: text });
      checkRoundTrip({ title: text, name: text, cited: text, speaker: text, source: text });
    }
  });
});

describe('a quotation in Markdown', () => {
  const quoted = (quote: string) => {
    const markdown = renderMarkdown(digestBlocks(digestOf({ ...plain, quote })));
    return markdown.slice(markdown.indexOf('> '), markdown.indexOf('\n\n— '));
  };

  it('reads as it stands in the text where no escape is needed', () => {
    const easy =
      'It was R&D, he said [inaudible] – “50% of a_b” (see p. 3); 10 < 20! [00:12:03] Yes?';
    expect(quoted(easy)).toBe(`> ${easy}`);
  });

  it('keeps non-breaking spaces as they are', () => {
    expect(quoted('10\u00a0000 people')).toBe('> 10\u00a0000 people');
  });

  it('parts paragraphs by an empty line and marks single line ends', () => {
    expect(quoted('One.\nTwo.\n\nThree.')).toBe('> One.\\\n> Two.\n>\n> Three.');
  });

  it('keeps brackets escaped that could mean something', () => {
    expect(quoted('[1] [x] y [^a] [ab]: c')).toBe('> \\[1] \\[x] y \\[^a] \\[ab]: c');
  });

  it('writes direction marks as references and controls as symbols', () => {
    expect(quoted('a\u200fb\u001b[31mc')).toBe('> a&#x200F;b␛\\[31mc');
    expect(quoted('a \u200f# b _c_')).toBe('> a &#x200F;# b \\_c\\_');
  });
});

describe('links in a digest', () => {
  const linksOf = (source: string) => {
    const tree = parseMarkdown(renderMarkdown(digestBlocks(digestOf({ ...plain, source }))));
    return Array.from(nodesOf(tree)).flatMap(node =>
      node.type === 'link' || node.type === 'definition' ? [`${node.type} ${node.url}`] : [],
    );
  };

  it.each([
    ['https://example.org/a?b=c&d=(e)', 'https://example.org/a?b=c&d=(e)'],
    ['HTTP://EXAMPLE.ORG', 'HTTP://EXAMPLE.ORG'],
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['https://example.org/é>"<', 'https://example.org/%C3%A9%3E%22%3C'],
  ])('lead from the sources and from each passage to %j', (source, url) => {
    expect(linksOf(source)).toEqual([`link ${url}`, `definition ${url}`]);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,<script>',
    'file:///etc/passwd',
    'ftp://example.org',
    'https://',
    '//example.org',
    ' java\nscript:alert(1)//http://x',
  ])('are not made of %j', source => {
    expect(linksOf(source)).toEqual([]);
  });

  it('are not made of words with an address in them, but for what GFM does by itself', () => {
    expect(linksOf('see https://example.org')).toEqual(['link https://example.org']);
  });
});
