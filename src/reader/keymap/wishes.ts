import type { UserKeys } from '../../model/settings.ts';
import { bindingFor, bindingsOf, type KeyCommand, type Keymap } from './keymap.ts';
import { isFixed, keyNamed, refusal } from './keyName.ts';
import { SCOPES, type Scope, TYPING } from './scopes.ts';

/** The keys that a user wants for a command in a scope. */
export interface Wish {
  /** Where the settings say so: `keys.reading.memo`. */
  place: string;
  scope: Scope;
  command: KeyCommand;
  keys: readonly string[];
}

/** What cannot be: where the settings say it, why not, and both in one line. */
export interface KeyProblem {
  place: string;
  why: string;
  message: string;
}

export const keyProblem = (place: string, why: string): KeyProblem => ({
  place,
  why,
  message: `${place}: ${why}`,
});

/** The settings' name for every scope that has the command. */
export const EVERYWHERE = 'everywhere';
const ALL_SCOPES: readonly Scope[] = SCOPES.everywhere;

/** A search leaves the reading keys as they are: what holds there holds here, unless it is said. */
export const FOLLOWS: Partial<Record<Scope, Scope>> = { search: 'reading' };

/** The wishes of the settings, a scope each, and what is wrong with them before any is granted. */
export function wishesOf(user: UserKeys, base: Keymap): { wishes: Wish[]; problems: KeyProblem[] } {
  const problems: KeyProblem[] = [];
  const wishes = new Map<string, Wish>();
  const add = (wish: Wish, over: boolean) => {
    const name = `${wish.scope}\n${wish.command}`;
    if (over || !wishes.has(name)) wishes.set(name, wish);
  };
  for (const entry of entriesOf(user)) {
    const found = entryWishes(entry, base);
    if (typeof found === 'string') problems.push(keyProblem(entry.place, found));
    else for (const wish of found) add(wish, entry.scope === wish.scope);
  }
  return { wishes: [...wishes.values()], problems };
}

interface Entry {
  place: string;
  scope: string;
  command: string;
  words: readonly string[];
}

const entriesOf = (user: UserKeys): Entry[] =>
  Object.entries(user).flatMap(([scope, commands]) =>
    Object.entries(commands).map(([command, words]) => ({
      place: `keys.${scope}.${command}`,
      scope,
      command,
      words,
    })),
  );

/** The wishes of one entry, or what is wrong with it. */
function entryWishes({ place, scope, command, words }: Entry, base: Keymap): Wish[] | string {
  const scopes = scopesNamed(scope);
  if (scopes === null)
    return `there is no scope ${scope}. There are ${EVERYWHERE}, ${ALL_SCOPES.join(', ')}`;
  const having = scopes.filter(one => bindingsOf(base, one).some(hasCommand(command)));
  if (having.length === 0) return noCommand(scopes, command, base);
  if (command === 'digit')
    return "1 to 9 are for the themes; a theme's own digit is changed in the codebook";
  const keys: string[] = [];
  for (const word of words) {
    const named = keyNamed(word);
    if (named.kind === 'none') return named.reason;
    keys.push(named.key);
  }
  return granted({ place, scope, command, words: [...new Set(keys)] }, having, base);
}

function granted(
  { place, scope, command, words }: Entry,
  having: readonly Scope[],
  base: Keymap,
): Wish[] | string {
  const wishes: Wish[] = [];
  for (const one of having) {
    const asked = words.filter(key => !keepsAnyway(key, one, command, base));
    // What is meant for everywhere leaves out where words are typed.
    const isLoose = scope === EVERYWHERE && TYPING.has(one);
    const keys = isLoose ? asked.filter(key => refusal(key, one) === null) : asked;
    const refused = handsIn(command, one) ?? keys.map(key => refusal(key, one)).find(Boolean);
    if (refused && isLoose) continue;
    if (refused) return refused;
    if (!isLoose || keys.length > 0)
      wishes.push({ place, scope: one, command: command as KeyCommand, keys });
  }
  return wishes;
}

/** Enter alone hands in what was typed: the field hears it, not the table. */
const handsIn = (command: string, scope: Scope): string | null =>
  command === 'choose' && TYPING.has(scope) ? `Enter hands in what is typed in ${scope}` : null;

/** A key that the command has there and nothing takes from it, such as Esc. */
const keepsAnyway = (key: string, scope: Scope, command: string, base: Keymap): boolean =>
  isFixed(key, scope) && bindingFor(base, scope, key)?.command === command;

const hasCommand = (command: string) => (binding: { command: string }) =>
  binding.command === command;

function scopesNamed(name: string): readonly Scope[] | null {
  if (name === EVERYWHERE) return ALL_SCOPES;
  const scope = ALL_SCOPES.find(one => one === name);
  return scope ? [scope, ...ALL_SCOPES.filter(one => FOLLOWS[one] === scope)] : null;
}

function noCommand(scopes: readonly Scope[], command: string, base: Keymap): string {
  const there = new Set(
    scopes.slice(0, 1).flatMap(scope => bindingsOf(base, scope).map(one => one.command)),
  );
  return `there is no command ${command} there. There are ${[...there].join(', ')}`;
}
