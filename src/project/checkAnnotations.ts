import { isDoubtful, type Placed, rangeOf, shortId } from '../model/annotation.ts';
import { type Codebook, themeById } from '../model/codebook.ts';
import type { Doubt } from '../model/doubt.ts';
import type { Page } from '../store/store.ts';
import { doubtOf } from './doubts.ts';
import { place } from './placed.ts';
import type { Problem, Report } from './problem.ts';
import type { LoadedText } from './texts.ts';

/** The file in which an annotation's id was seen first. */
export type SeenIds = Map<string, string>;

/** One coder's annotations on one transcript, with what they are checked against. */
export interface CheckedPage {
  path: string;
  page: Page;
  /** `null`: the transcript cannot be read, so places cannot be checked. */
  loaded: LoadedText | null;
  /** `null`: it cannot be read, so themes cannot be checked. */
  codebook: Codebook | null;
  seen: SeenIds;
  /** The ids of what the coder keeps as it is on purpose. */
  kept: ReadonlySet<string>;
}

/** What is wrong with the annotations of one file. */
export function checkAnnotations(checked: CheckedPage, report: Report): void {
  checkIds(checked, report);
  checkThemes(checked, report);
  const { page, loaded } = checked;
  if (!loaded) return;
  const placed = page.annotations.map(annotation => place(loaded, page, annotation));
  checkPlaces(checked, loaded, placed, report);
  checkDoubles(checked.path, placed, report);
}

function checkIds({ path, page, seen }: CheckedPage, report: Report): void {
  for (const { id } of page.annotations) {
    const first = seen.get(id);
    if (first === undefined) seen.set(id, path);
    else
      report(
        'duplicate-id',
        path,
        `${shortId(id)}: this id is in ${first} too. Delete one of them`,
      );
  }
}

function checkThemes({ path, page, codebook }: CheckedPage, report: Report): void {
  if (codebook === null) return;
  const unknown = page.annotations.filter(
    ({ theme }) => theme !== null && !themeById(codebook, theme),
  );
  for (const [theme, annotations] of Map.groupBy(unknown, annotation => annotation.theme)) {
    const count = annotations.length === 1 ? 'an annotation' : `${annotations.length} annotations`;
    report('unknown-theme', path, `${theme}: no such theme in the codebook, on ${count}`);
  }
}

function checkPlaces(
  { path, kept }: CheckedPage,
  loaded: LoadedText,
  placed: readonly Placed[],
  report: Report,
): void {
  for (const one of placed) {
    if (!isDoubtful(one) || kept.has(one.annotation.id)) continue;
    const kind = one.anchor?.kind;
    const more = candidatesOf(doubtOf(loaded, placed, one));
    const id = shortId(one.annotation.id);
    if (kind === 'orphaned')
      report(kind, path, `${id}: its passage is not in the text any more (${quoteOf(one)})`, more);
    else if (kind === 'ambiguous')
      report(kind, path, `${id}: its passage may be in several places (${quoteOf(one)})`, more);
    else if (kind === 'similar')
      report(kind, path, `${id}: its passage was found by likeness only (${quoteOf(one)})`, more);
  }
}

const candidatesOf = ({
  placed,
  candidates,
}: Doubt): Pick<Problem, 'annotation' | 'candidates'> => ({
  annotation: shortId(placed.annotation.id),
  candidates: candidates.map(({ paragraph, quote, fit }, index) => ({
    candidate: index + 1,
    paragraph: paragraph + 1,
    quote,
    same: Math.round(fit.quotation * 1000) / 1000,
  })),
});

/** Two annotations of one coder with equal bounds and theme: the file was written by something else. */
function checkDoubles(path: string, placed: readonly Placed[], report: Report): void {
  const first = new Map<string, string>();
  for (const one of placed) {
    const range = rangeOf(one);
    if (!range || one.annotation.theme === null) continue;
    const name = `${range.start} ${range.end} ${one.annotation.theme}`;
    const id = shortId(one.annotation.id);
    const other = first.get(name);
    if (other === undefined) first.set(name, id);
    else
      report('duplicate', path, `${id}: the same passage and theme as ${other}. Untag one of them`);
  }
}

const LONGEST = 40;

/** The beginning of the stored quotation, on one line. */
function quoteOf({ annotation }: Placed): string {
  const words = (annotation.selector?.exact ?? '').replace(/\s+/g, ' ').trim();
  const letters = Array.from(words);
  return letters.length > LONGEST ? `"${letters.slice(0, LONGEST).join('')}…"` : `"${words}"`;
}

/** What is wrong with the codebook: parents and targets of merges that are not there, circles, digits given twice. */
export function checkCodebook(codebook: Codebook, path: string, report: Report): void {
  checkCircles(codebook, path, report);
  checkDigits(codebook, path, report);
  const known = new Set(codebook.themes.map(theme => theme.id));
  for (const { id, parent, status, mergedInto } of codebook.themes) {
    if (parent !== null && !known.has(parent))
      report('unknown-theme', path, `${id}: its parent ${parent} is not in the codebook`);
    if (status === 'merged' && !themeById(codebook, id))
      report('unknown-theme', path, `${id}: merged into ${mergedInto}, which leads to no theme`);
  }
}

function checkCircles({ themes }: Codebook, path: string, report: Report): void {
  const parents = new Map(themes.map(({ id, parent }) => [id, parent]));
  for (const { id } of themes) {
    const seen = new Set<string>();
    for (let at: string | null = id; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
      seen.add(at);
      if (parents.get(at) !== id) continue;
      report('circle', path, `${id}: stands under itself. Move it with "marginalia themes move"`);
    }
  }
}

function checkDigits({ themes }: Codebook, path: string, report: Report): void {
  const first = new Map<number, string>();
  for (const { id, key, status } of themes) {
    if (key === null || status !== 'active') continue;
    const other = first.get(key);
    if (other === undefined) first.set(key, id);
    else
      report('doubled-key', path, `${id}: its digit ${key} is that of ${other}. Pin another one`);
  }
}
