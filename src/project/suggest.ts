import { searchFor, suggestionsIn } from '../analysis/suggest/suggestions.ts';
import { anchor } from '../anchoring/anchor.ts';
import { type Range, rangeOf, type Selector } from '../model/annotation.ts';
import { activeThemes, type Codebook, findTheme, type Theme } from '../model/codebook.ts';
import { Fault } from '../model/fault.ts';
import type { Rejection } from '../model/rejection.ts';
import type { PatternProblem, Suggestion } from '../model/suggestion.ts';
import type { OnProgress } from './annotations.ts';
import { type OnFault, placedOn, tolerating } from './placed.ts';
import { codebookOf, type Project, resolver } from './project.ts';
import {
  clashFaults,
  findEntry,
  firstOfEachId,
  type LoadedText,
  listTexts,
  loadText,
  refuseClash,
} from './texts.ts';

export interface SuggestQuery {
  text?: string | undefined;
  /** Ids or names; empty: all active themes. */
  themes: readonly string[];
  /** Whose tags and rejections count as decided. */
  coder: string;
}

/** A suggestion with the text that it is in. */
export interface FoundSuggestion {
  /** `<text>:<theme>:<start>-<end>`, in code points: the same as long as the text is. */
  id: string;
  suggestion: Suggestion;
  loaded: LoadedText;
}

/** What can be suggested, best first, and what was passed over: broken files, patterns without sense. */
export interface Suggested {
  found: FoundSuggestion[];
  faults: Fault[];
}

/** Looks for passages that match the themes' patterns in the texts. Throws a Fault for an unknown text or theme. */
export async function suggest(
  project: Project,
  query: SuggestQuery,
  onProgress?: OnProgress,
): Promise<Suggested> {
  const codebook = await codebookOf(project);
  const themes = chosenThemes(codebook, query.themes);
  const entries = await listTexts(project.root);
  const chosen = query.text === undefined ? entries : [findEntry(entries, query.text)];
  if (query.text !== undefined) chosen.forEach(refuseClash);
  const faults: Fault[] = clashFaults(chosen);
  const onFault: OnFault = fault => faults.push(fault);
  const rejections = await project.store.readRejections(query.coder);
  const looking: Looking = { project, codebook, themes, coder: query.coder, rejections, onFault };
  const found: FoundSuggestion[] = [];
  const plain = firstOfEachId(chosen).filter(entry => entry.clashes.length === 0);
  for (const [done, entry] of plain.entries()) {
    const loaded = await tolerating(onFault, () => loadText(project.root, entry));
    if (loaded) found.push(...(await suggestOn(looking, loaded)));
    onProgress?.(done + 1, plain.length);
  }
  found.sort((a, b) => b.suggestion.score - a.suggestion.score);
  return { found, faults };
}

/** What is looked for, and what counts as decided. */
export interface Looking {
  project: Project;
  codebook: Codebook;
  themes: readonly Theme[];
  coder: string;
  rejections: readonly Rejection[];
  onFault: OnFault;
}

/** The suggestions for one text, best first. Others may draw a screen in between. */
export async function suggestOn(looking: Looking, loaded: LoadedText): Promise<FoundSuggestion[]> {
  const { text, paragraphs, id, fields } = loaded.transcript;
  const language = typeof fields.language === 'string' ? fields.language : null;
  const search = searchFor(looking.themes, language);
  for (const problem of search.problems) looking.onFault(patternFault(problem));
  const decided = await decidedOn(looking, loaded);
  const suggestions = await inPieces(suggestionsIn(search, { text, paragraphs, decided }));
  return suggestions.map(suggestion => ({ id: idOf(id, suggestion, loaded), suggestion, loaded }));
}

/** Runs work that pauses, and lets everything else that waits have its turn at each pause. */
async function inPieces<T>(work: Generator<undefined, T>): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    await new Promise<void>(resolve => setImmediate(resolve));
  }
}

/** A pattern that cannot be read, for people. */
export const patternFault = ({ theme, pattern, reason }: PatternProblem): Fault =>
  new Fault(`${theme}: the pattern ${pattern} cannot be read (${reason}). Mend it in the codebook`);

function idOf(text: string, { theme, start, end }: Suggestion, { codePoints }: LoadedText): string {
  return `${text}:${theme}:${codePoints.fromUtf16(start)}-${codePoints.fromUtf16(end)}`;
}

function chosenThemes(codebook: Codebook, words: readonly string[]): Theme[] {
  if (words.length === 0) return activeThemes(codebook);
  const themes = words.map(word => {
    const theme = findTheme(codebook, word);
    if (!theme) throw new Fault(`${word}: no such theme. "marginalia themes" lists them`);
    if (theme.status !== 'active')
      throw new Fault(`${theme.name}: this theme is ${theme.status}. Choose an active one`);
    return theme;
  });
  return [...new Set(themes)];
}

/** By theme: where the coder tagged with it, and where a suggestion of it was rejected. */
async function decidedOn(looking: Looking, loaded: LoadedText): Promise<Map<string, Range[]>> {
  const { project, codebook, coder, rejections, onFault } = looking;
  const resolve = resolver(codebook);
  const decided = new Map<string, Range[]>();
  const add = (theme: string, ranges: readonly Range[]) => {
    const id = resolve(theme);
    decided.set(id, [...(decided.get(id) ?? []), ...ranges]);
  };
  for (const placed of await placedOn(project, loaded, coder, onFault)) {
    const range = rangeOf(placed);
    if (range && placed.annotation.theme !== null) add(placed.annotation.theme, [range]);
  }
  for (const rejection of rejections)
    if (rejection.text === loaded.transcript.id) add(rejection.theme, placesOf(rejection, loaded));
  return decided;
}

/** Where a rejected passage is in the text as it is now: everywhere it may be, so that it does not return. */
function placesOf({ selector, sha256 }: Rejection, loaded: LoadedText): readonly Range[] {
  const subject = { text: loaded.transcript.text, codePoints: loaded.codePoints };
  const found = anchor(subject, selector, { unchanged: sha256 === loaded.sha256 });
  if (found.kind === 'ambiguous') return found.candidates;
  return found.kind === 'orphaned' ? betweenContexts(selector, loaded.transcript.text) : [found];
}

/** Where the words themselves were changed: what stands between those before and after them now. */
function betweenContexts({ exact, prefix, suffix }: Selector, text: string): Range[] {
  const at = prefix === '' ? 0 : text.indexOf(prefix);
  const start = at + prefix.length;
  const end = suffix === '' ? text.length : text.indexOf(suffix, start);
  const isNear = at !== -1 && end > start && end - start <= 2 * exact.length;
  return isNear ? [{ start, end }] : [];
}
