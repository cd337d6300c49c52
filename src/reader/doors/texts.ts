import type { Fault } from '../../model/fault.ts';
import type { Step, StepOutcome } from '../../model/step.ts';
import { applyStep } from '../../project/applyStep.ts';
import { contentHash } from '../../project/contentHash.ts';
import { keepVersion } from '../../project/keepVersion.ts';
import { placedOn } from '../../project/placed.ts';
import { codebookOrFault } from '../../project/project.ts';
import { findEntry, listTexts, loadText, type TextEntry } from '../../project/texts.ts';
import type { Reread } from '../command.ts';
import type { LookedAgain, ReaderPorts } from '../ports.ts';
import type { OpenedText } from '../state.ts';
import { type Desk, loadedText } from './desk.ts';

/** Opening a transcript, and writing what is tagged in it. */
export const textDoors = (
  desk: Desk,
): Pick<ReaderPorts, 'openText' | 'lookAgain' | 'write' | 'keepVersion' | 'reread'> => ({
  openText: id => openText(desk, id),
  lookAgain: (id, seen) => lookAgain(desk, id, seen),
  write: step => write(desk, step),
  keepVersion: steps => keepVersion(desk.project, id => loadedText(desk, id), steps, desk.env),
  reread: texts => reread(desk, texts),
});

async function openText({ project, coder, opened }: Desk, id: string): Promise<OpenedText> {
  const entry = findEntry(await listTexts(project.root), id);
  const loaded = await loadText(project.root, entry);
  opened.set(id, loaded);
  const faults: Fault[] = [];
  const placed = await placedOn(project, loaded, null, fault => faults.push(fault));
  faults.push(...project.store.newerFiles().filter(({ file }) => file?.endsWith(`${id}.json`)));
  const readOnly = await project.store.whyReadOnly(coder);
  return { transcript: loaded.transcript, placed, ...limits(coder, entry, faults, readOnly) };
}

async function lookAgain(desk: Desk, id: string, seen: string | null): Promise<LookedAgain> {
  const now = await contentHash(desk.project, id);
  return { seen: now, opened: now === seen ? null : await openText(desk, id) };
}

/** A name that is not its alone, a file of the coder's own that is broken or of a newer version, a folder that cannot be written: nothing can be tagged. */
function limits(
  coder: string,
  { id, clashes }: TextEntry,
  faults: readonly Fault[],
  readOnly: string | null,
) {
  const own = faults.find(fault => fault.file?.split(/[\\/]/).at(-2) === coder);
  const clash =
    clashes.length > 0 ? `several files are named ${id}: rename all but one, then tag` : null;
  return {
    locked: clash ?? own?.message ?? readOnly,
    warning: faults[0]?.message ?? clash ?? readOnly,
  };
}

/** An edit makes another text of it: what was opened is not what stands on the disk any more. */
async function write(desk: Desk, step: Step): Promise<StepOutcome> {
  try {
    return await applyStep(desk.project, id => loadedText(desk, id), step);
  } finally {
    if (step.rewrite) desk.opened.delete(step.rewrite.text);
  }
}

async function reread(desk: Desk, texts: readonly string[]): Promise<Reread> {
  const pages = texts.map(async text => ({
    text,
    placed: await placedOn(desk.project, await loadedText(desk, text), null),
  }));
  return {
    pages: await Promise.all(pages),
    codebook: (await codebookOrFault(desk.project)).codebook,
  };
}
