import type { StateData } from '../stateSchema.ts';
import { byId, changedSide, keptOf, type Versions } from './threeWay.ts';

/**
 * Two versions of a coder's decisions merged: rejected suggestions by id, kept annotations and texts
 * that are done one by one. `base` as in `mergePages`: what it has and one side has not was taken back.
 */
export function mergeStates({
  base,
  ours,
  theirs,
}: Versions<StateData> & { ours: StateData; theirs: StateData }): StateData {
  const rejected = byId({
    base: base?.rejected ?? [],
    ours: ours.rejected,
    theirs: theirs.rejected,
  }).flatMap(versions => {
    if (!versions.ours || !versions.theirs) return keptOf(versions) ?? [];
    return (changedSide(versions) === 'theirs' ? versions.theirs : versions.ours) ?? [];
  });
  const lists = { ...listed('done'), ...listed('kept') };
  return { ...theirs, ...ours, ...lists, rejected };

  function listed(key: 'done' | 'kept'): Partial<StateData> {
    if (!ours[key] && !theirs[key]) return {};
    const entries = (data: StateData | undefined) => (data?.[key] ?? []).map(id => ({ id }));
    const all = byId({ base: entries(base), ours: entries(ours), theirs: entries(theirs) });
    const stay = all.flatMap(one => (one.ours && one.theirs ? one.ours : (keptOf(one) ?? [])));
    return { [key]: stay.map(({ id }) => id) };
  }
}
