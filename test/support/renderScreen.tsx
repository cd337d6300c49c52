import { Readable, Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { render } from 'ink';
import type { ReactNode } from 'react';
import { Grid, type Size } from './grid.ts';
import { charactersOf, keySequences, pasted } from './keys.ts';

/** How long to wait for what never comes, in milliseconds. */
const PATIENCE = 5_000;
/** Ink holds a lone Esc back for 20 ms: it could be the beginning of a sequence. */
const ESC_PAUSE = 25;

/** Starts an Ink tree on a screen that exists in memory only, and waits for its first frame. */
export async function renderScreen(
  tree: ReactNode,
  size: Partial<Size> = {},
): Promise<RenderedScreen> {
  const screen = new RenderedScreen(tree, { columns: 80, rows: 24, ...size });
  await screen.settle();
  return screen;
}

/** Like ink-testing-library's instance, with a size, colours, pastes and bursts, and without sleeps. */
export class RenderedScreen {
  /** What Ink has drawn, frame by frame, with escape codes. */
  readonly frames: string[];
  /** How the tree ended: the value given to `exit`, or the error; `null` while it runs. */
  ended: { value: unknown } | { error: unknown } | null = null;
  private readonly output: FakeOutput;
  private readonly keyboard = new FakeKeyboard();
  private readonly app: ReturnType<typeof render>;

  constructor(tree: ReactNode, size: Size) {
    this.output = new FakeOutput(size);
    this.frames = this.output.frames;
    this.app = render(tree, {
      stdout: this.output,
      stderr: new FakeOutput(size),
      stdin: this.keyboard,
      debug: true, // one whole frame a write
      interactive: true,
      exitOnCtrlC: false,
      patchConsole: false,
    });
    this.app.waitUntilExit().then(
      value => {
        this.ended = { value };
      },
      (error: unknown) => {
        this.ended = { error };
      },
    );
  }

  /** The last frame that shows anything, with escape codes. */
  frame(): string {
    return this.frames.findLast(frame => frame.trim() !== '') ?? '';
  }

  /** The rows of the last frame as plain text, without white space at their ends. */
  lines(): string[] {
    const plain = stripVTControlCharacters(this.frame());
    return plain.split('\n').map(line => line.trimEnd());
  }

  text(): string {
    return this.lines().join('\n');
  }

  /** The last frame as cells, to look at colours and widths. */
  async grid(): Promise<Grid> {
    const grid = new Grid({ columns: this.output.columns, rows: this.output.rows });
    await grid.write(this.frame().replaceAll('\n', '\r\n'));
    return grid;
  }

  /** Presses keys one after the other: `Enter`, `Ctrl+R`, `j`; see `keySequences`. */
  async press(...keys: string[]): Promise<void> {
    for (const sequence of keys.flatMap(keySequences)) {
      this.keyboard.push(sequence);
      if (sequence === '\x1b') await pause(ESC_PAUSE);
      await this.settle();
    }
  }

  /** Types a text as it is, even where it is the name of a key. */
  async type(text: string): Promise<void> {
    for (const character of charactersOf(text)) {
      this.keyboard.push(character);
      await this.settle();
    }
  }

  /** Several reads in one tick, as a slow line or an input method delivers them. */
  async burst(...chunks: string[]): Promise<void> {
    for (const chunk of chunks) this.keyboard.push(chunk);
    await this.settle();
  }

  async paste(text: string): Promise<void> {
    await this.burst(pasted(text));
  }

  async resize(columns: number, rows: number): Promise<void> {
    this.output.resize({ columns, rows });
    await this.settle();
  }

  async rerender(tree: ReactNode): Promise<void> {
    this.app.rerender(tree);
    await this.settle();
  }

  /**
   * Resolves when the last frame shows it, for what an effect brings later. Rejects with the frame in
   * the message when patience ends.
   */
  async waitFor(wanted: string | RegExp, patience = PATIENCE): Promise<void> {
    const deadline = performance.now() + patience;
    while (!shows(this.text(), wanted)) {
      if (performance.now() > deadline) throw new Error(`${wanted} never came:\n${this.text()}`);
      await pause(1);
      await this.settle();
    }
  }

  /**
   * Resolves when two looks in a row find nothing new: keys are drawn at once, but a resize, a timer
   * or a promise draws a tick later.
   */
  async settle(): Promise<void> {
    for (let quiet = 0, count = -1; quiet < 2; quiet++) {
      await this.app.waitUntilRenderFlush();
      if (count !== this.frames.length) quiet = 0;
      count = this.frames.length;
    }
  }

  unmount(): void {
    this.app.unmount();
  }

  [Symbol.dispose](): void {
    this.unmount();
  }
}

/** No `isTTY`: Ink then draws frames without cursor and paste codes, but still follows the size. */
class FakeOutput extends Writable {
  readonly frames: string[] = [];
  columns: number;
  rows: number;

  constructor({ columns, rows }: Size) {
    super({ decodeStrings: false });
    this.columns = columns;
    this.rows = rows;
  }

  override _write(frame: string, _encoding: string, done: () => void): void {
    if (frame !== '') this.frames.push(frame);
    done();
  }

  resize({ columns, rows }: Size): void {
    this.columns = columns;
    this.rows = rows;
    this.emit('resize');
  }
}

/** Keeps chunks apart: one push is one read. */
class FakeKeyboard extends Readable {
  readonly isTTY = true;

  constructor() {
    super({ objectMode: true });
  }

  override _read(): void {}
  setRawMode(): this {
    return this;
  }
  ref(): void {}
  unref(): void {}
}

function shows(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
}

const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));
