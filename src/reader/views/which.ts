import type { Placed } from '../../model/annotation.ts';
import { themeById } from '../../model/codebook.ts';
import { visibleLine } from '../../model/visible.ts';
import type { LayerOf } from '../layer.ts';
import { drawerRule } from '../layout/bars.ts';
import { BLANK, type Line, LineBuilder } from '../layout/line.ts';
import { shorten } from '../layout/width.ts';
import { drawerHeight } from '../select.ts';
import type { ReaderState } from '../state.ts';
import type { Drawer } from './frame.ts';

type Which = LayerOf<'which'>;
const ASKS = {
  untag: 'Untag which?',
  memo: 'Memo on which?',
  key: 'Key quotation: which?',
} as const;

/** Asks which of several annotations a key is to act on. */
export function whichDrawer(state: ReaderState, layer: Which): Drawer {
  const width = state.size.columns;
  const height = drawerHeight(state);
  const room = Math.max(1, height - 2);
  const from = Math.max(0, Math.min(layer.cursor - room + 1, layer.choices.length - room));
  const rows = layer.choices
    .slice(from, from + room)
    .map((placed, i) => choiceRow(state, placed, from + i === layer.cursor));
  const lines: Line[] = [
    drawerRule(width, ASKS[layer.purpose], `${layer.choices.length} here`),
    ...rows,
  ];
  while (lines.length < height) lines.push(BLANK);
  return { lines: lines.slice(0, height), field: null };
}

/** One annotation as a row of a drawer: its theme, star and memo. */
export function choiceRow(state: ReaderState, { annotation }: Placed, isHere: boolean): Line {
  const width = state.size.columns;
  const theme = annotation.theme === null ? undefined : themeById(state.codebook, annotation.theme);
  const look = isHere ? ({ role: 'current', bold: true } as const) : ({ role: 'rest' } as const);
  const line = new LineBuilder(isHere ? { row: true } : {}).at(0, isHere ? '▌' : ' ', {
    role: 'current',
  });
  const mark = annotation.theme === null ? '↳' : '?';
  line.at(2, theme?.mark ?? mark, theme ? { theme: theme.colour } : look);
  const name = visibleLine(theme?.name ?? annotation.theme ?? '');
  line.at(5, shorten(name, Math.floor(width / 3)), look).push(annotation.key ? '  ★' : '', look);
  const arrow = annotation.theme === null ? '' : '  ↳ ';
  const memo = annotation.memo === null ? '' : arrow + visibleLine(annotation.memo);
  line.push(shorten(memo, width - line.width - 2), { role: look.role, italic: true });
  return line.build(isHere ? width : 0);
}
