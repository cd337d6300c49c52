import { isJsonObject } from './jsonObject.ts';

/**
 * Whether an item is laid out as this program lays its items out, and in order: whatever passes here
 * passes the schema. Of the others, which may be in order as well, only the schema can tell. A study
 * has a hundred thousand items, and the schema takes twenty times as long over each.
 */
export function isOrdinaryItem(one: unknown): boolean {
  if (!isJsonObject(one)) return false;
  const { id, type, created, modified, target } = one;
  return (
    typeof id === 'string' &&
    id !== '' &&
    type === 'Annotation' &&
    isTextOrAbsent(created) &&
    isTextOrAbsent(modified) &&
    (target === undefined || isOrdinaryTarget(target))
  );
}

function isOrdinaryTarget(target: unknown): boolean {
  if (!isJsonObject(target)) return false;
  const { selector } = target;
  return selector === undefined || (Array.isArray(selector) && selector.every(isOrdinarySelector));
}

function isOrdinarySelector(one: unknown): boolean {
  if (!isJsonObject(one)) return false;
  if (one.type === 'TextQuoteSelector')
    return (
      typeof one.exact === 'string' && isTextOrAbsent(one.prefix) && isTextOrAbsent(one.suffix)
    );
  return one.type === 'TextPositionSelector' && isOrdinaryPlace(one.start, one.end);
}

const isOrdinaryPlace = (start: unknown, end: unknown): boolean =>
  Number.isSafeInteger(start) &&
  Number.isSafeInteger(end) &&
  (start as number) >= 0 &&
  (start as number) <= (end as number);

const isTextOrAbsent = (value: unknown): boolean =>
  value === undefined || typeof value === 'string';
