/** What the mouse did; column and row of the cell from 0. */
export type MouseReport =
  | { kind: 'press' | 'drag' | 'release'; column: number; row: number }
  | { kind: 'wheel'; by: 1 | -1; column: number; row: number };

const ESCAPE = '\u001B';
/** Buttons and drags are reported (1002), in decimal numbers of any size (1006). */
const ON = `${ESCAPE}[?1002h${ESCAPE}[?1006h`;
const OFF = `${ESCAPE}[?1006l${ESCAPE}[?1002l`;

/** A report as xterm writes it (SGR, 1006): the button, column and row from 1, `M` pressed or `m` let go. */
export function reportOf(button: number, x: number, y: number, end: string): MouseReport | null {
  const [column, row] = [x - 1, y - 1];
  if (button === 64 || button === 65)
    return { kind: 'wheel', by: button === 65 ? 1 : -1, column, row };
  // The left button alone, with or without Shift and the like.
  if ((button & 0b1100_0011) !== 0) return null;
  if (end === 'm') return { kind: 'release', column, row };
  return { kind: (button & 32) !== 0 ? 'drag' : 'press', column, row };
}

/** Where reports come in. */
interface MouseSource {
  listenToMouse(onMouse: ((report: MouseReport) => void) | null): void;
}

/** Asks the terminal for the mouse while the reader is on it, and gives it back whatever comes. */
export class Mouse {
  private readonly input: MouseSource;
  private readonly write: (text: string) => void;
  private readonly onReport: (report: MouseReport) => void;
  private wanted = false;
  private isOn = false;

  constructor(
    input: MouseSource,
    write: (text: string) => void,
    onReport: (report: MouseReport) => void,
  ) {
    this.input = input;
    this.write = write;
    this.onReport = onReport;
  }

  /** Whether the user wants it; without it the terminal selects and scrolls as it always does. */
  want(wanted: boolean): void {
    this.wanted = wanted;
    this.set(wanted);
  }

  /** Another program has the terminal. */
  rest(isAway: boolean): void {
    this.set(this.wanted && !isAway);
  }

  private set(isOn: boolean): void {
    if (isOn === this.isOn) return;
    this.isOn = isOn;
    this.write(isOn ? ON : OFF);
    this.input.listenToMouse(isOn ? this.onReport : null);
  }
}
