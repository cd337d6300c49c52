import { settingOf } from '../../model/settings.ts';
import { visibleLine } from '../../model/visible.ts';
import type { Scope } from '../keymap/scopes.ts';
import { header, heavyRule, rule } from '../layout/bars.ts';
import type { Line, LineBuilder } from '../layout/line.ts';
import { hitRows, mapRows, rowOf } from '../layout/map.ts';
import { firstThemes } from '../layout/marks.ts';
import { isShown, rankOf } from '../layout/shown.ts';
import { layoutOf, panelRows, type ReadingLayout } from '../select.ts';
import type { ReaderState, ReadingState } from '../state.ts';
import { bottomBar, keyRow } from './bottom.ts';
import { shownDate } from './dates.ts';
import { filteredRow, showingWords } from './filter.ts';
import type { Field, Screen } from './frame.ts';
import type { LayerView } from './layers.ts';
import { placingBar, placingKeys } from './placing.ts';
import { textRows } from './readingText.ts';
import { ruleDrawer, rulePanel } from './rulePanel.ts';
import { searchRow } from './searchRow.ts';

/** The open transcript with its margins, and the drawer that may stand under it. */
export function readingScreen(
  state: ReaderState,
  reading: ReadingState,
  scope: Scope,
  view: LayerView | null,
): Screen {
  const layout = layoutOf(state, reading);
  const lines = [
    readingHeader(state, reading),
    progressRule(state, reading),
    ...bodyRows(state, reading, layout),
  ];
  const drawer = view?.kind === 'drawer' ? view.drawer : null;
  lines.push(...(drawer?.lines ?? ruleDrawer(state, panelRows(state))));
  const isFiltered = reading.filter !== null && view === null;
  const isMode =
    scope === 'search' ||
    scope === 'select' ||
    isFiltered ||
    state.placing !== null ||
    view?.kind === 'row';
  lines.push(
    isMode ? heavyRule(state.size.columns) : rule(state.size.columns),
    placingBar(state) ?? bottomBar(state),
  );
  const keys = bottomKeys(state, scope, view);
  lines.push(keys.line);
  const field = drawer?.field ?? null;
  return {
    lines,
    field: field
      ? { ...field, row: field.row + layout.geometry.top + layout.geometry.area }
      : keys.field,
  };
}

function bodyRows(state: ReaderState, reading: ReadingState, layout: ReadingLayout): Line[] {
  const { rows, last } = textRows(state, reading, layout);
  if (reading.transcript.paragraphs.count === 0) nothingHere(rows);
  const { columns, area } = layout.geometry;
  const map = settingOf(state.settings, 'map')
    ? mapRows(mapInput(state, reading, layout, last))
    : [];
  const { notes, blank } = layout.geometry;
  const isOn = notes !== null && settingOf(state.settings, 'panel');
  const panel = isOn ? rulePanel(state, notes.width, area - blank) : [];
  return rows.slice(0, area).map((row, i) => {
    for (const piece of panel[i - blank] ?? [])
      row.at(Math.max(row.width, notes?.column ?? 0), piece.text, piece.look);
    const edge = map[i];
    if (edge) row.at(columns - 2, edge.rail.text, edge.rail.look);
    if (edge?.cell) row.at(columns - 1, edge.cell.text, edge.cell.look);
    return row.build();
  });
}

function nothingHere(rows: LineBuilder[]): void {
  rows[2]?.at(13, 'Nothing to read here: the text is empty.', { role: 'current', bold: true });
  rows[4]?.at(13, 'Esc  back to the library', { role: 'muted' });
}

function mapInput(
  state: ReaderState,
  { transcript, search }: ReadingState,
  { geometry, heights, marked, place }: ReadingLayout,
  last: number,
) {
  const { only } = heights;
  const rows = geometry.area;
  const count = only?.length ?? heights.count;
  const rank = (index: number) => (only ? rankOf(only, index) : index);
  const rowAt = (offset: number) => {
    const index = transcript.paragraphs.indexAt(offset);
    return only && !isShown(only, index) ? null : rowOf({ rows, count }, rank(index));
  };
  const here = search?.hits?.[search.here];
  return {
    rows,
    count,
    shown: { first: rank(place.top), last: rank(last) },
    marks: firstThemes(marked, state.codebook)
      .filter(({ index }) => !only || isShown(only, index))
      .map(({ index, theme: { mark, colour } }) => ({
        index: rank(index),
        mark,
        look: { theme: colour },
      })),
    hits: hitRows(search?.hits ?? [], rows, rowAt, only),
    here: here ? rowAt(here.start) : null,
  };
}

function readingHeader({ size }: ReaderState, reading: ReadingState): Line {
  const { transcript, place, filter } = reading;
  const { count } = transcript.paragraphs;
  const date = transcript.date ? shownDate(visibleLine(transcript.date)) : '';
  const speaker = visibleLine(transcript.speaker ?? '');
  const both = [speaker, date].filter(Boolean).join(' · ');
  const right =
    count === 0 ? 'empty' : `¶ ${place.current + 1}/${count}${percent(place.current + 1, count)}`;
  const shown = filter ? `${showingWords(reading)}   ${right}` : right;
  return header(size.columns, visibleLine(transcript.title), [both, date, speaker], shown);
}

const percent = (n: number, count: number): string =>
  `${String(Math.round((n / count) * 100)).padStart(5)}%`;

function progressRule({ size }: ReaderState, { transcript, place }: ReadingState): Line {
  const { count } = transcript.paragraphs;
  return rule(size.columns, count === 0 ? 0 : (place.current + 1) / count);
}

function bottomKeys(
  state: ReaderState,
  scope: Scope,
  view: LayerView | null,
): { line: Line; field: Field | null } {
  if (view?.kind === 'row') return view.row;
  if (scope === 'search' && state.reading?.search)
    return { line: searchRow(state, state.reading.search), field: null };
  const placing = view === null && scope !== 'search' ? placingKeys(state, scope) : null;
  if (placing) return { line: placing, field: null };
  if (scope === 'select') return { line: keyRow(state, scope, 'SELECT'), field: null };
  if (view === null && state.reading?.filter) return { line: filteredRow(state), field: null };
  return { line: keyRow(state, scope, view?.kind === 'drawer' ? view.badge : null), field: null };
}
