import { realpath } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { Fault, UsageFault } from '../model/fault.ts';
import {
  type DigestChoice,
  isRecipeFile,
  isRecipeName,
  type Recipe,
  recipeNamed,
  withRecipe,
} from '../model/recipe.ts';
import { type DigestQuery, themeNamed } from './digest.ts';
import { codebookOf, type Project } from './project.ts';
import { findEntry, listTexts } from './texts.ts';

/** What a choice asks for. */
export function queryOfChoice(choice: DigestChoice): DigestQuery {
  const { title, since, memos, table, format: _, bom: _bom, file: _file, ...rest } = choice;
  return {
    ...rest,
    title: title ?? undefined,
    since: since ?? undefined,
    withoutMemos: !memos,
    withoutTable: !table,
  };
}

/** The recipe of a name. Throws a Fault where there is none, BrokenFile and Fault as reading does. */
export async function recipeOf(project: Project, name: string): Promise<Recipe> {
  const found = recipeNamed(await project.store.readRecipes(), name);
  if (found) return found;
  throw new Fault(`${name}: no such recipe. "marginalia digest --recipes" lists them`);
}

/**
 * Where a recipe is written, as a path of this machine; `null` where it names no file. Throws a Fault
 * where a link leads out of the project: the project may come from anybody.
 */
export async function fileOfRecipe(
  { root }: Project,
  { file }: DigestChoice,
): Promise<string | null> {
  if (file === null) return null;
  const path = resolve(root, file);
  const real = await realpath(root);
  for (let folder = dirname(path); folder !== root; folder = dirname(folder)) {
    const found = await realpath(folder).catch(() => null);
    if (found === null) continue;
    if (found === join(real, relative(root, folder))) break;
    throw new Fault(`${file}: a link leads to another place. Give --out FILE`, { file: path });
  }
  return path;
}

/** A path of this machine as a recipe names it; `null` where no recipe may name it. */
export function recipeFile(project: Project, path: string): string | null {
  const file = relative(project.root, path).split(sep).join('/');
  return isRecipeFile(file) ? file : null;
}

/**
 * Keeps a choice under a name, in the place of what had it. Themes and transcripts are kept by id.
 * Returns whether the name was there. Throws a UsageFault for words that are no name, a Fault for an
 * unknown theme or transcript and if the disk refuses.
 */
export async function saveRecipe(
  project: Project,
  name: string,
  choice: DigestChoice,
): Promise<{ replaced: boolean }> {
  if (!isRecipeName(name))
    throw new UsageFault(
      `--save ${name}: no name for a recipe. Give words on one line, 80 signs at most`,
    );
  const codebook = await codebookOf(project);
  const idsOf = (words: readonly string[]) => words.map(word => themeNamed(codebook, word).id);
  const entries = choice.texts.length === 0 ? [] : await listTexts(project.root);
  const recipe: Recipe = {
    ...choice,
    name,
    themes: idsOf(choice.themes),
    not: idsOf(choice.not),
    texts: choice.texts.map(id => findEntry(entries, id).id),
  };
  let replaced = false;
  await project.store.changeRecipes(recipes => {
    replaced = recipeNamed(recipes, name) !== undefined;
    return withRecipe(recipes, recipe);
  });
  return { replaced };
}

/** Forgets a recipe and returns it. Throws a Fault where there is none of that name. */
export async function forgetRecipe(project: Project, name: string): Promise<Recipe> {
  const recipe = await recipeOf(project, name);
  await project.store.changeRecipes(recipes => recipes.filter(one => one.name !== name));
  return recipe;
}
