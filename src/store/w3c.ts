import type { Annotation, Selector } from '../model/annotation.ts';
import { isJsonObject, type JsonObject, listOf } from './jsonObject.ts';
import { StoredSelector } from './madeFor.ts';

/**
 * Reading the W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/): what of an item
 * is an annotation of ours. Items may come from any program; what is not understood is left alone.
 */
export interface Item extends JsonObject {
  id: string;
}

/** What our bodies are for; they are written in this order. */
export type Purpose = 'tagging' | 'commenting' | 'highlighting';

/** The value of the highlighting body that makes a passage a key quotation. */
export const KEY = 'key';

/** The annotation that a checked item stands for. It keeps the item itself as `stored`. */
export function fromItem(item: Item, page: { coder: string; text: string }): Annotation {
  return { id: item.id, ...page, ...readItem(item), stored: item };
}

/** The part of an annotation that its item says. */
export type ItemContent = Omit<Annotation, 'id' | 'text' | 'coder' | 'stored'>;

export function readItem(item: Item): ItemContent {
  const created = textOr(item.created, textOr(item.modified, ''));
  return {
    theme: wordsOf(item, 'tagging'),
    memo: wordsOf(item, 'commenting'),
    key: bodyIndex(item, 'highlighting') !== -1,
    created,
    modified: textOr(item.modified, created),
    selector: readSelector(item),
  };
}

const textOr = (value: unknown, otherwise: string): string =>
  typeof value === 'string' ? value : otherwise;

/** The value of the first body with the purpose; `null` if there is none. */
function wordsOf(item: Item, purpose: Purpose): string | null {
  const body = listOf(item.body)[bodyIndex(item, purpose)];
  return isJsonObject(body) && typeof body.value === 'string' ? body.value : null;
}

/** Where the first textual body with the purpose stands in the item's list of bodies; -1 if there is none. */
export function bodyIndex(item: Item, purpose: Purpose): number {
  return listOf(item.body).findIndex(
    body =>
      isJsonObject(body) &&
      typeof body.value === 'string' &&
      purposesOf(body, item).includes(purpose) &&
      (purpose !== 'highlighting' || body.value === KEY),
  );
}

/** A body without a purpose serves the motivation of its annotation. */
const purposesOf = (body: JsonObject, item: Item): readonly unknown[] =>
  listOf(body.purpose ?? item.motivation);

/** The item's first target, if it is more than an address. */
export function targetOf(item: Item): JsonObject | null {
  const target = listOf(item.target)[0];
  return isJsonObject(target) ? target : null;
}

/** The selectors of the first target, each with its place in the item. */
export function selectorsOf(item: Item): { path: (string | number)[]; selector: JsonObject }[] {
  const selectors = targetOf(item)?.selector;
  const base = ['target', ...(Array.isArray(item.target) ? [0] : []), 'selector'];
  return listOf(selectors).flatMap((selector, index) =>
    isJsonObject(selector)
      ? [{ path: Array.isArray(selectors) ? [...base, index] : base, selector }]
      : [],
  );
}

/**
 * `null` for an item on the whole transcript. A missing position is -1, a missing quotation is empty:
 * neither is ever found by chance.
 */
function readSelector(item: Item): Selector | null {
  const all = listOf(targetOf(item)?.selector).filter(isJsonObject);
  if (all.length === 0) return null;
  const quote = all.find(({ type }) => type === 'TextQuoteSelector') ?? {};
  const place = all.find(({ type }) => type === 'TextPositionSelector') ?? {};
  return new StoredSelector({
    exact: textOr(quote.exact, ''),
    prefix: textOr(quote.prefix, ''),
    suffix: textOr(quote.suffix, ''),
    start: typeof place.start === 'number' ? place.start : -1,
    end: typeof place.end === 'number' ? place.end : -1,
  });
}
