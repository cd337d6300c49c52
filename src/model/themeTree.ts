import type { Codebook, Theme } from './codebook.ts';

/** A theme in its place in the tree. */
export interface Branch<T extends Theme = Theme> {
  theme: T;
  /** 0 for a theme without a parent. */
  depth: number;
}

/** The themes in codebook order, each followed by its children; a circle of parents is cut open. */
export function inTree<T extends Theme>(themes: readonly T[]): Branch<T>[] {
  const known = new Set(themes.map(theme => theme.id));
  const children = Map.groupBy(themes, ({ parent }) =>
    parent !== null && known.has(parent) ? parent : null,
  );
  const found = new Map<string, Branch<T>>();
  const grow = (theme: T, depth: number) => {
    if (found.has(theme.id)) return;
    found.set(theme.id, { theme, depth });
    for (const child of children.get(theme.id) ?? []) grow(child, depth + 1);
  };
  for (const theme of children.get(null) ?? []) grow(theme, 0);
  for (const theme of themes) grow(theme, 0);
  return [...found.values()];
}

/** The ids of everything under a theme, itself not included. */
export function descendants({ themes }: Codebook, id: string): ReadonlySet<string> {
  const children = Map.groupBy(themes, theme => theme.parent);
  const found = new Set<string>();
  const grow = (parent: string) => {
    for (const { id: child } of children.get(parent) ?? []) {
      if (child === id || found.has(child)) continue;
      found.add(child);
      grow(child);
    }
  };
  grow(id);
  return found;
}

/** The themes beside one, itself included, in codebook order: same parent, none that was merged away. */
export const siblings = ({ themes }: Codebook, parent: string | null): Theme[] =>
  themes.filter(theme => theme.parent === parent && theme.status !== 'merged');
