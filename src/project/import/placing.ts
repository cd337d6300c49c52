import { choose } from '../../importing/choice.ts';
import type { ImportedMeta, ImportedText } from '../../importing/imported.ts';
import { type MadeTranscript, makeTranscript } from '../../importing/transcriptFile.ts';
import { Fault } from '../../model/fault.ts';
import type { Project } from '../project.ts';
import { clashFault, type TextEntry } from '../texts.ts';
import type { Original, Prepared } from './prepare.ts';
import { WriteQueue } from './queue.ts';
import { countAnchors, moveAnchors } from './reanchor.ts';
import type { Imported, ImportListener, ImportOptions, ImportReport } from './request.ts';
import type { Shelf } from './shelf.ts';
import { type NewText, originalName, writeText } from './write.ts';

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

/**
 * Gives each text that was read its id and its file. New ones are written together; one that replaces
 * another is written at once, when its tags have been counted.
 */
export class Placing {
  private readonly tools: Tools;
  private readonly report: ImportReport;
  private readonly queue: WriteQueue;

  constructor(tools: Tools, report: ImportReport) {
    this.tools = tools;
    this.report = report;
    this.queue = new WriteQueue(tools.project.root);
  }

  /** Writes what still waits. */
  async end(): Promise<void> {
    await this.queue.flush();
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
    const meta = { ...titled(found, original), ...options.meta };
    await this.put(source, { ...found, blocks: chosen.blocks, meta }, original, options.id);
  }

  /**
   * Gives a text of which is decided what is left out its id (`id`, if that is asked for) and its file.
   * Throws a Fault where the id is taken.
   */
  async put(source: string, text: ImportedText, original: Original, id?: string): Promise<void> {
    const { shelf, options } = this.tools;
    const target = this.target(text.meta, original, id);
    const kept = await originalName(this.tools.project.root, target.id, original);
    const made = await this.make(text, target, { kept, sha256: original.sha256 });
    const files = { file: target.file, content: made.file, original: kept, bytes: original.bytes };
    const imported: Imported = {
      id: target.id,
      source,
      paragraphs: made.paragraphs,
      dropped: made.dropped,
      notes: text.notes,
      anchors: null,
      plan: options.dryRun === true ? text.blocks : [],
    };
    if (target.before) await this.replace(files, imported);
    else if (options.dryRun !== true)
      await this.queue.add(files, fault => this.failed(imported, fault));
    shelf.add(target.before ?? { id: target.id, file: target.file, clashes: [] }, [
      original.sha256,
    ]);
    this.report.imported.push(imported);
  }

  /** Throws a Fault where the id that was asked for is taken, or is not one file's alone. */
  private target({ title }: ImportedMeta, { sha256, name }: Original, id?: string): Target {
    const { shelf, options } = this.tools;
    const wanted = id ?? (options.replace ? shelf.idOf(sha256) : null);
    const before = options.replace ? shelf.replaceable(wanted ?? title ?? name) : null;
    if (before) {
      const clash = clashFault(before);
      if (clash) throw clash;
      return { id: before.id, file: before.file, before };
    }
    if (wanted !== null && shelf.entry(wanted))
      throw new Fault(`texts/ has a text ${wanted} already. --replace puts this one in its place`);
    const free = wanted ?? shelf.freeId(title ?? name);
    return { id: free, file: `${free}.md`, before: null };
  }

  /** The file of a transcript. What the one that it replaces says of itself stays where nothing else is known. */
  private async make(
    text: ImportedText,
    { before }: Target,
    { kept, sha256 }: { kept: string; sha256: string },
  ): Promise<MadeTranscript> {
    const { project, shelf } = this.tools;
    const provenance = { imported: project.ports.now(), original: kept, sha256 };
    const fields = before ? await shelf.fieldsOf(project.root, before) : {};
    return makeTranscript(text, provenance, fields);
  }

  /** Writes in the place of a text, its tags counted before. */
  private async replace(files: NewText, imported: Imported): Promise<void> {
    const { project, options, coder, onAnchors } = this.tools;
    await this.queue.flush();
    imported.anchors = await countAnchors(project, files.file, files.content);
    if (imported.anchors.total > 0) await onAnchors(imported.id, imported.anchors);
    if (options.dryRun === true) return;
    await writeText(project.root, files);
    if (imported.anchors.total === 0) return;
    try {
      await moveAnchors(project, { ...files, coder });
    } catch (cause) {
      if (!(cause instanceof Fault)) throw cause;
      // The text is there, and reading finds the tags without this.
      imported.notes = [...imported.notes, cause.message];
    }
  }

  private failed(imported: Imported, fault: Fault): void {
    this.report.imported.splice(this.report.imported.indexOf(imported), 1);
    this.refuse(imported.source, fault.message);
  }

  private refuse(source: string, reason: string): void {
    this.report.refused.push({ source, reason });
  }
}

/** What is known of a text. Without a title the first chapter's would be taken for it: then its file's name is. */
export function titled({ blocks, meta }: ImportedText, { name }: Original): ImportedMeta {
  const hasChapters = blocks.some(({ kind }) => kind === 'heading');
  return { ...meta, title: meta.title ?? (hasChapters && name !== '' ? name : null) };
}
