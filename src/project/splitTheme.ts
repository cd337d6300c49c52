import { type Placed, rangeOf, shortId } from '../model/annotation.ts';
import { effectiveTheme, type Theme } from '../model/codebook.ts';
import { Fault, UsageFault } from '../model/fault.ts';
import { wordsPattern } from '../model/matching.ts';
import { splitTheme } from '../model/splitTheme.ts';
import type { OnProgress } from './annotations.ts';
import { applyStep } from './applyStep.ts';
import { unmerged } from './editThemes.ts';
import type { OnFault } from './placed.ts';
import { codebookOf, type Project } from './project.ts';
import { type TaggedText, taggedTexts } from './taggedTexts.ts';
import type { LoadedText } from './texts.ts';

export interface SplitQuery {
  from: string;
  into: string;
  coder: string;
  /** Which passages go over: those that fit everything that is given. */
  ids: readonly string[];
  text?: string | undefined;
  matching?: string | undefined;
}

export interface SplitDone {
  theme: Theme;
  /** Annotations that count for the other theme now, and those that were chosen and stay. */
  moved: number;
  left: { others: number; doubled: number };
}

/**
 * Gives some of a theme's annotations to another theme, in one step. Throws a Fault where there is
 * nothing to give or an id is unknown, a UsageFault where nothing was chosen; then nothing was written.
 */
export async function splitThemes(
  project: Project,
  query: SplitQuery,
  onFault: OnFault,
  onProgress?: OnProgress,
): Promise<SplitDone> {
  if (query.ids.length === 0 && query.text === undefined && query.matching === undefined)
    throw new UsageFault('split: say which passages go over, with --ids, --text or --matching');
  const codebook = await codebookOf(project);
  const from = unmerged(codebook, query.from);
  const texts = await taggedTexts(project, query.text, onFault, onProgress);
  const present = texts.flatMap(one => one.placed);
  const ofTheme = present.filter(
    ({ annotation }) =>
      annotation.theme !== null && effectiveTheme(codebook, annotation.theme) === from.id,
  );
  const chosen = matching(byIds(ofTheme, query.ids, from), texts, query.matching);
  const { coder, into } = query;
  const now = project.ports.now();
  const planned = splitTheme({ codebook, from: from.id, into, coder, now, chosen, present });
  if (planned.kind === 'refused') throw new Fault(planned.reason + foreignWords(chosen, coder));
  const { edits, pages, label, left, theme } = planned;
  const loaded = new Map(texts.map(one => [one.loaded.transcript.id, one.loaded]));
  const outcome = await applyStep(project, async id => textOf(loaded, id), {
    label,
    coder,
    pages,
    ...edits,
  });
  if (outcome.kind === 'refused') throw new Fault(outcome.reason);
  return { theme, left, moved: pages.reduce((sum, page) => sum + page.edits.length, 0) };
}

function textOf(loaded: ReadonlyMap<string, LoadedText>, id: string): LoadedText {
  const found = loaded.get(id);
  if (!found) throw new Fault(`${id}: no such transcript in texts/. "marginalia texts" lists them`);
  return found;
}

const SHORTEST = 6;

function byIds(all: readonly Placed[], ids: readonly string[], theme: Theme): readonly Placed[] {
  if (ids.length === 0) return all;
  return ids.map(id => {
    const wanted = shortId(id.toLowerCase());
    if (wanted.length < SHORTEST)
      throw new UsageFault(`${id}: too short for an id. Give six characters or more`);
    const found = all.filter(one => shortId(one.annotation.id).toLowerCase().startsWith(wanted));
    const [only] = found;
    if (!only)
      throw new Fault(
        `${id}: no annotation of ${theme.name} with this id. "marginalia annotations --theme ${theme.id}" lists them`,
      );
    if (found.length > 1)
      throw new Fault(`${id}: ${found.length} annotations begin so. Give more of the id`);
    return only;
  });
}

/** Those whose passage has the words in it, case aside. */
function matching(
  chosen: readonly Placed[],
  texts: readonly TaggedText[],
  words: string | undefined,
): readonly Placed[] {
  if (words === undefined) return chosen;
  const pattern = wordsPattern(words, { case: 'fold' });
  if (pattern === null)
    throw new UsageFault('--matching: no words given. Give words of the passages');
  const bodies = new Map(texts.map(({ loaded }) => [loaded.transcript.id, loaded.transcript.text]));
  return chosen.filter(one => {
    const range = rangeOf(one);
    const quote = range
      ? bodies.get(one.annotation.text)?.slice(range.start, range.end)
      : one.annotation.selector?.exact;
    pattern.lastIndex = 0;
    return pattern.test(quote ?? '');
  });
}

function foreignWords(chosen: readonly Placed[], coder: string): string {
  const others = chosen.filter(one => one.annotation.coder !== coder).length;
  return others === 0 ? '' : `. Others' passages are theirs to change: ${others}`;
}
