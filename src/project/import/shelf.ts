import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFrontMatter } from '../../model/frontMatter.ts';
import { slug } from '../../model/slug.ts';
import { normaliseLines } from '../../model/transcript.ts';
import { listTexts, type TextEntry } from '../texts.ts';
import { freeId } from './typed.ts';

export const sha256Of = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** The names and the originals of a project's transcripts: what is taken, and what is there already. */
export class Shelf {
  /** By the id in lower case: two names that differ in case only are one on many disks. */
  private readonly entries = new Map<string, TextEntry>();
  private readonly byOriginal = new Map<string, string>();

  static async of(root: string): Promise<Shelf> {
    const shelf = new Shelf();
    for (const entry of await listTexts(root)) {
      const bytes = await readFile(join(root, 'texts', entry.file)).catch(() => null);
      shelf.add(entry, bytes === null ? [] : [originalOf(bytes), sha256Of(bytes)]);
    }
    return shelf;
  }

  /** The id of the transcript that was made of these bytes, or has just these. */
  idOf(sha256: string): string | null {
    return this.byOriginal.get(sha256) ?? null;
  }

  entry(id: string): TextEntry | null {
    return this.entries.get(id.toLowerCase()) ?? null;
  }

  /** The transcript that `--replace` means by an id or by a title. */
  replaceable(name: string): TextEntry | null {
    return this.entry(name) ?? this.entry(slug(name));
  }

  /** What the front matter of a transcript says now. */
  async fieldsOf(root: string, { file }: TextEntry): Promise<Readonly<Record<string, unknown>>> {
    const bytes = await readFile(join(root, 'texts', file)).catch(() => null);
    return bytes === null ? {} : frontMatterOf(bytes);
  }

  freeId(name: string): string {
    return freeId(name, id => this.entries.has(id.toLowerCase()));
  }

  add(entry: TextEntry, originals: readonly (string | null)[]): void {
    this.entries.set(entry.id.toLowerCase(), entry);
    for (const sha256 of originals) if (sha256) this.byOriginal.set(sha256, entry.id);
  }
}

/** The hash of the original in a transcript's front matter. Bytes that are no UTF-8 have none. */
function originalOf(bytes: Uint8Array): string | null {
  const { sha256 } = frontMatterOf(bytes);
  return typeof sha256 === 'string' ? sha256 : null;
}

const frontMatterOf = (bytes: Uint8Array): Readonly<Record<string, unknown>> =>
  readFrontMatter(normaliseLines(new TextDecoder().decode(bytes))).fields;
