import type { Annotation, Placed } from '../../src/model/annotation.ts';
import { rangeOf } from '../../src/model/annotation.ts';
import type { Draft, Edit } from '../../src/model/step.ts';

/** Another writer stood in the way. */
export class Refusal extends Error {}

/** What an edit makes of the items; throws a Refusal where another writer changed them since. */
export function applied(items: Map<string, Placed>, { before, after }: Edit): Edit {
  const id = (before ?? after)?.annotation.id ?? '';
  const current = items.get(id)?.annotation ?? null;
  if (!sameContent(current, before?.annotation ?? null))
    throw new Refusal('not done: another writer changed this annotation since');
  const twin = before === null && after ? twinOf(items, after) : undefined;
  if (twin) {
    const draft = { annotation: twin.annotation, range: rangeOf(twin) };
    return { before: draft, after: draft };
  }
  if (after === null) items.delete(id);
  else items.set(id, placedAt(after));
  return { before, after };
}

const placedAt = ({ annotation, range }: Draft): Placed => ({
  annotation,
  anchor: range && { kind: 'exact', ...range },
});

function twinOf(items: Map<string, Placed>, { annotation, range }: Draft): Placed | undefined {
  if (annotation.theme === null || range === null) return undefined;
  return items.values().find(one => {
    const found = rangeOf(one);
    const same =
      one.annotation.theme === annotation.theme && one.annotation.coder === annotation.coder;
    return same && found?.start === range.start && found.end === range.end;
  });
}

function sameContent(a: Annotation | null, b: Annotation | null): boolean {
  if (a === null || b === null) return a === b;
  return a.modified === b.modified && a.theme === b.theme && a.memo === b.memo && a.key === b.key;
}
