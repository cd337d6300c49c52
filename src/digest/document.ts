import type { Root } from 'mdast';
import { compareText } from '../model/annotation.ts';
import { type Arranged, arrange, type Passage, type ThemePart } from './arrange.ts';
import type { DigestInput } from './input.ts';
import { type Block, counted, heading, listed, oneLine, paragraph, prose, text } from './nodes.ts';
import { noteBlocks, passageBlocks } from './passageBlocks.ts';
import { sourcesSection, titleOf } from './sources.ts';
import { countTable } from './table.ts';

/**
 * The digest as an mdast tree, which each document format renders: title, facts, table, a section a
 * theme (or a transcript), memos without a theme, sources. Texts in it are as they were, control
 * characters included: what a format cannot carry is its renderer's to show.
 */
export function digestDocument(input: DigestInput): Root {
  const arranged = arrange(input);
  const sections =
    input.options.groupBy === 'theme' ? byTheme(arranged, input) : byText(arranged, input);
  return {
    type: 'root',
    children: [
      heading(1, oneLine(input.title) || 'Digest'),
      ...opening(arranged, input),
      ...sections,
      ...notesSection(arranged, input),
      ...sourcesSection(input.texts),
    ],
  };
}

/** What the document holds in few words, and the table. */
function opening({ parts, leftOut }: Arranged, { options, texts }: DigestInput): Block[] {
  const passages = parts.flatMap(part => part.passages);
  const tags = parts.flatMap(part => part.tags);
  const coders = [...new Set(tags.map(tag => oneLine(tag.coder)))].sort(compareText);
  const facts = [`${from(passages)}${coders.length > 0 ? `, tagged by ${listed(coders)}` : ''}.`];
  if (options.keyOnly) facts.push('Key quotations only.');
  if (tags.length > passages.length) {
    facts.push(
      `Where coders agree on a passage it is quoted once; the table counts all ${tags.length} tags.`,
    );
  }
  const table = parts.length > 0 && texts.length > 0 ? [countTable(parts, texts)] : [];
  return [paragraph(text(facts.join(' '))), ...leftOutLine(leftOut), ...table];
}

function byTheme({ parts }: Arranged, { texts }: DigestInput): Block[] {
  return parts.flatMap(part => [
    heading(2, themeName(part)),
    ...definition(part),
    paragraph(text(themeFacts(part))),
    ...part.passages.flatMap(passage => passageBlocks(passage, texts)),
    ...leftOutLine(part.leftOut),
  ]);
}

/** The definitions once, then every transcript with the themes that it has. */
function byText({ parts }: Arranged, { texts }: DigestInput): Block[] {
  const themes = parts.flatMap(part => [
    heading(3, themeName(part)),
    ...definition(part),
    paragraph(text(themeFacts(part))),
  ]);
  const sections = texts.map((source, index) => {
    const here = parts.flatMap(part => {
      const passages = part.passages.filter(passage => passage.text === index);
      const blocks = passages.flatMap(passage => passageBlocks(passage, texts));
      return blocks.length > 0 ? [heading(3, themeName(part)), ...blocks] : [];
    });
    const none = here.length === 0 ? [paragraph(text('No passages.'))] : [];
    return [heading(2, titleOf(source)), ...none, ...here];
  });
  return [...(themes.length > 0 ? [heading(2, 'Themes')] : []), ...themes, ...sections.flat()];
}

function notesSection({ notes }: Arranged, { texts }: DigestInput): Block[] {
  if (notes.length === 0) return [];
  return [heading(2, 'Memos without a theme'), ...notes.flatMap(note => noteBlocks(note, texts))];
}

const themeName = ({ theme }: ThemePart): string => oneLine(theme.name) || theme.id;

const definition = ({ theme }: ThemePart): Block[] =>
  theme.definition.trim() === '' ? [] : prose(theme.definition);

/** '16 passages from 5 transcripts, 3 key quotations.' */
function themeFacts({ theme, passages }: ThemePart): string {
  const keys = passages.filter(passage => passage.key).length;
  const retired = theme.status === 'retired' ? 'Retired theme. ' : '';
  return `${retired}${from(passages)}${keys > 0 ? `, ${counted(keys, 'key quotation')}` : ''}.`;
}

function from(passages: readonly Passage[]): string {
  if (passages.length === 0) return 'No passages';
  const transcripts = new Set(passages.map(passage => passage.text)).size;
  return `${counted(passages.length, 'passage')} from ${counted(transcripts, 'transcript')}`;
}

function leftOutLine(count: number): Block[] {
  if (count === 0) return [];
  const left = text(`Left out: ${counted(count, 'passage')} not certain; `);
  const command = { type: 'inlineCode', value: 'marginalia check' } as const;
  return [paragraph(left, command, text(count === 1 ? ' lists it.' : ' lists them.'))];
}
