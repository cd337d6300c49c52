import { basename, dirname } from 'node:path';
import type { SettingsHere } from '../model/settings.ts';
import type { Keymap } from './keymap/keymap.ts';
import { keyFor } from './keymap/shown.ts';
import type { KeyProblem } from './keymap/wishes.ts';
import type { Message } from './state.ts';

/**
 * What is wrong with the settings, for the status when the reader opens: one fault in words, several
 * counted; the page of settings tells them whole.
 */
export function settingsMessage(
  { file, problems }: SettingsHere,
  keyProblems: readonly KeyProblem[],
  keymap: Keymap,
): Message | null {
  const name = basename(file);
  const short = problems.map(problem => problem.replace(`${dirname(file)}/`, ''));
  const lines = [...short, ...keyProblems.map(({ message }) => `${name}: ${message}`)];
  const [first] = lines;
  if (first === undefined) return null;
  const key = keyFor(keymap, 'library', 'settings');
  const text = lines.length === 1 ? first : `${name}: ${lines.length} faults · ${key} lists them`;
  return { text, warns: true };
}
