import { readJson } from '../readJson.ts';
import { checkRecipes, type RecipesData, recipesText } from '../recipesSchema.ts';
import {
  type Checked,
  type CodebookData,
  checkCodebook,
  checkPage,
  type PageData,
} from '../schema.ts';
import { codebookText, wholePageText } from '../serialise.ts';
import { checkState, type StateData, stateText } from '../stateSchema.ts';
import { FORMAT_VERSION } from '../versions.ts';
import { mergeCodebooks } from './codebooks.ts';
import { mergePages } from './pages.ts';
import { mergeRecipes } from './recipes.ts';
import { mergeStates } from './states.ts';

/** The bytes of three versions of a data file; `base` empty where there was none. */
export interface ThreeFiles {
  base: Uint8Array;
  ours: Uint8Array;
  theirs: Uint8Array;
}

/** The merged file, or which version cannot be read and why. */
export type MergedText =
  | { kind: 'merged'; text: string; notes: string[] }
  | { kind: 'refused'; which: 'base' | 'ours' | 'theirs'; problem: string };

type Read =
  | { kind: 'page'; data: PageData }
  | { kind: 'codebook'; data: CodebookData }
  | { kind: 'recipes'; data: RecipesData }
  | { kind: 'state'; data: StateData }
  | { kind: 'none' };

/** Merges three versions of an annotation file, of a codebook, of the recipes or of a coder's decisions. Nothing is guessed: what cannot be read is refused. */
export function mergeTexts(files: ThreeFiles): MergedText {
  const read: Partial<Record<keyof ThreeFiles, Read>> = {};
  for (const which of ['base', 'ours', 'theirs'] as const) {
    const one = readVersion(files[which]);
    if (one.kind === 'broken') return { kind: 'refused', which, problem: one.problem };
    read[which] = one;
  }
  const { base = none, ours = none, theirs = none } = read;
  const read3 = { base, ours, theirs };
  if (ours.kind === 'codebook' || theirs.kind === 'codebook') return mergedCodebook(read3);
  if (ours.kind === 'recipes' || theirs.kind === 'recipes') return mergedRecipes(read3);
  if (ours.kind === 'state' || theirs.kind === 'state') return mergedState(read3);
  return mergedPage(read3);
}

type ReadThree = Record<keyof ThreeFiles, Read>;

const OTHER_KIND: MergedText = {
  kind: 'refused',
  which: 'theirs',
  problem: 'is of another kind than ours',
};

function mergedCodebook({ base, ours, theirs }: ReadThree): MergedText {
  if (ours.kind !== 'codebook' || theirs.kind !== 'codebook') return OTHER_KIND;
  const was = base.kind === 'codebook' ? base.data : undefined;
  const { data, notes } = mergeCodebooks({ base: was, ours: ours.data, theirs: theirs.data });
  return { kind: 'merged', text: codebookText(data), notes };
}

function mergedPage({ base, ours, theirs }: ReadThree): MergedText {
  const page = ours.kind === 'page' ? ours.data : theirs.kind === 'page' ? theirs.data : null;
  if (page === null) return { kind: 'merged', text: '', notes: [] };
  const sideOf = (side: Read) => (side.kind === 'page' ? side.data : { ...page, items: [] });
  const was = base.kind === 'page' ? base.data : undefined;
  const merged = mergePages({ base: was, ours: sideOf(ours), theirs: sideOf(theirs) });
  return { kind: 'merged', text: wholePageText(merged), notes: [] };
}

const none: Read = { kind: 'none' };

/** Recipes; a side that keeps none any more has no file. */
function mergedRecipes({ base, ours, theirs }: ReadThree): MergedText {
  const isOther = [ours, theirs].some(({ kind }) => kind !== 'recipes' && kind !== 'none');
  if (isOther) return OTHER_KIND;
  const of = (side: Read) => (side.kind === 'recipes' ? side.data : undefined);
  const empty: RecipesData = { version: FORMAT_VERSION, recipes: [] };
  const { data, notes } = mergeRecipes({
    base: of(base),
    ours: of(ours) ?? empty,
    theirs: of(theirs) ?? empty,
  });
  return { kind: 'merged', text: recipesText(data) ?? '', notes };
}

/** A coder's decisions; a side on which nothing is decided any more has no file. */
function mergedState({ base, ours, theirs }: ReadThree): MergedText {
  const isOther = [ours, theirs].some(({ kind }) => kind !== 'state' && kind !== 'none');
  if (isOther) return OTHER_KIND;
  const of = (side: Read) => (side.kind === 'state' ? side.data : undefined);
  const empty: StateData = { version: FORMAT_VERSION, rejected: [] };
  const sides = { ours: of(ours) ?? empty, theirs: of(theirs) ?? empty };
  const data = mergeStates({ base: of(base), ...sides });
  return { kind: 'merged', text: stateText(data) ?? '', notes: [] };
}

function readVersion(bytes: Uint8Array): Read | { kind: 'broken'; problem: string } {
  if (bytes.every(byte => byte <= 0x20)) return none;
  const json = readJson(bytes);
  if (json.kind === 'broken') return json;
  const codebook = checkCodebook(json.data);
  if (codebook.kind === 'good') return { kind: 'codebook', data: codebook.data };
  const page: Checked<PageData> = checkPage(json.data);
  if (page.kind === 'good') return { kind: 'page', data: page.data };
  const recipes = checkRecipes(json.data);
  if (recipes.kind === 'good') return { kind: 'recipes', data: recipes.data };
  const state = checkState(json.data);
  if (state.kind === 'good') return { kind: 'state', data: state.data };
  if (has(json.data, 'rejected')) return { kind: 'broken', problem: state.problem };
  // One of a newer version too: what is not known of it would be lost.
  if (has(json.data, 'recipes')) return { kind: 'broken', problem: recipes.problem };
  const { problem } = has(json.data, 'themes') ? codebook : page;
  return { kind: 'broken', problem };
}

const has = (data: unknown, key: string): boolean =>
  typeof data === 'object' && data !== null && key in data;
