import { UsageFault } from '../../model/fault.ts';
import type { Project } from '../project.ts';
import { inOrder } from './inOrder.ts';
import { Placing } from './placing.ts';
import { prepare } from './prepare.ts';
import type { ImportListener, ImportOptions, ImportReport, ImportRequest } from './request.ts';
import { Shelf } from './shelf.ts';
import { findSources } from './sources.ts';
import { sweepTexts } from './write.ts';

/** So many sources are read at once; what comes of them is written in their order. */
const AT_ONCE = 8;

/**
 * Imports texts into a project. One that fails is listed and the rest go on; each text is there whole,
 * with its original, or not at all. Throws a Fault where the project's own folder cannot be read, and
 * where `id` is asked for and there are several sources.
 */
export async function importTexts(
  project: Project,
  { words, here, stdin, coder, options }: ImportRequest,
  { onProgress, onAnchors }: ImportListener,
): Promise<ImportReport> {
  const { sources, refused, passedOver } = await findSources(words, { here, root: project.root });
  refuseManyIds(options, sources.length);
  const shelf = await Shelf.of(project.root);
  const report: ImportReport = { imported: [], present: [], refused, passedOver };
  const placing = new Placing({ project, shelf, options, coder, onAnchors }, report);
  const knownId = (sha256: string) => (options.replace ? null : shelf.idOf(sha256));
  const preparing = {
    stdin,
    limits: { allowPrivate: options.allowPrivate },
    as: options.as,
    knownId,
  };
  let done = 0;
  for await (const prepared of inOrder(sources, AT_ONCE, source => prepare(source, preparing))) {
    await placing.take(prepared);
    onProgress(++done, sources.length);
  }
  await placing.end();
  if (options.dryRun !== true) await sweepTexts(project.root);
  return report;
}

function refuseManyIds({ id, meta }: ImportOptions, sources: number): void {
  if (sources < 2) return;
  if (id !== undefined || typeof meta?.title === 'string')
    throw new UsageFault(
      `--id and --title are for one source, and these are ${sources}. Import them one by one`,
    );
}
