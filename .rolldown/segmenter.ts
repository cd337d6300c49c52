const { Segmenter } = Intl;

/**
 * The first `Intl.Segmenter` of a run costs ten milliseconds, and each later call more than all the
 * rest of drawing a line. This one stands in for it wherever the bundle says `Intl.Segmenter`, and asks
 * the real one only about text that has more than plain characters in it.
 */
export class QuickSegmenter {
  private readonly locales: Intl.LocalesArgument;
  private readonly options: Intl.SegmenterOptions;
  private real: Intl.Segmenter | undefined;

  constructor(locales?: Intl.LocalesArgument, options: Intl.SegmenterOptions = {}) {
    this.locales = locales;
    this.options = options;
  }

  segment(text: string): PlainSegments | Intl.Segments {
    const { granularity = 'grapheme' } = this.options;
    if (granularity === 'grapheme' && PLAIN.test(text)) return new PlainSegments(text);
    this.real ??= new Segmenter(this.locales, this.options);
    return this.real.segment(text);
  }
}

/** The segments of a text in which each UTF-16 unit is one. */
class PlainSegments {
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  containing(index = 0): Intl.SegmentData | undefined {
    const segment = this.text[index];
    return segment === undefined ? undefined : { segment, index, input: this.text };
  }

  *[Symbol.iterator](): Generator<Intl.SegmentData> {
    for (let index = 0; index < this.text.length; index++) {
      yield { segment: this.text[index] ?? '', index, input: this.text };
    }
  }
}

/**
 * Characters that are one cell wide and never join a neighbour: Latin, Greek, Cyrillic, punctuation,
 * arrows, mathematics, rules, blocks, shapes. Left out are marks, what is invisible, and whatever a
 * terminal draws as an emoji. A test holds each of them against ICU and `string-width`.
 */
export const PLAIN_CHARACTERS = [
  String.raw`\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF`,
  String.raw`\u0370-\u0482\u048A-\u052F\u1E00-\u1FFF`,
  String.raw`\u2010-\u2027\u2030-\u205E\u2070-\u20CF\u2100-\u2319`,
  String.raw`\u2500-\u25FC\u2605\u2606`,
].join('');

/** Control characters are segments of their own as well, all but CR before LF. Styled lines are full of ESC. */
const PLAIN = new RegExp(String.raw`^[\u0000-\u000C\u000E-\u001F\u007F${PLAIN_CHARACTERS}]*$`);
