import { themeById } from '../../model/codebook.ts';
import { visibleLine } from '../../model/visible.ts';
import type { LayerOf } from '../layer.ts';
import { drawerRule } from '../layout/bars.ts';
import { BLANK, type Line } from '../layout/line.ts';
import { drawerHeight } from '../select.ts';
import type { ReaderState } from '../state.ts';
import { shownDay } from './dates.ts';
import type { Drawer } from './frame.ts';
import { choiceRow } from './which.ts';

type Annotations = LayerOf<'annotations'>;

/** The annotations of the current paragraph; the passage of the one at the cursor is drawn as a selection. */
export function annotationsDrawer(state: ReaderState, layer: Annotations): Drawer {
  const { ids, cursor } = layer;
  const height = drawerHeight(state);
  const room = Math.max(1, height - 2);
  const from = Math.max(0, Math.min(cursor - room + 1, ids.length - room));
  const rows = ids
    .slice(from, from + room)
    .map((id, i) => annotationRow(state, id, from + i === cursor));
  const place = `Tag ${cursor + 1} of ${ids.length} on ¶ ${(state.reading?.place.current ?? 0) + 1}`;
  const lines: Line[] = [drawerRule(state.size.columns, place, whose(state, ids[cursor])), ...rows];
  while (lines.length < height) lines.push(BLANK);
  return { lines: lines.slice(0, height), field: null };
}

function annotationRow(state: ReaderState, id: string, isHere: boolean): Line {
  const placed = state.reading?.placed.find(one => one.annotation.id === id);
  return placed ? choiceRow(state, placed, isHere) : BLANK;
}

/** The theme, who tagged it and when. */
function whose(state: ReaderState, id: string | undefined): string {
  const annotation = state.reading?.placed.find(one => one.annotation.id === id)?.annotation;
  if (!annotation) return '';
  const theme = themeById(state.codebook, annotation.theme ?? '');
  const name = theme ? visibleLine(theme.name) : 'memo';
  return `${name} · ${visibleLine(annotation.coder)} · ${shownDay(annotation.created, state.timeZone)}`;
}
