import { countText } from '../analysis/counts.ts';
import type { Placed } from '../model/annotation.ts';
import type { Fault } from '../model/fault.ts';
import type { Library, TextSummary } from '../model/library.ts';
import { countWords } from '../model/paragraphs.ts';
import type { OnProgress } from './annotations.ts';
import { type OnFault, placedOn, tolerating } from './placed.ts';
import { codebookOrFault, type Project } from './project.ts';
import { clashFaults, type LoadedText, listTexts, loadText } from './texts.ts';

export interface LibraryQuery {
  /** Whose annotations count; `null`: everybody's. */
  coder: string | null;
  /** Whether words are counted, which takes as long as everything else together. */
  words: boolean;
}

/** Reads every transcript of the project, by id. A file that cannot be read is listed and left alone. */
export async function readLibrary(
  project: Project,
  query: LibraryQuery,
  onProgress?: OnProgress,
): Promise<Library> {
  const entries = await listTexts(project.root);
  const { faults } = await codebookOrFault(project);
  faults.push(...clashFaults(entries));
  const library: Library = { texts: [], unreadable: [], faults };
  const onFault: OnFault = fault => faults.push(fault);
  for (const [done, entry] of entries.entries()) {
    const { id, file } = entry;
    await tolerating(
      fault => library.unreadable.push({ id, file, fault }),
      async () => {
        const loaded = await loadText(project.root, entry);
        const own: Fault[] = [];
        const placed = await placedOn(project, loaded, query.coder, fault => own.push(fault));
        own.forEach(onFault);
        const words = query.words ? countWords(loaded.transcript.text) : null;
        const unread = own[0] && { unread: own[0].message };
        library.texts.push({ ...summary(loaded, placed, words), ...unread });
      },
    );
    onProgress?.(done + 1, entries.length);
  }
  return library;
}

function summary(
  { transcript }: LoadedText,
  placed: readonly Placed[],
  words: number | null,
): TextSummary {
  const { id, file, title, speaker, date, source, paragraphs } = transcript;
  const counts = countText(paragraphs, placed, id => id);
  return {
    id,
    file,
    title,
    speaker,
    date,
    source,
    paragraphs: paragraphs.count,
    words,
    annotations: counts.annotations,
    tagged: counts.tagged,
    byTheme: Object.fromEntries(counts.byTheme),
    toRepair: counts.toRepair,
  };
}
