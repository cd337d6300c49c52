import type { Root, RootContent } from 'mdast';
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
export const renderMarkdown = (tree: Root): string => toMarkdown(flat(tree), OPTIONS);

/** Markdown has no form for a passage: its parts stand one after the other. */
export const flat = (tree: Root): Root => ({
  ...tree,
  children: tree.children.flatMap((node): RootContent[] =>
    node.type === 'passage' ? node.children : [node],
  ),
});
