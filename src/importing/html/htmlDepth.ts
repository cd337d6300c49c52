/** Tags that need no end tag, or have none: leaving it out does not make a page deep. */
const UNCLOSED = new Set(
  'area base br col dd dt embed hr img input li link meta optgroup option p param rb rp rt source td tbody tfoot th thead tr track wbr'.split(
    ' ',
  ),
);
const TAG = /<(?<end>\/?)(?<name>[a-z][a-z\d-]*)/gi;

/**
 * How deep the tags of some HTML are nested at most, as far as can be told before it is parsed. Parsing
 * takes time that grows with the square of it, so that a small file can take hours.
 */
export function tagDepth(html: string): number {
  let [depth, deepest] = [0, 0];
  for (const { groups } of html.matchAll(TAG)) {
    const name = groups?.name?.toLowerCase() ?? '';
    if (UNCLOSED.has(name)) continue;
    depth = groups?.end === '/' ? Math.max(0, depth - 1) : depth + 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** The same of a document: the most elements that are around one. */
export function elementDepth(root: Element): number {
  let [depth, deepest] = [0, 0];
  for (let at: Element | null = root; at; ) {
    if (at.firstElementChild) {
      at = at.firstElementChild;
      deepest = Math.max(deepest, ++depth);
      continue;
    }
    while (at && at !== root && !at.nextElementSibling) {
      at = at.parentElement;
      depth--;
    }
    at = at === root ? null : (at?.nextElementSibling ?? null);
  }
  return deepest;
}
