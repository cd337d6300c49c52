import { Fault } from '../../model/fault.ts';
import type { Project } from '../project.ts';
import { Placing } from './placing.ts';
import type { Original } from './prepare.ts';
import type { ImportReport } from './request.ts';
import type { ReviewedText } from './reviewedTexts.ts';
import { Shelf } from './shelf.ts';
import { sweepTexts } from './write.ts';

/** Writes the transcripts that were made of one source, together. Throws a Fault before anything is written. */
export async function writeTexts(
  project: Project,
  { source, original }: { source: string; original: Original },
  texts: readonly ReviewedText[],
  coder: string,
): Promise<ImportReport> {
  const shelf = await Shelf.of(project.root);
  refuseTaken(shelf, original, texts);
  const report: ImportReport = { imported: [], present: [], refused: [], passedOver: 0 };
  const onAnchors = async () => undefined;
  const placing = new Placing({ project, shelf, options: {}, coder, onAnchors }, report);
  for (const { text, id } of texts) await placing.put(source, text, original, id ?? undefined);
  await placing.end();
  await sweepTexts(project.root);
  return report;
}

function refuseTaken(shelf: Shelf, { sha256 }: Original, texts: readonly ReviewedText[]): void {
  const known = shelf.idOf(sha256);
  if (known !== null) throw new Fault(`it is there already as ${known}`);
  const seen = new Set<string>();
  for (const { id } of texts) {
    if (id === null) continue;
    if (shelf.entry(id) || seen.has(id.toLowerCase()))
      throw new Fault(`the id ${id} is taken. Give it another one`);
    seen.add(id.toLowerCase());
  }
}
