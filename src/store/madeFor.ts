import type { Selector } from '../model/annotation.ts';

/**
 * A selector as it stands in a file. It remembers in itself which text it was made for, for there may
 * be a hundred thousand of them; a copy of it (`{...selector}`) is a selector that knows nothing.
 */
export class StoredSelector implements Selector {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
  #text: string | null = null;

  constructor({ exact, prefix, suffix, start, end }: Selector) {
    this.exact = exact;
    this.prefix = prefix;
    this.suffix = suffix;
    this.start = start;
    this.end = end;
  }

  static textOf(selector: StoredSelector): string | null {
    return selector.#text;
  }

  static note(selector: StoredSelector, sha256: string): void {
    selector.#text ??= sha256;
  }
}

/** The same for selectors that were made here. */
const others = new WeakMap<Selector, string>();

/**
 * Remembers for which text a selector was made, by its hash, unless that is known; empty: for one of
 * several. A page has one hash for all its selectors, but an undo may bring one back, as the same
 * object, into a page that was begun anew since.
 */
export function noteText(selector: Selector | null, sha256: string): void {
  if (selector instanceof StoredSelector) StoredSelector.note(selector, sha256);
  else if (selector && !others.has(selector)) others.set(selector, sha256);
}

/** The hash that was noted; empty where none was. */
export const madeFor = (selector: Selector): string =>
  (selector instanceof StoredSelector ? StoredSelector.textOf(selector) : others.get(selector)) ??
  '';
