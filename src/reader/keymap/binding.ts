import { SCOPES, type Scope, type Scopes } from './scopes.ts';

export type Group = 'Move' | 'Select' | 'Tag' | 'Find' | 'Pages' | 'Undo' | 'Choose' | 'Leave';

/** One key or several that do the same, what they do, and where. */
export interface Binding<Command extends string = string> {
  command: Command;
  /** As `keyName` spells them. */
  keys: readonly string[];
  scopes: readonly Scope[];
  /** For help and the README: what it does, in few words. */
  does: string;
  group: Group;
  footer: Hint | null;
}

/** How a binding stands in the footer: its keys, its word, its place there (99: flush right). */
export interface Hint {
  shows: string;
  word: string;
  order: number;
  scopes: readonly Scope[];
}

/** Footer: keys shown, word, order, and where if not everywhere the key works. */
type Foot = readonly [shows: string, word: string, order: number, scopes?: Scopes];

/** A binding as the tables write it. */
export type Row<Command extends string> = readonly [
  command: Command,
  keys: string,
  scopes: Scopes,
  group: Group,
  does: string,
  foot?: Foot,
];

export const bindingOf = <Command extends string>([
  command,
  keys,
  scopes,
  group,
  does,
  foot,
]: Row<Command>): Binding<Command> => ({
  command,
  keys: keys.split(' '),
  scopes: SCOPES[scopes],
  does,
  group,
  footer: foot
    ? { shows: foot[0], word: foot[1], order: foot[2], scopes: SCOPES[foot[3] ?? scopes] }
    : null,
});
