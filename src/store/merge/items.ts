import { v5 as uuidV5 } from 'uuid';
import type { Annotation } from '../../model/annotation.ts';
import { isJsonObject, type JsonObject, listOf } from '../jsonObject.ts';
import { type Item, type ItemContent, readItem } from '../w3c.ts';
import { toItem } from '../w3cWrite.ts';
import { changedSide, same, type Versions } from './threeWay.ts';

/** Ids of annotations that a merge has to make: the same on both machines (RFC 9562, version 5). */
const MERGE_NAMESPACE = '3f0c9b9e-6f6e-4d0f-9d55-6c1b7a2f4e11';

type Pair = { base: Item | undefined; ours: Item; theirs: Item };

/**
 * One annotation that both sides have, merged field by field. Where both have changed the same field,
 * nothing is dropped: two memos are joined, two themes make two annotations; of two places the one of
 * the later change counts.
 */
export function mergeItem({ base, ours, theirs }: Pair): Item[] {
  const side = changedSide({ base, ours, theirs });
  if (side !== null) return [side === 'ours' ? ours : theirs];
  const fields = foreignFields({ base, ours, theirs });
  const [was, mine, other] = [base && readItem(base), readItem(ours), readItem(theirs)];
  const content = mergeContent({ base: was, ours: mine, theirs: other });
  const merged = itemOf({ ...ours, ...fields, id: ours.id }, content, theirs);
  const bothChanged =
    mine.theme !== other.theme && was?.theme !== mine.theme && was?.theme !== other.theme;
  if (!bothChanged) return [merged];
  const id = `urn:uuid:${uuidV5(`${ours.id} ${other.theme ?? ''}`, MERGE_NAMESPACE)}`;
  return [merged, itemOf({ ...theirs, id }, { ...content, theme: other.theme }, theirs)];
}

const OUR_FIELDS = new Set(['id', 'body', 'target', 'motivation', 'created', 'modified']);

/** What other programs wrote at the top of the item. */
function foreignFields({ base, ours, theirs }: Pair): JsonObject {
  const keys = new Set(
    [...Object.keys(ours), ...Object.keys(theirs)].filter(key => !OUR_FIELDS.has(key)),
  );
  return Object.fromEntries(
    Array.from(keys, key => {
      const side = changedSide({ base: base?.[key], ours: ours[key], theirs: theirs[key] });
      return [key, side === 'theirs' ? theirs[key] : ours[key]];
    }),
  );
}

type Contents = { base: ItemContent | undefined; ours: ItemContent; theirs: ItemContent };

function mergeContent(all: Contents): ItemContent {
  const { base, ours, theirs } = all;
  const pick = <Field extends keyof ItemContent>(field: Field): ItemContent[Field] => {
    const versions = { base: base?.[field], ours: ours[field], theirs: theirs[field] };
    const later = theirs.modified > ours.modified ? 'theirs' : 'ours';
    return (changedSide(versions) ?? later) === 'theirs' ? theirs[field] : ours[field];
  };
  const themeSide = changedSide({ base: base?.theme, ours: ours.theme, theirs: theirs.theme });
  return {
    theme: themeSide === 'theirs' ? theirs.theme : ours.theme,
    memo: mergeMemo({ base: base?.memo, ours: ours.memo, theirs: theirs.memo }),
    key: pick('key'),
    created: ours.created < theirs.created ? ours.created : theirs.created,
    modified: ours.modified > theirs.modified ? ours.modified : theirs.modified,
    selector: pick('selector'),
  };
}

/** Memos that both sides have changed are joined, unless one holds the other already. */
export function mergeMemo(memos: Versions<string | null>): string | null {
  const side = changedSide(memos);
  const [ours, theirs] = [memos.ours ?? null, memos.theirs ?? null];
  if (side !== null) return side === 'ours' ? ours : theirs;
  if (ours === null || theirs === null) return ours ?? theirs;
  if (ours.includes(theirs)) return ours;
  return theirs.includes(ours) ? theirs : `${ours}\n\n${theirs}`;
}

/** The item with this content; bodies for other purposes that only `theirs` has come along. */
function itemOf(stored: Item, content: ItemContent, theirs: Item): Item {
  const annotation: Annotation = { id: stored.id, text: '', coder: '', ...content, stored };
  const item = toItem(annotation, '');
  const bodies = listOf(item.body);
  const more = listOf(theirs.body).filter(
    body => isForeign(body) && !bodies.some(known => same(known, body)),
  );
  return more.length === 0 ? item : { ...item, body: [...bodies, ...more] };
}

const OUR_PURPOSES: readonly unknown[] = ['tagging', 'commenting', 'highlighting', undefined];

const isForeign = (body: unknown): boolean =>
  !isJsonObject(body) || !OUR_PURPOSES.includes(body.purpose);
