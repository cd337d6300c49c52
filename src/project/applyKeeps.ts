import type { KeepEdit } from '../model/step.ts';
import { Refusal } from './applyEdits.ts';
import type { Project } from './project.ts';

/** Writes which annotations a coder leaves as they are. Throws a Refusal where another writer changed that since. */
export async function applyKeeps(
  project: Project,
  coder: string,
  edits: readonly KeepEdit[],
): Promise<void> {
  if (edits.length === 0) return;
  await project.store.changeKept(coder, kept => edits.reduce(changeKeep, kept));
}

function changeKeep(kept: readonly string[], { id, before, after }: KeepEdit): readonly string[] {
  if (kept.includes(id) !== before)
    throw new Refusal('not done: another writer changed this decision since');
  return after ? [...kept.filter(one => one !== id), id] : kept.filter(one => one !== id);
}
