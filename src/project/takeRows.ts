import type { CsvRow, NumberedRow } from '../digest/read/csvRows.ts';
import { type Annotation, rangeOf } from '../model/annotation.ts';
import { type Codebook, findTheme } from '../model/codebook.ts';
import { Fault } from '../model/fault.ts';
import { slug } from '../model/slug.ts';
import type { Draft } from '../model/step.ts';
import type { Page } from '../store/store.ts';
import { difference, placeOfRow } from './annotationRows.ts';
import { place } from './placed.ts';
import { type Project, resolver } from './project.ts';
import { clashFault, type LoadedText, listTexts, loadText } from './texts.ts';

/** A row that was not taken, by the line that it begins in, and why. */
export interface RefusedRow {
  line: number;
  reason: string;
}

/** What came of a digest's rows; on a dry run what would come of them. */
export interface ImportedAnnotations {
  written: Annotation[];
  /** Rows whose annotation was there already. */
  present: number;
  /** Of those written, how many had to be found again in a text that has changed. */
  moved: number;
  refused: RefusedRow[];
}

/** A coder's page on a text, with what is to be added to it. */
export interface Target {
  coder: string;
  loaded: LoadedText;
  page: Page;
  drafts: Draft[];
  /** What is tagged there, as `tagName` names it. */
  tags: Set<string>;
}

/** Takes one row after the other; nothing is written yet. */
export class Taking {
  readonly report: ImportedAnnotations = { written: [], present: 0, moved: 0, refused: [] };
  readonly targets = new Map<string, Target>();
  private readonly project: Project;
  private readonly codebook: Codebook;
  private readonly resolve: (theme: string) => string;
  private readonly texts = new Map<string, LoadedText | string>();
  private readonly ids = new Map<string, string>();
  private isReady = false;

  constructor(project: Project, codebook: Codebook) {
    this.project = project;
    this.codebook = codebook;
    this.resolve = resolver(codebook);
  }

  async take({ line, cells }: NumberedRow): Promise<void> {
    await this.ready();
    const reason = await this.added(cells);
    if (reason !== null) this.report.refused.push({ line, reason });
  }

  /** Adds a row's annotation; why it cannot be, in words, else `null`. */
  private async added(row: CsvRow): Promise<string | null> {
    const loaded = this.texts.get(row.text) ?? `there is no transcript ${row.text}`;
    if (typeof loaded === 'string') return loaded;
    const read = this.annotationOf(row);
    if (typeof read === 'string') return read;
    const found = placeOfRow(loaded, row);
    if (typeof found === 'string') return found;
    const target = await this.targetOf(read.coder, loaded);
    return this.put(target, { annotation: read, range: found.range }, found.moved);
  }

  private put(target: Target, draft: Draft, moved: boolean): string | null {
    const { id } = draft.annotation;
    const owner = this.ids.get(id);
    const mine = nameOf(target.coder, target.loaded);
    if (owner !== undefined && owner !== mine) return 'its id is another annotation’s';
    const there = target.page.annotations.find(one => one.id === id);
    if (owner !== undefined && !there) return 'its id stands twice in the file';
    const { loaded, page } = target;
    const differs = there ? difference(loaded, page, there, draft, this.resolve) : null;
    if (differs !== null) return `it is there already, with ${differs}`;
    const tag = tagName(draft);
    if (there || target.tags.has(tag)) this.report.present++;
    else {
      target.tags.add(tag);
      this.add(target, draft, moved, mine);
    }
    return null;
  }

  private add(target: Target, draft: Draft, moved: boolean, mine: string): void {
    target.drafts.push(draft);
    this.ids.set(draft.annotation.id, mine);
    this.report.written.push(draft.annotation);
    if (moved) this.report.moved++;
  }

  /** What a row says, without its place; why it says nothing, in words. */
  private annotationOf(row: CsvRow): Annotation | string {
    const theme = row.theme === '' ? null : findTheme(this.codebook, row.theme);
    if (theme === undefined) return `there is no theme ${row.theme}`;
    const problem = problemOf(row);
    if (problem !== null) return problem;
    const { now, newId } = this.project.ports;
    return {
      id: row.id === '' ? newId() : row.id,
      text: row.text,
      theme: theme?.id ?? null,
      coder: row.coder,
      memo: row.memo === '' ? null : row.memo,
      key: row.key === 'yes',
      // A spreadsheet may write moments in its own way: then it is tagged now.
      created: MOMENT.test(row.created) ? row.created : now(),
      modified: MOMENT.test(row.modified) ? row.modified : now(),
      selector: null,
    };
  }

  private async targetOf(coder: string, loaded: LoadedText): Promise<Target> {
    const { id } = loaded.transcript;
    const name = nameOf(coder, loaded);
    const known = this.targets.get(name);
    if (known) return known;
    const read = await this.project.store.readPage(coder, id);
    const page = read ?? { sha256: '', annotations: [], said: id };
    const tags = page.annotations.map(annotation => {
      const theme = annotation.theme === null ? null : this.resolve(annotation.theme);
      const range = rangeOf(place(loaded, page, annotation));
      return tagName({ annotation: { ...annotation, theme }, range });
    });
    const target = { coder, loaded, page, drafts: [], tags: new Set(tags) };
    this.targets.set(name, target);
    return target;
  }

  /** The texts, and whose every id is. */
  private async ready(): Promise<void> {
    if (this.isReady) return;
    this.isReady = true;
    const { root, store } = this.project;
    for (const entry of await listTexts(root)) {
      const clash = clashFault(entry);
      const words = clash ? `the name ${entry.id} is that of several transcripts` : null;
      this.texts.set(entry.id, words ?? (await loadText(root, entry).catch(wordsOf)));
    }
    for (const coder of await store.coders())
      for (const text of await store.pages(coder))
        for (const { id } of (await store.readPage(coder, text))?.annotations ?? [])
          this.ids.set(id, `${coder}/${text}`);
  }
}

/** The same passage with the same theme has the same name; without a theme the same words on it. */
const tagName = ({ annotation: { theme, memo }, range }: Draft): string =>
  JSON.stringify([range?.start, range?.end, theme, theme === null ? memo : null]);

/** What is wrong with a row by itself, in words; `null`: nothing. */
function problemOf({ id, theme, coder, memo, key }: CsvRow): string | null {
  if (coder === '' || slug(coder) !== coder)
    return `${coder || 'an empty cell'} is no coder’s name`;
  if (key !== '' && key !== 'yes') return 'its key is neither yes nor empty';
  if (id !== '' && !ID.test(id)) return `${id} is no id`;
  return theme === '' && memo === '' ? 'it has neither theme nor memo' : null;
}

const ID = /^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;

const nameOf = (coder: string, { transcript }: LoadedText): string => `${coder}/${transcript.id}`;

function wordsOf(cause: unknown): string {
  if (cause instanceof Fault) return cause.message;
  throw cause;
}
