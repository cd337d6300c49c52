/** An object of parsed JSON; what its keys hold is not known yet. */
export interface JsonObject {
  [key: string]: unknown;
}

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON-LD lets a list of one stand without its brackets, and an empty one be absent. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** A copy without one key. */
export function without<T extends JsonObject>(object: T, key: string): T {
  const copy = { ...object };
  delete copy[key];
  return copy;
}
