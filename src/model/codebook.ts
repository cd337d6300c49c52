import { freeSlug } from './slug.ts';

export type ThemeStatus = 'active' | 'retired' | 'merged';

/** A named code in the codebook. */
export interface Theme {
  /** The slug of its first name; never changes. */
  id: string;
  name: string;
  definition: string;
  include: string;
  exclude: string;
  memo: string;
  /** A name from `THEME_COLOURS`. */
  colour: string;
  /** A one-cell glyph, so that a theme is known without colour. */
  mark: string;
  /** The pinned digit, 1 to 9. */
  key: number | null;
  /** What suggestions look for. */
  patterns: string[];
  parent: string | null;
  status: ThemeStatus;
  mergedInto: string | null;
}

/** The project's ordered tree of themes. */
export interface Codebook {
  version: number;
  themes: Theme[];
}

export const THEME_COLOURS = [
  'sky',
  'orange',
  'green',
  'pink',
  'yellow',
  'vermillion',
  'violet',
  'grey',
] as const;
export type ThemeColour = (typeof THEME_COLOURS)[number];
export const THEME_MARKS = ['●', '■', '▲', '◆', '▼', '○', '□', '△', '◇', '▽', '◎'] as const;

export const emptyCodebook: Codebook = { version: 1, themes: [] };

const known = new WeakMap<readonly Theme[], ReadonlyMap<string, number>>();

/** The theme of an id, merged or not. Where ids stand is remembered for a list: screens ask for many. */
function themeWithId(themes: readonly Theme[], id: string): Theme | undefined {
  const places = known.get(themes) ?? placesOf(themes);
  const theme = themes[places.get(id) ?? -1];
  return theme?.id === id ? theme : themes.find(one => one.id === id);
}

function placesOf(themes: readonly Theme[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [place, { id }] of themes.entries()) if (!places.has(id)) places.set(id, place);
  known.set(themes, places);
  return places;
}

/** The theme that an id stands for, following merges; `undefined` for an unknown id or a circle of merges. */
export function themeById({ themes }: Codebook, id: string): Theme | undefined {
  let theme = themeWithId(themes, id);
  for (let steps = 0; theme?.status === 'merged' && theme.mergedInto !== null; steps++) {
    if (steps > themes.length) return undefined;
    theme = themeWithId(themes, theme.mergedInto);
  }
  return theme;
}

/** The theme of an id itself, one that was merged away included. */
export const storedTheme = ({ themes }: Codebook, id: string): Theme | undefined =>
  themeWithId(themes, id);

/** The id that annotations with `id` count for: the target of a merge, else the id itself. */
export const effectiveTheme = (codebook: Codebook, id: string): string =>
  themeById(codebook, id)?.id ?? id;

/**
 * Finds a theme by id or, case aside, by name; merged ones lead to their target. Where a word is the
 * name of a theme in use and the id of one that is not, the one in use is meant.
 */
export function findTheme(codebook: Codebook, word: string): Theme | undefined {
  const wanted = foldName(word);
  const named = codebook.themes.filter(theme => foldName(theme.name) === wanted);
  const exact = storedTheme(codebook, word);
  if (exact?.status === 'active') return exact;
  return (
    named.find(theme => theme.status === 'active') ??
    themeById(codebook, word) ??
    themeById(codebook, named[0]?.id ?? '')
  );
}

/** The same without following merges: the theme itself that a word names. */
export function findStored(codebook: Codebook, word: string): Theme | undefined {
  const wanted = foldName(word);
  const named = codebook.themes.filter(theme => foldName(theme.name) === wanted);
  const exact = storedTheme(codebook, word);
  if (exact?.status === 'active') return exact;
  return named.find(theme => theme.status === 'active') ?? exact ?? named[0];
}

/** Names are equal if they differ only in case, white space around them and composition. */
export const foldName = (name: string): string =>
  name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

/** The themes one can tag with, in codebook order. */
export const activeThemes = (codebook: Codebook): Theme[] =>
  codebook.themes.filter(theme => theme.status === 'active');

/** The active theme pinned to a digit. */
export const themeOnKey = (codebook: Codebook, digit: number): Theme | undefined =>
  codebook.themes.find(theme => theme.status === 'active' && theme.key === digit);

/** A theme that does not exist yet: free id, the next mark and colour in turn, no key. */
export function newTheme(codebook: Codebook, name: string, fields: Partial<Theme> = {}): Theme {
  const count = codebook.themes.length;
  const trimmed = name.trim().replace(/\s+/g, ' ');
  const taken = (id: string) => codebook.themes.some(theme => theme.id === id);
  return {
    id: freeSlug(trimmed, 'theme', taken),
    name: trimmed,
    definition: '',
    include: '',
    exclude: '',
    memo: '',
    colour: leastUsed(
      THEME_COLOURS,
      codebook.themes.map(theme => theme.colour),
      count,
    ),
    mark: leastUsed(
      THEME_MARKS,
      codebook.themes.map(theme => theme.mark),
      count,
    ),
    key: null,
    patterns: [],
    parent: null,
    status: 'active',
    mergedInto: null,
    ...fields,
  };
}

/** The first choice that is not used yet; when all are, they repeat in turn. */
function leastUsed(choices: readonly string[], used: readonly string[], count: number): string {
  return choices.find(choice => !used.includes(choice)) ?? choices[count % choices.length] ?? '';
}
