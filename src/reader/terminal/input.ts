import type { ReadStream } from 'node:tty';
import { type MouseReport, reportOf } from './mouse.ts';

const ESCAPE = '\u001B';
// An operating system command, ESC ] … up to BEL or ESC \, or the device attributes, ESC [ ? … c.
const ANSWER = /\u001B\](?<body>[^\u0007\u001B]*)(?:\u0007|\u001B\\)|\u001B\[\?[\d;]*c/g;
// The beginning of one at a chunk's end; its first two characters may be a key as well: Esc, Alt+[, Alt+].
const UNFINISHED = /\u001B(?:\][^\u0007\u001B]*\u001B?|\[(?:\?[\d;]*)?)?$/;
// What a mouse did: ESC [ < button ; column ; row M or m; and the beginning of one at a chunk's end.
const MOUSE = /\u001B\[<(\d{1,4});(\d{1,5});(\d{1,5})([Mm])/g;
const UNFINISHED_MOUSE = /\u001B\[(?:<[\d;]*)?$/;
const LONGEST_KEY = 2;
/** Milliseconds after which it is the key: Ink waits as long for the rest of a sequence. */
const KEY_HELD = 20;
const LONGEST_ANSWER = 256;

/**
 * Standard input without the terminal's answers. Ink would take an answer to a question about colours
 * for keys, and a late one would tag a paragraph; here answers are taken out, whenever they arrive.
 */
export class TerminalInput {
  /** For Ink: the stream, but for what `read` gives. */
  readonly stream: ReadStream;
  private readonly source: ReadStream;
  private readonly onAnswer: (body: string) => void;
  private held = '';
  private kept = '';
  /** Whether the last answer came: from then on nothing is held back. */
  private isAnswered = false;
  private release: NodeJS.Timeout | undefined;
  private onMouse: ((report: MouseReport) => void) | null = null;

  constructor(source: ReadStream, onAnswer: (body: string) => void) {
    this.source = source;
    this.onAnswer = onAnswer;
    const read = () => this.read();
    this.stream = new Proxy(source, {
      get: (target, property) => {
        if (property === 'read') return read;
        const value: unknown = Reflect.get(target, property);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  }

  /**
   * The next keys, or `null`: as a stream's `read`. Behind an answer is read on, for a terminal's
   * stream that is not read to its end stops listening.
   */
  read(): string | null {
    let keys = this.kept;
    this.kept = '';
    let chunk: unknown;
    do {
      chunk = this.source.read();
      if (chunk !== null) keys += this.withoutAnswers(String(chunk));
    } while (chunk !== null && keys === '');
    return keys === '' ? null : keys;
  }

  /** Who hears what the mouse does; a report that nobody hears is taken out all the same. */
  listenToMouse(onMouse: ((report: MouseReport) => void) | null): void {
    this.onMouse = onMouse;
  }

  /** Stops reading what is typed: it is for another program. Ink takes its ear away, but reads on. */
  async rest(): Promise<void> {
    // The stream learns a turn later that nobody listens, and only one that flows can be paused.
    await nextTurn();
    this.source.resume();
    this.source.pause();
    await nextTurn();
  }

  /** Reads again. */
  wake(): void {
    this.source.read(0);
  }

  /** Gives keys back, to be read first. */
  keep(keys: string): void {
    this.kept += keys;
  }

  private withoutAnswers(chunk: string): string {
    const text = this.held + chunk;
    this.held = '';
    clearTimeout(this.release);
    const answered = text.replace(ANSWER, (_, body: string | undefined) => {
      if (body === undefined) this.isAnswered = true;
      this.onAnswer(body ?? '');
      return '';
    });
    const keys = this.withoutMouse(answered);
    const unfinished =
      (this.isAnswered ? null : UNFINISHED.exec(keys)) ??
      (this.onMouse ? UNFINISHED_MOUSE.exec(keys) : null);
    if (!unfinished || unfinished[0].length > LONGEST_ANSWER) return keys;
    this.held = unfinished[0];
    if (this.held.length <= LONGEST_KEY) this.release = setTimeout(() => this.giveBack(), KEY_HELD);
    return keys.slice(0, unfinished.index);
  }

  private withoutMouse(text: string): string {
    return text.replace(MOUSE, (_, button: string, x: string, y: string, end: string) => {
      const report = reportOf(Number(button), Number(x), Number(y), end);
      if (report) this.onMouse?.(report);
      return '';
    });
  }

  /** Nothing followed: it was the key. */
  private giveBack(): void {
    this.kept += this.held;
    this.held = '';
    this.source.emit('readable');
  }
}

const nextTurn = () => new Promise(resolve => setImmediate(resolve));

/** What an answer to OSC 11 says: `11;rgb:1414/1616/1b1b` as red, green and blue from 0 to 1. */
export function backgroundOf(body: string): [number, number, number] | null {
  const levels = /^11;rgba?:([\da-f]{1,4})\/([\da-f]{1,4})\/([\da-f]{1,4})/i.exec(body);
  if (!levels) return null;
  const [red, green, blue] = levels
    .slice(1)
    .map(hex => Number.parseInt(hex, 16) / (16 ** hex.length - 1));
  return [red ?? 0, green ?? 0, blue ?? 0];
}

/**
 * Asks for the background, then for the device attributes: every terminal answers the second question,
 * so one that does not know the first is not waited for.
 */
export const ASK_BACKGROUND = `${ESCAPE}]11;?${ESCAPE}\\${ESCAPE}[c`;
