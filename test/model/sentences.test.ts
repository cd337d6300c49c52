import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentencesOf } from '../../src/model/sentences.ts';

const words = (text: string, start = 0, end = text.length) =>
  sentencesOf(text, { start, end }).map(range => text.slice(range.start, range.end));

describe('where a sentence ends', () => {
  test.each([
    ['plain ends', 'One is here. Two is! Three?', ['One is here.', 'Two is!', 'Three?']],
    ['titles', 'Mr. Smith met Dr. No. They left.', ['Mr. Smith met Dr. No.', 'They left.']],
    ['initials', 'J. Edgar spoke. He left.', ['J. Edgar spoke.', 'He left.']],
    ['the U.S. inside', 'The U.S. Government spoke.', ['The U.S. Government spoke.']],
    [
      'the U.S. at the end',
      'He is in the U.S. The rest went.',
      ['He is in the U.S.', 'The rest went.'],
    ],
    [
      'a number after No.',
      'It is No. 10 again. I said no. Then left.',
      ['It is No. 10 again.', 'I said no.', 'Then left.'],
    ],
    ['what is quoted', '“Stop!” she said. He did.', ['“Stop!” she said.', 'He did.']],
    ['lines that go on', 'The words go\non here. Next.', ['The words go\non here.', 'Next.']],
    ['a list', 'Two things:\n- one\n- two', ['Two things:', '- one', '- two']],
    ['another script', '第一句。第二句。', ['第一句。', '第二句。']],
    ['white space alone', ' \n\t ', []],
  ])('%s', (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('a stretch of a text keeps to itself', () => {
    expect(words('No. Yes, it is. No.', 4, 15)).toEqual(['Yes, it is.']);
  });

  test('a sentence longer than what is looked at once stays whole', () => {
    const long = `Long ${'word '.repeat(5000)}end.`;
    expect(words(`${long} Short. ${long}`)).toEqual([long, 'Short.', long]);
  });
});

test('sentences hold all words in order, and no character is cut', () => {
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
  const part = fc.constantFrom(
    'a',
    'Mr',
    '.',
    ' ',
    '!',
    '\n',
    'e\u0301',
    '\u0301',
    '\u{1F468}\u200D\u{1F469}',
    '”',
    '各。',
    'U.S.',
    '1',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), parts => {
      const text = parts.join('');
      const ranges = sentencesOf(text, { start: 0, end: text.length });
      const bounds = new Set([
        ...Array.from(graphemes.segment(text), one => one.index),
        text.length,
      ]);
      for (const { start, end } of ranges) expect(bounds.has(start) && bounds.has(end)).toBe(true);
      const outside = ranges.reduceRight(
        (rest, { start, end }) => rest.slice(0, start) + rest.slice(end),
        text,
      );
      expect(outside.trim()).toBe('');
    }),
  );
});
