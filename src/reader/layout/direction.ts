const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;
const LETTER = /\p{L}/gu;
/** In UTF-16 units: enough of a text to know its script. */
const LOOKED_AT = 4000;

/**
 * Whether most letters of a text run from right to left. Terminals turn such letters round within a row,
 * and with them whatever of their script stands in the same row, however far off.
 */
export function isRightToLeft(text: string): boolean {
  const looked = text.slice(0, LOOKED_AT);
  const turned = looked.match(RIGHT_TO_LEFT)?.length ?? 0;
  return turned > 0 && turned * 2 > (looked.match(LETTER)?.length ?? 0);
}
