import type { RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import stringWidth from 'string-width';
import { isPlain, markdownText } from './markdownText.ts';
import type { PassageBlock } from './nodes.ts';

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
  const flush = () => {
    if (some.length > 0) written.push(toMarkdown({ type: 'root', children: some }, OPTIONS));
    some = [];
  };
  for (const block of blocks) {
    const plain = block.type === 'passage' ? plainPassage(block) : null;
    // A part ends where an empty line stands in any case: before a heading or a quotation.
    const mayEnd = block.type === 'passage' || block.type === 'heading';
    if (plain !== null || (mayEnd && some.length >= AT_ONCE)) flush();
    if (plain === null) some.push(...parts(block));
    else written.push(plain);
  }
  flush();
  return written.join('\n');
}

/** So many nodes are written together: enough that it costs nothing, few enough that memory stays small. */
const AT_ONCE = 1_000;

/** Markdown has no form for a passage: its parts stand one after the other. */
const parts = (node: RootContent): RootContent[] =>
  node.type === 'passage' ? node.children : [node];

/** A passage as the library would write it, where nothing in it needs an escape; else `null`. Most are. */
function plainPassage({ children }: PassageBlock): string | null {
  let written = '';
  for (const child of children) {
    const words = child.type === 'html' ? child.value : plainWords(child);
    if (words === null) return null;
    written += `${written === '' ? '' : '\n'}${words}\n`;
  }
  return written;
}

/** A quotation or a paragraph of one line of plain words; `null` for anything else. */
function plainWords(node: PassageBlock['children'][number]): string | null {
  if (node.type === 'blockquote') {
    const [only, ...others] = node.children;
    const words = only && others.length === 0 ? plainParagraph(only) : null;
    return words === null ? null : `> ${words}`;
  }
  return plainParagraph(node);
}

function plainParagraph(node: PassageBlock['children'][number]): string | null {
  if (node.type !== 'paragraph') return null;
  let words = '';
  for (const child of node.children) {
    if (child.type !== 'text') return null;
    words += child.value;
  }
  return words !== '' && isPlain(words, OWN_LINE) ? words : null;
}

const OWN_LINE = { before: '\n', after: '\n' };
