import type { Theme } from '../../model/codebook.ts';
import type { Planned } from '../../model/codebookEdits.ts';
import { codebookRows } from '../codebookRows.ts';
import type { CodebookLayer, CodebookTask } from '../layer.ts';
import type { ReaderState } from '../state.ts';
import { commit } from './history.ts';
import { moved, only, type Result, say, warn } from './result.ts';

/** The theme at the cursor of the codebook page. */
export const themeAt = ({ codebook }: ReaderState, { cursor }: CodebookLayer): Theme | undefined =>
  codebookRows(codebook)[cursor]?.theme;

export const withTask = (
  state: ReaderState,
  layer: CodebookLayer,
  doing: CodebookTask | null,
): Result => only({ ...state, layer: { ...layer, doing } });

/** The page with the cursor on a theme, or where it was. */
export function cursorOn(
  state: ReaderState,
  layer: CodebookLayer,
  id: string | undefined,
): ReaderState {
  const rows = codebookRows(state.codebook);
  const found = rows.findIndex(({ theme }) => theme.id === id);
  const cursor = found === -1 ? moved(layer.cursor, 0, rows.length) : found;
  return { ...state, layer: { ...layer, cursor } };
}

/** The page after a plan, the page where it is refused, its words, and the theme to be at. */
interface Outcome {
  page: CodebookLayer;
  stays?: CodebookLayer;
  label?: string | undefined;
  at?: string;
}

/** Puts a plan on the screen and on its way to the disk; what cannot be is told and changes nothing. */
export function done(
  state: ReaderState,
  planned: Planned,
  { page, stays = page, label, at }: Outcome,
): Result {
  if (planned.kind === 'refused') return only(warn({ ...state, layer: stays }, planned.reason));
  const { themes, order } = planned.edits;
  const words = label ?? planned.label;
  const step = { label: words, coder: state.coder, themes, order: order ?? null, pages: [] };
  const { state: next, effects } = commit(state, step);
  return { state: cursorOn(say(next, words), page, at ?? planned.theme.id), effects };
}
