import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Fault, UsageFault } from '../../src/model/fault.ts';
import { readTranscript } from '../../src/model/transcript.ts';
import { rangeAt, rangeOfQuote } from '../../src/project/where.ts';

const speech = readTranscript(
  'speech.md',
  '---\ntitle: A speech\n---\nFirst paragraph.\n\nSecond, with \u{1F469}\u200D\u{1F467} and cafe\u0301s.\n\nThird one.\n',
);
const words = ({ start, end }: { start: number; end: number }) => speech.text.slice(start, end);
const at = (where: string) => words(rangeAt(speech, where));

function faultOf(call: () => unknown): Fault {
  try {
    call();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('a place', () => {
  test.each([
    ['1', 'First paragraph.'],
    ['3', 'Third one.'],
    ['2-2', 'Second, with \u{1F469}\u200D\u{1F467} and cafe\u0301s.'],
    ['2-3', 'Second, with \u{1F469}\u200D\u{1F467} and cafe\u0301s.\n\nThird one.'],
    ['1:1-5', 'First'],
    ['1:16-16', '.'],
    // One family is one character (grapheme 14), and so is e with its accent (grapheme 23).
    ['2:14-14', '\u{1F469}\u200D\u{1F467}'],
    ['2:20-24', 'cafe\u0301s'],
    ['2:23-23', 'e\u0301'],
  ])('%s is %j', (where, expected) => expect(at(where)).toBe(expected));

  test.each([
    '',
    'x',
    '0x1',
    '1-',
    '-1',
    '1:2',
    '1:2-',
    '1-2:3-4',
    '1.5',
    ' 1',
    '1 ',
    '12345678901',
  ])('%j is wrong usage', where =>
    expect(faultOf(() => rangeAt(speech, where))).toBeInstanceOf(UsageFault),
  );

  test.each(['3-2', '1:5-4', '1:0-4'])('%s, the wrong way round, is wrong usage', where =>
    expect(faultOf(() => rangeAt(speech, where))).toBeInstanceOf(UsageFault),
  );

  test.each([
    ['0', 'speech: no ¶ 0. It has ¶ 1 to ¶ 3'],
    ['4', 'speech: no ¶ 4. It has ¶ 1 to ¶ 3'],
    ['2-9', 'speech: no ¶ 9. It has ¶ 1 to ¶ 3'],
    ['9:1-2', 'speech: no ¶ 9. It has ¶ 1 to ¶ 3'],
    ['1:1-17', 'speech: ¶ 1 has 16 characters, not 17. Give an end up to 16'],
    ['1:17-17', 'speech: ¶ 1 has 16 characters, not 17. Give an end up to 16'],
  ])('%s is not in the text', (where, message) => {
    const fault = faultOf(() => rangeAt(speech, where));
    expect(fault).not.toBeInstanceOf(UsageFault);
    expect(fault.message).toBe(message);
  });

  test('an empty text has none', () => {
    const empty = readTranscript('empty.txt', '\n \u00A0\n');
    expect(faultOf(() => rangeAt(empty, '1')).message).toBe(
      'empty: the text is empty, there is nothing to tag',
    );
  });
});

describe('a quotation', () => {
  const text = readTranscript(
    'quotes.txt',
    'He said\u00A0\u201Cit\u2019s\nlate\u201D in the cafe\u0301.\n\nAgain and again, and again.\n\nA\u0301 caf\u00E9 (sic) [one] $5.\n',
  );
  const quoted = (quote: string) => {
    const { start, end } = rangeOfQuote(text, quote);
    return text.text.slice(start, end);
  };

  test.each([
    [
      'white space of any kind',
      'said "it\'s   late" in',
      'said\u00A0\u201Cit\u2019s\nlate\u201D in',
    ],
    ['white space around it', '  in the ', 'in the'],
    ['composed where the text is not', 'the caf\u00E9.', 'the cafe\u0301.'],
    ['decomposed where the text is', 'A\u0301 cafe\u0301 (', 'A\u0301 caf\u00E9 ('],
    ['signs of regular expressions', '(sic) [one] $5.', '(sic) [one] $5.'],
    ['over paragraphs', 'cafe\u0301. Again', 'cafe\u0301.\n\nAgain'],
  ])('%s', (_title, quote, expected) => expect(quoted(quote)).toBe(expected));

  test('in several places is refused, the places listed', () => {
    // 'Again' at the start has a capital letter: case counts in a quotation.
    expect(faultOf(() => quoted('again')).message).toBe(
      'quotes: these words stand in 2 places (2:11-15, 2:22-26). Quote more of them, or give the place',
    );
  });

  test('the places that are listed are places', () => {
    for (const where of ['2:11-15', '2:22-26']) {
      const { start, end } = rangeAt(text, where);
      expect(text.text.slice(start, end)).toBe('again');
    }
  });

  test('in many places five are listed', () => {
    const many = readTranscript('many.txt', 'no '.repeat(9));
    expect(faultOf(() => rangeOfQuote(many, 'no')).message).toContain(
      'stand in 9 places (1:1-2, 1:4-5, 1:7-8, 1:10-11, 1:13-14 …)',
    );
  });

  test('half a letter is none: e is not found in é', () => {
    expect(faultOf(() => quoted('in the cafe')).message).toContain('not in the text');
  });

  test.each(['', '  ', '\u00A0'])('%j is wrong usage', quote =>
    expect(faultOf(() => quoted(quote))).toBeInstanceOf(UsageFault),
  );

  test('any words of a text are found in it, unless they recur', () => {
    const word = fc.stringMatching(/^[a-z"'é$()*]{1,6}$/);
    const property = fc.property(
      fc.array(word, { minLength: 1, maxLength: 8 }),
      fc.nat(),
      fc.nat(),
      (list, a, b) => {
        const content = list.map((one, i) => `${i}${one}`).join(' ');
        const source = readTranscript('any.txt', `${content}\n`);
        const [first, last] = [a % list.length, b % list.length].sort((x, y) => x - y);
        const quote = content
          .split(' ')
          .slice(first, (last ?? 0) + 1)
          .join(' ');
        const { start, end } = rangeOfQuote(source, quote);
        expect(source.text.slice(start, end)).toBe(quote);
      },
    );
    fc.assert(property);
  });
});
