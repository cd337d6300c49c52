import { describe } from '../anchoring/describe.ts';
import { type Annotation, rangeOf } from '../model/annotation.ts';
import type { Codebook, Theme } from '../model/codebook.ts';
import { starterCodebook } from '../model/starterCodebook.ts';
import type { Draft, Edit, Step, StepOutcome, ThemeEdit } from '../model/step.ts';
import { place } from './placed.ts';
import type { Project } from './project.ts';
import type { LoadedText } from './texts.ts';

/** Somebody else's change stands in the way; caught here and returned as an outcome. */
class Refusal extends Error {}

/**
 * Writes a step: themes before the annotations that use them, and out after those that used them, each
 * file under its lock and against what is on the disk at that moment. The outcome's step holds what
 * was really written: an annotation that was there already stands in place of a second one. Throws a
 * Fault if the disk refuses.
 */
export async function applyStep(
  project: Project,
  loaded: LoadedText,
  step: Step,
): Promise<StepOutcome> {
  try {
    const [gone, stay] = partition(step.themes, ({ after }) => after === null);
    await applyThemes(project, stay, step.edits.length > 0);
    const edits = step.edits.length > 0 ? await applyEdits(project, loaded, step) : [];
    await applyThemes(project, gone, false);
    return { kind: 'written', step: { ...step, edits } };
  } catch (cause) {
    if (cause instanceof Refusal) return { kind: 'refused', reason: cause.message };
    throw cause;
  }
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

async function applyEdits(project: Project, loaded: LoadedText, step: Step): Promise<Edit[]> {
  const done: Edit[] = [];
  const target = {
    coder: step.coder,
    text: step.text,
    file: loaded.transcript.file,
    sha256: loaded.sha256,
  };
  await project.store.changePage(target, (annotations, page) => {
    const changed = new Map(annotations.map(annotation => [annotation.id, annotation]));
    done.length = 0;
    for (const edit of step.edits) done.push(applyEdit(changed, loaded, page, edit));
    return [...changed.values()];
  });
  return done;
}

type Items = Map<string, Annotation>;

function applyEdit(
  items: Items,
  loaded: LoadedText,
  page: { sha256: string },
  { before, after }: Edit,
): Edit {
  const id = (before ?? after)?.annotation.id ?? '';
  const current = items.get(id) ?? null;
  if (!sameContent(current, before?.annotation ?? null)) {
    throw new Refusal('not done: another writer changed this annotation since');
  }
  if (after === null) {
    items.delete(id);
    return { before: before && current && { ...before, annotation: current }, after };
  }
  const twin = before === null ? equalTag(items, loaded, page, after) : undefined;
  if (twin)
    return {
      before: { annotation: twin, range: after.range },
      after: { annotation: twin, range: after.range },
    };
  const written = withSelector(loaded, after, current);
  items.set(id, written.annotation);
  return { before: before && current && { ...before, annotation: current }, after: written };
}

/** Whether an item is still as this reader last saw it; what makes it so is what this program can change. */
function sameContent(a: Annotation | null, b: Annotation | null): boolean {
  if (a === null || b === null) return a === b;
  return a.modified === b.modified && a.theme === b.theme && a.memo === b.memo && a.key === b.key;
}

/** The coder's annotation with the same theme on the same range, which a second one must not double. */
function equalTag(
  items: Items,
  loaded: LoadedText,
  page: { sha256: string },
  after: Draft,
): Annotation | undefined {
  const { range, annotation } = after;
  if (range === null || annotation.theme === null) return undefined;
  return items.values().find(one => {
    if (one.theme !== annotation.theme) return false;
    const found = rangeOf(place(loaded, page, one));
    return found !== null && found.start === range.start && found.end === range.end;
  });
}

function withSelector(loaded: LoadedText, draft: Draft, current: Annotation | null): Draft {
  const known = draft.annotation.selector ?? current?.selector;
  if (known || draft.range === null)
    return {
      ...draft,
      annotation: {
        ...draft.annotation,
        selector: known ?? null,
        stored: draft.annotation.stored ?? current?.stored,
      },
    };
  const subject = { text: loaded.transcript.text, codePoints: loaded.codePoints };
  return {
    ...draft,
    annotation: { ...draft.annotation, selector: describe(subject, draft.range) },
  };
}
