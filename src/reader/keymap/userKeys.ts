import type { UserKeys } from '../../model/settings.ts';
import type { Binding, Hint } from './binding.ts';
import { bindingsOf, KEYMAP, type KeyCommand, type Keymap } from './keymap.ts';
import { isFixed } from './keyName.ts';
import type { Scope } from './scopes.ts';
import { shownKey } from './shown.ts';
import { type KeyProblem, keyProblem, type Wish, wishesOf } from './wishes.ts';

type Row = Binding<KeyCommand>;

/**
 * The tables with the user's own keys, and in one line each what of them cannot be. All wishes are
 * granted together, so that two commands can change their keys; where then a key would mean two
 * things in a scope, the wish that makes it so (the later of two) is refused there.
 */
export function keymapWith(
  user: UserKeys,
  base: Keymap = KEYMAP,
): { keymap: Keymap; problems: KeyProblem[] } {
  const { wishes, problems } = wishesOf(user, base);
  // A wish for several scopes is told once, of its first.
  const clashes = new Map<string, string>();
  for (let left: readonly Wish[] = wishes; ; ) {
    const keymap = left.length === 0 ? base : base.flatMap(row => withWishes(row, left, base));
    const clash = firstClash(keymap, left);
    if (clash === null) return { keymap, problems: [...problems, ...problemsOf(clashes)] };
    clashes.set(clash.wish.place, clashWords(clash, base));
    left = left.filter(wish => wish !== clash.wish);
  }
}

const problemsOf = (clashes: ReadonlyMap<string, string>): KeyProblem[] =>
  [...clashes].map(([place, why]) => keyProblem(place, why));

const wishFor = (wishes: readonly Wish[], scope: Scope, command: KeyCommand) =>
  wishes.find(wish => wish.scope === scope && wish.command === command);

/** A row of the table as the wishes make it: one row still where they are alike in all its scopes. */
function withWishes(row: Row, wishes: readonly Wish[], base: Keymap): Row[] {
  const parts = new Map<string, { row: Row; scopes: Scope[] }>();
  for (const scope of row.scopes) {
    const keys = keysIn(row, scope, wishes, base);
    const footer = hintIn(row, scope, wishes, base);
    const name = JSON.stringify([keys, footer]);
    const known = parts.get(name);
    if (known) known.scopes.push(scope);
    else parts.set(name, { row: { ...row, keys, footer }, scopes: [scope] });
  }
  return [...parts.values()].map(part => ({ ...part.row, scopes: part.scopes }));
}

function keysIn(row: Row, scope: Scope, wishes: readonly Wish[], base: Keymap): readonly string[] {
  const wish = wishFor(wishes, scope, row.command);
  if (!wish) return row.keys;
  const fixed = row.keys.filter(key => isFixed(key, scope));
  return takesWishes(row, scope, base) ? [...wish.keys, ...fixed] : fixed;
}

/** Of several rows of one command in a scope the first that can change takes the user's keys. */
function takesWishes(row: Row, scope: Scope, base: Keymap): boolean {
  const rows = bindingsOf(base, scope).filter(one => one.command === row.command);
  const open = rows.find(one => one.keys.some(key => !isFixed(key, scope)));
  return row === (open ?? rows[0]);
}

/** The footer's hint with the user's keys in place of those that it showed; none where all are gone. */
function hintIn({ footer }: Row, scope: Scope, wishes: readonly Wish[], base: Keymap): Hint | null {
  if (footer === null || !footer.scopes.includes(scope)) return footer;
  const shows = footer.shows
    .split(' ')
    .map(word => {
      const command = commandOf(word, scope, base);
      const wish = command && wishFor(wishes, scope, command);
      return wish ? shownKey(wish.keys[0] ?? '') : word;
    })
    .filter(word => word !== '')
    .join(' ');
  return shows === '' ? null : { ...footer, shows };
}

/** The command of a key as the footer shows it. */
const commandOf = (shown: string, scope: Scope, base: Keymap): KeyCommand | undefined =>
  bindingsOf(base, scope).find(binding => binding.keys.some(key => shownKey(key) === shown))
    ?.command;

interface Clash {
  wish: Wish;
  key: string;
  other: Row;
}

function firstClash(keymap: Keymap, wishes: readonly Wish[]): Clash | null {
  for (const wish of wishes.toReversed()) {
    for (const key of wish.keys) {
      const other = bindingsOf(keymap, wish.scope).find(
        binding => binding.command !== wish.command && binding.keys.includes(key),
      );
      if (other) return { wish, key, other };
    }
  }
  return null;
}

function clashWords({ wish, key, other }: Clash, base: Keymap): string {
  const { scope, command } = wish;
  const usual = bindingsOf(base, scope).find(one => one.command === command);
  const taker = usual ? named(usual) : command;
  return `${shownKey(key)} is ${named(other)} in ${scope}; ${taker} cannot have it`;
}

const named = ({ command, does }: Row): string => `${command} (${does})`;
