import type { Annotation, Selector } from '../model/annotation.ts';
import { isJsonObject, type JsonObject, listOf, without } from './jsonObject.ts';
import { bodyIndex, type Item, KEY, type Purpose, readItem, targetOf } from './w3c.ts';

/**
 * The item that says what the annotation says. An annotation that was read keeps its item: only what
 * differs is changed in it, so keys, their order and everything from other programs stay, and an
 * annotation that was not changed gives back the very same object. `file` is the transcript's name in
 * `texts/`. (Of several tagging bodies only the first is ours; numbers are JavaScript's, so an integer
 * beyond 2^53 in a foreign field would come back rounded.)
 */
export function toItem(annotation: Annotation, file: string): Item {
  const { stored, id } = annotation;
  return isJsonObject(stored) && stored.id === id
    ? changedItem({ ...stored, id }, stored, annotation, file)
    : newItem(annotation, file);
}

function newItem(annotation: Annotation, file: string): Item {
  const { id, theme, memo, key, created, modified, coder, selector } = annotation;
  return {
    id,
    type: 'Annotation',
    motivation: motivationFor(theme),
    created,
    modified,
    creator: { type: 'Person', name: coder },
    body: [
      ...(theme === null ? [] : [textualBody('tagging', theme)]),
      ...(memo === null ? [] : [textualBody('commenting', memo)]),
      ...(key ? [textualBody('highlighting', KEY)] : []),
    ],
    target: { source: sourceOf(file), ...(selector && { selector: withSelector([], selector) }) },
  };
}

const motivationFor = (theme: string | null) => (theme === null ? 'commenting' : 'tagging');

const textualBody = (purpose: Purpose, value: string) => ({ type: 'TextualBody', purpose, value });

/** The transcript's address as seen from a coder's folder; letters of all scripts stay readable (RFC 3987). */
const sourceOf = (file: string): string =>
  `../../texts/${file.replace(/[\u0000-\u0020"#%<>?\\^`{|}\u007F]/g, encodeURIComponent)}`;

function changedItem(copy: Item, stored: JsonObject, annotation: Annotation, file: string): Item {
  const was = readItem(copy);
  const { theme, memo, key, created, modified, selector } = annotation;
  let item = copy;
  if (theme !== was.theme) item = withTheme(item, theme);
  if (memo !== was.memo) item = withBody(item, 'commenting', memo);
  if (key !== was.key) item = withBody(item, 'highlighting', key ? KEY : null);
  if (created !== was.created) item = { ...item, created };
  if (modified !== was.modified) item = { ...item, modified };
  if (!sameSelector(selector, was.selector)) item = withTarget(item, selector, file);
  return item === copy && isItem(stored) ? stored : item;
}

const isItem = (value: JsonObject): value is Item => typeof value.id === 'string';

function withTheme(item: Item, theme: string | null): Item {
  const changed = withBody(item, 'tagging', theme);
  const reliesOnMotivation = listOf(item.body).some(body => !isJsonObject(body) || !body.purpose);
  const isOurs = item.motivation === 'tagging' || item.motivation === 'commenting';
  return isOurs && !reliesOnMotivation ? { ...changed, motivation: motivationFor(theme) } : changed;
}

const ORDER: readonly Purpose[] = ['tagging', 'commenting', 'highlighting'];

/** Sets, adds or (`null`) removes the first body with a purpose; other bodies stay where they are. */
function withBody(item: Item, purpose: Purpose, value: string | null): Item {
  const bodies = [...listOf(item.body)];
  const at = bodyIndex(item, purpose);
  const old = bodies[at];
  if (value === null) bodies.splice(at, at === -1 ? 0 : 1);
  else if (isJsonObject(old)) bodies[at] = { ...old, value };
  else bodies.splice(placeFor(item, purpose), 0, textualBody(purpose, value));
  const [only] = bodies;
  const stillOne = bodies.length === 1 && !Array.isArray(item.body) && item.body !== undefined;
  return { ...item, body: stillOne ? only : bodies };
}

/** After the bodies that our own order puts before it. */
function placeFor(item: Item, purpose: Purpose): number {
  const before = ORDER.slice(0, ORDER.indexOf(purpose)).map(other => bodyIndex(item, other));
  return Math.max(-1, ...before) + 1;
}

function sameSelector(one: Selector | null, two: Selector | null): boolean {
  if (one === null || two === null) return one === two;
  return (
    one.exact === two.exact &&
    one.prefix === two.prefix &&
    one.suffix === two.suffix &&
    one.start === two.start &&
    one.end === two.end
  );
}

/** Points the first target somewhere else in its source; other targets stay. */
function withTarget(item: Item, selector: Selector | null, file: string): Item {
  const [first, ...others] = listOf(item.target);
  const source = typeof first === 'string' ? first : sourceOf(file);
  const target = targetOf(item) ?? { source };
  const changed = selector
    ? { ...target, selector: withSelector(listOf(target.selector), selector) }
    : without(target, 'selector');
  return { ...item, target: others.length > 0 ? [changed, ...others] : changed };
}

/** Our two selectors, changed in place or put at the end; an unknown position (-1) is not written. */
function withSelector(selectors: readonly unknown[], selector: Selector): unknown[] {
  const { exact, prefix, suffix, start, end } = selector;
  const quoted = withFields(selectors, 'TextQuoteSelector', { exact, prefix, suffix });
  return start < 0 ? quoted : withFields(quoted, 'TextPositionSelector', { start, end });
}

function withFields(selectors: readonly unknown[], type: string, fields: JsonObject): unknown[] {
  const at = selectors.findIndex(one => isJsonObject(one) && one.type === type);
  const old = selectors[at];
  return isJsonObject(old)
    ? selectors.with(at, { ...old, ...fields })
    : [...selectors, { type, ...fields }];
}
