import { isDay, isRecipeName, type Recipe, recipeNamed, sameChoice } from '../../model/recipe.ts';
import type { Step } from '../../model/step.ts';
import { choiceHere, digestFields, fileOf, recipeOf, titleOf } from '../digestForm.ts';
import type { DigestLayer, DigestWords } from '../digestLayer.ts';
import type { ReaderState } from '../state.ts';
import { withPreview } from './digestPreview.ts';
import { commit } from './history.ts';
import { only, type Result, say, warn } from './result.ts';

/** Opens a field for typing, with the cursor on it. */
export function startTyping(state: ReaderState, layer: DigestLayer, typing: DigestWords): Result {
  if (typing === 'recipe' && state.digests.problem !== null)
    return only(warn(state, state.digests.problem));
  const drafts: Record<DigestWords, string> = {
    title: titleOf(state, layer),
    since: layer.choice.since ?? '',
    file: fileOf(state, layer),
    recipe: layer.recipe ?? '',
  };
  const cursor = digestFields(state, layer).findIndex(field => field.kind === typing);
  const fields = { typing, draft: drafts[typing], cursor, showsPreview: false };
  return only({ ...state, layer: { ...layer, ...fields } });
}

export const digestTyped = (state: ReaderState, layer: DigestLayer, draft: string): Result =>
  only(layer.typing === null ? state : { ...state, layer: { ...layer, draft } });

/** What was typed is kept; an empty field gets its usual words back. */
export function digestSubmitted(state: ReaderState, layer: DigestLayer, value: string): Result {
  const { typing } = layer;
  if (typing === null) return only(state);
  const typed = value.trim();
  if (typing === 'recipe') return keepRecipe(state, layer, typed);
  if (typing === 'since' && typed !== '' && !isDay(typed))
    return only(warn(state, `${typed} is no day: type it as 2026-11-03`));
  const choice = { ...layer.choice, [typing]: typed === '' ? null : typed };
  return withPreview(state, { ...layer, typing: null, draft: '', choice });
}

/** Keeps the choice under a name, as a step: it is on its way to the disk and can be undone. */
function keepRecipe(state: ReaderState, layer: DigestLayer, name: string): Result {
  const closed = { ...layer, typing: null, draft: '' };
  if (name === '') return only({ ...state, layer: closed });
  if (!isRecipeName(name))
    return only(warn(state, 'a recipe’s name is one line of 80 signs at most'));
  const after = recipeOf(state, layer, name);
  const before = recipeNamed(state.digests.recipes, name) ?? null;
  const kept = `the recipe ${name}`;
  const next = { ...state, layer: { ...closed, recipe: name, kept, exists: null } };
  if (before && sameChoice(before, after))
    return only(say(next, `${name} is kept like this already`));
  return commit(next, stepOf(state, before, after));
}

/** `X`: the recipe that the choice was taken from is forgotten; the choice stays. */
export function forgetHere(state: ReaderState, layer: DigestLayer): Result {
  const before =
    layer.recipe === null ? undefined : recipeNamed(state.digests.recipes, layer.recipe);
  if (!before) return only(warn(state, 'no recipe is chosen'));
  const kept = `the recipe ${before.name} is forgotten`;
  return commit(
    { ...state, layer: { ...layer, recipe: null, kept, exists: null } },
    stepOf(state, before, null),
  );
}

const stepOf = ({ coder }: ReaderState, before: Recipe | null, after: Recipe | null): Step => ({
  label: `the recipe ${(after ?? before)?.name}`,
  coder,
  themes: [],
  pages: [],
  recipes: [{ before, after }],
});

/** The next recipe that is kept, or the one before, with all that it says. */
export function nextRecipe(state: ReaderState, layer: DigestLayer, by: 1 | -1): Result {
  const { recipes, problem } = state.digests;
  if (problem !== null) return only(warn(state, problem));
  if (recipes.length === 0) return only(warn(state, 'no recipe is kept yet'));
  const here = recipes.findIndex(one => one.name === layer.recipe);
  const at = here === -1 ? (by === 1 ? 0 : recipes.length - 1) : here + by;
  const recipe = recipes[(at + recipes.length) % recipes.length];
  if (!recipe) return only(state);
  const { name, ...choice } = recipe;
  return withPreview(state, { ...layer, recipe: name, choice: choiceHere(state, choice) });
}
