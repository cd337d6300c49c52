import type { Root } from 'mdast';
import { type Arranged, arrange, type Passage, type ThemePart } from './arrange.ts';
import type { DigestInput } from './input.ts';
import { countsLine, from, methodNote } from './method.ts';
import { type Block, counted, heading, oneLine, paragraph, prose, text } from './nodes.ts';
import { noteBlocks, passageBlock } from './passageBlocks.ts';
import { sourcesSection, titleOf } from './sources.ts';
import { countTable } from './table.ts';

/**
 * The digest as an mdast tree, which each document format renders: title, facts, table, a section a
 * theme (or a transcript, or a speaker), memos without a theme, sources. Texts in it are as they were,
 * control characters included: what a format cannot carry is its renderer's to show.
 */
export const digestDocument = (input: DigestInput, arranged = arrange(input)): Root => ({
  type: 'root',
  children: [...digestBlocks(input, arranged)],
});

/** The same block by block, for a format that needs no more than one at a time. */
export function* digestBlocks(input: DigestInput, arranged = arrange(input)): Generator<Block> {
  yield heading(1, oneLine(input.title) || 'Digest');
  yield* opening(arranged, input);
  yield* sections(arranged, input);
  yield* notesSection(arranged, input);
  yield* sourcesSection(input.texts);
}

/** What the document holds in few words, how it came about, and the table. */
function opening(arranged: Arranged, input: DigestInput): Block[] {
  const { parts, leftOut } = arranged;
  const { texts, options } = input;
  const hasTable = !options.withoutTable && parts.length > 0 && texts.length > 0;
  return [
    paragraph(text(countsLine(arranged, input))),
    ...methodNote(arranged),
    ...leftOutLine(leftOut),
    ...(hasTable ? [countTable(parts, texts)] : []),
  ];
}

function sections(arranged: Arranged, input: DigestInput): Iterable<Block> {
  switch (input.options.groupBy) {
    case 'theme':
      return byTheme(arranged, input);
    case 'text':
      return byGroup(arranged, input, ({ text: index }) => {
        const source = input.texts[index];
        return source ? titleOf(source) : '';
      });
    case 'speaker':
      return byGroup(arranged, input, speakerOf(input));
  }
}

function* byTheme({ parts }: Arranged, input: DigestInput): Generator<Block> {
  for (const part of parts) {
    yield heading(2, themeName(part), part.theme);
    yield* themeRules(part);
    yield paragraph(text(themeFacts(part)));
    for (const passage of part.passages) yield passageBlock(passage, input);
    yield* leftOutLine(part.leftOut);
  }
}

/** The rules once, then a section a group: in it every theme that it has, or all passages in their order. */
function byGroup(
  { parts }: Arranged,
  input: DigestInput,
  groupOf: (passage: Passage) => string,
): Block[] {
  const rules = parts.flatMap(part => [
    heading(3, themeName(part), part.theme),
    ...themeRules(part),
    paragraph(text(themeFacts(part))),
  ]);
  const passages = parts.flatMap(part => part.passages);
  const ordered = passages.toSorted(
    (a, b) => a.text - b.text || a.start - b.start || a.end - b.end,
  );
  const found = ordered.map(groupOf);
  const groups = input.options.groupBy === 'text' ? input.texts.map(titleOf) : found;
  const all = [...new Set(groups)].flatMap(name => [
    heading(2, name),
    ...groupBlocks(parts, input, passage => groupOf(passage) === name),
  ]);
  return [...(rules.length > 0 ? [heading(2, 'Themes')] : []), ...rules, ...all];
}

function groupBlocks(
  parts: readonly ThemePart[],
  input: DigestInput,
  isHere: (passage: Passage) => boolean,
): Block[] {
  const here = input.options.once
    ? parts
        .flatMap(part => part.passages.filter(isHere))
        .sort((a, b) => a.text - b.text || a.start - b.start || a.end - b.end)
        .map(passage => passageBlock(passage, input, true))
    : parts.flatMap(part => {
        const blocks = part.passages.filter(isHere).map(passage => passageBlock(passage, input));
        return blocks.length > 0 ? [heading(3, themeName(part), part.theme), ...blocks] : [];
      });
  return here.length > 0 ? here : [paragraph(text('No passages.'))];
}

function notesSection({ notes }: Arranged, input: DigestInput): Block[] {
  if (notes.length === 0) return [];
  return [heading(2, 'Memos without a theme'), ...notes.flatMap(note => noteBlocks(note, input))];
}

/** Who says a passage: by the turns of the text, else as its transcript says. */
const speakerOf =
  ({ texts }: DigestInput) =>
  ({ turn, text: index }: Passage): string =>
    oneLine(turn ?? texts[index]?.speaker ?? '') || 'No speaker named';

const themeName = ({ theme }: ThemePart): string => oneLine(theme.name) || theme.id;

/** Definition, what is included and what is not: the rule that coders went by. */
function themeRules({ theme }: ThemePart): Block[] {
  const rule = (name: string, words: string): Block[] =>
    words.trim() === '' ? [] : [paragraph(text(`${name}: ${oneLine(words)}`))];
  return [
    ...(theme.definition.trim() === '' ? [] : prose(theme.definition)),
    ...rule('Include', theme.include),
    ...rule('Exclude', theme.exclude),
  ];
}

/** '16 passages from 5 transcripts, 3 key quotations.' */
function themeFacts({ theme, passages, drawnBefore }: ThemePart): string {
  const keys = passages.filter(passage => passage.key).length;
  const retired = theme.status === 'retired' ? 'Retired theme. ' : '';
  const before = drawnBefore > 0 ? ` ${counted(drawnBefore, 'more passage')} quoted above.` : '';
  return `${retired}${from(passages)}${keys > 0 ? `, ${counted(keys, 'key quotation')}` : ''}.${before}`;
}

function leftOutLine(count: number): Block[] {
  if (count === 0) return [];
  const left = text(`Left out: ${counted(count, 'passage')} not certain; `);
  const command = { type: 'inlineCode', value: 'marginalia check' } as const;
  return [paragraph(left, command, text(count === 1 ? ' lists it.' : ' lists them.'))];
}
