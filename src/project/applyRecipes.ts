import {
  type Recipe,
  type RecipeEdit,
  recipeNamed,
  sameChoice,
  withRecipeEdit,
} from '../model/recipe.ts';
import { Refusal } from './applyEdits.ts';
import type { Project } from './project.ts';

/** Writes changes of the recipes. Throws a Refusal where another writer changed one since. */
export async function applyRecipes(project: Project, edits: readonly RecipeEdit[]): Promise<void> {
  if (edits.length === 0) return;
  await project.store.changeRecipes(recipes => edits.reduce<readonly Recipe[]>(applyEdit, recipes));
}

function applyEdit(recipes: readonly Recipe[], edit: RecipeEdit): readonly Recipe[] {
  const { before, after } = edit;
  const name = (before ?? after)?.name ?? '';
  const there = recipeNamed(recipes, name);
  const isAsSeen = before === null ? !there : there && sameChoice(there, before);
  if (!isAsSeen) throw new Refusal(`not done: another writer changed the recipe ${name} since`);
  return withRecipeEdit(recipes, edit);
}
