import type { ReadStream, WriteStream } from 'node:tty';
import { ASK_BACKGROUND, backgroundOf, TerminalInput } from './input.ts';

const LONGEST_WAIT = 100;

export type Background = readonly [number, number, number] | null;

export interface AskedTerminal {
  input: TerminalInput;
  /** Resolves with the answer, or with `null` after 100 ms; keys pressed meanwhile are kept. */
  background: Promise<Background>;
}

/** Asks the terminal for its background. The answer travels while the program is still loading. */
export function askTerminal(stdin: ReadStream, stdout: WriteStream): AskedTerminal {
  let answered: (background: Background) => void = () => undefined;
  const answer = new Promise<Background>(resolve => {
    answered = resolve;
  });
  const input = new TerminalInput(stdin, body => answered(backgroundOf(body)));
  const listen = () => {
    const keys = input.read();
    if (keys !== null) input.keep(keys);
  };
  stdin.setEncoding('utf8');
  stdin.setRawMode(true);
  stdin.on('readable', listen);
  stdout.write(ASK_BACKGROUND);
  const timer = setTimeout(() => answered(null), LONGEST_WAIT);
  const background = answer.finally(() => {
    clearTimeout(timer);
    stdin.off('readable', listen);
  });
  return { input, background };
}
