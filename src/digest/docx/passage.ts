import {
  BookmarkEnd,
  BookmarkStart,
  BorderStyle,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  type ICommentOptions,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  TextRun,
} from 'docx';
import { THEME_COLOURS } from '../../model/codebook.ts';
import type { CitedRecord } from '../../model/record.ts';
import { oneLine, type PassageBlock } from '../nodes.ts';
import { type Addresses, runsOf, xmlText } from './runs.ts';
import { QUOTATION, SOURCE, THEME_SHADES } from './styles.ts';

/** The name of the bookmark around a quotation; `number` from 1. Word hides what begins with `_`. */
export const bookmarkName = (number: number): string => `_marginalia${number}`;

/** Ids of our bookmarks begin behind those that the library gives to the headings. */
const OWN_IDS = 1_000_000;

/** A passage as paragraphs, with its memos as comments from number `firstComment` on. */
export interface DrawnPassage {
  paragraphs: Paragraph[];
  comments: ICommentOptions[];
}

/** Draws one passage: the quotation in a bookmark and under its comments, then its source. */
export function drawPassage(
  node: PassageBlock,
  {
    number,
    firstComment,
    addresses,
  }: { number: number; firstComment: number; addresses: Addresses },
): DrawnPassage {
  const memos = node.passage.tags.filter(({ memo }) => memo?.trim());
  // With --without-memos the tree has no paragraphs for them.
  const hasMemos = node.children.some(
    child => child.type === 'paragraph' && child.data?.role === 'memo',
  );
  const comments = hasMemos ? memos.map((tag, i) => commentOf(tag, firstComment + i)) : [];
  const quotation = node.children.find(child => child.type === 'blockquote');
  const lines =
    quotation?.children.flatMap(child => (child.type === 'paragraph' ? [child] : [])) ?? [];
  const ids = comments.map(comment => comment.id);
  const paragraphs = lines.map((line, i) => {
    const runs = runsOf(line.children, addresses);
    const begins =
      i === 0
        ? [
            new BookmarkStart(bookmarkName(number), OWN_IDS + number),
            ...ids.map(id => new CommentRangeStart(id)),
          ]
        : [];
    const ends =
      i === lines.length - 1
        ? [
            ...ids.map(id => new CommentRangeEnd(id)),
            new BookmarkEnd(OWN_IDS + number),
            ...ids.map(reference),
          ]
        : [];
    return quoted(node, [...begins, ...runs, ...ends] as ParagraphChild[]);
  });
  return { paragraphs: [...paragraphs, ...sourceOf(node, addresses)], comments };
}

const reference = (id: number): TextRun => new TextRun({ children: [new CommentReference(id)] });

function quoted({ themes }: PassageBlock, children: ParagraphChild[]): Paragraph {
  const colour = THEME_COLOURS.find(name => name === themes[0]?.colour) ?? 'grey';
  const { ink, shade } = THEME_SHADES[colour];
  return new Paragraph({
    style: QUOTATION,
    shading: { type: ShadingType.CLEAR, fill: shade, color: 'auto' },
    border: { left: { style: BorderStyle.SINGLE, size: 18, space: 8, color: ink } },
    children,
  });
}

function sourceOf({ children }: PassageBlock, addresses: Addresses): Paragraph[] {
  return children.flatMap(child =>
    child.type === 'paragraph' && child.data?.role === 'source'
      ? [new Paragraph({ style: SOURCE, children: runsOf(child.children, addresses) })]
      : [],
  );
}

/** A memo as a comment of its coder's; its date is that of the tag. */
function commentOf({ memo, coder, modified }: CitedRecord, id: number): ICommentOptions {
  const author = xmlText(oneLine(coder)) || 'coder';
  const date = new Date(modified);
  return {
    id,
    author,
    initials: Array.from(author).slice(0, 2).join(''),
    ...(Number.isNaN(date.getTime()) ? {} : { date }),
    children: (memo ?? '')
      .split(/\r\n?|\n/)
      .map(line => new Paragraph({ children: [new TextRun(xmlText(line))] })),
  };
}
