import type { Placed } from '../model/annotation.ts';
import { Fault } from '../model/fault.ts';
import { type Passage, passageOf } from '../model/passage.ts';
import type { OnProgress } from './annotations.ts';
import { type OnFault, pagesOf, placedOn, tolerating } from './placed.ts';
import type { Project } from './project.ts';
import {
  clashFault,
  firstOfEachId,
  type LoadedText,
  listTexts,
  loadText,
  type TextEntry,
} from './texts.ts';

/** A transcript with everybody's annotations on it. */
export interface TaggedText {
  loaded: LoadedText;
  placed: Placed[];
}

/**
 * Every transcript that somebody has tagged, or the one that is named by id or file if it is tagged.
 * What cannot be read goes to `onFault` and is passed over. Throws a Fault for an unknown name.
 */
export async function taggedTexts(
  project: Project,
  text: string | undefined,
  onFault: OnFault,
  onProgress?: OnProgress,
): Promise<TaggedText[]> {
  const chosen = namedTexts(firstOfEachId(await listTexts(project.root)), text);
  const tagged = await taggedIds(project, onFault);
  const found: TaggedText[] = [];
  for (const [done, entry] of chosen.entries()) {
    const clash = clashFault(entry);
    if (clash) onFault(clash);
    const loaded =
      clash || !tagged.has(entry.id)
        ? null
        : await tolerating(onFault, () => loadText(project.root, entry));
    if (loaded) found.push({ loaded, placed: await placedOn(project, loaded, null, onFault) });
    onProgress?.(done + 1, chosen.length);
  }
  return found;
}

/** Every annotation of the project on a transcript that is there, text by text, as passages. */
export async function projectPassages(project: Project, onFault: OnFault): Promise<Passage[]> {
  const texts = await taggedTexts(project, undefined, onFault);
  return texts.flatMap(({ loaded, placed }) =>
    placed.map(one => passageOf(loaded.transcript, one)),
  );
}

function namedTexts(entries: readonly TextEntry[], text: string | undefined) {
  if (text === undefined) return entries;
  const wanted = text.normalize('NFC');
  const chosen = entries.filter(({ id, file }) => id === wanted || file === wanted);
  if (chosen.length === 0)
    throw new Fault(`${text}: no such transcript in texts/. "marginalia texts" lists them`);
  return chosen;
}

async function taggedIds(project: Project, onFault: OnFault): Promise<Set<string>> {
  const tagged = new Set<string>();
  for (const coder of await project.store.coders())
    for (const page of await pagesOf(project, coder, onFault)) tagged.add(page);
  return tagged;
}
