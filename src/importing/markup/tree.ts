import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/** HTML as a tree. Nothing in it is run or fetched. Throws a RangeError where it is nested too deeply. */
export function parseHtml(html: string): Root {
  return fromHtml(html);
}

export const isElement = (node: Nodes): node is Element => node.type === 'element';

/** The value of an attribute as text; '' without one. Names are those of hast: `className`, `ariaHidden`. */
export function attribute(element: Element, name: string): string {
  const value = element.properties[name];
  if (Array.isArray(value)) return value.join(' ');
  return value === undefined || value === null || value === false ? '' : String(value);
}

/** Every element under a node, parents first. */
export function* elementsIn(node: Nodes): Generator<Element> {
  if (isElement(node)) yield node;
  if (!('children' in node)) return;
  for (const child of node.children) yield* elementsIn(child);
}

/** The words under a node as they stand in the source, white space and all. */
export function textIn(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textIn).join('') : '';
}
