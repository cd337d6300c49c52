import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { PLAIN_CHARACTERS, QuickSegmenter } from '../../.rolldown/segmenter.ts';

const real = new Intl.Segmenter('en', { granularity: 'grapheme' });
const isPlain = new RegExp(`^[${PLAIN_CHARACTERS}]$`);
const plain = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
  character => isPlain.test(character),
);

const segmentsOf = (text: string, segmenter: Pick<QuickSegmenter, 'segment'> | Intl.Segmenter) =>
  Array.from(segmenter.segment(text), ({ segment, index, input }) => ({ segment, index, input }));

test('plain characters are many, and one cell wide each', () => {
  expect(plain.length).toBeGreaterThan(2500);
  for (const wanted of 'aé’“”–—…¶·█▌─━│┃●■▲◆▼○□△◇▽◎★↳◄›▾░Яω¡') {
    expect(plain, wanted).toContain(wanted);
  }
  expect(plain.filter(character => stringWidth(character) !== 1)).toEqual([]);
  expect(stringWidth(plain.join(''))).toBe(plain.length);
});

test('plain characters never join, whichever stand together', () => {
  // Every seventh beside every seventh, and all in a row.
  const sample = plain.filter((_, index) => index % 7 === 0);
  for (const first of sample) {
    const text = sample.map(second => first + second).join('');
    expect(Array.from(real.segment(text))).toHaveLength(text.length);
  }
  expect(Array.from(real.segment(plain.join('')))).toHaveLength(plain.length);
});

test('segments are those of Intl.Segmenter, whatever the text', () => {
  const character = fc.oneof(
    fc.constantFrom(...plain),
    fc.constantFrom(
      'e\u0301',
      '👩‍💻',
      '\r\n',
      '\r',
      '\n',
      '\x1b[1m',
      '\x07',
      '\u200D',
      '한',
      '日',
      '🇮🇱',
      '\uD83D',
      '\u0903',
    ),
    fc.string({ unit: 'binary', maxLength: 1 }),
  );
  fc.assert(
    fc.property(fc.array(character, { maxLength: 20 }), fc.nat(22), (characters, index) => {
      const text = characters.join('');
      const quick = new QuickSegmenter('en', { granularity: 'grapheme' });
      expect(segmentsOf(text, quick)).toEqual(segmentsOf(text, real));
      expect(quick.segment(text).containing(index)).toEqual(real.segment(text).containing(index));
    }),
    { numRuns: 500 },
  );
});

test('words and sentences are left to Intl.Segmenter', () => {
  const options = { granularity: 'word' } as const;
  const text = 'Two words. Not one.';
  expect(segmentsOf(text, new QuickSegmenter('en', options))).toEqual(
    segmentsOf(text, new Intl.Segmenter('en', options)),
  );
});
