import { hash } from 'node:crypto';
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
  (PLAIN.test(text) ? text : comparableSigns(text)).replace(WHITE, ' ').trim();

/** Nothing in it is compared by another sign: most texts need no more than a look. */
const PLAIN = /^[\n\t -_a-~]*$/;

const comparableSigns = (text: string): string =>
  visible(text.normalize('NFC'))
    .replace(NO_CHARACTER, '\uFFFD')
    .replace(SINGLE, "'")
    .replace(DOUBLE, '"');

/** What a mark says of its quotation, so that one that was altered in the digest is told from one whose source has changed: 16 hexadecimal digits. */
export const quoteHash = (quote: string): string => hash('sha256', comparable(quote)).slice(0, 16);
