import { join } from 'node:path';
import { BrokenFile, Fault, NewerFile } from '../model/fault.ts';
import { type PageCopy, type Rewrite, turnedRewrite } from '../model/rewrite.ts';
import { Refusal } from './applyEdits.ts';
import type { Project } from './project.ts';
import { contentOf } from './rawText.ts';
import { type Comparison, carry, compareTexts, planFor, sha256Of } from './rewrite.ts';
import {
  findEntry,
  listTexts,
  loadedFrom,
  readBytes,
  refuseClash,
  type TextEntry,
} from './texts.ts';

/** One edit on its way to the disk. */
interface Work {
  project: Project;
  coder: string;
  entry: TextEntry;
  rewrite: Rewrite;
  /** The file's bytes before and after. */
  bytes: { before: Uint8Array; after: Uint8Array };
  compared: Comparison;
  /** Annotation files that were changed, as they were. */
  copies: PageCopy[];
}

/**
 * Writes an edit of a transcript: the text first, then every coder's annotations on it, each file whole
 * and under its lock. A crash in between leaves annotations that say for which text they were made, and
 * reading finds them again; the old text is the backup. Only bounds and quotations change: theme, memo
 * and dates are their coder's. An edit that takes another one back puts the annotation files back byte
 * for byte where nobody has changed them since. Returns what was really done. Throws a Refusal where
 * the text or the tags are others than the edit was made for, a Fault if the disk refuses; then what was
 * written is taken back.
 */
export async function applyRewrite(
  project: Project,
  coder: string,
  rewrite: Rewrite,
): Promise<Rewrite> {
  const work = await begin(project, coder, rewrite);
  await refuseUnseenLoss(work);
  await writeText(work, work.bytes.after, rewrite.sha256Before);
  try {
    for (const one of await project.store.coders()) await carryPage(work, one);
  } catch (cause) {
    await takeBack(work);
    throw cause;
  }
  return { ...rewrite, pages: work.copies };
}

async function begin(project: Project, coder: string, rewrite: Rewrite): Promise<Work> {
  const entry = findEntry(await listTexts(project.root), rewrite.text);
  refuseClash(entry);
  const found = await readBytes(project.root, entry);
  // After a disk that was full for a moment, the text may have been written already.
  const isDone = sha256Of(found) === rewrite.sha256After;
  if (!isDone && sha256Of(found) !== rewrite.sha256Before) throw changedSince(entry);
  const other = spliced(found, isDone ? turnedRewrite(rewrite) : rewrite);
  const bytes = isDone ? { before: other, after: found } : { before: found, after: other };
  const load = (one: Uint8Array) => loadedFrom(project.root, entry, one);
  const compared = compareTexts(load(bytes.before), load(bytes.after));
  return { project, coder, entry, rewrite, bytes, compared, copies: [] };
}

function spliced(bytes: Uint8Array, { at, before, after }: Rewrite): Uint8Array {
  const content = contentOf(bytes);
  return new TextEncoder().encode(content.slice(0, at) + after + content.slice(at + before.length));
}

const changedSince = ({ file }: TextEntry): Refusal =>
  new Refusal(`not done: texts/${file} was changed by another program since`);

/** What cannot follow was shown before it was accepted; what came to it since was not. */
async function refuseUnseenLoss({ project, compared, coder, rewrite }: Work): Promise<void> {
  const { lost } = await planFor(project, compared, coder);
  if (rewrite.undoes || lost.every(({ annotation }) => rewrite.lost.includes(annotation.id)))
    return;
  throw new Refusal(
    'not done: since you looked, a tag came to it that cannot follow · edit it again',
  );
}

async function writeText(work: Work, bytes: Uint8Array, expected: string): Promise<void> {
  const { project, entry } = work;
  if (sha256Of(await readBytes(project.root, entry)) === sha256Of(bytes)) return;
  const path = join(project.root, 'texts', entry.file);
  if (!(await project.store.changeText({ path, sha256: expected }, bytes)))
    throw changedSince(entry);
}

/** Own annotations must follow; another coder's file that cannot be changed is left to be found again by reading. */
async function carryPage(work: Work, one: string): Promise<void> {
  try {
    if (!(await restorePage(work, one))) await changePage(work, one);
  } catch (cause) {
    if (one === work.coder || !isNotOurs(cause)) throw cause;
  }
}

const isNotOurs = (cause: unknown): boolean =>
  cause instanceof BrokenFile ||
  cause instanceof NewerFile ||
  (cause instanceof Fault && /no permission|not permitted|read-only/.test(cause.message));

async function restorePage({ project, rewrite }: Work, one: string): Promise<boolean> {
  const copy = rewrite.undoes && rewrite.pages.find(({ coder }) => coder === one);
  return copy ? project.store.putBackPage(rewrite.text, copy) : false;
}

async function changePage({ project, compared, copies }: Work, one: string): Promise<void> {
  const { transcript, sha256 } = compared.after;
  const target = { coder: one, text: transcript.id, file: transcript.file, sha256, edited: true };
  await project.store.changePage(
    target,
    (annotations, page) =>
      page.sha256 === sha256
        ? annotations
        : annotations.map(annotation => carry(compared, page, annotation).annotation),
    (before, after) => {
      if (before && after) copies.push({ coder: one, bytes: before, replacedBy: sha256Of(after) });
    },
  );
}

/** As far as the disk lets us: what cannot be taken back now is found again by reading. */
async function takeBack(work: Work): Promise<void> {
  const { project, rewrite, copies, bytes } = work;
  try {
    for (const copy of copies) await project.store.putBackPage(rewrite.text, copy);
    await writeText(work, bytes.before, rewrite.sha256After);
  } catch (cause) {
    if (!(cause instanceof Fault) && !(cause instanceof Refusal)) throw cause;
  }
}
