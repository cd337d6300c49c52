import { compareText } from './annotation.ts';

/** The forms in which a digest can be written; `csl` holds its sources only. */
export const DIGEST_FORMATS = ['md', 'html', 'docx', 'csv', 'json', 'txt', 'csl'] as const;
export type DigestFormat = (typeof DIGEST_FORMATS)[number];

export const GROUPS = ['theme', 'text', 'speaker'] as const;
export const ORDERS = ['date', 'text'] as const;
export const MATCHES = ['any', 'all'] as const;

/** All that somebody decides about a digest. */
export interface DigestChoice {
  /** `null`: it is named after the project. */
  title: string | null;
  /** Ids of themes; empty: all that are not merged away. */
  themes: readonly string[];
  /** With the themes under them. */
  withChildren: boolean;
  match: (typeof MATCHES)[number];
  /** Ids of themes that must not be on overlapping words. */
  not: readonly string[];
  /** Ids of transcripts; empty: all. */
  texts: readonly string[];
  /** Names of coders; empty: everybody. */
  coders: readonly string[];
  /** Tagged on this day (UTC, `2026-11-03`) or later; `null`: whenever. */
  since: string | null;
  keyOnly: boolean;
  /** Memos without a theme too. */
  notes: boolean;
  /** A passage with several themes is drawn once. */
  once: boolean;
  memos: boolean;
  /** The table and the figures. */
  table: boolean;
  groupBy: (typeof GROUPS)[number];
  order: (typeof ORDERS)[number];
  format: DigestFormat;
  /** CSV begins with the sign of UTF-8. */
  bom: boolean;
  /** Where it is written, as a path below the project; `null`: that is not said. */
  file: string | null;
}

/** A choice that a project keeps under a name. */
export interface Recipe extends DigestChoice {
  name: string;
}

/** A recipe before and after a change; `before` null: it is new; `after` null: it goes. */
export interface RecipeEdit {
  before: Recipe | null;
  after: Recipe | null;
}

/** Everything, theme by theme, as Markdown. */
export const plainChoice: DigestChoice = {
  title: null,
  themes: [],
  withChildren: false,
  match: 'any',
  not: [],
  texts: [],
  coders: [],
  since: null,
  keyOnly: false,
  notes: false,
  once: false,
  memos: true,
  table: true,
  groupBy: 'theme',
  order: 'date',
  format: 'md',
  bom: false,
  file: null,
};

export const choiceOfRecipe = ({ name: _, ...choice }: Recipe): DigestChoice => choice;

/** Whether two choices, or two recipes, say the same. */
export const sameChoice = (a: DigestChoice, b: DigestChoice): boolean =>
  Object.entries(plainChoice).every(([field]) => {
    const key = field as keyof DigestChoice;
    return said(a[key]) === said(b[key]);
  });

/** A list says the same in any order. */
const said = (value: unknown): string =>
  JSON.stringify(Array.isArray(value) ? value.toSorted(compareText) : value);

/** The recipes with one put in the place of its namesake, or at the end. */
export function withRecipe(recipes: readonly Recipe[], recipe: Recipe): Recipe[] {
  const isThere = recipes.some(one => one.name === recipe.name);
  if (!isThere) return [...recipes, recipe];
  return recipes.map(one => (one.name === recipe.name ? recipe : one));
}

export const recipeNamed = (recipes: readonly Recipe[], name: string): Recipe | undefined =>
  recipes.find(one => one.name === name);

/** The recipes after an edit was made to them. */
export function withRecipeEdit(
  recipes: readonly Recipe[],
  { before, after }: RecipeEdit,
): readonly Recipe[] {
  return after === null
    ? recipes.filter(one => one.name !== before?.name)
    : withRecipe(recipes, after);
}

/** A day as ISO 8601 writes it, and one that there is. */
export const isDay = (words: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(words) &&
  !Number.isNaN(Date.parse(words)) &&
  new Date(words).toISOString().startsWith(words);

const NO_RECIPE_NAME = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Whether words can name a recipe: on one line, no white space around them, 80 characters at most. */
export const isRecipeName = (name: string): boolean =>
  name !== '' && name === name.trim() && name.length <= 80 && !NO_RECIPE_NAME.test(name);

/**
 * Whether a recipe may name a file to write. A project may come from anybody, so a recipe's file lies
 * below the project, not among the texts and the annotations, in no hidden folder, and has the ending
 * of a digest: running a recipe replaces nothing else.
 */
export function isRecipeFile(file: string): boolean {
  const names = file.split(/[/\\]/);
  const [first = ''] = names;
  const isInside = names.every(
    name => name !== '' && !name.startsWith('.') && !/[:\p{Cc}]/u.test(name),
  );
  const isOurs = ['texts', 'annotations', 'node_modules'].includes(first.toLowerCase());
  const ending = /\.(?<ending>[^.]+)$/.exec(file)?.groups?.ending?.toLowerCase() ?? '';
  return isInside && !(isOurs && names.length > 1) && ENDINGS.has(ending);
}

const ENDINGS: ReadonlySet<string> = new Set([...DIGEST_FORMATS, 'markdown', 'htm', 'txt']);
