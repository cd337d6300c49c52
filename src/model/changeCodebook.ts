import { type Codebook, foldName, type Theme } from './codebook.ts';
import type { OrderEdit, Step, ThemeEdit } from './step.ts';
import { descendants } from './themeTree.ts';

/** What a step does to the codebook. */
export type CodebookEdits = Pick<Step, 'themes' | 'order'>;

/** The codebook after edits, or why they cannot be made to it any more, in words for the screen. */
export type ChangedCodebook =
  | { kind: 'changed'; codebook: Codebook }
  | { kind: 'refused'; reason: string };

/**
 * Makes edits to a codebook that another writer may have changed since: field by field, so that two
 * fields of one theme can be changed at the same time by two people. Refused where a field that is to
 * change is not as it was, and where two themes in use would have one name or one digit, a parent
 * would be its own descendant, or something would hang on a theme that is gone.
 */
export function changeCodebook(
  codebook: Codebook,
  { themes, order }: CodebookEdits,
): ChangedCodebook {
  let changed = codebook;
  for (const edit of themes) {
    const next = changeTheme(changed, edit);
    if (typeof next === 'string') return { kind: 'refused', reason: next };
    changed = next;
  }
  if (order) changed = { ...changed, themes: arranged(changed.themes, order.after) };
  const gone = themes.flatMap(({ before, after }) => (before && !after ? [before] : []));
  const problem = newProblem(changed, themes) ?? leftHanging(changed, gone);
  return problem === null
    ? { kind: 'changed', codebook: changed }
    : { kind: 'refused', reason: `not done: ${problem}` };
}

/** The same on the screen, where nobody else writes: every edit is made, and nothing is asked. */
export function shownCodebook(codebook: Codebook, { themes, order }: CodebookEdits): Codebook {
  if (themes.length === 0 && !order) return codebook;
  const changed = new Map(codebook.themes.map(theme => [theme.id, theme]));
  for (const { before, after } of themes) {
    const id = (before ?? after)?.id ?? '';
    const current = changed.get(id);
    if (after === null) changed.delete(id);
    else changed.set(id, current && before ? withFields(current, before, after) : after);
  }
  const list = [...changed.values()];
  return { ...codebook, themes: order ? arranged(list, order.after) : list };
}

function changeTheme(codebook: Codebook, { before, after }: ThemeEdit): Codebook | string {
  const name = (before ?? after)?.name ?? '';
  const index = codebook.themes.findIndex(theme => theme.id === (before ?? after)?.id);
  const current = codebook.themes[index];
  const since = `not done: another writer changed the theme ${name} since`;
  if (before === null)
    return current || !after ? since : { ...codebook, themes: [...codebook.themes, after] };
  if (!current) return since;
  const stale = fieldsChanged(before, after).some(
    field => !same(current[field], before[field]) && !same(current[field], after?.[field]),
  );
  if (stale) return since;
  const themes = codebook.themes.slice();
  if (after === null) themes.splice(index, 1);
  else themes[index] = withFields(current, before, after);
  return { ...codebook, themes };
}

/** The fields that an edit changes; where the theme goes, all of them. */
function fieldsChanged(before: Theme, after: Theme | null): (keyof Theme)[] {
  const fields = Object.keys(before).filter(isField(before));
  return after === null ? fields : fields.filter(field => !same(before[field], after[field]));
}

const isField =
  (theme: Theme) =>
  (field: string): field is keyof Theme =>
    field in theme;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const withFields = (current: Theme, before: Theme, after: Theme): Theme => ({
  ...current,
  ...Object.fromEntries(fieldsChanged(before, after).map(field => [field, after[field]])),
});

/** What edits have made wrong, in words; what was wrong before is not their business. */
function newProblem(codebook: Codebook, edits: readonly ThemeEdit[]): string | null {
  for (const { before, after } of edits) {
    if (!after || after.status === 'merged') continue;
    const isNew = (...fields: (keyof Theme)[]) =>
      !before || fields.some(field => !same(before[field], after[field]));
    if (isNew('parent') && after.parent !== null && isUnderItself(codebook, after))
      return `${after.name} would come under itself`;
    const twin =
      after.status === 'active' && isNew('name', 'key', 'status') ? twinOf(codebook, after) : null;
    if (twin !== null) return twin;
  }
  return null;
}

const isUnderItself = (codebook: Codebook, { id, parent }: Theme): boolean =>
  parent === id || descendants(codebook, id).has(parent ?? '');

function twinOf({ themes }: Codebook, theme: Theme): string | null {
  const others = themes.filter(one => one.id !== theme.id && one.status === 'active');
  const named = others.find(one => foldName(one.name) === foldName(theme.name));
  if (named) return `there is a theme ${named.name} already`;
  const pinned = others.find(one => theme.key !== null && one.key === theme.key);
  return pinned ? `${theme.key} is pinned to ${pinned.name}` : null;
}

/** Themes under one that goes, or merged into it, by another writer's hand. */
function leftHanging({ themes }: Codebook, gone: readonly Theme[]): string | null {
  for (const { id, name } of gone) {
    const held = themes.find(theme => theme.parent === id || theme.mergedInto === id);
    if (held) return `${held.name} hangs on ${name}`;
  }
  return null;
}

/**
 * The themes in an order of ids. One that the order does not know, another writer's, stays behind the
 * theme that it stood behind.
 */
export function arranged(themes: readonly Theme[], order: readonly string[]): Theme[] {
  const rank = new Map(order.map((id, index) => [id, index]));
  let behind = -1;
  const placed = themes.map((theme, index) => {
    behind = rank.get(theme.id) ?? behind;
    return { theme, behind, index, isKnown: rank.has(theme.id) };
  });
  return placed
    .sort(
      (a, b) => a.behind - b.behind || Number(b.isKnown) - Number(a.isKnown) || a.index - b.index,
    )
    .map(one => one.theme);
}

/** The change of places that an order of ids means; `null` where it is the order that is there. */
export function orderEdit(before: readonly string[], after: readonly string[]): OrderEdit | null {
  return same(before, after) ? null : { before, after };
}
