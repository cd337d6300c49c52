import type { CodebookData, ThemeData } from '../schema.ts';
import { byId, changedSide, keptOf, type Versions } from './threeWay.ts';

/** A merged codebook, and a line for each place where both sides had something else to say. */
export interface MergedCodebook {
  data: CodebookData;
  notes: string[];
}

/**
 * Two versions of a codebook merged by theme id, then field by field. Of words that both have changed
 * ours stand and theirs are kept in the theme's memo; a doubled digit stays with the earlier theme; a
 * move that would make a circle of parents is undone. `base` as in `mergePages`.
 */
export function mergeCodebooks({
  base,
  ours,
  theirs,
}: Versions<CodebookData> & { ours: CodebookData; theirs: CodebookData }): MergedCodebook {
  const notes: string[] = [];
  const lists = { base: base?.themes ?? [], ours: ours.themes, theirs: theirs.themes };
  const merged = byId<ThemeData>(lists).flatMap(versions => {
    const theme = mergeTheme(versions, notes);
    return theme ? [theme] : [];
  });
  const themes = withoutCircles(withSingleDigits(merged, notes), base?.themes ?? [], notes);
  return { data: { ...ours, themes }, notes };
}

function mergeTheme(versions: Versions<ThemeData>, notes: string[]): ThemeData | undefined {
  const { base, ours, theirs } = versions;
  if (!ours || !theirs) return keptOf(versions);
  const theme: Record<string, unknown> = { ...ours };
  const others: string[] = [];
  for (const field of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const values = { base: base?.[field], ours: ours[field], theirs: theirs[field] };
    const side = changedSide<unknown>(values);
    if (side === 'theirs') theme[field] = values.theirs;
    if (side === null) theme[field] = both(field, values, others);
  }
  if (others.length > 0)
    notes.push(
      `${ours.id}: both sides changed it, theirs is kept in its memo (${others.map(line => line.split(':', 1)[0]).join(', ')})`,
    );
  const memo = [theme.memo, ...others].filter(Boolean).join('\n\n');
  return { ...ours, ...theme, ...(memo === '' && theme.memo === undefined ? {} : { memo }) };
}

/** A field that both sides have changed; what is not taken goes to `others` as words. */
function both(field: string, { base, ours, theirs }: Versions<unknown>, others: string[]): unknown {
  if (field === 'patterns') return mergedList(listOf(base), listOf(ours), listOf(theirs));
  if (field === 'memo') return [ours, theirs].filter(Boolean).join('\n\n');
  if (field === 'status') return ours === 'merged' || theirs === 'merged' ? 'merged' : 'retired';
  if (field === 'mergedInto') return ours ?? theirs;
  if (typeof theirs === 'string' && theirs !== '') others.push(`${field}: ${theirs}`);
  return ours ?? theirs;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What either side has added is in, what either has removed is out. */
const mergedList = (
  base: readonly unknown[],
  ours: readonly unknown[],
  theirs: readonly unknown[],
): unknown[] => [
  ...ours.filter(one => theirs.includes(one) || !base.includes(one)),
  ...theirs.filter(one => !ours.includes(one) && !base.includes(one)),
];

function withSingleDigits(themes: readonly ThemeData[], notes: string[]): ThemeData[] {
  const holders = new Map<number, string>();
  return themes.map(theme => {
    const { key } = theme;
    if (key === null || key === undefined || (theme.status ?? 'active') !== 'active') return theme;
    const holder = holders.get(key);
    if (holder === undefined) {
      holders.set(key, theme.id);
      return theme;
    }
    notes.push(`${theme.id}: the digit ${key} stays with ${holder}`);
    return { ...theme, key: null };
  });
}

/** Parents, and targets of merges, that lead round in a circle: the theme goes back to where it was, else to the top. */
function withoutCircles(
  themes: readonly ThemeData[],
  base: readonly ThemeData[],
  notes: string[],
): ThemeData[] {
  const result = new Map(themes.map(theme => [theme.id, theme]));
  for (const theme of themes) {
    if (leadsRound(result, theme.id, one => one.parent)) {
      const before = base.find(one => one.id === theme.id)?.parent ?? null;
      result.set(theme.id, { ...theme, parent: before });
      if (leadsRound(result, theme.id, one => one.parent))
        result.set(theme.id, { ...theme, parent: null });
      notes.push(`${theme.id}: its move would make a circle and was undone`);
    }
    const now = result.get(theme.id) ?? theme;
    if (leadsRound(result, theme.id, one => one.mergedInto)) {
      result.set(theme.id, { ...now, status: 'active', mergedInto: null });
      notes.push(`${theme.id}: its merge would make a circle and was undone`);
    }
  }
  return [...result.values()];
}

function leadsRound(
  themes: ReadonlyMap<string, ThemeData>,
  id: string,
  next: (theme: ThemeData) => string | null | undefined,
): boolean {
  let at = themes.get(id);
  for (let steps = 0; at && steps <= themes.size; steps++) {
    const following: string | null | undefined = next(at);
    if (following === id) return true;
    at = following ? themes.get(following) : undefined;
  }
  return false;
}
