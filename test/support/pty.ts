import pty from '@lydell/node-pty';
import { cleanEnvironment, type Environment } from './environment.ts';
import { Grid, type Size } from './grid.ts';
import { charactersOf, keySequences, pasted } from './keys.ts';

export interface PtyOptions extends Partial<Size> {
  cwd?: string;
  env?: Environment;
  /** What the terminal says when it is asked for its ground colour, as `#rrggbb`; by default it does not answer. */
  ground?: string;
}

/** How a program ended: its status, or the number of the signal that ended it. */
export interface Ended {
  status: number;
  signal: number | null;
}

/** What to wait for: a text or a pattern on the screen, or anything that can be asked of the terminal. */
export type Awaited = string | RegExp | ((terminal: PtyProgram) => boolean);

interface Waiter {
  wanted: Awaited;
  isMet: () => boolean;
  resolve: () => void;
  reject: (reason: Error) => void;
}

/** How long to wait for what never comes, in milliseconds. No test passes or fails by being fast. */
const PATIENCE = 30_000;
/** A lone Esc is told from the beginning of an Alt chord by the pause after it: 20 ms in Ink. */
const ESC_PAUSE = 60;

/** A program that runs in a real pseudo-terminal. */
export class PtyProgram {
  readonly grid: Grid;
  /** Resolves when the program has ended and everything it wrote is on the grid. */
  readonly done: Promise<Ended>;
  ended: Ended | null = null;
  private readonly child: pty.IPty;
  private readonly waiters = new Set<Waiter>();
  private output = '';
  private unread = 0;

  /** Starts `file`; it is found through PATH unless it is a path. */
  constructor(file: string, args: readonly string[] = [], options: PtyOptions = {}) {
    const { columns = 80, rows = 24, ground } = options;
    this.grid = new Grid({ columns, rows });
    this.child = pty.spawn(file, [...args], {
      name: options.env?.TERM ?? 'xterm-256color',
      cols: columns,
      rows,
      cwd: options.cwd ?? process.cwd(),
      env: cleanEnvironment(options.env),
    });
    if (ground) this.answerGround(ground);
    this.grid.terminal.onData(reply => this.send(reply));
    this.child.onData(data => this.take(data));
    this.done = new Promise(resolve => {
      this.child.onExit(({ exitCode, signal }) => void this.finish(exitCode, signal).then(resolve));
    });
  }

  get pid(): number {
    return this.child.pid;
  }

  /** Everything the program has written, escape codes included. */
  get raw(): string {
    return this.output;
  }

  /** The rows of the screen as plain text, without white space at their ends. */
  lines(): string[] {
    return this.grid.lines();
  }

  text(): string {
    return this.grid.text();
  }

  /**
   * Resolves as soon as the screen shows it, between two frames. Rejects with the screen in the message
   * when the program ends first or patience (milliseconds) does.
   */
  waitFor(wanted: Awaited, patience = PATIENCE): Promise<void> {
    return new Promise((resolve, reject) => {
      const isMet = () => matches(this, wanted);
      const settle = (then: () => void) => {
        clearTimeout(timer);
        this.waiters.delete(waiter);
        then();
      };
      const fail = (reason: Error) => settle(() => reject(reason));
      const waiter: Waiter = { wanted, isMet, resolve: () => settle(resolve), reject: fail };
      const timer = setTimeout(() => fail(this.missing(wanted, 'in time')), patience);
      this.waiters.add(waiter);
      this.look();
      if (this.ended) waiter.reject(this.missing(wanted, 'before the program ended'));
    });
  }

  /** Presses keys one after the other, each a write of its own: `Enter`, `Ctrl+R`, `j`; see `keySequences`. */
  async press(...keys: string[]): Promise<void> {
    for (const sequence of keys.flatMap(keySequences)) {
      this.send(sequence);
      await pause(sequence === '\x1b' ? ESC_PAUSE : 1);
    }
  }

  /** Types a text as it is, even where it is the name of a key. */
  async type(text: string): Promise<void> {
    for (const character of charactersOf(text)) {
      this.send(character);
      await pause(1);
    }
  }

  paste(text: string): void {
    this.send(pasted(text));
  }

  /** Sends bytes in one write, as a slow line delivers several keys at once. */
  send(data: string): void {
    if (!this.ended) this.child.write(data);
  }

  resize(columns: number, rows: number): void {
    this.grid.resize({ columns, rows });
    this.child.resize(columns, rows);
  }

  /** Closes the terminal under the program, as a window that is shut or a line that breaks. */
  hangUp(): void {
    if ('destroy' in this.child && typeof this.child.destroy === 'function') this.child.destroy();
  }

  /** Sends a signal to the program; `SIGKILL` by default. Nothing happens if it has ended. */
  kill(signal: NodeJS.Signals = 'SIGKILL'): void {
    if (!this.ended) this.child.kill(signal);
  }

  /** Ends the program if it still runs, and waits for its end. */
  async close(): Promise<void> {
    this.kill();
    await this.done;
  }

  private take(data: string): void {
    this.output += data;
    this.unread++;
    void this.grid.write(data).then(() => {
      this.unread--;
      this.look();
    });
  }

  private look(): void {
    if (this.unread > 0 || this.grid.midFrame) return;
    for (const waiter of [...this.waiters]) if (waiter.isMet()) waiter.resolve();
  }

  private async finish(status: number, signal: number | undefined): Promise<Ended> {
    await this.grid.write('');
    this.look();
    this.ended = { status, signal: signal || null };
    for (const waiter of [...this.waiters]) {
      waiter.reject(this.missing(waiter.wanted, 'before the program ended'));
    }
    return this.ended;
  }

  private missing(wanted: Awaited, when: string): Error {
    const status = this.ended ? ` (status ${this.ended.status})` : '';
    return new Error(`${wanted} was not on the screen ${when}${status}:\n${this.text()}`);
  }

  /** Answers OSC 11, which the headless terminal leaves unanswered. */
  private answerGround(ground: string): void {
    const [, red, green, blue] = /^#(..)(..)(..)$/.exec(ground) ?? [];
    this.grid.terminal.parser.registerOscHandler(11, query => {
      if (query !== '?') return false;
      this.send(`\x1b]11;rgb:${red}${red}/${green}${green}/${blue}${blue}\x1b\\`);
      return true;
    });
  }
}

function matches(terminal: PtyProgram, wanted: Awaited): boolean {
  if (typeof wanted === 'function') return wanted(terminal);
  const text = terminal.text();
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
}

const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));
