import type { Codebook, Theme } from '../model/codebook.ts';
import type { RejectionEdit } from '../model/rejection.ts';
import type { Rewrite } from '../model/rewrite.ts';
import { starterCodebook } from '../model/starterCodebook.ts';
import {
  inverse,
  type PageEdits,
  type Step,
  type StepOutcome,
  type ThemeEdit,
} from '../model/step.ts';
import { applyEdits, Refusal } from './applyEdits.ts';
import { applyRejections } from './applyRejections.ts';
import { applyRewrite } from './applyRewrite.ts';
import type { Project } from './project.ts';
import type { LoadedText } from './texts.ts';

/** Gives a transcript by id. Throws a Fault where it is not there or cannot be read. */
export type LoadText = (id: string) => Promise<LoadedText>;

/**
 * Writes a step: an edit of a text first; themes before the annotations that use them, and out after
 * those that used them; each file under its lock and against what is on the disk at that moment. The
 * outcome's step holds what was really written: an annotation that was there already stands in place of
 * a second one. A refusal takes back what was written before it. Throws a Fault if the disk refuses.
 */
export async function applyStep(
  project: Project,
  load: LoadText,
  step: Step,
): Promise<StepOutcome> {
  const done: PageEdits[] = [];
  const [gone, stay] = partition(step.themes, ({ after }) => after === null);
  let themes: ThemeEdit[] = [];
  let rewrite: Rewrite | undefined;
  let rejections: RejectionEdit[] = [];
  try {
    if (step.rewrite) rewrite = await applyRewrite(project, step.coder, step.rewrite);
    await applyRejections(project, step.coder, step.rejections ?? []);
    rejections = step.rejections ?? [];
    await applyThemes(project, stay, step.pages.length > 0);
    themes = stay;
    for (const page of step.pages)
      done.push(await applyEdits(project, await load(page.text), step.coder, page));
    await applyThemes(project, gone, false);
    return { kind: 'written', step: { ...step, pages: done, ...(rewrite && { rewrite }) } };
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    const { rewrite: _, ...rest } = step;
    const written = { ...rest, themes, pages: done, rejections, ...(rewrite && { rewrite }) };
    await takeBack(project, load, written);
    return { kind: 'refused', reason: cause.message };
  }
}

/** Undoes the part of a step that was written before another part was refused. */
async function takeBack(project: Project, load: LoadText, step: Step): Promise<void> {
  const { pages, themes, coder, rewrite, rejections = [] } = inverse(step);
  for (const page of pages) await applyEdits(project, await load(page.text), coder, page);
  await applyThemes(project, themes, false);
  await applyRejections(project, coder, rejections);
  if (rewrite) await applyRewrite(project, coder, rewrite);
}

/** A theme is on the disk before the first tag that uses it, the starter themes included. */
async function applyThemes(
  project: Project,
  edits: readonly ThemeEdit[],
  needsCodebook: boolean,
): Promise<void> {
  if (edits.length === 0 && (!needsCodebook || (await project.store.readCodebook()) !== null))
    return;
  await project.store.changeCodebook(codebook =>
    edits.reduce(changeTheme, codebook ?? starterCodebook),
  );
}

function changeTheme(codebook: Codebook, { before, after }: ThemeEdit): Codebook {
  const index = codebook.themes.findIndex(theme => theme.id === (before ?? after)?.id);
  const current = codebook.themes[index] ?? null;
  if (!sameTheme(current, before))
    throw new Refusal(
      `not done: another writer changed the theme ${(before ?? after)?.name} since`,
    );
  const themes = codebook.themes.slice();
  if (after === null) themes.splice(index, 1);
  else if (index === -1) themes.push(after);
  else themes[index] = after;
  return { ...codebook, themes };
}

/** Field by field: the order of the keys says nothing. */
function sameTheme(a: Theme | null, b: Theme | null): boolean {
  if (a === null || b === null) return a === b;
  const known = new Map<string, unknown>(Object.entries(b));
  return Object.entries(a).every(
    ([field, value]) => JSON.stringify(value) === JSON.stringify(known.get(field)),
  );
}

function partition<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter(one => !isFirst(one))];
}
