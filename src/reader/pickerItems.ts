import { Fzf } from 'fzf';
import { activeThemes, type Codebook, foldName, type Theme } from '../model/codebook.ts';

/** A row of the theme picker: a theme, or the offer to create one of the name typed. */
export type PickerItem =
  | { kind: 'theme'; theme: Theme; parent: string | null; matched: ReadonlySet<number> }
  | { kind: 'create'; name: string };

/**
 * The themes whose names shorten what is typed, best first; all in codebook order while nothing is. The
 * offer to create one comes last, unless a theme of that name exists. `matched` are UTF-16 offsets
 * into the theme's name.
 */
export function pickerItems(codebook: Codebook, query: string): readonly PickerItem[] {
  const found = kept.get(codebook);
  if (found?.query === query) return found.items;
  const items = itemsFor(codebook, query);
  kept.set(codebook, { query, items });
  return items;
}

/** The last list of a codebook: one key asks for it several times. */
const kept = new WeakMap<Codebook, { query: string; items: readonly PickerItem[] }>();

function itemsFor(codebook: Codebook, query: string): PickerItem[] {
  const typed = query.trim().replace(/\s+/g, ' ');
  const themes = activeThemes(codebook).map(theme => ({
    theme,
    parent: parentName(codebook, theme),
  }));
  if (typed === '')
    return themes.map(({ theme, parent }) => ({
      kind: 'theme',
      theme,
      parent,
      matched: new Set(),
    }));
  const finder = new Fzf(themes, {
    selector: ({ theme, parent }) => `${theme.name} ${parent ?? ''}`,
    casing: 'case-insensitive',
  });
  const items: PickerItem[] = finder
    .find(typed)
    .map(({ item, positions }) => ({ kind: 'theme', ...item, matched: positions }));
  const exists = codebook.themes.some(
    theme => theme.status === 'active' && foldName(theme.name) === foldName(typed),
  );
  return exists ? items : [...items, { kind: 'create', name: typed }];
}

const parentName = ({ themes }: Codebook, theme: Theme): string | null =>
  themes.find(one => one.id === theme.parent)?.name ?? null;
