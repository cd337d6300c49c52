import { coverageOf } from '../../model/coverage.ts';
import type { KeyCommand } from '../keymap/keymap.ts';
import { cellAt, columnsOf, matrixFigures, NEARNESSES } from '../matrixFigures.ts';
import type { MatrixLayer } from '../matrixLayer.ts';
import { matrixTable } from '../matrixTable.ts';
import type { ReaderState } from '../state.ts';
import { recounted } from './counts.ts';
import { openText } from './library.ts';
import { goToParagraph } from './move.ts';
import { readPassages } from './passages.ts';
import { doing, moved, only, type Result, say } from './result.ts';
import { rowsOfKeys } from './rows.ts';

/** Opens the matrix; the passages of all transcripts are read for it. */
export const openMatrix = (state: ReaderState): Result =>
  readPassages(
    only({
      ...recounted(state),
      layer: {
        kind: 'matrix',
        view: 'texts',
        row: 0,
        column: 0,
        near: 0,
        shares: false,
        coder: null,
      },
    }),
  );

const ROWS = rowsOfKeys(8);

export function matrixKey(state: ReaderState, layer: MatrixLayer, command: KeyCommand): Result {
  const rows = ROWS[command];
  const to = (change: Partial<MatrixLayer>): Result =>
    only({ ...state, layer: { ...layer, ...change } });
  if (rows !== undefined) return to(movedBy(state, layer, rows, 0));
  switch (command) {
    case 'left':
      return to(movedBy(state, layer, 0, -1));
    case 'right':
      return to(movedBy(state, layer, 0, 1));
    case 'together':
      return to(turned(state, layer, 'pairs'));
    case 'where':
    case 'coverage':
      return to(turned(state, layer, command));
    case 'nearness':
      return to({ near: (layer.near + 1) % NEARNESSES.length });
    case 'shares':
      return to({ shares: !layer.shares });
    case 'tab':
      return to({ coder: coderAfter(state, layer) });
    case 'copy':
      return doing(say(state, 'copying …'), { kind: 'copyTable', rows: matrixTable(state, layer) });
    case 'choose':
      return goes(state, layer);
    default:
      return only(state);
  }
}

/** The list of coverage has transcripts for rows; elsewhere they are the columns. */
function movedBy(state: ReaderState, layer: MatrixLayer, rows: number, columns: number) {
  const figures = matrixFigures(state, layer.coder);
  if (layer.view === 'coverage') return { column: moved(layer.column, rows, figures.texts.length) };
  const isWhole = layer.view === 'where' ? 0 : 1;
  const count = columnsOf(layer, figures).length + isWhole;
  return {
    row: moved(layer.row, rows, figures.themes.length),
    column: moved(layer.column, columns, count),
  };
}

/** To a view, or from it back to themes by transcript; a column that it has not is its last one. */
function turned(state: ReaderState, layer: MatrixLayer, view: MatrixLayer['view']) {
  const next = { ...layer, view: layer.view === view ? ('texts' as const) : view };
  const isOtherKind = (layer.view === 'pairs') !== (next.view === 'pairs');
  const column = isOtherKind ? 0 : layer.column;
  return { ...next, ...movedBy(state, { ...next, column }, 0, 0) };
}

function coderAfter(state: ReaderState, { coder }: MatrixLayer): string | null {
  const { coders } = matrixFigures(state, coder);
  return coders[coder === null ? 0 : coders.indexOf(coder) + 1] ?? null;
}

function goes(state: ReaderState, layer: MatrixLayer): Result {
  if (layer.view === 'coverage') return toUntagged(state, layer);
  const found = cellAt(state, layer);
  if (!found) return only(state);
  const { theme, cell } = found;
  return only({
    ...state,
    layer: { kind: 'passages', theme, cursor: 0, split: null, cell, over: layer },
  });
}

/** To the first paragraph of a transcript that is not tagged. */
function toUntagged(state: ReaderState, { column, coder }: MatrixLayer): Result {
  const { texts, counted } = matrixFigures(state, coder);
  const text = texts[column];
  if (!text) return only(state);
  const own = counted.filter(one => one.text === text.id);
  const first = coverageOf(text.paragraphs, own).untagged[0]?.[0] ?? 1;
  if (state.reading?.transcript.id === text.id)
    return only(goToParagraph({ ...state, layer: null, page: 'reading' }, first - 1));
  const places = { ...state.places, [text.id]: first - 1 };
  return openText({ ...state, layer: null, places }, text.id);
}
