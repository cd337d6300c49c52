import type { Range } from '../../model/annotation.ts';
import type { Theme } from '../../model/codebook.ts';
import type { Stemmer, Word } from './words.ts';
import { wordsIn } from './words.ts';

/** Words of a theme's exclusion notes that stand together: `party politics`. */
export interface Exclusion {
  words: string;
  stems: readonly string[];
}

/** Words that say nothing by themselves; English, as the notes of most codebooks are. */
const EMPTY = new Set(
  'a about above after against all also an and any are as at be because been before being below between both but by can case cases do does done down during each either else even every except few for from further general had has have he her here hers his how however if in instance into is it its just kind like made make may mention more most much must neither no nor not of off on once one ones only open or other others our out over own per said same sense she should since so some such than that the their them then there these they thing things this those though three to together too two under unless until up upon use used using very was way we were what when where whether which while who whom whose why will with within without word words work would you your'.split(
    ' ',
  ),
);
const SHORTEST = 4;
/** Between these, words belong together no more. */
const PAUSE = /[;,.:!?()[\]\n]/;

/**
 * What speaks against a theme: the groups of words in its exclusion notes, less what its own name,
 * definition, inclusion notes and patterns say as well.
 */
export function exclusionsOf(theme: Theme, stemmer: Stemmer): Exclusion[] {
  const own = [theme.name, theme.definition, theme.include, ...theme.patterns].join('\n');
  const ownStems = new Set(wordsIn(own, whole(own), stemmer).map(word => word.stem));
  const groups: Word[][] = [[]];
  let before: Word | undefined;
  for (const word of wordsIn(theme.exclude, whole(theme.exclude), stemmer)) {
    const gap = before ? theme.exclude.slice(before.end, word.start) : '';
    const isEmpty = EMPTY.has(word.written.toLowerCase()) || word.written.length < SHORTEST;
    if (isEmpty || PAUSE.test(gap)) groups.push([]);
    if (!isEmpty) groups.at(-1)?.push(word);
    before = word;
  }
  return groups
    .filter(group => group.some(word => !ownStems.has(word.stem)))
    .map(group => ({
      words: theme.exclude.slice(group[0]?.start, group.at(-1)?.end),
      stems: group.map(word => word.stem),
    }));
}

const whole = (text: string): Range => ({ start: 0, end: text.length });

/** The exclusions that stand among words, as the notes have them. */
export function objections(exclusions: readonly Exclusion[], words: readonly Word[]): string[] {
  return exclusions
    .filter(({ stems }) =>
      words.some((_, i) => stems.every((stem, k) => words[i + k]?.stem === stem)),
    )
    .map(({ words: said }) => said);
}
