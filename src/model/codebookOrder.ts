import { orderEdit } from './changeCodebook.ts';
import { type Codebook, storedTheme, type Theme } from './codebook.ts';
import { type Planned, parentProblem, refusal } from './codebookEdits.ts';
import { descendants, siblings } from './themeTree.ts';

/** Where a theme is to stand among those of its level; a neighbour brings its own level with it. */
export type Spot = { kind: 'first' | 'last' } | { kind: 'before' | 'after'; neighbour: string };

/** `parent`: an id, `null` for the top, absent where the level stays. */
export interface Move {
  parent?: string | null;
  spot?: Spot;
}

/** Moves a theme, and what stands under it, in the tree. Refused where it would come under itself. */
export function moveTheme(codebook: Codebook, id: string, { parent, spot }: Move): Planned {
  const before = storedTheme(codebook, id);
  if (!before) return refusal(`${id}: no such theme. "marginalia themes" lists them`);
  if (before.status === 'merged')
    return refusal(`${before.name}: this theme is merged, there is nothing to move`);
  const neighbour = spot && 'neighbour' in spot ? storedTheme(codebook, spot.neighbour) : undefined;
  const reason = spotProblem(codebook, before, spot, neighbour);
  if (reason !== null) return refusal(reason);
  const level = neighbour ? neighbour.parent : parent === undefined ? before.parent : parent;
  const after: Theme = { ...before, parent: level };
  const problem = level === before.parent ? null : parentProblem(codebook, after);
  if (problem !== null) return refusal(problem);
  const ids = codebook.themes.map(theme => theme.id);
  const wanted = spot ?? (level === before.parent ? null : { kind: 'last' as const });
  const order = wanted && orderEdit(ids, reordered(codebook, after, wanted));
  const themes = level === before.parent ? [] : [{ before, after }];
  return { kind: 'edits', label: `move of ${before.name}`, edits: { themes, order }, theme: after };
}

function spotProblem(
  codebook: Codebook,
  theme: Theme,
  spot: Spot | undefined,
  neighbour: Theme | undefined,
): string | null {
  if (!spot || !('neighbour' in spot)) return null;
  if (!neighbour) return `${spot.neighbour}: no such theme to stand beside`;
  if (neighbour.id === theme.id) return `${theme.name}: a theme cannot stand beside itself`;
  return descendants(codebook, theme.id).has(neighbour.id)
    ? `${neighbour.name}: stands under ${theme.name} itself. Choose another one`
    : null;
}

/** The ids with a theme's block, itself and all under it, taken out and put in where it is to stand. */
function reordered(codebook: Codebook, theme: Theme, spot: Spot): string[] {
  const under = descendants(codebook, theme.id);
  const isInBlock = (id: string) => id === theme.id || under.has(id);
  const block = codebook.themes.map(one => one.id).filter(isInBlock);
  const others = { ...codebook, themes: codebook.themes.filter(one => !isInBlock(one.id)) };
  const at = indexOfSpot(others, theme.parent, spot);
  return others.themes.map(one => one.id).toSpliced(at, 0, ...block);
}

function indexOfSpot(codebook: Codebook, parent: string | null, spot: Spot): number {
  const at = (id: string) => codebook.themes.findIndex(theme => theme.id === id);
  if (spot.kind === 'before' && 'neighbour' in spot) return at(spot.neighbour);
  if ('neighbour' in spot) return behind(codebook, parent, spot.neighbour);
  if (spot.kind === 'last')
    return parent === null ? codebook.themes.length : endOf(codebook, parent);
  const first = siblings(codebook, parent)[0];
  if (first) return at(first.id);
  return parent === null ? 0 : at(parent) + 1;
}

/** Behind a theme and all under it, but not past its next sibling: children may stand further on in the file. */
function behind(codebook: Codebook, parent: string | null, neighbour: string): number {
  const level = siblings(codebook, parent);
  const next = level[level.findIndex(one => one.id === neighbour) + 1];
  const end = endOf(codebook, neighbour);
  return next ? Math.min(end, codebook.themes.indexOf(next)) : end;
}

/** The index behind a theme and everything under it. */
function endOf(codebook: Codebook, id: string): number {
  const under = descendants(codebook, id);
  return 1 + codebook.themes.findLastIndex(theme => theme.id === id || under.has(theme.id));
}

/** One place up (-1) or down (1) among its siblings; refused at the end. */
export function stepTheme(codebook: Codebook, id: string, by: 1 | -1): Planned {
  const theme = storedTheme(codebook, id);
  const level = siblings(codebook, theme?.parent ?? null).filter(
    one => one.status === theme?.status,
  );
  const beside = level[level.findIndex(one => one.id === id) + by];
  if (!theme || !beside) return refusal(by === 1 ? 'it is the last here' : 'it is the first here');
  return moveTheme(codebook, id, {
    spot: { kind: by === 1 ? 'after' : 'before', neighbour: beside.id },
  });
}

/** Under the theme above it (`in`), or out to the level of its parent, behind it (`out`). */
export function nestTheme(codebook: Codebook, id: string, way: 'in' | 'out'): Planned {
  const theme = storedTheme(codebook, id);
  if (!theme) return refusal(`${id}: no such theme`);
  if (way === 'out') return out(codebook, theme);
  const level = siblings(codebook, theme.parent).filter(one => one.status === 'active');
  const above = level[level.findIndex(one => one.id === id) - 1];
  return above
    ? moveTheme(codebook, id, { parent: above.id, spot: { kind: 'last' } })
    : refusal(`nothing above ${theme.name} to put it under`);
}

function out(codebook: Codebook, { id, name, parent }: Theme): Planned {
  if (parent === null) return refusal(`${name} stands at the top already`);
  return storedTheme(codebook, parent)
    ? moveTheme(codebook, id, { spot: { kind: 'after', neighbour: parent } })
    : moveTheme(codebook, id, { parent: null });
}
