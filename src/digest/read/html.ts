import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { readMark } from '../mark.ts';
import { Pairing, type ReadDigest } from './quotation.ts';

/** Reads a digest in HTML: block quotations, and the comments that say where each is from. Runs nothing. */
export function readHtml(html: string): ReadDigest {
  const pairing = new Pairing();
  walk(fromHtml(html), pairing);
  return pairing.done();
}

function walk(node: Nodes, pairing: Pairing): void {
  if (node.type === 'comment') pairing.mark(readMark(node.value));
  else if (node.type === 'element' && node.tagName === 'blockquote')
    pairing.quotation(wordsOf(node));
  else if ('children' in node) for (const child of node.children) walk(child, pairing);
}

const BLOCKS = new Set(['p', 'br', 'div', 'li']);

/** The words of an element; a block or a line break ends a line. */
function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const words = node.children.map(wordsOf).join('');
  return node.type === 'element' && BLOCKS.has(node.tagName) ? `${words}\n` : words;
}
