import { ANNOTATIONS, type AnnotationsCommand } from './annotations.ts';
import { type Binding, bindingOf } from './binding.ts';
import { CODEBOOK_KEYS, type CodebookCommand } from './codebook.ts';
import { DIGEST, type DigestCommand } from './digest.ts';
import { DRAWERS, type DrawersCommand } from './drawers.ts';
import { FILTER, type FilterCommand } from './filter.ts';
import { HITS, type HitsCommand } from './hits.ts';
import { MATRIX, type MatrixCommand } from './matrix.ts';
import { MOVE, type MoveCommand } from './move.ts';
import { PAGES, type PagesCommand } from './pages.ts';
import { READING, type ReadingCommand } from './reading.ts';
import { REPAIR, type RepairCommand } from './repair.ts';
import { REVIEW, type ReviewCommand } from './review.ts';
import type { Scope } from './scopes.ts';
import { SELECT, type SelectCommand } from './select.ts';
import { SETTINGS_KEYS, type SettingsCommand } from './settings.ts';
import { SUGGESTIONS, type SuggestionsCommand } from './suggestions.ts';

/** What a key asks for; the tables say which key. */
export type KeyCommand =
  | MoveCommand
  | SelectCommand
  | ReadingCommand
  | AnnotationsCommand
  | PagesCommand
  | DrawersCommand
  | FilterCommand
  | SuggestionsCommand
  | DigestCommand
  | RepairCommand
  | ReviewCommand
  | SettingsCommand
  | CodebookCommand
  | MatrixCommand
  | HitsCommand;

/** Which key does what where, in the order of help and README. */
export type Keymap = readonly Binding<KeyCommand>[];

/**
 * The keys as they come. Dispatch, the footer, the help page and the README's table all come from
 * these tables; nothing else knows a key. A reader's own keymap is in its state.
 */
export const KEYMAP: Keymap = [
  ...MOVE,
  ...SELECT,
  ...READING,
  ...ANNOTATIONS,
  ...PAGES,
  ...DRAWERS,
  ...FILTER,
  ...SUGGESTIONS,
  ...DIGEST,
  ...REVIEW,
  ...REPAIR,
  ...SETTINGS_KEYS,
  ...CODEBOOK_KEYS,
  ...MATRIX,
  ...HITS,
].map(row => bindingOf<KeyCommand>(row));

/** The binding of a key in a scope; `undefined` where the key means nothing there. */
export const bindingFor = (
  keymap: Keymap,
  scope: Scope,
  key: string,
): Binding<KeyCommand> | undefined =>
  keymap.find(binding => binding.scopes.includes(scope) && binding.keys.includes(key));

/** The bindings of a scope, in table order. */
export const bindingsOf = (keymap: Keymap, scope: Scope): Keymap =>
  keymap.filter(binding => binding.scopes.includes(scope));
