import {
  BorderStyle,
  Document,
  HeadingLevel,
  type ICommentOptions,
  LeaderType,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Heading, List, Table as MdTable, Root } from 'mdast';
import { THEME_COLOURS, type Theme } from '../../model/codebook.ts';
import type { DigestInput } from '../input.ts';
import { passageWords, textWords } from '../mark.ts';
import { oneLine, type PassageBlock } from '../nodes.ts';
import { drawPassage } from './passage.ts';
import { type Addresses, addressesOf, runsOf, textOf, xmlText } from './runs.ts';
import { settled } from './settled.ts';
import { CONTENTS, STYLES, THEME_SHADES } from './styles.ts';

/**
 * The digest as a Word document: real headings with a table of contents, the quotations shaded in their
 * theme's colour, memos as comments. Each quotation is in a bookmark and the document's properties say
 * where it is from, so that it can be checked even after somebody has edited and saved it. The same
 * input gives the same bytes.
 */
export async function renderDocx(tree: Root, input: DigestInput): Promise<Uint8Array> {
  const body = new Body(addressesOf(tree));
  for (const node of tree.children) body.add(node);
  const marks = body.passages.map(({ passage, source }, i) => ({
    name: `marginalia${i + 1}`,
    value: passageWords(passage, source),
  }));
  const texts = input.texts.map((source, i) => ({
    name: `marginalia text ${i + 1}`,
    value: textWords(source),
  }));
  const document = new Document({
    title: xmlText(oneLine(input.title)) || 'Digest',
    creator: 'Marginalia',
    lastModifiedBy: 'Marginalia',
    styles: STYLES,
    customProperties: [...marks, ...texts],
    ...(body.comments.length > 0 && { comments: { children: body.comments } }),
    sections: [{ children: body.children }],
  });
  const latest = input.records
    .map(record => record.modified)
    .sort()
    .at(-1);
  return settled(await Packer.toBuffer(document), latest ?? '');
}

/** The parts of the document in their order, and what they have in common. */
class Body {
  readonly children: (Paragraph | Table | TableOfContents)[] = [];
  readonly comments: ICommentOptions[] = [];
  readonly passages: PassageBlock[] = [];
  private readonly addresses: Addresses;

  constructor(addresses: Addresses) {
    this.addresses = addresses;
  }

  add(node: Root['children'][number]): void {
    switch (node.type) {
      case 'heading':
        this.heading(node);
        break;
      case 'paragraph':
        this.children.push(new Paragraph({ children: runsOf(node.children, this.addresses) }));
        break;
      case 'table':
        this.children.push(tableOf(node));
        break;
      case 'list':
        this.list(node);
        break;
      case 'passage':
        this.passage(node);
    }
  }

  /** The table of contents stands before the first section. */
  private heading(node: Heading): void {
    const hasContents = this.children.some(child => child instanceof TableOfContents);
    if (node.depth === 2 && !hasContents)
      this.children.push(
        new Paragraph({ style: CONTENTS, children: [new TextRun('Contents')] }),

        new TableOfContents('Contents', {
          hyperlink: true,
          headingStyleRange: '1-2',
          beginDirty: false,
          tabLeader: LeaderType.NONE,
        }),
      );
    const level = [HeadingLevel.TITLE, HeadingLevel.HEADING_1, HeadingLevel.HEADING_2][
      node.depth - 1
    ];
    const theme = node.data?.theme;
    const words = new TextRun(xmlText(textOf(node)));
    this.children.push(
      new Paragraph({
        ...(level && { heading: level }),
        children: theme ? [markOf(theme), words] : [words],
      }),
    );
  }

  private list(node: List): void {
    for (const [i, item] of node.children.entries()) {
      const words = item.children.flatMap(child =>
        child.type === 'paragraph' ? child.children : [],
      );
      const runs: ParagraphChild[] = [new TextRun(`${i + 1}. `), ...runsOf(words, this.addresses)];
      this.children.push(new Paragraph({ indent: { left: 340, hanging: 340 }, children: runs }));
    }
  }

  private passage(node: PassageBlock): void {
    this.passages.push(node);
    const { paragraphs, comments } = drawPassage(node, {
      number: this.passages.length,
      firstComment: this.comments.length,
      addresses: this.addresses,
    });
    this.children.push(...paragraphs);
    this.comments.push(...comments);
  }
}

function markOf({ mark, colour }: Theme): TextRun {
  const { ink } = THEME_SHADES[THEME_COLOURS.find(name => name === colour) ?? 'grey'];
  return new TextRun({ text: `${xmlText(mark)} `, color: ink });
}

/** Twentieths of a point. */
const FIRST_COLUMN = 2600;
const OTHER_COLUMNS = 6400;
const HAIR = { style: BorderStyle.SINGLE, size: 4, color: 'C4C1B6' } as const;
const SIDES = <T>(line: T) => ({ top: line, bottom: line, left: line, right: line });

function tableOf({ children }: MdTable): Table {
  const rows = children.map((row, r) => {
    const cells = row.children.map(
      (cell, c) =>
        new TableCell({
          margins: { top: 40, bottom: 40, left: 100, right: 100 },
          children: [
            new Paragraph({
              alignment: c === 0 ? 'left' : 'right',
              spacing: { after: 0 },
              children: [
                new TextRun({
                  // A mark and its theme's name stay on one line.
                  text: xmlText(textOf(cell)).replace(/^(\S) /u, '$1\u00A0'),
                  bold: r === 0,
                  size: 19,
                  font: 'Calibri',
                }),
              ],
            }),
          ],
        }),
    );
    return new TableRow({ tableHeader: r === 0, cantSplit: true, children: cells });
  });
  const columns = children[0]?.children.length ?? 1;
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: Array.from({ length: columns }, (_, c) =>
      c === 0 ? FIRST_COLUMN : OTHER_COLUMNS / Math.max(1, columns - 1),
    ),
    borders: { ...SIDES(HAIR), insideHorizontal: HAIR, insideVertical: HAIR },
    rows,
  });
}
