import * as z from 'zod/mini';
import {
  DIGEST_FORMATS,
  GROUPS,
  isDay,
  isRecipeFile,
  isRecipeName,
  MATCHES,
  ORDERS,
} from '../model/recipe.ts';
import { type JsonObject, without } from './jsonObject.ts';
import { type Checked, check } from './schema.ts';
import { oneLine } from './serialise.ts';
import { FORMAT_VERSION } from './versions.ts';

const text = z.string('must be text');
const names = z.optional(z.readonly(z.array(text, 'must be a list')));
const flag = z.optional(z.boolean('must be true or false'));
const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.optional(z.enum(words, `must be one of ${words.join(', ')}`));

const recipe = z.looseObject(
  {
    name: text.check(
      z.refine(isRecipeName, 'must be a name on one line, of 80 characters at most'),
    ),
    title: z.optional(z.nullable(text)),
    themes: names,
    withChildren: flag,
    match: oneOf(MATCHES),
    not: names,
    texts: names,
    coders: names,
    since: z.optional(z.nullable(text.check(z.refine(isDay, 'must be a day, as 2026-11-03')))),
    keyOnly: flag,
    notes: flag,
    once: flag,
    memos: flag,
    table: flag,
    groupBy: oneOf(GROUPS),
    order: oneOf(ORDERS),
    format: oneOf(DIGEST_FORMATS),
    bom: flag,
    file: z.optional(
      z.nullable(
        text.check(
          z.refine(
            isRecipeFile,
            'must be a path below the project, outside texts/ and annotations/, with the ending of a digest',
          ),
        ),
      ),
    ),
  },
  'must be a recipe',
);

const noDoubleNames = z.check<readonly { name: string }[]>(({ value, issues }) => {
  const seen = new Set<string>();
  for (const [index, { name }] of value.entries()) {
    if (seen.has(name)) {
      const message = `has the name of another one, ${JSON.stringify(name)}`;
      issues.push({ code: 'custom', input: value, path: [index], message });
    }
    seen.add(name);
  }
});

const recipes = z.looseObject(
  {
    version: z.literal(FORMAT_VERSION, `must be ${FORMAT_VERSION}`),
    recipes: z.array(recipe, 'must be a list').check(noDoubleNames),
  },
  'must be the recipes of digests',
);

export type RecipesData = z.output<typeof recipes>;
export type RecipeData = RecipesData['recipes'][number];

export const checkRecipes = (data: unknown): Checked<RecipesData> =>
  check(recipes, data, 'recipes');

/** One recipe a line, so that git merges them. `null`, so no file, where nothing is kept. */
export function recipesText(data: RecipesData): string | null {
  const { recipes: all, ...rest } = data;
  if (all.length === 0 && Object.keys(without<JsonObject>(rest, 'version')).length === 0)
    return null;
  const lines = all.map(one => `\n${oneLine(one)}`).join(',');
  return `{${oneLine(rest).slice(1, -1)}, "recipes": [${lines}\n]}\n`;
}
