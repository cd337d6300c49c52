/** How the items of a list are counted, by the signs of HTML (`type` of `ol`) and ODF (`style:num-format`). */
export type NumberFormat = '1' | 'a' | 'A' | 'i' | 'I';

/** Nobody counts further in letters or in Roman numerals; there it goes on in figures. */
const MOST_LETTERS = 26 * 5;
const MOST_ROMAN = 3999;

const ROMAN: readonly [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** A number as an item of a list shows it: `3`, `c`, `C`, `iii` or `III`; after `z` come `aa`, `bb` and so on. */
export function numberAs(number: number, format: NumberFormat): string {
  const isLetter = format === 'a' || format === 'A';
  if (format === '1' || number < 1 || number > (isLetter ? MOST_LETTERS : MOST_ROMAN))
    return String(number);
  const small = isLetter ? letters(number) : roman(number);
  return format === 'A' || format === 'I' ? small.toUpperCase() : small;
}

/** The sign of a list as a format; figures for anything else. */
export const numberFormat = (sign: string): NumberFormat =>
  sign === 'a' || sign === 'A' || sign === 'i' || sign === 'I' ? sign : '1';

const letters = (number: number): string =>
  String.fromCharCode('a'.charCodeAt(0) + ((number - 1) % 26)).repeat(Math.ceil(number / 26));

function roman(number: number): string {
  let [rest, text] = [number, ''];
  for (const [value, sign] of ROMAN) {
    for (; rest >= value; rest -= value) text += sign;
  }
  return text;
}
