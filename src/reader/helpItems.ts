import type { Binding, Group } from './keymap/binding.ts';
import type { KeyCommand, Keymap } from './keymap/keymap.ts';
import type { Scope } from './keymap/scopes.ts';
import { keysWords } from './keymap/shown.ts';

/** A row of the help page. */
export interface HelpItem {
  group: Group;
  keys: string;
  does: string;
  binding: Binding<KeyCommand>;
}

/** The pages whose keys can be looked at, in the order of Tab. */
export const HELP_SCOPES: readonly Scope[] = [
  'reading',
  'select',
  'search',
  'library',
  'review',
  'themes',
  'memo',
  'filter',
  'suggestions',
  'digest',
  'settings',
  'codebook',
];

const ORDER: readonly Group[] = [
  'Move',
  'Select',
  'Tag',
  'Choose',
  'Find',
  'Undo',
  'Pages',
  'Leave',
];

/** The keys of a scope, those that fit what is typed, group by group. */
export function helpItems(keymap: Keymap, scope: Scope, query: string): HelpItem[] {
  const wanted = query.trim().toLowerCase();
  const items = keymap
    .filter(binding => binding.scopes.includes(scope))
    .map(binding => ({
      group: binding.group,
      keys: keysWords(binding),
      does: binding.does,
      binding,
    }));
  const fitting = items.filter(
    ({ keys, does }) =>
      wanted === '' || does.includes(wanted) || keys.toLowerCase().split(' ').includes(wanted),
  );
  return fitting.sort((a, b) => ORDER.indexOf(a.group) - ORDER.indexOf(b.group));
}
