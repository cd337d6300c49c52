import { type NumberFormat, numberAs, numberFormat } from '../listNumbers.ts';
import type { XmlElement } from '../xml.ts';

/** How a list marks the items of one level (OpenDocument 1.3, 16.31.3: `text:list-level-style-number`). */
export interface NumberedLevel {
  format: NumberFormat;
  prefix: string;
  suffix: string;
  start: number;
  /** So many levels show their numbers, this one the last of them. */
  shown: number;
}

export function numberedLevel({ attributes }: XmlElement): NumberedLevel {
  return {
    format: numberFormat(attributes['style:num-format'] ?? ''),
    prefix: attributes['style:num-prefix'] ?? '',
    suffix: attributes['style:num-suffix'] ?? '',
    start: whole(attributes['text:start-value'], 1),
    shown: whole(attributes['text:display-levels'], 1),
  };
}

/** Counts the items of lists while a document is read from its beginning to its end. */
export class ListCounts {
  /** The last numbers of lists that are at their end, by style and level, and by their own ids. */
  private readonly ended = new Map<string, number>();
  /** The lists around the place that is read, the outermost first. */
  private readonly open: { level: NumberedLevel; number: number }[] = [];

  /** A list begins; `style` and `depth` tell what an earlier one must have that it goes on from. */
  begin(list: XmlElement, level: NumberedLevel, style: string, depth: number): void {
    const { attributes } = list;
    const earlier = attributes['text:continue-list'];
    const isSame = attributes['text:continue-numbering'] === 'true';
    const last = this.ended.get(earlier ?? (isSame ? `${style} ${depth}` : ''));
    this.open.push({ level, number: last ?? level.start - 1 });
  }

  end(list: XmlElement, style: string, depth: number): void {
    const number = this.open.pop()?.number ?? 0;
    this.ended.set(`${style} ${depth}`, number);
    const id = list.attributes['xml:id'];
    if (id !== undefined) this.ended.set(id, number);
  }

  /** The mark of the next item of the innermost list: `3.`, `b)`, `2.1`. */
  next({ attributes }: XmlElement): string {
    const list = this.open.at(-1);
    if (!list) return '';
    list.number = whole(attributes['text:start-value'], list.number + 1);
    const { level } = list;
    const shown = this.open.slice(-Math.max(1, level.shown));
    const numbers = shown.map(one => numberAs(one.number, one.level.format));
    const mark = `${level.prefix}${numbers.join('.')}${level.suffix}`.trim();
    // Without a sign of its own a number would look like a word of the item.
    return /^[\p{L}\p{N}]+$/u.test(mark) ? `${mark}.` : mark;
  }
}

function whole(text: string | undefined, otherwise: number): number {
  const number = Number(text ?? Number.NaN);
  return Number.isSafeInteger(number) ? number : otherwise;
}
