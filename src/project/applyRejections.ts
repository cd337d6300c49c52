import type { Rejection, RejectionEdit } from '../model/rejection.ts';
import { Refusal } from './applyEdits.ts';
import type { Project } from './project.ts';

/** Writes decisions about suggestions. Throws a Refusal where another writer changed one since. */
export async function applyRejections(
  project: Project,
  coder: string,
  edits: readonly RejectionEdit[],
): Promise<void> {
  if (edits.length === 0) return;
  await project.store.changeRejections(coder, rejections =>
    edits.reduce<readonly Rejection[]>(changeRejection, rejections),
  );
}

function changeRejection(
  rejections: readonly Rejection[],
  { before, after }: RejectionEdit,
): readonly Rejection[] {
  const id = (before ?? after)?.id;
  const isThere = rejections.some(one => one.id === id);
  if (isThere !== (before !== null))
    throw new Refusal('not done: another writer changed this decision since');
  const others = rejections.filter(one => one.id !== id);
  return after === null ? others : [...others, after];
}
