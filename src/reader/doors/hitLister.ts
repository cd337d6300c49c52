import type { Range } from '../../model/annotation.ts';
import { type Finder, hitsByWindow, type Searched } from '../../model/hits.ts';
import type { SearchQuery } from '../../model/searchQuery.ts';
import { finderFor } from '../../project/finder.ts';
import { inContext } from '../../project/hitContext.ts';
import { firstOfEachId, listTexts, type TextEntry } from '../../project/texts.ts';
import { type HitsBatch, type ListedHit, MOST_LISTED } from '../hitsLayer.ts';
import { Pause } from './pause.ts';
import type { TextShelf } from './textShelf.ts';

/** Words on each side: more than the widest screen shows. */
const CONTEXT = 24;
/** Milliseconds between two batches: each is a frame. */
const BETWEEN = 80;

/** One search through all transcripts, told some hits at a time. Keys are heard in between. */
export class HitLister {
  private readonly shelf: TextShelf;
  private readonly query: SearchQuery;
  private readonly onBatch: (batch: HitsBatch) => void;
  private readonly pause: Pause;
  private waiting: ListedHit[] = [];
  private listed = 0;
  private total = 0;
  private texts = 0;
  private told = performance.now();

  constructor(
    shelf: TextShelf,
    query: SearchQuery,
    onBatch: (batch: HitsBatch) => void,
    signal: AbortSignal,
  ) {
    this.shelf = shelf;
    this.query = query;
    this.onBatch = onBatch;
    this.pause = new Pause(signal);
  }

  /** Looks through the transcripts, those in `order` first. Throws a Fault where the folder cannot be read. */
  async list(order: readonly string[]): Promise<void> {
    const found = await finderFor(this.query);
    if (found.kind === 'invalid') return this.tell(0, 0, found.reason);
    const entries = inOrder(firstOfEachId(await listTexts(this.shelf.root)), order);
    for (const [done, entry] of entries.entries()) {
      const searched = await this.shelf.text(entry, this.query);
      if (searched && !(await this.take(found.find, searched, entry.id))) return;
      if (!(await this.pause.goesOn())) return;
      if (performance.now() - this.told > BETWEEN) this.tell(done + 1, entries.length);
    }
    this.tell(entries.length, entries.length);
  }

  /** Takes the hits of one transcript; `false` once nobody wants them any more. */
  private async take(find: Finder, searched: Searched, text: string): Promise<boolean> {
    const before = this.total;
    for (const hits of hitsByWindow(find, searched)) {
      for (const hit of hits) this.keep(searched, text, hit);
      if (!(await this.pause.goesOn())) return false;
    }
    if (this.total > before) this.texts++;
    return true;
  }

  private keep(searched: Searched, text: string, hit: Range): void {
    this.total++;
    if (this.listed >= MOST_LISTED) return;
    this.listed++;
    const { paragraph, before, match, after } = inContext(searched, hit, CONTEXT);
    this.waiting.push({
      text,
      paragraph,
      ...hit,
      before: oneLine(before),
      match: oneLine(match),
      after: oneLine(after),
    });
  }

  private tell(done: number, of: number, problem: string | null = null): void {
    const { waiting: hits, total, texts } = this;
    this.waiting = [];
    this.told = performance.now();
    this.onBatch({ hits, total, texts, done, of, problem });
  }
}

/** White space of any kind as one space, in a string of its own: a slice would keep the whole text in memory. */
const oneLine = (words: string): string =>
  Buffer.from(words.replace(/\s+/g, ' '), 'utf16le').toString('utf16le');

function inOrder(entries: readonly TextEntry[], order: readonly string[]): TextEntry[] {
  const ranks = new Map(order.map((id, rank) => [id, rank]));
  const rank = ({ id }: TextEntry) => ranks.get(id) ?? ranks.size;
  return entries.toSorted((a, b) => rank(a) - rank(b));
}
