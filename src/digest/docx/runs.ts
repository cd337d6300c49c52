import { ExternalHyperlink, type ParagraphChild, TextRun } from 'docx';
import type { Definition, Nodes, PhrasingContent, Root } from 'mdast';
import { visible } from '../../model/visible.ts';

/** Addresses of the document's definitions, by identifier. */
export type Addresses = ReadonlyMap<string, string>;

export const addressesOf = (tree: Root): Addresses =>
  new Map(
    tree.children
      .filter((node): node is Definition => node.type === 'definition')
      .map(({ identifier, url }) => [identifier, url]),
  );

/** A text as XML 1.0 can hold it (section 2.2): what it has no character for is a symbol. */
export const xmlText = (text: string): string => visible(text).replace(/[\uFFFE\uFFFF]/g, '\uFFFD');

/** Words as runs: breaks are line breaks, references and links lead to their address. */
export function runsOf(nodes: readonly PhrasingContent[], addresses: Addresses): ParagraphChild[] {
  return nodes.flatMap(node => {
    switch (node.type) {
      case 'text':
        return linesOf(node.value);
      case 'break':
        return [new TextRun({ break: 1 })];
      case 'inlineCode':
        return [new TextRun({ text: xmlText(node.value), font: 'Courier New' })];
      case 'link':
        return linked(node.url, node);
      case 'linkReference':
        return linked(addresses.get(node.identifier), node);
      default:
        return [];
    }
  });
}

function linked(url: string | undefined, node: Nodes): ParagraphChild[] {
  const words = new TextRun({ text: xmlText(textOf(node)), ...(url && { style: 'Hyperlink' }) });
  return [url === undefined ? words : new ExternalHyperlink({ link: url, children: [words] })];
}

/** A line end that stands in a text is a line break. */
const linesOf = (text: string): TextRun[] =>
  text
    .split('\n')
    .map((line, i) => new TextRun({ text: xmlText(line), ...(i > 0 && { break: 1 }) }));

/** The plain words of a node. */
export function textOf(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
