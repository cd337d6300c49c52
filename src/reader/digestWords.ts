import { visibleLine } from '../model/visible.ts';
import {
  type DigestField,
  type DigestFlag,
  type DigestRadio,
  fileOf,
  isChanged,
  titleOf,
} from './digestForm.ts';
import type { DigestLayer, DigestWords } from './digestLayer.ts';
import type { ReaderState } from './state.ts';

/** What a field is called at the left of its first row, and in words for a screen reader. */
export const FLAG_WORDS: Readonly<Record<DigestFlag, { label: string; words: string }>> = {
  keyOnly: { label: 'only', words: '★ key quotations' },
  memos: { label: 'with', words: 'memos' },
  table: { label: 'with', words: 'matrix' },
  notes: { label: 'with', words: 'loose memos' },
  withChildren: { label: 'with', words: 'themes below' },
  once: { label: 'once', words: 'where themes share words' },
  bom: { label: 'format', words: 'sign for Excel' },
};

const RADIO_LABELS: Readonly<Record<DigestRadio, string>> = {
  match: 'match',
  groupBy: 'group by',
  order: 'order',
  format: 'format',
};

/** What stands at the left of a field's first row. */
export const labelOf = (field: DigestField): string => {
  if (field.kind === 'radio') return RADIO_LABELS[field.radio];
  if (field.kind === 'flag') return FLAG_WORDS[field.flag].label;
  return {
    theme: 'themes',
    coder: 'coders',
    text: '',
    texts: 'texts',
    recipe: 'recipe',
    title: 'title',
    since: 'since',
    file: 'file',
  }[field.kind];
};

/** What a box says beside it; `null` for a field that has none. */
export function boxWords(field: DigestField): string | null {
  if (field.kind === 'coder') return visibleLine(field.name);
  return field.kind === 'flag' ? FLAG_WORDS[field.flag].words : null;
}

/** Whether a box is chosen: every coder is where none is named. */
export function isOn({ choice }: DigestLayer, field: DigestField): boolean {
  if (field.kind === 'flag') return choice[field.flag];
  if (field.kind === 'coder')
    return choice.coders.length === 0 || choice.coders.includes(field.name);
  if (field.kind === 'text') return choice.texts.includes(field.id);
  return field.kind === 'theme' && choice.themes.includes(field.theme.id);
}

/** What stands in a field of words. */
export function valueWords(
  state: ReaderState,
  layer: DigestLayer,
  kind: DigestWords | 'texts',
): string {
  const { choice, textsOpen } = layer;
  switch (kind) {
    case 'title':
      return titleOf(state, layer);
    case 'file':
      return fileOf(state, layer);
    case 'since':
      return choice.since ?? 'whenever';
    case 'texts': {
      const all = state.library.texts.length;
      const some = choice.texts.length === 0 ? `all ${all}` : `${choice.texts.length} of ${all}`;
      return `${some} ${textsOpen ? '▾' : '›'}`;
    }
    case 'recipe':
      return recipeWords(state, layer);
  }
}

function recipeWords(state: ReaderState, layer: DigestLayer): string {
  const { recipes, problem } = state.digests;
  if (problem !== null) return '? cannot be read';
  if (layer.recipe !== null)
    return layer.recipe + (isChanged(state, layer) ? ' · changed since' : '');
  return recipes.length === 0 ? 'none kept yet' : `${recipes.length} kept`;
}
