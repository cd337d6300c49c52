import { choiceOfRecipe, type DigestChoice, plainChoice, type Recipe } from '../model/recipe.ts';
import { changeData, type Keeping, readData } from './dataFile.ts';
import type { FileFormat } from './jsonFile.ts';
import { isJsonObject } from './jsonObject.ts';
import { recipesPaths } from './paths.ts';
import { checkRecipes, type RecipeData, type RecipesData, recipesText } from './recipesSchema.ts';
import { oneLine } from './serialise.ts';
import { FORMAT_VERSION } from './versions.ts';

const format: FileFormat<RecipesData> = { check: checkRecipes, serialise: recipesText };
const empty: RecipesData = { version: FORMAT_VERSION, recipes: [] };

/** The project's recipes in their order; none where nothing is kept. Throws BrokenFile and Fault. */
export async function readRecipes(keeping: Keeping): Promise<Recipe[]> {
  const data = await readData(keeping, recipesPaths(keeping.annotations), format);
  return (data?.recipes ?? []).map(recipeOf);
}

/**
 * Changes the recipes; `change` gets what is on the disk and may be called several times. Fields of
 * other programs stay where a recipe keeps its name. Nothing is written if nothing changed. Returns
 * what stands there then. Throws Locked, BrokenFile and Fault, and what `change` throws.
 */
export async function changeRecipes(
  keeping: Keeping,
  change: (recipes: readonly Recipe[]) => readonly Recipe[],
): Promise<Recipe[]> {
  const file = { paths: recipesPaths(keeping.annotations), format, empty };
  const data = await changeData(keeping, file, old => {
    const stored = new Map(old.recipes.map(one => [one.name, one]));
    const recipes = change(old.recipes.map(recipeOf)).map(one => dataOf(one, stored.get(one.name)));
    return oneLine(recipes) === oneLine(old.recipes) ? old : { ...old, recipes };
  });
  return data.recipes.map(recipeOf);
}

/** A recipe as the program knows it; what is not said is as a plain choice has it. */
function recipeOf({ name, ...said }: RecipeData): Recipe {
  const known = Object.keys(plainChoice).flatMap(field =>
    said[field] === undefined ? [] : [[field, said[field]] as const],
  );
  return { name, ...plainChoice, ...Object.fromEntries(known) };
}

/** What is as a plain choice has it is not written; fields of other programs are. */
function dataOf(recipe: Recipe, stored: RecipeData | undefined): RecipeData {
  if (stored && oneLine(recipeOf(stored)) === oneLine(ordered(recipe))) return stored;
  const foreign = Object.entries(stored ?? {}).filter(
    ([field]) => field !== 'name' && !(field in plainChoice),
  );
  return { name: recipe.name, ...saidBy(recipe), ...Object.fromEntries(foreign) };
}

/** The fields in the order that they have on the disk. */
const ordered = (recipe: Recipe): Recipe => {
  const choice = Object.keys(plainChoice).map(field => [
    field,
    recipe[field as keyof DigestChoice],
  ]);
  return { name: recipe.name, ...plainChoice, ...Object.fromEntries(choice) };
};

/** What a choice says that a plain one does not. */
function saidBy(choice: DigestChoice): Partial<DigestChoice> {
  const fields = Object.entries(plainChoice).flatMap(([field, plain]) => {
    const value = choice[field as keyof DigestChoice];
    return oneLine(value) === oneLine(plain) ? [] : [[field, value] as const];
  });
  return Object.fromEntries(fields);
}

/** A choice that a file of the user's own keeps, whatever file it names; `null` for anything else. */
export function choiceOfData(data: unknown): DigestChoice | null {
  if (!isJsonObject(data)) return null;
  const { file, ...rest } = data;
  const checked = checkRecipes({ version: FORMAT_VERSION, recipes: [{ ...rest, name: 'choice' }] });
  const [recipe] = checked.kind === 'good' ? checked.data.recipes : [];
  if (!recipe) return null;
  return { ...choiceOfRecipe(recipeOf(recipe)), file: typeof file === 'string' ? file : null };
}
