import type { Codebook, Theme } from '../model/codebook.ts';
import {
  DIGEST_FORMATS,
  type DigestChoice,
  GROUPS,
  isRecipeFile,
  MATCHES,
  ORDERS,
  type Recipe,
  recipeNamed,
  sameChoice,
} from '../model/recipe.ts';
import { slug } from '../model/slug.ts';
import { inTree } from '../model/themeTree.ts';
import type { DigestLayer, DigestWords } from './digestLayer.ts';
import type { ReaderState } from './state.ts';

/** Fields of which one word is chosen. */
export type DigestRadio = 'match' | 'groupBy' | 'order' | 'format';
/** Fields that are so or not. */
export type DigestFlag = 'keyOnly' | 'memos' | 'table' | 'notes' | 'withChildren' | 'once' | 'bom';

/** What the cursor of the digest page can stand on. */
export type DigestField =
  | { [Kind in DigestWords]: { kind: Kind } }[DigestWords]
  | { kind: 'theme'; theme: Theme; depth: number }
  | { kind: 'radio'; radio: DigestRadio }
  | { kind: 'coder'; name: string }
  /** How many transcripts are chosen; they stand below it when it is open. */
  | { kind: 'texts' }
  | { kind: 'text'; id: string; title: string }
  | { kind: 'flag'; flag: DigestFlag };

export const RADIO_WORDS: { readonly [Radio in DigestRadio]: readonly string[] } = {
  match: MATCHES,
  groupBy: GROUPS,
  order: ORDERS,
  format: DIGEST_FORMATS,
};

const radio = (name: DigestRadio): DigestField => ({ kind: 'radio', radio: name });
const flag = (name: DigestFlag): DigestField => ({ kind: 'flag', flag: name });

/** The form's fields, top to bottom: the themes in codebook order, children after their parents. */
export function digestFields(state: ReaderState, layer: DigestLayer): DigestField[] {
  return [
    { kind: 'title' },
    ...inTree(themesOf(state.codebook)).map(branch => ({ kind: 'theme' as const, ...branch })),
    ...(['match', 'groupBy', 'order'] as const).map(radio),
    ...state.digests.coders.map(name => ({ kind: 'coder' as const, name })),
    { kind: 'texts' },
    ...(layer.textsOpen ? textFields(state) : []),
    { kind: 'since' },
    ...(['keyOnly', 'memos', 'table', 'notes', 'withChildren', 'once'] as const).map(flag),
    radio('format'),
    ...(layer.choice.format === 'csv' ? [flag('bom')] : []),
    { kind: 'file' },
    { kind: 'recipe' },
  ];
}

const textFields = ({ library }: ReaderState): DigestField[] =>
  library.texts.map(({ id, title }) => ({ kind: 'text', id, title }));

/** The themes that a digest can have. */
export const themesOf = ({ themes }: Codebook): Theme[] =>
  themes.filter(theme => theme.status !== 'merged');

export const titleOf = (state: ReaderState, { choice }: DigestLayer): string =>
  choice.title ?? `Digest of ${state.project}`;

/** The file that is typed, else one whose name follows from what is chosen. */
export function fileOf({ codebook }: ReaderState, { choice }: DigestLayer): string {
  if (choice.file !== null) return choice.file;
  const chosen = codebook.themes.filter(theme => choice.themes.includes(theme.id));
  const isLong = isAll(codebook, choice.themes) || chosen.length > 3;
  const names = isLong ? [] : chosen.map(theme => slug(theme.name) || theme.id);
  return `${['digest', ...names].join('-')}.${choice.format}`;
}

const isAll = (codebook: Codebook, ids: readonly string[]): boolean =>
  themesOf(codebook).every(theme => ids.includes(theme.id));

/** The choice as it is asked for: all themes are none in particular, so that later ones count as well. */
export const choiceOf = (state: ReaderState, layer: DigestLayer): DigestChoice => ({
  ...layer.choice,
  title: titleOf(state, layer),
  themes: isAll(state.codebook, layer.choice.themes)
    ? []
    : themesOf(state.codebook).flatMap(({ id }) => (layer.choice.themes.includes(id) ? [id] : [])),
});

/** Whether the choice is not what its recipe says any more. */
export function isChanged(state: ReaderState, layer: DigestLayer): boolean {
  const recipe = recipeNamed(state.digests.recipes, layer.recipe ?? '');
  if (!recipe || layer.recipe === null) return false;
  const now = recipeOf(state, layer, layer.recipe);
  const file = layer.choice.file === null ? recipe.file : now.file;
  return !sameChoice({ ...now, file }, { ...choiceHere(state, recipe), themes: recipe.themes });
}

/** The choice as it is kept: with the file where a recipe may name it. */
export function recipeOf(state: ReaderState, layer: DigestLayer, name: string): Recipe {
  const file = fileOf(state, layer);
  const { title } = layer.choice;
  return { ...choiceOf(state, layer), name, title, file: isRecipeFile(file) ? file : null };
}

/** A choice as the page has it: every theme by itself, nothing that is not there any more. */
export function choiceHere(state: ReaderState, choice: DigestChoice): DigestChoice {
  const { codebook, library } = state;
  const known = themesOf(codebook).map(theme => theme.id);
  const texts = new Set(library.texts.map(text => text.id));
  return {
    ...choice,
    themes: choice.themes.length === 0 ? known : choice.themes.filter(id => known.includes(id)),
    not: choice.not.filter(id => known.includes(id)),
    texts: choice.texts.filter(id => texts.has(id)),
  };
}
