import type { ReadStream } from 'node:tty';

const ESCAPE = '\u001B';
// An operating system command: ESC ] … up to BEL or ESC \.
const ANSWER = /\u001B\](?<body>[^\u0007\u001B]*)(?:\u0007|\u001B\\)/g;
const UNFINISHED = /\u001B\][^\u0007\u001B]*\u001B?$/;
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

  /** The next keys, or `null`: as a stream's `read`. */
  read(): string | null {
    const chunk: unknown = this.source.read();
    const kept = this.kept;
    this.kept = '';
    if (chunk === null && kept === '') return null;
    const keys = kept + (chunk === null ? '' : this.withoutAnswers(String(chunk)));
    return keys === '' ? null : keys;
  }

  /** Gives keys back, to be read first. */
  keep(keys: string): void {
    this.kept += keys;
  }

  private withoutAnswers(chunk: string): string {
    const text = this.held + chunk;
    this.held = '';
    const keys = text.replace(ANSWER, (_, body: string) => {
      this.onAnswer(body);
      return '';
    });
    const unfinished = UNFINISHED.exec(keys);
    if (!unfinished || unfinished[0].length > LONGEST_ANSWER) return keys;
    this.held = unfinished[0];
    return keys.slice(0, unfinished.index);
  }
}

/** What an answer to OSC 11 says: `11;rgb:1414/1616/1b1b` as red, green and blue from 0 to 1. */
export function backgroundOf(body: string): [number, number, number] | null {
  const levels = /^11;rgba?:([\da-f]{1,4})\/([\da-f]{1,4})\/([\da-f]{1,4})/i.exec(body);
  if (!levels) return null;
  const [red, green, blue] = levels
    .slice(1)
    .map(hex => Number.parseInt(hex, 16) / (16 ** hex.length - 1));
  return [red ?? 0, green ?? 0, blue ?? 0];
}

export const ASK_BACKGROUND = `${ESCAPE}]11;?${ESCAPE}\\`;
