import { Fault } from '../model/fault.ts';

/** A fault in words for the status line: its own, else that something went wrong. */
export function reasonOf(cause: unknown): string {
  if (cause instanceof Fault) return cause.message;
  return `unexpected: ${cause instanceof Error ? (cause.message.split('\n', 1)[0] ?? '') : String(cause)}`;
}
