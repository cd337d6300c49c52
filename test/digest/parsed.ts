import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** A passage as somebody reads it back from a Markdown digest. */
export interface ReadPassage {
  quote: string;
  source: string;
  memos: string[];
  mark: string;
}

export interface ReadSection {
  name: string;
  /** The paragraphs before the first passage; the last of them is the line of facts. */
  words: string[];
  passages: ReadPassage[];
}

export const parseMarkdown = (markdown: string): Root =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

/** The text of a node: a break is a line end, paragraphs are parted by two. */
export function textOf(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if ('value' in node) return node.value;
  if (!('children' in node)) return '';
  return node.children.map(textOf).join(node.type === 'blockquote' ? '\n\n' : '');
}

/** Every node of a tree, the root included. */
export function* nodesOf(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodesOf(child);
}

/** The document's parts by its headings of the second level. */
export function readSections(tree: Root): ReadSection[] {
  const sections: ReadSection[] = [];
  for (const node of tree.children) {
    const section = sections.at(-1);
    if (node.type === 'heading' && node.depth === 2) {
      sections.push({ name: textOf(node), words: [], passages: [] });
    } else if (section) readInto(section, node);
  }
  return sections;
}

function readInto(section: ReadSection, node: Nodes): void {
  const passage = section.passages.at(-1);
  if (node.type === 'blockquote') {
    section.passages.push({ quote: textOf(node), source: '', memos: [], mark: '' });
  } else if (!passage) section.words.push(textOf(node));
  else if (passage.mark !== '') return;
  else if (node.type === 'html') passage.mark = node.value;
  else if (passage.source === '') passage.source = textOf(node);
  else passage.memos.push(textOf(node));
}
