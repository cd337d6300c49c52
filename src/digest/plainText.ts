import type { Nodes, Root, Table } from 'mdast';
import { toString as wordsOf } from 'mdast-util-to-string';
import stringWidth from 'string-width';
import { visible } from '../model/visible.ts';
import type { DigestInput } from './input.ts';
import { passageWords, textWords } from './mark.ts';
import type { PassageBlock } from './nodes.ts';

/** Before each line of a quotation. */
export const QUOTED = '  | ';
/** The heading of what only programs read. */
export const CHECK_DATA = 'Check data, for marginalia verify';

/**
 * The digest as plain text: headings underlined, each quotation numbered and its lines marked with a
 * bar, what a program needs to check it at the end. Lines are not wrapped: quotations keep theirs.
 */
export function renderPlainText(tree: Root, { texts }: DigestInput): string {
  const passages: PassageBlock[] = [];
  const blocks = tree.children.flatMap(node => {
    if (node.type !== 'passage')
      return node.type === 'definition' || node.type === 'html' ? [] : [blockText(node)];
    passages.push(node);
    return [passageText(node, passages.length)];
  });
  const marks = passages.map(
    ({ passage, source }, i) => `[${i + 1}] ${passageWords(passage, source)}`,
  );
  const data = [underlined(CHECK_DATA, '-'), [...marks, ...texts.map(textWords)].join('\n')];
  return `${[...blocks, ...(texts.length > 0 ? data : [])].join('\n\n')}\n`;
}

function blockText(node: Nodes): string {
  if (node.type === 'heading') return underlined(shown(node), node.depth === 1 ? '=' : '-');
  if (node.type === 'table') return tableText(node);
  if (node.type === 'list')
    return node.children.map((item, i) => `${i + 1}. ${shown(item)}`).join('\n');
  return shown(node);
}

function passageText({ children }: PassageBlock, number: number): string {
  return children
    .flatMap(child => {
      if (child.type === 'blockquote') {
        const words = child.children.map(shown).join('\n\n');
        return [`[${number}]`, ...words.split('\n').map(line => `${QUOTED}${line}`)];
      }
      return child.type === 'html' ? [] : [shown(child).replace(/^(?=.)/gm, '    ')];
    })
    .join('\n');
}

/** The words of a node, a break as a line end, controls as symbols. */
const shown = (node: Nodes): string => visible(words(node));

function words(node: Nodes): string {
  if (node.type === 'break') return '\n';
  return 'children' in node ? node.children.map(words).join('') : wordsOf(node);
}

const underlined = (heading: string, sign: string): string =>
  `${heading}\n${sign.repeat(Math.max(3, stringWidth(heading)))}`;

function tableText(table: Table): string {
  const rows = table.children.map(row => row.children.map(shown));
  const widths = (rows[0] ?? []).map((_, i) =>
    Math.max(...rows.map(row => stringWidth(row[i] ?? ''))),
  );
  return rows
    .map(row =>
      row
        .map((cell, i) => {
          const gap = ' '.repeat((widths[i] ?? 0) - stringWidth(cell));
          return i === 0 ? cell + gap : gap + cell;
        })
        .join('   ')
        .trimEnd(),
    )
    .join('\n');
}
