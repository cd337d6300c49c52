import { type Range, rangeOf } from '../../model/annotation.ts';
import { themeById } from '../../model/codebook.ts';
import { visibleLine } from '../../model/visible.ts';
import type { LayerOf } from '../layer.ts';
import { drawerRule } from '../layout/bars.ts';
import { BLANK, type Line, LineBuilder } from '../layout/line.ts';
import { drawerHeight } from '../select.ts';
import type { ReaderState } from '../state.ts';
import type { Drawer } from './frame.ts';

type Memo = LayerOf<'memo'>;

/** Where a memo is written; its words wrap inside the drawer. */
export function memoDrawer(state: ReaderState, layer: Memo): Drawer {
  const { columns } = state.size;
  const height = drawerHeight(state);
  const lines: Line[] = [
    drawerRule(columns, `Memo on ${placeWords(state, layer)}`, themeWords(state, layer)),
  ];
  lines.push(new LineBuilder().at(2, '›', { role: 'current' }).build());
  while (lines.length < height) lines.push(BLANK);
  const field = {
    row: 1,
    column: 4,
    width: columns - 6,
    rows: height - 1,
    value: layer.draft,
    placeholder: 'what you want to remember about this passage',
  };
  return { lines: lines.slice(0, height), field };
}

function placeWords({ reading }: ReaderState, { target }: Memo): string {
  const range: Range | null = target.kind === 'paragraph' ? target.range : rangeOf(target.placed);
  const touched = range && reading?.transcript.paragraphs.touchedBy(range.start, range.end);
  if (!touched) return 'this passage';
  return touched.first === touched.last
    ? `¶ ${touched.first + 1}`
    : `¶ ${touched.first + 1}–${touched.last + 1}`;
}

function themeWords({ codebook }: ReaderState, { target }: Memo): string {
  if (target.kind === 'paragraph' || target.placed.annotation.theme === null) return 'no theme';
  const theme = themeById(codebook, target.placed.annotation.theme);
  return theme ? `${theme.mark} ${visibleLine(theme.name)}` : '';
}
