import type { Placed } from '../../model/annotation.ts';
import { themeById } from '../../model/codebook.ts';
import { headingWords } from '../../model/paragraphs.ts';
import { settingOf } from '../../model/settings.ts';
import { visibleLine } from '../../model/visible.ts';
import { type Block, blockOf } from '../layout/block.ts';
import type { Geometry } from '../layout/geometry.ts';
import { LineBuilder, type Look, type Piece } from '../layout/line.ts';
import { annotationsAt, beginsIn, themesAt } from '../layout/marks.ts';
import { after } from '../layout/scroll.ts';
import { piecesOf } from '../layout/spans.ts';
import { cells, shorten } from '../layout/width.ts';
import { hasMemo, memosAt, type ReadingLayout } from '../select.ts';
import type { ReaderState, ReadingState } from '../state.ts';
import { isOpen, suggestedPassage } from '../suggestions.ts';
import { marginNotes, memoLine } from './memos.ts';
import { type Drawing, spansOf } from './readingSpans.ts';

/** The rows of the text area without rail and map, each a builder that more can be added to. */
export function textRows(
  state: ReaderState,
  reading: ReadingState,
  layout: ReadingLayout,
): { rows: LineBuilder[]; last: number } {
  const { geometry, place } = layout;
  const rows: LineBuilder[] = Array.from({ length: geometry.blank }, () => new LineBuilder());
  const isEmpty = reading.transcript.paragraphs.count === 0;
  let last = place.top;
  let index = isEmpty ? null : place.top;
  while (index !== null && rows.length < geometry.area) {
    const block = paragraphRows(state, reading, layout, index);
    const shown = index === place.top ? block.slice(place.inner) : block;
    rows.push(...shown.slice(0, geometry.area - rows.length));
    if (rows.length < geometry.area) rows.push(new LineBuilder());
    last = index;
    index = after(layout.heights, index);
  }
  while (rows.length < geometry.area) rows.push(new LineBuilder());
  return { rows, last };
}

function paragraphRows(
  state: ReaderState,
  reading: ReadingState,
  layout: ReadingLayout,
  index: number,
): LineBuilder[] {
  const { geometry, marked, place } = layout;
  const block = blockOf(reading.transcript, index, geometry, hasMemo(reading, marked, index));
  const isCurrent = index === place.current;
  const base: Look = { role: isCurrent ? 'current' : 'rest' };
  const drawing = { state, reading, layout, block, isCurrent, base };
  const contents = [
    ...(block.nameRow ? [nameRow(drawing)] : []),
    ...wordRows(drawing),
    ...(block.memoRow ? [memoRow(drawing)] : []),
  ];
  const notes =
    geometry.notes && !settingOf(state.settings, 'panel')
      ? marginNotes(
          state,
          memosAt(reading, marked, index),
          geometry.notes.width,
          contents.length,
          isCurrent,
        )
      : [];
  return contents.map((pieces, row) => {
    const line = gutter(drawing, row === 0);
    line.at(geometry.text, '');
    for (const piece of pieces) line.push(piece.text, piece.look);
    for (const piece of notes[row] ?? [])
      line.at(Math.max(line.width, geometry.notes?.column ?? 0), piece.text, piece.look);
    return line;
  });
}

function gutter({ state, layout, block, isCurrent }: Drawing, isFirst: boolean): LineBuilder {
  const { geometry, marked } = layout;
  const line = new LineBuilder().at(geometry.left, isCurrent ? '▌' : ' ', { role: 'current' });
  if (!isFirst) return line;
  const here = annotationsAt(marked, block.index);
  const themes = themesAt(here, state.codebook, state.coder);
  const marks: Mark[] = themes.map(({ theme, own, doubtful }) => ({
    text: theme.mark,
    look: own ? { theme: theme.colour } : { role: 'rest' },
    doubt: doubtful ? DOUBT : null,
  }));
  marks.push(...suggestedMarks(state, block));
  return geometry.wideGutter
    ? wideGutter(line, geometry, block, marks, isCurrent, hasKey(here, block))
    : narrowGutter(line, geometry, marks);
}

/** The theme of the suggestion at hand, beside the paragraph in which its passage begins. */
function suggestedMarks({ layer, codebook, past }: ReaderState, { paragraph }: Block): Mark[] {
  const one = suggestedPassage(layer);
  if (!one || one.start < paragraph.start || one.start >= paragraph.end) return [];
  const theme = themeById(codebook, one.theme);
  const isDecided = layer?.kind === 'suggestions' && !isOpen({ past }, layer, one);
  if (!theme || isDecided) return [];
  const doubt: Look = { role: 'current', bold: true };
  return [{ text: theme.mark, look: { theme: theme.colour }, doubt }];
}

/** A theme's mark in the gutter; `doubt` is how `?` looks beside one that is not certain. */
type Mark = Piece & { doubt: Look | null };
const DOUBT: Look = { role: 'warn' };

function wideGutter(
  line: LineBuilder,
  { left }: Geometry,
  block: Block,
  marks: readonly Mark[],
  isCurrent: boolean,
  isKey: boolean,
): LineBuilder {
  const more: Mark = { text: '+', look: { role: 'muted' }, doubt: null };
  const shown = marks.length > 3 ? [...marks.slice(0, 2), more] : marks;
  for (const [i, mark] of shown.entries()) {
    const column = 5 - 2 * (shown.length - 1 - i);
    if (mark.doubt && column > 1) line.at(left + column - 1, '?', mark.doubt);
    line.at(left + column, mark.text, mark.look);
  }
  line.endingAt(
    left + 10,
    String(block.index + 1).slice(-4),
    isCurrent ? { role: 'current', bold: true } : { role: 'muted' },
  );
  if (isKey) line.at(left + 11, '★', isCurrent ? { role: 'current' } : { role: 'rest' });
  // The first of three marks has the focus beside it: its doubt stands before the text.
  if (shown.length === 3 && shown[0]?.doubt) line.at(left + 12, '?', shown[0].doubt);
  return line;
}

function narrowGutter(line: LineBuilder, { left }: Geometry, marks: readonly Mark[]): LineBuilder {
  const [first] = marks;
  if (!first) return line;
  if (marks.length > 1) line.at(left + 1, '+', { role: 'muted' });
  else line.at(left + 1, first.text, first.look);
  const doubt = marks.find(mark => mark.doubt)?.doubt;
  return doubt ? line.at(left + 2, '?', doubt) : line;
}

const hasKey = (here: readonly Placed[], block: Block): boolean =>
  here.some(placed => placed.annotation.key && beginsIn(placed, block.paragraph));

function nameRow({ layout, block, base }: Drawing): Piece[] {
  const { measure } = layout.geometry;
  const time = visibleLine(block.paragraph.time ?? '');
  const name = shorten(visibleLine(block.paragraph.speaker ?? ''), measure - cells(time) - 1);
  const gap = ' '.repeat(Math.max(1, measure - cells(name) - cells(time)));
  return [
    { text: name, look: { ...base, bold: true } },
    { text: gap + time, look: { role: 'muted' } },
  ];
}

function wordRows(drawing: Drawing): Piece[][] {
  const { reading, block, base } = drawing;
  const { text } = reading.transcript;
  const look: Look = block.paragraph.kind === 'heading' ? { ...base, bold: true } : base;
  const spans = spansOf(drawing);
  const rows = block.rows.map(row => piecesOf(text, row, spans, look));
  if (block.paragraph.kind === 'heading' && rows.length === 1 && spans.length === 0) {
    return [
      [
        {
          text: shorten(
            visibleLine(headingWords(text, block.paragraph)),
            drawing.layout.geometry.measure,
          ),
          look,
        },
      ],
    ];
  }
  return rows;
}

function memoRow({ state, reading, layout, block, isCurrent }: Drawing): Piece[] {
  return memoLine(
    state,
    memosAt(reading, layout.marked, block.index),
    layout.geometry.measure,
    isCurrent,
  );
}
