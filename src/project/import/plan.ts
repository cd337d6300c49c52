import type { ImportedText } from '../../importing/imported.ts';
import { digestCsv } from '../importAnnotations.ts';
import type { Project } from '../project.ts';
import { titled } from './placing.ts';
import { type Original, prepare } from './prepare.ts';
import type { ImportReport } from './request.ts';
import type { Review } from './review.ts';
import { textsOf } from './reviewedTexts.ts';
import { Shelf } from './shelf.ts';
import { findSources, type Source } from './sources.ts';
import { writeTexts } from './writeTexts.ts';

/** A source that was read, with all that is proposed; nothing of it is written. */
export interface ImportPlan {
  source: string;
  text: ImportedText;
  original: Original;
}

export type PlanOutcome =
  | { kind: 'planned'; plan: ImportPlan }
  /** The same bytes are a transcript already. */
  | { kind: 'known'; id: string }
  | { kind: 'refused'; reason: string };

/**
 * Reads one file or page of the web as `import` does, and writes nothing. `word` is a path, from `here`
 * on, a pattern that one file fits, or an address. What cannot be read is refused in one line.
 */
export async function planImport(
  { root }: Project,
  word: string,
  here: string,
): Promise<PlanOutcome> {
  const found = await findSources([word], { here, root });
  const source = oneOf(found.sources, found.refused[0]?.reason);
  if (typeof source === 'string') return { kind: 'refused', reason: source };
  if (source.kind === 'file' && (await digestCsv(source.path)) !== null)
    return { kind: 'refused', reason: ROWS };
  const shelf = await Shelf.of(root);
  const prepared = await prepare(source, {
    stdin: nothing,
    limits: {},
    as: undefined,
    knownId: sha256 => shelf.idOf(sha256),
  });
  if (prepared.kind !== 'text') return prepared;
  const { text, original } = prepared;
  const plan = { source: source.label, text: { ...text, meta: titled(text, original) }, original };
  return { kind: 'planned', plan };
}

/** A digest's rows are annotations: there is no text in them to look through. */
const ROWS =
  'a digest as CSV holds annotations. "marginalia import FILE" in the shell takes them back';

/** The only source, or why there is none to look at. */
function oneOf(sources: readonly Source[], refused = 'nothing to import there'): Source | string {
  const [source] = sources;
  if (!source) return refused;
  if (source.kind === 'stdin')
    return 'the keys come from standard input. Name a file or an address';
  return sources.length === 1
    ? source
    : `${sources.length} files. Name one of them; marginalia import takes them all`;
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/**
 * Writes what was decided about a plan: one transcript for each part, each with its original. Nothing
 * is written where an id is taken, or these bytes have become a transcript since: that is a Fault.
 */
export const writePlan = (
  project: Project,
  { source, text, original }: ImportPlan,
  review: Review,
  coder: string,
): Promise<ImportReport> => writeTexts(project, { source, original }, textsOf(review, text), coder);
