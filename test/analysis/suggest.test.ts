import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchFor, suggestionsIn } from '../../src/analysis/suggest/suggestions.ts';
import type { Range } from '../../src/model/annotation.ts';
import { emptyCodebook, newTheme, type Theme } from '../../src/model/codebook.ts';
import { readTranscript } from '../../src/model/transcript.ts';

const theme = (patterns: string[], fields: Partial<Theme> = {}) =>
  newTheme(emptyCodebook, 'Trees', { patterns, ...fields });

function suggested(
  text: string,
  themes: readonly Theme[],
  { decided = [] as Range[], language = null as string | null } = {},
) {
  const { paragraphs } = readTranscript('text.md', text);
  const ranges = new Map(themes.map(one => [one.id, decided]));
  const work = suggestionsIn(searchFor(themes, language), { text, paragraphs, decided: ranges });
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

const quotes = (text: string, patterns: string[], language: string | null = null) =>
  suggested(text, [theme(patterns)], { language }).map(({ start, end }) => text.slice(start, end));

describe('what a pattern finds', () => {
  test.each([
    ['a word with its endings', 'encrypt', 'They encrypted it.', true],
    ['case is nothing', 'kremlin', 'The KREMLIN said so.', true],
    ['a part of a word is no word', 'art', 'They start here.', false],
    ['a phrase over a hyphen', 'right wing', 'A right-wing group met.', true],
    ['a hyphen over a space', 'end-to-end', 'It is end to end, they say.', true],
    ['a phrase over a quotation mark', 'mixed unstable', 'It is ‘mixed’ unstable stuff.', true],
    ['no phrase over a comma', 'state threat', 'The state, threats and all.', false],
    ['no phrase over an end', 'state threat', 'It is the state. Threats go on.', false],
    [
      'a comma that the pattern has',
      'mixed, unstable or unclear',
      'It was mixed, unstable or unclear.',
      true,
    ],
    ['two words written as one', 'back door', 'It has a backdoor.', true],
    ['quoted words in their case', '"Prevent"', 'The Prevent programme runs.', true],
    ['quoted words in no other case', '"Prevent"', 'They prevent harm.', false],
    ['quoted words without endings', '"vulnerable"', 'There are vulnerabilities.', false],
    ['an expression', '/warrants? (?:signed|sealed)/', 'The warrant signed today.', true],
    ['an expression in its case', '/Warrant/', 'The warrant signed today.', false],
    ['an expression in any case', '/Warrant/i', 'The warrant signed today.', true],
    ['a decomposed letter', 'café', 'At the cafe\u0301 today.', true],
    ['a script without spaces', '加密', '他们使用加密技术。', true],
  ])('%s', (_, pattern, text, isFound) => {
    expect(quotes(text, [pattern])).toEqual(isFound ? [text] : []);
  });

  test('a phrase goes on over a line end inside a paragraph', () => {
    const text = 'These are state\nthreats here.\n\nOther words.';
    expect(quotes(text, ['state threat'])).toEqual(['These are state\nthreats here.']);
  });

  test('in another language words are as they are', () => {
    expect(quotes('Sie encrypted es.', ['encrypt'], 'de')).toEqual([]);
    expect(quotes('Sie ENCRYPT es.', ['encrypt'], 'de')).toEqual(['Sie ENCRYPT es.']);
  });

  test('an expression that explodes elsewhere takes no time', () => {
    expect(quotes(`${'a'.repeat(5000)}! It ends.`, ['/(a+)+$/'])).toEqual([]);
  });

  test.each([
    ['/(a/', 'missing closing ): `(a`'],
    ['/a/g', 'g: only i may follow the last /'],
    ['—', 'there is no word in it'],
  ])('%s is named, and the rest still works', (pattern, reason) => {
    const one = theme([pattern, 'oak']);
    expect(searchFor([one], null).problems).toEqual([{ theme: 'Trees', pattern, reason }]);
    expect(suggested('The oak is here.', [one])).toHaveLength(1);
  });
});

describe('passages', () => {
  const text = 'An oak. A stone. An elm. A beech here.\n\nAn oak again.';

  test('sentences beside each other are one passage, paragraphs are not', () => {
    const found = suggested(text, [theme(['oak', 'elm', 'beech'])]);
    expect(found.map(one => [text.slice(one.start, one.end), one.sentences]).sort()).toEqual([
      ['An elm. A beech here.', 2],
      ['An oak again.', 1],
      ['An oak.', 1],
    ]);
  });

  test('a decided sentence is left out, and parts what is beside it', () => {
    const all = 'An oak. An elm. A beech.';
    const decided = [{ start: 9, end: 11 }];
    const found = suggested(all, [theme(['oak', 'elm', 'beech'])], { decided });
    expect(found.map(({ start, end }) => all.slice(start, end))).toEqual(['An oak.', 'A beech.']);
  });

  test('a heading and a line without an end are titles', () => {
    expect(quotes('# The oak\n\nTHE OAK TREE\n\nIt is an oak.', ['oak'])).toEqual([
      'It is an oak.',
    ]);
  });

  test('a speaker and a time are no part of it', () => {
    const talk = '[00:01] Ann: The oak fell.\n\n[00:02] Ben: Did it.';
    expect(quotes(talk, ['oak'])).toEqual(['The oak fell.']);
  });

  test('the reasons: what matched, what is near, what speaks against', () => {
    const one = theme(['tall oak', 'elm'], {
      exclude: 'Furniture; old wood tables, and the like.',
    });
    const [first] = suggested('An elm. One stone. A tall oak and tall oaks of furniture.', [
      one,
    ]).filter(({ against }) => against.length > 0);
    expect(first).toMatchObject({
      because: [
        { kind: 'pattern', pattern: 'tall oak', words: 'tall oak', count: 2 },
        { kind: 'near', pattern: 'elm', words: 'elm', away: -2 },
      ],
      against: ['Furniture'],
    });
  });

  test('best first: more matches before fewer, fewer before those with something against them', () => {
    const one = theme(['oak', 'elm'], { exclude: 'Furniture.' });
    const many = 'The oak beside the elm.';
    const few = 'The oak.';
    const against = 'An oak furniture.';
    const far = '\n\nA stone.\n\nA stone.\n\n';
    const whole = [against, few, many].join(far);
    const found = suggested(whole, [one]);
    expect(found.map(({ start, end }) => whole.slice(start, end))).toEqual([many, few, against]);
  });
});

test('never inside a character, never over what is decided, never without a match', () => {
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
  const part = fc.constantFrom(
    'oak',
    'elm',
    ' ',
    ' ',
    '. ',
    '! ',
    '\n\n',
    'e\u0301',
    '\u0301',
    '\u{1F468}\u200D\u{1F469}',
    '”',
    'U.S. ',
  );
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 40 }),
      fc.array(fc.tuple(fc.nat(60), fc.nat(9)), { maxLength: 4 }),
      (parts, spans) => {
        const text = parts.join('');
        const decided = spans.map(([start, length]) => ({ start, end: start + length + 1 }));
        const bounds = new Set([
          ...Array.from(graphemes.segment(text), one => one.index),
          text.length,
        ]);
        const found = suggested(text, [theme(['oak', '/elm/'])], { decided });
        for (const { start, end } of found) {
          expect(bounds.has(start) && bounds.has(end)).toBe(true);
          expect(decided.filter(one => one.start < end && start < one.end)).toEqual([]);
          expect(text.slice(start, end)).toMatch(/oak|elm/);
        }
      },
    ),
  );
});
