import { type Choice, choose } from '../../importing/choice.ts';
import type { ImportedBlock, ImportedMeta, ImportedText } from '../../importing/imported.ts';
import { type MadeTranscript, makeTranscript } from '../../importing/transcriptFile.ts';
import { Fault } from '../../model/fault.ts';
import type { OnProgress } from '../annotations.ts';
import type { Project } from '../project.ts';
import { clashFault, type TextEntry } from '../texts.ts';
import { inOrder } from './inOrder.ts';
import { type Original, type Prepared, prepare } from './prepare.ts';
import { type AnchorCounts, countAnchors, moveAnchors } from './reanchor.ts';
import { Shelf } from './shelf.ts';
import { findSources, type Refused } from './sources.ts';
import { originalName, writeText } from './write.ts';

/** What the user asks for, besides the sources. */
export interface ImportOptions extends Choice {
  /** Checked already. */
  id?: string | undefined;
  /** What counts for more than what the source says of itself. */
  meta?: Partial<ImportedMeta> | undefined;
  /** A format's name. */
  as?: string | undefined;
  replace?: boolean | undefined;
  dryRun?: boolean | undefined;
  allowPrivate?: boolean | undefined;
}

export interface ImportRequest {
  /** Files, folders, patterns, addresses, `-`. */
  words: readonly string[];
  /** The folder that paths begin at. */
  here: string;
  stdin: () => AsyncIterable<Uint8Array>;
  /** Whose selectors are made anew where a text is replaced. */
  coder: string;
  options: ImportOptions;
}

/** One transcript that was written, or would be. */
export interface Imported {
  id: string;
  source: string;
  paragraphs: number;
  /** Blocks that were left out. */
  dropped: number;
  notes: readonly string[];
  /** What becomes of the tags on the text that it replaces; `null` where it replaces none. */
  anchors: AnchorCounts | null;
  /** Every block, with the reason where it is left out. */
  plan: readonly ImportedBlock[];
}

export interface ImportReport {
  imported: Imported[];
  present: { id: string; source: string }[];
  refused: Refused[];
  passedOver: number;
}

/** Told while the work goes on. */
export interface ImportListener {
  onProgress: OnProgress;
  /** Called before a text that has tags is replaced. */
  onAnchors: (id: string, counts: AnchorCounts) => Promise<void>;
}

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
  const work = new Work({ project, shelf, options, coder, onAnchors }, report);
  const knownId = (sha256: string) => (options.replace ? null : shelf.idOf(sha256));
  const preparing = {
    stdin,
    limits: { allowPrivate: options.allowPrivate },
    as: options.as,
    knownId,
  };
  let done = 0;
  for await (const prepared of inOrder(sources, AT_ONCE, source => prepare(source, preparing))) {
    await work.take(prepared);
    onProgress(++done, sources.length);
  }
  return report;
}

function refuseManyIds({ id, meta }: ImportOptions, sources: number): void {
  if (sources < 2) return;
  if (id !== undefined || typeof meta?.title === 'string')
    throw new Fault(
      `--id and --title are for one source, and these are ${sources}. Import them one by one`,
    );
}

interface Tools {
  project: Project;
  shelf: Shelf;
  options: ImportOptions;
  coder: string;
  onAnchors: ImportListener['onAnchors'];
}

/** Where a text goes: a new file, or the place of one that is there. */
interface Target {
  id: string;
  file: string;
  /** The one that it replaces. */
  before: TextEntry | null;
}

class Work {
  private readonly tools: Tools;
  private readonly report: ImportReport;

  constructor(tools: Tools, report: ImportReport) {
    this.tools = tools;
    this.report = report;
  }

  /** Gives a prepared source its place; a Fault on the way is a line in the report. */
  async take(prepared: Prepared): Promise<void> {
    const source = prepared.source.label;
    if (prepared.kind === 'refused') this.refuse(source, prepared.reason);
    else if (prepared.kind === 'known') this.report.present.push({ id: prepared.id, source });
    else {
      try {
        await this.place(source, prepared.text, prepared.original);
      } catch (cause) {
        if (!(cause instanceof Fault)) throw cause;
        this.refuse(source, cause.message);
      }
    }
  }

  private async place(source: string, found: ImportedText, original: Original): Promise<void> {
    const { shelf, options } = this.tools;
    const known = shelf.idOf(original.sha256);
    // The same bytes twice in one call.
    if (known !== null && !options.replace) {
      this.report.present.push({ id: known, source });
      return;
    }
    const chosen = choose(found.blocks, options);
    if (chosen.kind === 'refused') return this.refuse(source, chosen.reason);
    const text = { ...found, blocks: chosen.blocks, meta: { ...found.meta, ...options.meta } };
    const target = this.target(text.meta, original);
    const { made, anchors } = await this.write(text, original, target);
    const { paragraphs, dropped } = made;
    const { notes, blocks } = text;
    this.report.imported.push({
      id: target.id,
      source,
      paragraphs,
      dropped,
      notes,
      anchors,
      plan: blocks,
    });
  }

  /** Throws a Fault where the id that was asked for is taken, or is not one file's alone. */
  private target({ title }: ImportedMeta, { sha256, name }: Original): Target {
    const { shelf, options } = this.tools;
    const wanted = options.id ?? (options.replace ? shelf.idOf(sha256) : null);
    const before = options.replace ? shelf.replaceable(wanted ?? title ?? name) : null;
    if (before) {
      const clash = clashFault(before);
      if (clash) throw clash;
      return { id: before.id, file: before.file, before };
    }
    if (wanted !== null && shelf.entry(wanted))
      throw new Fault(`texts/ has a text ${wanted} already. --replace puts this one in its place`);
    const id = wanted ?? shelf.freeId(title ?? name);
    return { id, file: `${id}.md`, before: null };
  }

  private async write(text: ImportedText, original: Original, { id, file, before }: Target) {
    const { project, shelf, options, coder, onAnchors } = this.tools;
    const kept = await originalName(project.root, id, original);
    const provenance = { imported: project.ports.now(), original: kept, sha256: original.sha256 };
    const made: MadeTranscript = makeTranscript(
      text,
      provenance,
      before ? await shelf.fieldsOf(project.root, before) : {},
    );
    const anchors = before && (await countAnchors(project, file, made.file));
    if (anchors && anchors.total > 0) await onAnchors(id, anchors);
    if (options.dryRun !== true) {
      await writeText(project.root, {
        file,
        content: made.file,
        original: kept,
        bytes: original.bytes,
      });
      if (anchors && anchors.total > 0)
        await moveAnchors(project, { file, content: made.file, coder });
    }
    shelf.add(before ?? { id, file, clashes: [] }, [original.sha256]);
    return { made, anchors };
  }

  private refuse(source: string, reason: string): void {
    this.report.refused.push({ source, reason });
  }
}
