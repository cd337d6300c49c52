import type { ImportedBlock } from '../imported.ts';
import { endsSentence } from './breaks.ts';
import { type Habits, rounded } from './habits.ts';
import type { Paragraph } from './paragraphs.ts';

const LARGER = 1.12;
const LONGEST_TITLE = 250;
const MOST_LINES = 4;
/** A heading in the size of the text is short. */
const LONGEST_PLAIN = 100;
const LARGEST_LEVELS = 5;

/** Makes blocks of paragraphs: what is larger, or short and in another font, is a heading. */
export function withHeadings(
  paragraphs: readonly Paragraph[],
  habits: Habits,
  labels: readonly string[],
): ImportedBlock[] {
  const whole = withInitials(paragraphs, habits);
  const sizes = [
    ...new Set(whole.filter(one => isLarge(one, habits)).map(one => rounded(one.size))),
  ];
  sizes.sort((a, b) => b - a);
  // Backwards, for what a heading is depends on the text after it.
  let next: Paragraph | undefined;
  const blocks = whole.toReversed().map((one): ImportedBlock => {
    const level = levelOf(one, next, habits, sizes);
    if (one.drop === null) next = one;
    return {
      kind: level > 0 ? 'heading' : one.kind,
      level: one.kind === 'item' && level === 0 ? 1 : level,
      text: one.text,
      speaker: null,
      time: null,
      page: labels[one.page] ?? null,
      drop: one.drop,
    };
  });
  return blocks.reverse();
}

/** 1 to 6 by size; those in another font come below all that are larger. 0 for what is no heading. */
function levelOf(
  one: Paragraph,
  next: Paragraph | undefined,
  habits: Habits,
  sizes: readonly number[],
): number {
  if (isLarge(one, habits)) return 1 + Math.min(LARGEST_LEVELS, sizes.indexOf(rounded(one.size)));
  const isFollowed = next?.fonts.has(habits.font) === true;
  return isFollowed && isPlainHeading(one, habits) ? Math.min(6, sizes.length + 1) : 0;
}

const isLarge = ({ kind, text, size, lines }: Paragraph, habits: Habits) =>
  kind === 'paragraph' &&
  size > habits.size * LARGER &&
  text.length <= LONGEST_TITLE &&
  lines <= MOST_LINES &&
  /\p{L}/u.test(text);

function isPlainHeading(
  { kind, text, size, lines, fonts, fill }: Paragraph,
  habits: Habits,
): boolean {
  if (kind !== 'paragraph' || lines > 2 || text.length > LONGEST_PLAIN || fill > 0.9) return false;
  if (size < habits.size * 0.95 || endsSentence(text) || /[,;-]$/.test(text)) return false;
  const isCapitals = text === text.toUpperCase() && (text.match(/\p{Lu}/gu)?.length ?? 0) > 3;
  return (isCapitals || !fonts.has(habits.font)) && /^[\p{Lu}\p{N}"“‘]/u.test(text);
}

/** A large first letter over several lines is the beginning of the paragraph beside it. */
function withInitials(paragraphs: readonly Paragraph[], { size }: Habits): Paragraph[] {
  const whole: Paragraph[] = [];
  let initial = '';
  for (const one of paragraphs) {
    if (one.drop !== null) whole.push(one);
    else if (/^["“‘]?\p{L}$/u.test(one.text) && one.size > size * 1.8) initial = one.text;
    else {
      whole.push(initial === '' ? one : { ...one, text: initial + one.text });
      initial = '';
    }
  }
  return whole;
}
