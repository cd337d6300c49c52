import type { RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import stringWidth from 'string-width';
import { markdownText } from './markdownText.ts';

const OPTIONS: Options = {
  bullet: '-',
  emphasis: '*',
  strong: '*',
  fences: true,
  listItemIndent: 'one',
  rule: '-',
  tightDefinitions: true,
  handlers: { text: markdownText },
  // Marks in a row need no empty lines between them; 'undefined' leaves the choice to the library.
  join: [(left, right) => (left.type === 'html' && right.type === 'html' ? 0 : undefined)],
  // The table's cells stand in line where a terminal draws them, wide letters included.
  extensions: [gfmToMarkdown({ stringLength: (cell: string) => stringWidth(cell) })],
};

/**
 * The document as GitHub Flavored Markdown, LF line ends, one at the end. Parsed again it gives every
 * text back word for word, but for the characters that Markdown cannot hold: see `markdownText`.
 */
export function renderMarkdown(blocks: Iterable<RootContent>): string {
  const written: string[] = [];
  let some: RootContent[] = [];
  for (const block of blocks) {
    // A part ends where an empty line stands in any case: before a heading or a quotation.
    const mayEnd = block.type === 'passage' || block.type === 'heading';
    if (mayEnd && some.length >= AT_ONCE) {
      written.push(toMarkdown({ type: 'root', children: some }, OPTIONS));
      some = [];
    }
    some.push(...parts(block));
  }
  if (some.length > 0) written.push(toMarkdown({ type: 'root', children: some }, OPTIONS));
  return written.join('\n');
}

/** So many nodes are written together: enough that it costs nothing, few enough that memory stays small. */
const AT_ONCE = 1_000;

/** Markdown has no form for a passage: its parts stand one after the other. */
const parts = (node: RootContent): RootContent[] =>
  node.type === 'passage' ? node.children : [node];
