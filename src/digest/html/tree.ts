import type { Comment, Element, ElementContent, Root as HastRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Definition, Html, Root } from 'mdast';
import { type State, toHast } from 'mdast-util-to-hast';
import { visible } from '../../model/visible.ts';
import type { Block, PassageBlock } from '../nodes.ts';
import { marked } from './marked.ts';

/** So many blocks are a tree at once: the tree of a large digest takes more memory than all else together. */
const AT_ONCE = 500;

/**
 * Blocks of the document as HTML, the elements of one block after those of another with line ends
 * between them. A passage is an `article` whose attributes say its themes, coders and transcript, so
 * that the page's filter needs no more; marks are comments. Characters that HTML does not have, and
 * those that a terminal would obey, are symbols. References lead to the addresses in `definitions`.
 */
export function htmlOf(blocks: Iterable<Block>, definitions: readonly Definition[]): string {
  const drawn: string[] = [];
  const draw = (some: readonly Block[]) => {
    const elements = elementsOf([...some, ...definitions]);
    if (elements.length > 0) drawn.push(toHtml(elements));
  };
  let waiting: Block[] = [];
  for (const block of blocks) {
    if (waiting.push(block) < AT_ONCE) continue;
    draw(waiting);
    waiting = [];
  }
  draw(waiting);
  return drawn.join('\n');
}

function elementsOf(children: Root['children']): ElementContent[] {
  const hast = toHast(
    { type: 'root', children },
    { handlers: { passage: article, html: comment, heading, break: lineBreak } },
  );
  const root = shown(hast.type === 'root' ? hast : { type: 'root', children: [hast] });
  return root.children.filter(node => node.type !== 'doctype');
}

function article(state: State, node: PassageBlock): Element {
  const { passage, themes, source } = node;
  const coders = [...new Set(passage.tags.map(tag => tag.coder))];
  return h(
    'article.passage',
    {
      dataThemes: themes.map(theme => theme.id).join(' '),
      dataCoders: JSON.stringify(coders),
      dataText: source.id,
      ...(passage.key && { dataKey: '' }),
    },
    h('p.marks', themes.map(marked)),
    state.all(node).map(withDays),
  );
}

/** A break alone: the line end that the library adds would be a second one where white space is kept. */
const lineBreak = (): Element => h('br');

const DAY = /(\d{4}-\d{2}-\d{2})/;

/** Days in the lines under a quotation are not parted at their hyphens. */
function withDays<N extends ElementContent>(node: N): N {
  if (node.type !== 'element' || node.tagName === 'blockquote') return node;
  const children = node.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'text') return [withDays(child)];
    return child.value
      .split(DAY)
      .filter(Boolean)
      .map(words => (DAY.test(words) ? h('span.day', words) : { type: 'text', value: words }));
  });
  return { ...node, children };
}

/** Only our own marks are HTML in the tree, and they are comments. */
const comment = (_: State, node: Html): Comment => ({
  type: 'comment',
  value: node.value.replace(/^<!--|-->$/g, ''),
});

function heading(
  state: State,
  node: Extract<Root['children'][number], { type: 'heading' }>,
): Element {
  const theme = node.data?.theme;
  const content = state.all(node);
  return theme
    ? h(`h${node.depth}.theme`, { dataTheme: theme.id }, marked(theme), ' ', content)
    : h(`h${node.depth}`, content);
}

/** Every text of the tree with what must not be in a page as symbols. */
function shown(root: HastRoot): HastRoot {
  const visit = (node: HastRoot | Element): void => {
    for (const child of node.children) {
      if (child.type === 'text')
        child.value = visible(child.value).replace(/[\uFFFE\uFFFF]/g, '\uFFFD');
      else if (child.type === 'element') visit(child);
    }
  };
  visit(root);
  return root;
}
