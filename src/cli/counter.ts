/** Silent for so long, then seen anew so often; milliseconds. */
const SILENT = 500;
const REFRESH = 100;
/** Back to the first column, and the line cleared. */
const CLEAR = '\r\x1b[K';

/** A count on one line of the terminal that goes away when the work is done. */
export class Counter {
  private readonly noun: string;
  private readonly write: (text: string) => void;
  private next = performance.now() + SILENT;
  private shown = false;

  constructor(noun: string, write: (text: string) => void) {
    this.noun = noun;
    this.write = write;
  }

  count = (done: number, total: number): void => {
    const now = performance.now();
    if (now < this.next) return;
    this.next = now + REFRESH;
    this.shown = true;
    this.write(`${CLEAR}${done} of ${total} ${this.noun}`);
  };

  clear(): void {
    if (this.shown) this.write(CLEAR);
  }
}
