import type { LineBuilder, Look } from '../layout/line.ts';

/** `[x]` from a column on: chosen, `[-]` left out, `[ ]` neither. */
export function box(
  line: LineBuilder,
  column: number,
  choice: boolean | 'without',
  isHere: boolean,
): LineBuilder {
  const look: Look = { role: 'muted' };
  const sign = choice === 'without' ? '-' : choice ? 'x' : ' ';
  return line
    .at(column, '[', look)
    .push(sign, { role: 'current', bold: true })
    .push(']', isHere ? { role: 'current' } : look);
}

/** `(any) all`: the parenthesis hangs left of the column, so that the words keep their places. */
export function radio(
  line: LineBuilder,
  column: number,
  choices: readonly string[],
  chosen: string,
): void {
  line.at(column - 1, '');
  for (const choice of choices) {
    const isOn = choice === chosen;
    line
      .push(isOn ? '(' : ' ', { role: 'muted' })
      .push(choice, isOn ? { role: 'current', bold: true } : { role: 'rest' })
      .push(isOn ? ')' : ' ', { role: 'muted' });
  }
}
