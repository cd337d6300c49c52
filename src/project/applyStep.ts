import { type CodebookEdits, changeCodebook } from '../model/changeCodebook.ts';
import { NewerFile } from '../model/fault.ts';
import type { RejectionEdit } from '../model/rejection.ts';
import type { Rewrite } from '../model/rewrite.ts';
import { starterCodebook } from '../model/starterCodebook.ts';
import {
  inverse,
  type KeepEdit,
  type PageEdits,
  type Step,
  type StepOutcome,
  type ThemeEdit,
} from '../model/step.ts';
import { applyEdits, Refusal } from './applyEdits.ts';
import { applyKeeps } from './applyKeeps.ts';
import { applyRecipes } from './applyRecipes.ts';
import { applyRejections } from './applyRejections.ts';
import { applyRewrite } from './applyRewrite.ts';
import { addedPatterns, patternFault } from './patternFaults.ts';
import { type Project, resolver } from './project.ts';
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
  const gone = step.themes.filter(({ after }) => after === null);
  const stay = {
    themes: step.themes.filter(({ after }) => after !== null),
    order: step.order ?? null,
  };
  let written: CodebookEdits = { themes: [] };
  let rewrite: Rewrite | undefined;
  let rejections: RejectionEdit[] = [];
  let keeps: KeepEdit[] = [];
  try {
    const unreadable = await patternFault(addedPatterns(step.themes));
    if (unreadable !== null) throw new Refusal(unreadable);
    if (step.rewrite) rewrite = await applyRewrite(project, step.coder, step.rewrite);
    await applyRejections(project, step.coder, step.rejections ?? []);
    rejections = step.rejections ?? [];
    await applyKeeps(project, step.coder, step.keeps ?? []);
    keeps = step.keeps ?? [];
    const resolve = await applyThemes(project, stay, step.pages.length > 0);
    written = stay;
    for (const page of step.pages)
      done.push(await applyEdits(project, await load(page.text), step.coder, page, resolve));
    await refuseInUse(project, gone);
    await applyThemes(project, { themes: gone }, false);
    // Last of all: where it is refused, nothing stands after it that would have to be taken back.
    await applyRecipes(project, step.recipes ?? []);
    return { kind: 'written', step: { ...step, pages: done, ...(rewrite && { rewrite }) } };
  } catch (cause) {
    if (!isRefused(cause)) throw cause;
    const { rewrite: _, order: _order, ...rest } = step;
    const made = { ...written, pages: done, rejections, keeps, ...(rewrite && { rewrite }) };
    await takeBack(project, load, { ...rest, ...made });
    return { kind: 'refused', reason: cause.message };
  }
}

/** To try again would not help: others have changed it, or a newer version of the program has. */
const isRefused = (cause: unknown): cause is Error =>
  cause instanceof Refusal || cause instanceof NewerFile;

/** Undoes the part of a step that was written before another part was refused. */
async function takeBack(project: Project, load: LoadText, step: Step): Promise<void> {
  const { pages, themes, order, coder, rewrite, rejections = [], keeps = [] } = inverse(step);
  for (const page of pages) await applyEdits(project, await load(page.text), coder, page, id => id);
  await applyThemes(project, { themes, order: order ?? null }, false);
  await applyKeeps(project, coder, keeps);
  await applyRejections(project, coder, rejections);
  if (rewrite) await applyRewrite(project, coder, rewrite);
}

/**
 * A theme is on the disk before the first tag that uses it, the starter themes included. Answers with
 * the theme that an id counts for.
 */
async function applyThemes(
  project: Project,
  edits: CodebookEdits,
  needsCodebook: boolean,
): Promise<(id: string) => string> {
  if (edits.themes.length === 0 && !edits.order) {
    if (!needsCodebook) return id => id;
    const there = await project.store.readCodebook();
    if (there !== null) return resolver(there);
  }
  return resolver(
    await project.store.changeCodebook(found => {
      const outcome = changeCodebook(found ?? starterCodebook, edits);
      if (outcome.kind === 'refused') throw new Refusal(outcome.reason);
      return outcome.codebook;
    }),
  );
}

/** A theme that somebody has tagged with meanwhile must not go: the tags would have no name. */
async function refuseInUse(project: Project, gone: readonly ThemeEdit[]): Promise<void> {
  if (gone.length === 0) return;
  const names = new Map(gone.map(({ before }) => [before?.id ?? null, before?.name]));
  for (const coder of await project.store.coders()) {
    for (const text of await project.store.pages(coder)) {
      const page = await project.store.readPage(coder, text);
      const used = page?.annotations.find(({ theme }) => theme !== null && names.has(theme));
      if (used)
        throw new Refusal(
          `not done: ${coder} has tagged ${text} with ${names.get(used.theme)} since`,
        );
    }
  }
}
