import type { Theme } from '../../model/codebook.ts';
import { editTheme } from '../../model/codebookEdits.ts';
import { fieldsFrom, fieldWords, type ThemeField } from '../codebookRows.ts';
import type { CodebookLayer } from '../layer.ts';
import type { ReaderState } from '../state.ts';
import { done, withTask } from './codebookPlan.ts';
import { only, type Result, warn } from './result.ts';

/** The list of a theme's fields, then the field itself. */
export function editFields(state: ReaderState, layer: CodebookLayer, theme: Theme): Result {
  const { doing } = layer;
  if (theme.status === 'merged')
    return only(warn(state, `${theme.name}: this theme is merged. Bring it back first`));
  if (doing?.kind !== 'fields')
    return withTask(state, { ...layer, pane: 'theme' }, { kind: 'fields', field: 'name' });
  const { field } = doing;
  return withTask(state, layer, { kind: 'field', field, draft: fieldWords(theme, field) });
}

/** Enter in a field: its words are kept. */
export function keepField(
  state: ReaderState,
  layer: CodebookLayer,
  theme: Theme,
  field: ThemeField,
  value: string,
): Result {
  const back: CodebookLayer = { ...layer, doing: { kind: 'fields', field } };
  const isSame = value.trim() === fieldWords(theme, field).trim();
  if (isSame) return only({ ...state, layer: back });
  const planned = editTheme(state.codebook, theme.id, fieldsFrom(field, value));
  const label = field === 'name' ? undefined : `${field} of ${theme.name}`;
  const stays: CodebookLayer = { ...layer, doing: { kind: 'field', field, draft: value } };
  return done(state, planned, { page: back, stays, label });
}
