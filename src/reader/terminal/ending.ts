import type { TerminalLoan } from './loan.ts';

const SIGNALS = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;
type Signal = keyof typeof SIGNALS;

let lastWords: string | null = null;

/** Keeps a line for `sayAfterwards`. */
export function toSayAfterwards(words: string): void {
  lastWords = [lastWords, `marginalia: ${words}`].filter(Boolean).join('\n');
}

/** What is to be said once the terminal is its old self again: on the alternate screen it would vanish. */
export function sayAfterwards(): void {
  if (lastWords !== null) process.stderr.write(`${lastWords}\n`);
  lastWords = null;
}

/** The exit status of a crash; its words are kept for afterwards. A stack only with MARGINALIA_DEBUG=1. */
export function ended(cause: unknown): number {
  const isDebug = process.env.MARGINALIA_DEBUG === '1';
  const message = cause instanceof Error ? (cause.message.split('\n', 1)[0] ?? '') : String(cause);
  const stack = isDebug && cause instanceof Error ? `\n${cause.stack}` : '';
  lastWords = `marginalia: the reader stopped: ${message}. What was said to be saved is on the disk${stack}`;
  return 1;
}

/**
 * Ends on a signal with status 128 + its number, on an error nobody caught with 1. Returns a function
 * that takes the listeners away.
 */
export function onSignals(
  loan: Pick<TerminalLoan, 'isAway'>,
  end: (status: number) => Promise<void>,
): () => void {
  const handlers = (Object.keys(SIGNALS) as Signal[]).map(signal => {
    const handler = () => {
      // Ctrl+C in an editor is pressed for the editor.
      if (signal !== 'SIGINT' || !loan.isAway) void end(128 + SIGNALS[signal]);
    };
    process.on(signal, handler);
    return () => process.off(signal, handler);
  });
  const crashed = (cause: unknown) => void end(ended(cause));
  // A terminal that is gone refuses what is written to it: that is no error to report.
  const gone = () => void end(128 + SIGNALS.SIGHUP);
  process.on('uncaughtException', crashed);
  process.on('unhandledRejection', crashed);
  process.stdout.on('error', gone);
  return () => {
    for (const off of handlers) off();
    process.off('uncaughtException', crashed);
    process.off('unhandledRejection', crashed);
    process.stdout.off('error', gone);
  };
}
