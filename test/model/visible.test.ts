import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { visible, visibleJson, visibleLine } from '../../src/model/visible.ts';
import { describeCorpus } from '../support/corpora.ts';

/** What a terminal obeys or what reorders a line, by Unicode's own properties. Newline and tab apart. */
const OBEYED = /(?![\n\t])\p{Cc}|\p{Bidi_Control}|\p{Zl}|\p{Zp}|\p{Cs}|[\uFFF9-\uFFFB]/u;
const hostile = fc.string({
  unit: fc
    .oneof(fc.nat(0x10ffff), fc.nat(0xa0), fc.constant(0x202e))
    .map(code => String.fromCodePoint(code)),
});

test.each([
  ['\x1b[31mred\x1b[0m', '␛[31mred␛[0m'],
  ['\x1b]8;;http://a\x07link', '␛]8;;http://a␇link'],
  ['\u009b31m', '\uFFFD31m'],
  ['a\u0000b\u007fc', 'a␀b␡c'],
  ['over\rwritten', 'over␍written'],
  ['\u202Eevil\u2066', '\uFFFDevil\uFFFD'],
  ['a\u2028b\uFEFFc', 'a\uFFFDb\uFFFDc'],
  ['\uD83D alone', '\uFFFD alone'],
  ['tab\tand\nline', 'tab\tand\nline'],
  ['“quotes” — ¶ 日本 👩‍💻 é', '“quotes” — ¶ 日本 👩‍💻 é'],
])('%j is shown as %j', (text, shown) => {
  expect(visible(text)).toBe(shown);
});

test('on one line, newline and tab are spaces', () => {
  expect(visibleLine('a\nb\tc\x1b')).toBe('a b c␛');
});

describe('whatever the text', () => {
  test('nothing is left that a terminal obeys', () => {
    fc.assert(
      fc.property(hostile, text => {
        expect(visible(text)).not.toMatch(OBEYED);
        expect(visibleLine(text)).not.toMatch(/[\n\t]/);
      }),
      { numRuns: 2000 },
    );
  });

  test('what is visible already stays as it is', () => {
    fc.assert(
      fc.property(hostile, text => {
        expect(visible(visible(text))).toBe(visible(text));
      }),
    );
  });

  test('JSON carries nothing that a terminal obeys, and still says the same', () => {
    fc.assert(
      fc.property(hostile, text => {
        const json = visibleJson({ [text]: [text] });
        expect(json).not.toMatch(OBEYED);
        expect(JSON.parse(json)).toEqual({ [text]: [text] });
      }),
      { numRuns: 2000 },
    );
  });
});

test('JSON of nothing is null', () => {
  expect(visibleJson(undefined)).toBe('null');
});

describeCorpus('corpora/blns', 1, folder => {
  test('no naughty string has a control character left', () => {
    const strings = z
      .array(z.string())
      .parse(JSON.parse(readFileSync(join(folder, 'blns.json'), 'utf8')));
    expect(strings).toHaveLength(515);
    for (const text of strings) {
      expect(visible(text)).not.toMatch(OBEYED);
      expect(JSON.parse(visibleJson(text))).toBe(text);
    }
  });
});
