import type {
  BlockContent,
  DefinitionContent,
  Heading,
  Html,
  Link,
  LinkReference,
  Paragraph,
  Parent,
  PhrasingContent,
  RootContent,
  Text,
} from 'mdast';
import type { Theme } from '../model/codebook.ts';
import type { Passage } from './arrange.ts';
import type { DigestText } from './input.ts';

/** A passage with all that belongs to it; a format that has no form for it shows its children. */
export interface PassageBlock extends Parent {
  type: 'passage';
  passage: Passage;
  source: DigestText;
  /** The themes of its tags, each once. */
  themes: readonly Theme[];
  children: (BlockContent | DefinitionContent | Html)[];
}

/** What a paragraph of a passage is. */
export type ParagraphRole = 'source' | 'memo';

declare module 'mdast' {
  interface RootContentMap {
    passage: PassageBlock;
  }
  interface ParagraphData {
    role?: ParagraphRole;
  }
  interface HeadingData {
    /** The theme that a section is about. */
    theme?: Theme;
  }
}

/** What stands in the document between its headings. */
export type Block = RootContent;

export const text = (value: string): Text => ({ type: 'text', value });

export const heading = (depth: 1 | 2 | 3, words: string, theme?: Theme): Heading => ({
  type: 'heading',
  depth,
  children: [text(words)],
  ...(theme && { data: { theme } }),
});

export const paragraph = (...children: PhrasingContent[]): Paragraph => ({
  type: 'paragraph',
  children,
});

export const roled = (role: ParagraphRole, node: Paragraph): Paragraph => ({
  ...node,
  data: { role },
});

/** A link whose address stands once, among the sources, under the source's number. */
export const sourceReference = (number: number, words: string): LinkReference => ({
  type: 'linkReference',
  identifier: String(number),
  label: String(number),
  referenceType: 'full',
  children: [text(words)],
});

export const link = (url: string, words: string): Link => ({
  type: 'link',
  url,
  children: [text(words)],
});

/** A name or a title as one line: line breaks and tabs are spaces, white space around it goes. */
export const oneLine = (words: string): string => words.replace(/[\r\n\t]+/g, ' ').trim();

/**
 * A text with all its lines: a single line end is a `break`, an empty line parts paragraphs, further
 * line ends are breaks too, and those at the very end stay in the text, where no break may stand.
 * Paragraphs joined by two line ends, with each break as one, give the text back.
 */
export function prose(words: string): Paragraph[] {
  const lines = words.replace(/\r\n?/g, '\n');
  return lines.split(/(?<=[^\n])\n\n(?=\n*[^\n])/).map(part => paragraph(...phrasing(part)));
}

/** One paragraph's text with a `break` for each line end. */
export function phrasing(words: string): PhrasingContent[] {
  const [body, lineEnds] = splitTrailing(words);
  const nodes = body.split('\n').flatMap((line, index): PhrasingContent[] => {
    const broken: PhrasingContent[] = index === 0 ? [] : [{ type: 'break' }];
    return line === '' ? broken : [...broken, text(line)];
  });
  return lineEnds === '' ? nodes : [...nodes, text(lineEnds)];
}

function splitTrailing(words: string): [string, string] {
  let end = words.length;
  while (words[end - 1] === '\n') end--;
  return [words.slice(0, end), words.slice(end)];
}

/** Whole numbers with their noun: '1 passage', '3 passages'. */
export const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Names as a list in words: 'alex, bea and sam'. */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
