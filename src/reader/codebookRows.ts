import { type Codebook, THEME_COLOURS, THEME_MARKS, type Theme } from '../model/codebook.ts';
import type { ThemeFields } from '../model/codebookEdits.ts';
import { inTree } from '../model/themeTree.ts';

/** A theme as the codebook page lists it. */
export interface CodebookRow {
  theme: Theme;
  /** 0 at the top of the tree. */
  depth: number;
  hasChildren: boolean;
}

const known = new WeakMap<Codebook, readonly CodebookRow[]>();

/** The tree of themes, retired ones in their places, then those that were merged away. */
export function codebookRows(codebook: Codebook): readonly CodebookRow[] {
  const found = known.get(codebook);
  if (found) return found;
  const [merged, standing] = [true, false].map(isMerged =>
    codebook.themes.filter(({ status }) => (status === 'merged') === isMerged),
  ) as [Theme[], Theme[]];
  const parents = new Set(standing.map(({ parent }) => parent));
  const rows = [
    ...inTree(standing).map(branch => ({ ...branch, hasChildren: parents.has(branch.theme.id) })),
    ...merged.map(theme => ({ theme, depth: 0, hasChildren: false })),
  ];
  known.set(codebook, rows);
  return rows;
}

/** The fields that are words, in the order in which they are shown. */
export const THEME_FIELDS = [
  'name',
  'definition',
  'include',
  'exclude',
  'patterns',
  'memo',
] as const;
export type ThemeField = (typeof THEME_FIELDS)[number];

const BETWEEN_PATTERNS = ' · ';

/** A field as it is typed: patterns stand on one line with ` · ` between them. */
export const fieldWords = (theme: Theme, field: ThemeField): string =>
  field === 'patterns' ? theme.patterns.join(BETWEEN_PATTERNS) : theme[field];

/** What the words typed into a field make of a theme: patterns are parted by ` · ` or `; `. */
export function fieldsFrom(field: ThemeField, words: string): ThemeFields & { name?: string } {
  if (field !== 'patterns') return { [field]: words.trim() };
  const patterns = words.split(/(?:^|\s)·(?:\s|$)|;(?:\s|$)/u).map(one => one.trim());
  return { patterns: [...new Set(patterns)].filter(one => one !== '') };
}

/** The next colour (1) or the one before (-1); past the last one the mark changes too. */
export function nextLook({ colour, mark }: Theme, by: 1 | -1): { colour: string; mark: string } {
  const [colours, marks]: [readonly string[], readonly string[]] = [THEME_COLOURS, THEME_MARKS];
  const here = Math.max(0, marks.indexOf(mark)) * colours.length + colours.indexOf(colour);
  const count = colours.length * marks.length;
  const next = (here + by + count) % count;
  return {
    colour: colours[next % colours.length] ?? colour,
    mark: marks[Math.floor(next / colours.length)] ?? mark,
  };
}
