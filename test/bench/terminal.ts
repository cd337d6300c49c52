import pty from '@lydell/node-pty';
import { cleanEnvironment } from '../support/environment.ts';
import { Grid, type Size } from '../support/grid.ts';

/** The end of a frame: Ink draws each between two synchronised-output marks. */
const FRAME_END = '\x1b[?2026l';
const PATIENCE = 60_000;

/**
 * A program in a pseudo-terminal that is only listened to while the clock runs: nothing parses its
 * output until it is asked for, so that what is measured is the program.
 */
export class TimedTerminal {
  private readonly child: pty.IPty;
  private readonly size: Size;
  private readonly started = performance.now();
  private output = '';
  private listener: () => void = () => {};

  constructor(args: readonly string[], cwd: string, size: Size) {
    this.size = size;
    this.child = pty.spawn(process.execPath, [...args], {
      cols: size.columns,
      rows: size.rows,
      cwd,
      env: cleanEnvironment({ MARGINALIA_CODER: 'bench' }),
    });
    this.child.onData(data => {
      this.output += data;
      this.answer(data);
      this.listener();
    });
  }

  /** Milliseconds from the start of the process until `words` were written, whole, in a first frame. */
  async firstFrame(words: string): Promise<number> {
    await this.until(
      () =>
        this.output.includes(FRAME_END, this.output.indexOf(words) + 1) &&
        this.output.includes(words),
    );
    return performance.now() - this.started;
  }

  /** Milliseconds from a key to the end of the frame that it caused. */
  async frameAfter(key: string): Promise<number> {
    const from = this.output.length;
    const pressed = performance.now();
    this.child.write(key);
    await this.until(() => this.output.includes(FRAME_END, from));
    return performance.now() - pressed;
  }

  /** Waits, without a clock, until the screen shows it. */
  async shows(wanted: RegExp): Promise<void> {
    const end = performance.now() + PATIENCE;
    for (let text = ''; !wanted.test(text); text = await this.screen()) {
      if (performance.now() > end) throw new Error(`${wanted} never came:\n${text}`);
      await new Promise(resolve => setTimeout(resolve, 30));
    }
  }

  press(key: string): void {
    this.child.write(key);
  }

  /** The screen as text, from everything written so far. */
  async screen(): Promise<string> {
    const grid = new Grid(this.size);
    await grid.write(this.output);
    return grid.text();
  }

  close(): Promise<void> {
    return new Promise(resolve => {
      this.child.onExit(() => resolve());
      this.child.kill('SIGKILL');
    });
  }

  /** Answers what a real terminal answers at once: its ground colour. */
  private answer(data: string): void {
    if (data.includes('\x1b]11;?')) this.child.write('\x1b]11;rgb:1414/1616/1b1b\x1b\\');
  }

  private until(isMet: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`no such frame:\n${this.output.slice(-2000)}`)),
        PATIENCE,
      );
      this.listener = () => {
        if (!isMet()) return;
        clearTimeout(timer);
        this.listener = () => {};
        resolve();
      };
      this.listener();
    });
  }
}
