import { createHash } from 'node:crypto';
import { visible } from '../model/visible.ts';

const WHITE = /\s+/gu;
const SINGLE = /[\u2018\u2019\u201A\u201B\u2032\u02BC`\u00B4]/g;
const DOUBLE = /[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB]/g;
/** Neither XML 1.0 (section 2.2) nor HTML has them. */
const NO_CHARACTER = /[\uFFFE\uFFFF]/g;

/**
 * A text as it is compared with its source, wherever it has been: controls as the symbols that a
 * format shows for them, white space of any kind and length as one space, quotation marks of one
 * shape, composed.
 */
export const comparable = (text: string): string =>
  visible(text.normalize('NFC'))
    .replace(NO_CHARACTER, '\uFFFD')
    .replace(SINGLE, "'")
    .replace(DOUBLE, '"')
    .replace(WHITE, ' ')
    .trim();

/** What a mark says of its quotation, so that one that was altered in the digest is told from one whose source has changed: 16 hexadecimal digits. */
export const quoteHash = (quote: string): string =>
  createHash('sha256').update(comparable(quote), 'utf8').digest('hex').slice(0, 16);
