import { XMLBuilder } from 'fast-xml-parser';
import type { Theme } from '../model/codebook.ts';
import { inTree } from '../model/themeTree.ts';
import { COLOURS, guidOf } from './qdcNames.ts';

interface CodeNode {
  '@guid': string;
  '@name': string;
  '@isCodable': string;
  '@color': string;
  Description?: string;
  Code?: CodeNode[];
}

/**
 * A codebook as REFI-QDA Codebook 1.0 (schema Codebook.xsd, namespace urn:QDA-XML:codebook:1.0), UTF-8
 * with a newline at its end. Themes that were merged away are left out; a retired one cannot be coded
 * with. The format knows no limits, patterns and memos: they stand in the description, each after its
 * label. `themes` must hold at least one that was not merged away, for the schema wants a code.
 */
export function writeQdc(themes: readonly Theme[]): string {
  const kept = themes.filter(theme => theme.status !== 'merged');
  const nodes = new Map(kept.map(theme => [theme.id, nodeOf(theme)]));
  const roots: CodeNode[] = [];
  // A circle of parents is cut open: what the tree puts at the top stands at the top.
  for (const { theme, depth } of inTree(kept)) {
    const node = nodes.get(theme.id);
    const above = depth === 0 ? undefined : nodes.get(theme.parent ?? '');
    if (!node) continue;
    if (above) above.Code = [...(above.Code ?? []), node];
    else roots.push(node);
  }
  const builder = new XMLBuilder({
    attributeNamePrefix: '@',
    ignoreAttributes: false,
    suppressBooleanAttributes: false,
    format: true,
    indentBy: ' ',
  });
  const book = {
    '@xmlns': 'urn:QDA-XML:codebook:1.0',
    '@origin': 'Marginalia',
    Codes: { Code: roots },
  };
  return `<?xml version="1.0" encoding="utf-8"?>\n${builder.build({ CodeBook: book }).trimEnd()}\n`;
}

function nodeOf(theme: Theme): CodeNode {
  const description = descriptionOf(theme);
  return {
    '@guid': guidOf(theme.id),
    '@name': allowed(theme.name),
    '@isCodable': String(theme.status === 'active'),
    '@color': COLOURS[theme.colour] ?? COLOURS.grey ?? '',
    ...(description === '' ? {} : { Description: description }),
  };
}

function descriptionOf({ definition, include, exclude, memo, patterns }: Theme): string {
  const labelled: [string, string][] = [
    ['Include', include],
    ['Exclude', exclude],
    ['Memo', memo],
    ...patterns.map((pattern): [string, string] => ['Pattern', pattern]),
  ];
  const parts = labelled
    .filter(([, words]) => words !== '')
    .map(([label, words]) => `${label}: ${words}`);
  return allowed([definition, ...parts].filter(Boolean).join('\n\n'));
}

/** XML 1.0 has no way to write most control characters and halves of pairs; a CR would come back as LF. */
const allowed = (words: string): string =>
  words
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, '\uFFFD');
