import type { RecipeData, RecipesData } from '../recipesSchema.ts';
import { byId, changedSide, keptOf, type Versions } from './threeWay.ts';

/** Merged recipes, and a line for each name under which both sides had something else to say. */
export interface MergedRecipes {
  data: RecipesData;
  notes: string[];
}

type Named = RecipeData & { id: string };

/**
 * Two versions of the recipes merged by name. Where both sides have changed one, ours keeps its name and
 * theirs stands beside it under another: nothing is lost. `base` as in `mergePages`.
 */
export function mergeRecipes({
  base,
  ours,
  theirs,
}: Versions<RecipesData> & { ours: RecipesData; theirs: RecipesData }): MergedRecipes {
  const named = (data: RecipesData | undefined): Named[] =>
    (data?.recipes ?? []).map(recipe => ({ ...recipe, id: recipe.name }));
  const lists = { base: named(base), ours: named(ours), theirs: named(theirs) };
  const taken = new Set([...lists.ours, ...lists.theirs].map(({ name }) => name));
  const notes: string[] = [];
  const recipes = byId<Named>(lists).flatMap(versions => mergeOne(versions, taken, notes));
  return {
    data: { ...theirs, ...ours, recipes: recipes.map(({ id: _, ...rest }) => rest) },
    notes,
  };
}

function mergeOne(versions: Versions<Named>, taken: Set<string>, notes: string[]): Named[] {
  const { ours, theirs } = versions;
  if (!ours || !theirs) return [keptOf(versions)].filter(one => one !== undefined);
  const side = changedSide(versions);
  if (side !== null) return [side === 'ours' ? ours : theirs];
  const name = freeName(ours.name, taken);
  notes.push(`${ours.name}: both sides changed this recipe, theirs is kept as ${name}`);
  return [ours, { ...theirs, name }];
}

/** A name beside one that is taken: `weekly 2`, short enough for a name. */
function freeName(name: string, taken: Set<string>): string {
  const stem = name.slice(0, 70).trim();
  let n = 2;
  while (taken.has(`${stem} ${n}`)) n++;
  taken.add(`${stem} ${n}`);
  return `${stem} ${n}`;
}
