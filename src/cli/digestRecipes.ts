import type { Recipe } from '../model/recipe.ts';
import { visibleLine } from '../model/visible.ts';
import { forgetRecipe } from '../project/recipes.ts';
import type { Session } from './session.ts';
import { type Column, tableLines } from './table.ts';

/** The options of `digest` that are about the recipes themselves. */
export interface RecipeOptions {
  recipes?: boolean;
  forget?: string;
}

const COLUMNS: readonly Column[] = [
  { heading: 'RECIPE' },
  { heading: 'THEMES', shrinksTo: 12 },
  { heading: 'FORMAT' },
  { heading: 'FILE' },
];

/** `digest --forget NAME` and `digest --recipes`: what is kept, after that one is gone. */
export async function recipesCommand(
  session: Session,
  { forget, recipes: lists }: RecipeOptions,
): Promise<number> {
  const project = await session.project();
  if (forget !== undefined) {
    const { name } = await forgetRecipe(project, forget);
    await session.say(`Forgot the recipe ${name}`);
  }
  if (!lists) return 0;
  const recipes = await project.store.readRecipes();
  if (session.options.json) await session.printJson({ recipes });
  else if (recipes.length > 0)
    await session.print(await tableLines(COLUMNS, recipes.map(row), session));
  else await session.say('No recipes yet. "marginalia digest --save NAME" keeps one');
  return 0;
}

const row = ({ name, themes, not, format, file }: Recipe) => ({
  cells: [
    name,
    [...(themes.length === 0 ? ['all'] : themes), ...not.map(theme => `not ${theme}`)].join(', '),
    format,
    file ?? '',
  ].map(visibleLine),
});
