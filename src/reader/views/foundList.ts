import { visibleLine } from '../../model/visible.ts';
import { drawerRule } from '../layout/bars.ts';
import { BLANK, type Line, LineBuilder, type Piece } from '../layout/line.ts';
import { cells, clusters, shorten } from '../layout/width.ts';
import { drawerHeight } from '../select.ts';
import type { ReaderState } from '../state.ts';
import type { Drawer } from './frame.ts';

/** A row that can be chosen by typing. */
export interface FoundRow {
  /** Cells before the words. */
  indent: number;
  mark: Piece | null;
  words: string;
  /** UTF-16 offsets into the words. */
  matched: ReadonlySet<number>;
  right: string;
}

export interface FoundList {
  title: string;
  count: string;
  query: string;
  cursor: number;
  rows: number;
  /** Only the rows in sight are asked for. */
  row(index: number): FoundRow;
  /** What is said where nothing fits. */
  nothing: string;
}

const WORDS = 5;

/** A drawer with a field and the rows that fit what is typed, the cursor in sight. */
export function foundDrawer(state: ReaderState, list: FoundList): Drawer {
  const { columns } = state.size;
  const height = drawerHeight(state);
  const room = Math.max(1, height - 2);
  const from = Math.max(0, Math.min(list.cursor - room + 1, list.rows - room));
  const lines: Line[] = [
    drawerRule(columns, list.title, list.count),
    new LineBuilder().at(2, '›', { role: 'current' }).build(),
  ];
  if (list.rows === 0)
    lines.push(new LineBuilder().at(WORDS, list.nothing, { role: 'muted' }).build());
  for (let index = from; index < Math.min(from + room, list.rows); index++)
    lines.push(foundRow(list.row(index), index === list.cursor, columns));
  while (lines.length < height) lines.push(BLANK);
  const field = {
    row: 1,
    column: 4,
    width: columns - 8,
    rows: 1,
    value: list.query,
    placeholder: '',
  };
  return { lines: lines.slice(0, height), field };
}

function foundRow(row: FoundRow, isHere: boolean, columns: number): Line {
  const line = new LineBuilder(isHere ? { row: true } : {}).at(0, isHere ? '▌' : ' ', {
    role: 'current',
  });
  if (row.mark) line.at(2, row.mark.text, row.mark.look);
  const end = columns - 2;
  line.at(WORDS + row.indent, '');
  pushMatched(line, row, isHere, end - cells(row.right) - 2);
  line.endingAt(end, row.right, { role: isHere ? 'current' : 'muted' });
  return line.build(isHere ? columns : 0);
}

/** The letters that were typed are underlined. What is made visible is as long as what it stands for. */
function pushMatched(line: LineBuilder, row: FoundRow, isHere: boolean, end: number): void {
  let at = 0;
  for (const letter of clusters(shorten(visibleLine(row.words), Math.max(0, end - line.width)))) {
    const isMatch = Array.from({ length: letter.length }, (_, i) => at + i).some(offset =>
      row.matched.has(offset),
    );
    at += letter.length;
    line.push(letter, {
      role: isHere || isMatch ? 'current' : 'rest',
      bold: isHere || isMatch,
      underline: isMatch,
    });
  }
}
