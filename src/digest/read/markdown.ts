import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { readMark } from '../mark.ts';
import { Pairing, type ReadDigest } from './quotation.ts';

const COMMENT = /<!--([\s\S]*?)-->/g;

/** Reads a digest in Markdown: block quotations, and the comments that say where each is from. */
export function readMarkdown(text: string): ReadDigest {
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const pairing = new Pairing();
  for (const node of tree.children) {
    if (node.type === 'blockquote') pairing.quotation(node.children.map(wordsOf).join('\n\n'));
    if (node.type !== 'html') continue;
    for (const [, words = ''] of node.value.matchAll(COMMENT)) pairing.mark(readMark(words));
  }
  return pairing.done();
}

function wordsOf(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}
