import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countWords, headingWords, Paragraphs } from '../../src/model/paragraphs.ts';

const NBSP = '\u00A0';

/** The paragraphs of a text as strings, labels and `#` included. */
function blocksOf(text: string): string[] {
  const paragraphs = new Paragraphs(text);
  return Array.from({ length: paragraphs.count }, (_, index) => {
    const { start, end } = paragraphs.at(index);
    return text.slice(start, end);
  });
}

/** The rule said another way: split into lines, then put neighbours together. */
function blocksByLines(text: string): string[] {
  const lines = text.split('\n');
  const filled = lines.flatMap((line, index) => (line.trim() === '' ? [] : [index]));
  const between = lines.slice(filled[0] ?? 0, (filled.at(-1) ?? 0) + 1);
  const oneEach = between.every(line => line.trim() !== '');
  const blocks: string[][] = [];
  let open = false;
  for (const line of lines) {
    const isHeading = /^ {0,3}#{1,6}(?:[ \t]|$)/.test(line);
    if (line.trim() === '') open = false;
    else if (open && !isHeading && !oneEach) blocks.at(-1)?.push(line);
    else {
      blocks.push([line]);
      open = !isHeading;
    }
  }
  return blocks.map(block => block.join('\n'));
}

describe('blocks', () => {
  test.each([
    ['nothing', '', []],
    ['blank lines alone', `\n \n\t\n${NBSP}\n`, []],
    ['one line', 'One.', ['One.']],
    ['a final newline', 'One.\n', ['One.']],
    ['blank lines part', 'One.\n\nTwo.\n\n\n\nThree.', ['One.', 'Two.', 'Three.']],
    ['a line of NBSP is blank', `One.\n${NBSP}${NBSP}\nTwo.`, ['One.', 'Two.']],
    ['a line of spaces and tabs is blank', 'One.\n \t \nTwo.', ['One.', 'Two.']],
    ['an ideographic space is blank', 'One.\n\u3000\nTwo.', ['One.', 'Two.']],
    ['several lines in a block', 'One,\nstill one.\n\nTwo.', ['One,\nstill one.', 'Two.']],
    ['no blank line between: one a line', 'One.\nTwo.\nThree.\n', ['One.', 'Two.', 'Three.']],
    ['blank lines around do not count', '\n\nOne.\nTwo.\n\n\n', ['One.', 'Two.']],
    ['NBSP lines around do not count', `${NBSP}\nOne.\nTwo.\n${NBSP}`, ['One.', 'Two.']],
    ['white space within a line stays', '  One.  \n\n Two.', ['  One.  ', ' Two.']],
  ])('%s', (_name, text, blocks) => {
    expect(blocksOf(text)).toEqual(blocks);
  });

  test('are those that splitting into lines gives, whatever the text', () => {
    const line = fc.constantFrom(
      '',
      ' ',
      NBSP,
      '\t',
      'a',
      ' b',
      'c ',
      '# h',
      '#',
      '#tag',
      '####### x',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), lines => {
        const text = lines.join('\n');
        expect(blocksOf(text)).toEqual(blocksByLines(text));
      }),
    );
  });

  test('leave only white space out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const paragraphs = new Paragraphs(text);
        let rest = '';
        let before = 0;
        for (let index = 0; index < paragraphs.count; index++) {
          const { start, end } = paragraphs.at(index);
          expect(end).toBeGreaterThan(start);
          rest += text.slice(before, start);
          before = end;
        }
        expect((rest + text.slice(before)).trim()).toBe('');
      }),
    );
  });
});

describe('headings', () => {
  const kindsOf = (text: string) => {
    const paragraphs = new Paragraphs(text);
    return Array.from({ length: paragraphs.count }, (_, index) => paragraphs.at(index).kind);
  };

  test('are paragraphs of their own, blank lines or not', () => {
    const text = '# Title\nOne.\nStill one.\n## Part\n\nTwo.\n### Sub\nThree.';
    expect(blocksOf(text)).toEqual([
      ...['# Title', 'One.\nStill one.', '## Part', 'Two.', '### Sub', 'Three.'],
    ]);
    expect(kindsOf(text)).toEqual([
      ...['heading', 'paragraph', 'heading', 'paragraph', 'heading', 'paragraph'],
    ]);
  });

  test.each(['# a', '###### a', '   # a', '#', '#\ta', '# '])('%j is one', text => {
    expect(kindsOf(text)).toEqual(['heading']);
  });

  test.each(['#a', '####### a', '    # a', 'a # b', '\\# a'])('%j is none', text => {
    expect(kindsOf(text)).toEqual(['paragraph']);
  });

  test.each([
    ['# Two words', 'Two words'],
    ['##   Closed ##  ', 'Closed'],
    ['# C#', 'C#'],
    ['# a # b', 'a # b'],
    ['#', ''],
    ['# #', ''],
    [`# a${' '.repeat(50)}b`, `a${' '.repeat(50)}b`],
  ])('the words of %j are %j', (text, words) => {
    expect(headingWords(text, new Paragraphs(text).at(0))).toBe(words);
  });

  test('the first of a text can be asked for', () => {
    expect(new Paragraphs('One.\n\n## A\n\n# B').firstHeading()).toMatchObject({ n: 2 });
    expect(new Paragraphs('One.').firstHeading()).toBeNull();
  });
});

describe('places', () => {
  //            0123 4 5678 9
  const text = '\nOne\n\nTwo\n\n';
  const paragraphs = new Paragraphs(text);

  test('a paragraph knows its number and bounds', () => {
    expect(paragraphs.at(0)).toMatchObject({ n: 1, start: 1, end: 4, wordsStart: 1 });
    expect(paragraphs.at(1)).toMatchObject({ n: 2, start: 6, end: 9 });
  });

  test.each([-1, 2, Number.NaN])('there is no paragraph at index %d', index => {
    expect(() => paragraphs.at(index)).toThrow(RangeError);
  });

  test.each([
    ...[
      [0, 0],
      [1, 0],
      [3, 0],
      [4, 0],
      [5, 0],
    ],
    ...[
      [6, 1],
      [9, 1],
      [11, 1],
      [99, 1],
    ],
  ])('offset %d lies in or after the paragraph at index %d', (offset, index) => {
    expect(paragraphs.indexAt(offset)).toBe(index);
  });

  test.each([
    ['one whole', 1, 4, { first: 0, last: 0 }],
    ['both', 1, 9, { first: 0, last: 1 }],
    ['the end of one and the beginning of the next', 3, 7, { first: 0, last: 1 }],
    ['the gap and the next', 4, 7, { first: 1, last: 1 }],
    ['one and the gap', 2, 6, { first: 0, last: 0 }],
    ['everything', 0, 11, { first: 0, last: 1 }],
    ['the gap alone', 4, 6, null],
    ['before the first', 0, 1, null],
    ['after the last', 9, 11, null],
    ['a caret in one', 2, 2, { first: 0, last: 0 }],
  ])('a range over %s', (_name, start, end, touched) => {
    expect(paragraphs.touchedBy(start, end)).toEqual(touched);
  });

  test('nothing touches an empty text', () => {
    expect(new Paragraphs('\n\n').touchedBy(0, 1)).toBeNull();
  });

  test('touched paragraphs are those that share a character with the range', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('', 'a', 'bb'), { maxLength: 8 }),
        fc.nat(20),
        fc.integer({ min: 1, max: 20 }),
        (lines, start, length) => {
          const all = new Paragraphs(lines.join('\n'));
          const shared = Array.from({ length: all.count }, (_, index) => index).filter(index => {
            const paragraph = all.at(index);
            return paragraph.start < start + length && start < paragraph.end;
          });
          const expected = shared.length === 0 ? null : { first: shared[0], last: shared.at(-1) };
          expect(all.touchedBy(start, start + length)).toEqual(expected);
        },
      ),
    );
  });
});

test('a text of one million paragraphs opens', () => {
  const text = Array.from({ length: 1_000_000 }, (_, n) => `Paragraph ${n + 1}.`).join('\n\n');
  const paragraphs = new Paragraphs(text);
  expect(paragraphs.count).toBe(1_000_000);
  const last = paragraphs.at(999_999);
  expect(text.slice(last.start, last.end)).toBe('Paragraph 1000000.');
  expect(paragraphs.indexAt(last.start - 1)).toBe(999_998);
});

test.each([
  ['', 0],
  [' \n\t', 0],
  ['one', 1],
  [`one two${NBSP}three\nfour`, 4],
  ['— dash and ¶ count', 5],
  ['日本語 text', 2],
])('%j has %d words', (text, count) => {
  expect(countWords(text)).toBe(count);
});

test('a heading full of spaces takes no longer than its length', () => {
  const text = `# a${' '.repeat(400_000)}b`;
  const paragraphs = new Paragraphs(text);
  // Seconds at a quadratic pace; the words say that it came to an end.
  expect(headingWords(text, paragraphs.at(0))).toMatch(/^a\s+b$/);
});
