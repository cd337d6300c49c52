import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Searched } from '../../model/hits.ts';
import type { SearchQuery } from '../../model/searchQuery.ts';
import { mayHold } from '../../project/byteFilter.ts';
import { loadedFrom, readBytes, type TextEntry } from '../../project/texts.ts';
import type { Desk } from './desk.ts';

/** What stays in memory of texts that are not open; UTF-16 units. */
const MOST_KEPT = 30_000_000;

/** Bytes from which on a text without a hit is not worth its memory: looking through its bytes is quicker. */
const LARGE = 200_000;

interface Kept {
  searched: Searched;
  /** Size and time of the file: another one means that it has changed. */
  version: string;
}

/** The texts that searches look through: read once, kept while there is room, the last used longest. */
export class TextShelf {
  private readonly desk: Desk;
  private readonly kept = new Map<string, Kept>();
  private size = 0;

  constructor(desk: Desk) {
    this.desk = desk;
  }

  get root(): string {
    return this.desk.project.root;
  }

  /** The text as it was opened, else as it is on the disk; `null` where it cannot be read or holds no hit for certain. */
  async text(entry: TextEntry, query: SearchQuery): Promise<Searched | null> {
    const opened = this.desk.opened.get(entry.id);
    if (opened) return opened.transcript;
    const version = await this.versionOf(entry);
    const known = this.take(entry.file);
    if (known?.version === version) return this.keep(entry.file, known);
    try {
      const bytes = await readBytes(this.root, entry);
      if (bytes.length > LARGE && !mayHold(bytes, query)) return null;
      const { text, paragraphs } = loadedFrom(this.root, entry, bytes).transcript;
      return this.keep(entry.file, { searched: { text, paragraphs }, version });
    } catch {
      // The library and `check` name it.
      return null;
    }
  }

  private async versionOf({ file }: TextEntry): Promise<string> {
    const { size = 0, mtimeMs = 0 } =
      (await stat(join(this.root, 'texts', file)).catch(() => null)) ?? {};
    return `${size} ${mtimeMs}`;
  }

  private take(file: string): Kept | undefined {
    const kept = this.kept.get(file);
    if (kept) this.size -= kept.searched.text.length;
    this.kept.delete(file);
    return kept;
  }

  private keep(file: string, kept: Kept): Searched {
    this.kept.set(file, kept);
    this.size += kept.searched.text.length;
    for (const oldest of this.kept.keys()) {
      if (this.size <= MOST_KEPT) break;
      this.take(oldest);
    }
    return kept.searched;
  }
}
