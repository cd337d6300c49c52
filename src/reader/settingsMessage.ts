import type { Message } from './state.ts';

/** What is wrong with the settings, for the status when the reader opens: the first in words. */
export function settingsMessage(problems: readonly string[]): Message | null {
  const [first] = problems;
  if (first === undefined) return null;
  const more = problems.length > 1 ? ` · and ${problems.length - 1} more: marginalia settings` : '';
  return { text: `${first}${more}`, warns: true };
}
