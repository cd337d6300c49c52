import type { Binding } from './binding.ts';
import type { KeyCommand, Keymap } from './keymap.ts';
import type { Scope } from './scopes.ts';

const SHOWN: Readonly<Record<string, string>> = {
  Up: '↑',
  Down: '↓',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
};

/** A key as people read it. */
export const shownKey = (key: string): string => SHOWN[key] ?? key;

/** The keys of a binding as people read them: `1-9`, `j ↓`. */
export function keysWords({ command, keys }: Binding): string {
  if (command === 'digit') return '1-9';
  return keys.map(shownKey).join(' ');
}

/** The first key of a command in a scope, for words such as 'r tries again'; empty where it has none. */
export function keyFor(keymap: Keymap, scope: Scope, command: KeyCommand): string {
  const binding = keymap.find(
    one => one.command === command && one.scopes.includes(scope) && one.keys.length > 0,
  );
  return binding ? shownKey(binding.keys[0] ?? '') : '';
}
