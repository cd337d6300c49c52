import { themeById } from '../../model/codebook.ts';
import { visibleLine } from '../../model/visible.ts';
import type { LayerOf, LostTag } from '../layer.ts';
import { drawerRule } from '../layout/bars.ts';
import { BLANK, type Line, LineBuilder, type Look } from '../layout/line.ts';
import { shorten } from '../layout/width.ts';
import { drawerHeight } from '../select.ts';
import type { ReaderState } from '../state.ts';
import type { Drawer } from './frame.ts';

type Edit = LayerOf<'edit'>;

const ROWS_EACH = 3;
/** What stands in a row is never longer, in UTF-16 units. */
const LONGEST = 600;

/** What an edit would leave without its words, each with what it was and what stands there now. */
export function editDrawer(state: ReaderState, { plan, cursor }: Edit): Drawer {
  const { columns } = state.size;
  const height = drawerHeight(state);
  const { lost, followed, place, emptied } = plan;
  const count = `${lost.length} of ${lost.length + followed} tags cannot follow`;
  const lines: Line[] = [drawerRule(columns, `Edit of ${place}`, lost.length > 0 ? count : '')];
  if (emptied) lines.push(emptiedRow(plan.place));
  const room = Math.max(1, Math.floor((height - lines.length) / ROWS_EACH));
  const from = Math.max(0, Math.min(cursor - room + 1, lost.length - room));
  for (const [i, one] of lost.slice(from, from + room).entries())
    lines.push(...lostRows(state, one, from + i === cursor));
  while (lines.length < height) lines.push(BLANK);
  return { lines: lines.slice(0, height), field: null };
}

function emptiedRow(place: string): Line {
  return new LineBuilder()
    .at(2, '?', { role: 'warn' })
    .at(5, `No words are left: ${place} goes`, { role: 'current' })
    .build();
}

function lostRows(state: ReaderState, lost: LostTag, isHere: boolean): Line[] {
  const { columns } = state.size;
  const role = isHere ? 'current' : 'rest';
  const row = () =>
    new LineBuilder(isHere ? { row: true } : {}).at(0, isHere ? '▌' : ' ', { role: 'current' });
  const words = (name: string, text: string, shown: Look) =>
    row()
      .at(5, name, { role: 'muted' })
      .at(
        10,
        shorten(visibleLine(text.slice(0, LONGEST).replace(/\s+/g, ' ')), columns - 12),
        shown,
      )
      .build(isHere ? columns : 0);
  return [
    headRow(state, lost, row(), { role, bold: isHere }).build(isHere ? columns : 0),
    words('was', lost.was, { role }),
    lost.is === ''
      ? words('now', 'nothing', { role: 'muted', italic: true })
      : words('now', lost.is, { role }),
  ];
}

function headRow(
  state: ReaderState,
  { annotation, paragraphs, anchor }: LostTag,
  line: LineBuilder,
  look: Look,
): LineBuilder {
  const theme = annotation.theme === null ? undefined : themeById(state.codebook, annotation.theme);
  const name = visibleLine(theme?.name ?? annotation.theme ?? 'memo');
  const place = paragraphs[0] === undefined ? '' : `¶ ${paragraphs[0]}`;
  line.at(1, '?', { role: 'warn' });
  line.at(
    2,
    theme?.mark ?? (annotation.theme === null ? '↳' : '?'),
    theme ? { theme: theme.colour } : look,
  );
  line.at(5, shorten(name, Math.floor(state.size.columns / 3)), look);
  line.push(annotation.key ? '  ★' : '', look);
  line.push(`  ${shorten(visibleLine(annotation.coder), 16)}  ${place}`, { role: 'muted' });
  const becomes = BECOMES[anchor.kind];
  return line.endingAt(state.size.columns - 2, becomes, { role: 'warn' });
}

/** What reading makes of a tag whose words are gone. */
const BECOMES = {
  exact: 'found elsewhere',
  shifted: 'found elsewhere',
  similar: 'found elsewhere by likeness',
  ambiguous: 'ambiguous',
  orphaned: 'orphaned',
} as const;
