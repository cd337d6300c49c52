import { extname } from 'node:path';
import { UsageFault } from '../model/fault.ts';
import { DIGEST_FORMATS, type DigestChoice, type DigestFormat, isDay } from '../model/recipe.ts';

/** The options of `digest` that say what goes into it; one that was not given is absent or empty. */
export interface DigestOptions {
  theme: readonly string[];
  withChildren?: boolean;
  any?: boolean;
  all?: boolean;
  not: readonly string[];
  text: readonly string[];
  since?: string | undefined;
  title?: string | undefined;
  keyOnly?: boolean;
  notes?: boolean;
  groupBy?: 'theme' | 'text' | 'speaker';
  order?: 'date' | 'text';
  once?: boolean;
  memos?: boolean;
  table?: boolean;
  format?: DigestFormat | undefined;
  bom?: boolean;
  out?: string | undefined;
  recipe?: string;
  save?: string;
}

/** What is asked for: what a recipe says, with the options that were given in its place. */
export function chosen(
  options: DigestOptions,
  coder: string | undefined,
  recipe: DigestChoice,
): DigestChoice {
  const { theme, not, text, any, all, since, title } = options;
  if (any && all)
    throw new UsageFault('digest: --any and --all exclude each other. Give one of them');
  return {
    ...recipe,
    themes: given(theme, recipe.themes),
    not: given(not, recipe.not),
    texts: given(text, recipe.texts),
    coders: coder === undefined ? recipe.coders : [coder],
    match: all ? 'all' : any ? 'any' : recipe.match,
    since: since === undefined ? recipe.since : dayOf(since),
    title: title ?? recipe.title,
    ...plainOptions(options, recipe),
  };
}

const given = (words: readonly string[], otherwise: readonly string[]) =>
  words.length > 0 ? words : otherwise;

/** The options that mean what they are called. */
function plainOptions(options: DigestOptions, recipe: DigestChoice) {
  const { withChildren, keyOnly, notes, once, memos, table, bom, groupBy, order } = options;
  return {
    withChildren: withChildren ?? recipe.withChildren,
    keyOnly: keyOnly ?? recipe.keyOnly,
    notes: notes ?? recipe.notes,
    once: once ?? recipe.once,
    memos: memos ?? recipe.memos,
    table: table ?? recipe.table,
    bom: bom ?? recipe.bom,
    groupBy: groupBy ?? recipe.groupBy,
    order: order ?? recipe.order,
  };
}

function dayOf(word: string): string {
  if (!isDay(word)) throw new UsageFault(`--since ${word}: not a day. Give it as 2026-11-03`);
  return word;
}

/** `--format`, else the ending of the file, else JSON for `--json`, else as the recipe has it. */
export function formatOf(
  { format, out, recipe: name }: DigestOptions,
  json: boolean,
  recipe: DigestChoice,
): DigestFormat {
  if (out === undefined) return formatOnStdout(format, json, recipe);
  if (format !== undefined) return format;
  const ending = extname(out).slice(1).toLowerCase();
  const known = DIGEST_FORMATS.find(one => one === ending) ?? OTHER_ENDINGS.get(ending);
  if (known) return known;
  if (json) return 'json';
  if (name !== undefined) return recipe.format;
  throw new UsageFault(
    `--out ${out}: its ending names no format. Give --format ${DIGEST_FORMATS.join(', ')}`,
  );
}

function formatOnStdout(
  format: DigestFormat | undefined,
  json: boolean,
  recipe: DigestChoice,
): DigestFormat {
  if (json && format !== undefined && format !== 'json')
    throw new UsageFault(
      `digest: --json and --format ${format} exclude each other. Give one of them`,
    );
  return json ? 'json' : (format ?? recipe.format);
}

const OTHER_ENDINGS: ReadonlyMap<string, DigestFormat> = new Map([
  ['markdown', 'md'],
  ['htm', 'html'],
]);
