import fc from 'fast-check';

/** Pieces that break naive layout: wide, joined, combining, invisible, right-to-left, white space of all kinds. */
const PIECES = [
  'a',
  'words',
  'e',
  '\u0301',
  '\u0323\u0307',
  ' ',
  '  ',
  '\t',
  '\n',
  '\u00a0',
  '\u2009',
  '\u3000',
  '\u200b',
  '\u2060',
  '漢',
  '字。',
  'カタ',
  '한글',
  'ไทย',
  'नमस्ते',
  'क्ष',
  '👩‍💻',
  '👨‍👩‍👧‍👦',
  '🇬🇧',
  '🏳️‍🌈',
  '👍🏽',
  '😀',
  '☺️',
  'שלום',
  'مرحبا',
  '\u202e',
  '\u2066',
  '\u001b[31m',
  '\u0007',
  '\u0085',
  '\u009b',
  '\u007f',
  '\u{e0041}',
  '\ud83d',
  '\udc00',
  '\ufeff',
  '\u00ad',
  'supercalifragilistic',
  '—',
  '…',
  '- ',
  '1. ',
];

export const nastyText = (maxLength = 60): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 3 })), {
      maxLength,
    })
    .map(pieces => pieces.join(''));

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The clusters of a text, segmented in one go. */
export const wholeClusters = (text: string): string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment);

/** The offsets where clusters begin, and the text's end. */
export const clusterBounds = (text: string): Set<number> =>
  new Set([...Array.from(segmenter.segment(text), ({ index }) => index), text.length]);
