import { describe } from '../../anchoring/describe.ts';
import { type Anchor, type Annotation, rangeOf } from '../../model/annotation.ts';
import type { Page } from '../../store/store.ts';
import { place, placedOn } from '../placed.ts';
import type { Project } from '../project.ts';
import { type LoadedText, loadedText } from '../texts.ts';

/** What becomes of the tags on a text that is replaced, of all coders together. */
export interface AnchorCounts extends Record<Anchor['kind'], number> {
  total: number;
}

/** Where the tags of all coders would be in a new version of a transcript. Nothing is changed. */
export async function countAnchors(
  project: Project,
  file: string,
  content: string,
): Promise<AnchorCounts> {
  const counts = { exact: 0, shifted: 0, similar: 0, ambiguous: 0, orphaned: 0, total: 0 };
  for (const { anchor } of await placedOn(project, loadedText(file, content), null)) {
    // A memo on the whole text stays where it is.
    counts[anchor?.kind ?? 'exact']++;
    counts.total++;
  }
  return counts;
}

/**
 * Makes the selectors of one coder anew for the text that now stands in the file, where their passages
 * are certain. The others stay as they are, and those of other coders too: reading finds them.
 */
export async function moveAnchors(
  project: Project,
  { file, content, coder }: { file: string; content: string; coder: string },
): Promise<void> {
  const loaded = loadedText(file, content);
  const { id } = loaded.transcript;
  if ((await project.store.readPage(coder, id)) === null) return;
  const target = { coder, text: id, file, sha256: loaded.sha256 };
  await project.store.changePage(target, (annotations, page) =>
    annotations.map(annotation => moved(loaded, page, annotation)),
  );
}

function moved(loaded: LoadedText, page: Pick<Page, 'sha256'>, annotation: Annotation): Annotation {
  const placed = place(loaded, page, annotation);
  const range = rangeOf(placed);
  const isCertain = placed.anchor?.kind === 'exact' || placed.anchor?.kind === 'shifted';
  if (!range || !isCertain || page.sha256 === loaded.sha256) return annotation;
  const subject = { text: loaded.transcript.text, codePoints: loaded.codePoints };
  return { ...annotation, selector: describe(subject, range) };
}
