import type { Heading, Nodes, RootContent, Table } from 'mdast';
import stringWidth from 'string-width';
import type { OutlineBlock, OutlineKind } from '../model/outline.ts';
import type { PassageBlock } from './nodes.ts';

/**
 * The first blocks of a document as plain words, `most` of them at most: what a terminal shows of it.
 * Marks for programs are left out.
 */
export function outlineOf(nodes: Iterable<RootContent>, most: number): OutlineBlock[] {
  const blocks: OutlineBlock[] = [];
  let isInTheme = false;
  for (const node of nodes) {
    if (blocks.length >= most) break;
    if (node.type === 'heading') isInTheme = node.data?.theme !== undefined;
    blocks.push(...blocksOf(node, isInTheme));
  }
  return blocks;
}

function blocksOf(node: RootContent, isInTheme: boolean): OutlineBlock[] {
  switch (node.type) {
    case 'heading':
      return [headingBlock(node)];
    case 'passage':
      return passageBlocks(node);
    case 'table':
      return rows(node);
    case 'html':
      return [];
    case 'list':
      return node.children.map(item => ({ kind: 'words', words: `• ${wordsOf(item)}` }));
    case 'paragraph':
      return [{ kind: node.data?.role ?? (isInTheme ? 'rule' : 'words'), words: wordsOf(node) }];
    default: {
      const words = wordsOf(node);
      return words === '' ? [] : [{ kind: 'words', words }];
    }
  }
}

function headingBlock(node: Heading): OutlineBlock {
  const kind: OutlineKind = node.depth === 1 ? 'title' : node.depth === 2 ? 'part' : 'heading';
  const theme = node.data?.theme;
  const words = wordsOf(node);
  return theme
    ? { kind, words, theme: { mark: theme.mark, colour: theme.colour } }
    : { kind, words };
}

function passageBlocks({ passage, children }: PassageBlock): OutlineBlock[] {
  return children.flatMap((child): OutlineBlock[] => {
    if (child.type === 'blockquote') {
      const words = child.children.map(wordsOf).join('\n\n');
      return [{ kind: passage.key ? 'key quote' : 'quote', words }];
    }
    return blocksOf(child, false);
  });
}

function rows(table: Table): OutlineBlock[] {
  const all = table.children.map(row => row.children.map(wordsOf));
  const widths = (all[0] ?? []).map((_, column) =>
    all.reduce((most, row) => Math.max(most, stringWidth(row[column] ?? '')), 0),
  );
  return all.map(cells => ({ kind: 'row', words: cells.join('  '), table: { cells, widths } }));
}

/** The text of a node, a break as a line end. */
function wordsOf(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if ('value' in node) return node.type === 'html' ? '' : node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}
