import { describe } from '../anchoring/describe.ts';
import type { Annotation, Selector } from '../model/annotation.ts';
import type { Draft, Edit, PageEdits } from '../model/step.ts';
import { toItem } from '../store/w3cWrite.ts';
import { EqualTags } from './equalTags.ts';
import type { Project } from './project.ts';
import type { LoadedText } from './texts.ts';

/** Somebody else's change stands in the way; whoever applies a step returns it as an outcome. */
export class Refusal extends Error {}

/**
 * Changes a coder's annotations on one transcript, under the file's lock and against what is on the
 * disk at that moment. Returns what was really written. Throws a Refusal where another writer has
 * changed an item since it was read, a Fault if the disk refuses; then nothing was written. `resolve`
 * gives the theme that an id counts for, merges followed.
 */
export async function applyEdits(
  project: Project,
  loaded: LoadedText,
  coder: string,
  page: PageEdits,
  resolve: (theme: string) => string,
): Promise<PageEdits> {
  const done: Edit[] = [];
  const target = {
    coder,
    text: page.text,
    file: loaded.transcript.file,
    sha256: loaded.sha256,
  };
  await project.store.changePage(target, (annotations, stored) => {
    const changed = new Map(annotations.map(annotation => [annotation.id, annotation]));
    done.length = 0;
    const equal = new EqualTags(changed, { loaded, page: stored, resolve });
    for (const edit of page.edits) done.push(applyEdit({ items: changed, equal, loaded }, edit));
    return [...changed.values()];
  });
  return { text: page.text, edits: done };
}

/** A page while it is changed. */
interface Changing {
  loaded: LoadedText;
  /** By id. */
  items: Map<string, Annotation>;
  equal: EqualTags;
}

function applyEdit({ items, equal, loaded }: Changing, { before, after }: Edit): Edit {
  const id = (before ?? after)?.annotation.id ?? '';
  const current = items.get(id) ?? null;
  if (!sameContent(current, before?.annotation ?? null)) {
    throw new Refusal('not done: another writer changed this annotation since');
  }
  if (after === null) {
    items.delete(id);
    return { before: before && current && { ...before, annotation: current }, after };
  }
  // One that has a selector was on the disk before, beside whatever is there: undo brings it back.
  const isNew = before === null && after.annotation.selector === null;
  const twin = isNew ? equalTag(equal, after) : undefined;
  if (twin)
    return {
      before: { annotation: twin, range: after.range },
      after: { annotation: twin, range: after.range },
    };
  const known = withSelector(loaded, after, sameBounds(before, after) ? current : null);
  const written = withItem(loaded, known, before, current);
  items.set(id, written.annotation);
  equal.add(written.annotation, written.range);
  return { before: before && current && { ...before, annotation: current }, after: written };
}

/** Whether an item is still as this reader last saw it; what makes it so is what this program can change. */
function sameContent(a: Annotation | null, b: Annotation | null): boolean {
  if (a === null || b === null) return a === b;
  const isSame =
    a.modified === b.modified && a.theme === b.theme && a.memo === b.memo && a.key === b.key;
  return isSame && sameSelector(a.selector, b.selector);
}

/** A draft does not know yet which selector was made for it. */
function sameSelector(a: Selector | null, b: Selector | null): boolean {
  if (a === null || b === null) return true;
  return a.exact === b.exact && a.start === b.start && a.end === b.end;
}

/** The coder's annotation with the same theme on the same range, which a second one must not double. */
function equalTag(equal: EqualTags, { range, annotation }: Draft): Annotation | undefined {
  if (range === null || annotation.theme === null) return undefined;
  return equal.find(annotation.theme, range);
}

/** Whether an annotation stays where it is: then its selector stays as well. */
const sameBounds = (before: Draft | null, after: Draft): boolean =>
  before?.range?.start === after.range?.start && before?.range?.end === after.range?.end;

/** The draft with its selector: its own, else that of `current`, else one made for its range. */
function withSelector(loaded: LoadedText, draft: Draft, current: Annotation | null): Draft {
  const known = draft.annotation.selector ?? current?.selector;
  if (known || draft.range === null)
    return { ...draft, annotation: { ...draft.annotation, selector: known ?? null } };
  const subject = { text: loaded.transcript.text, codePoints: loaded.codePoints };
  return {
    ...draft,
    annotation: { ...draft.annotation, selector: describe(subject, draft.range) },
  };
}

/**
 * The draft with the item that it is written into: its own, which undo brings back to the byte, as long
 * as the disk holds what this reader left there; else that of the disk, so that nothing another program
 * put into it meanwhile is lost.
 */
function withItem(
  { transcript: { file } }: LoadedText,
  draft: Draft,
  before: Draft | null,
  current: Annotation | null,
): Draft {
  if (before === null || current === null) return draft;
  const left = JSON.stringify(toItem(before.annotation, file));
  const own = left === JSON.stringify(current.stored) ? draft.annotation.stored : undefined;
  return { ...draft, annotation: { ...draft.annotation, stored: own ?? current.stored } };
}
