import { CORE_SCHEMA, dump } from 'js-yaml';
import { Paragraphs } from '../model/paragraphs.ts';
import { blockBody, bodyOf } from './blockBody.ts';
import type { ImportedBlock, ImportedMeta, ImportedText } from './imported.ts';

/** Where a transcript came from, for its front matter. */
export interface Provenance {
  /** When it was imported: UTC, ISO 8601. */
  imported: string;
  /** Where the original lies, from the folder of the transcript on. */
  original: string;
  /** Of the original's bytes, in hexadecimal. */
  sha256: string;
}

/** A transcript as it is to be written. */
export interface MadeTranscript {
  /** Front matter and body. */
  file: string;
  body: string;
  paragraphs: number;
  /** Blocks that were left out. */
  dropped: number;
}

/**
 * Makes the transcript file of an imported text. A text that needed no mending and of which nothing is
 * left out has its own words as the body, byte for byte; else the kept blocks, parted by blank lines.
 */
export function makeTranscript(
  { blocks, meta, body: own }: Pick<ImportedText, 'blocks' | 'meta' | 'body'>,
  provenance: Provenance,
  before: Readonly<Record<string, unknown>> = {},
): MadeTranscript {
  const kept = blocks.filter(({ drop }) => drop === null);
  const dropped = blocks.length - kept.length;
  const body = own !== undefined && dropped === 0 ? own : bodyOf(kept);
  const pages = pageStarts(kept, body);
  const fields = { ...before, ...meta.fields, ...told(meta), ...provenance, pages };
  return {
    file: `${frontMatter(fields)}${body}`,
    body,
    paragraphs: new Paragraphs(body).count,
    dropped,
  };
}

/** What is known of a text, without what is not. */
function told({ fields: _, ...meta }: ImportedMeta): Record<string, string> {
  const known = Object.entries(meta).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  return Object.fromEntries(known);
}

/** Keys without a value are left out; the order is that of the fields. Strings are quoted: no date, no number is guessed. */
function frontMatter(fields: Readonly<Record<string, unknown>>): string {
  const known = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
  const yaml = dump(Object.fromEntries(known), {
    schema: CORE_SCHEMA,
    lineWidth: -1,
    forceQuotes: true,
    quoteStyle: 'double',
  });
  return `---\n${yaml}---\n`;
}

/** The label of each page by the number of the paragraph that it begins with; `null` where no page is known. */
function pageStarts(kept: readonly ImportedBlock[], body: string): Record<number, string> | null {
  const pages: Record<number, string> = {};
  if (!kept.some(({ page }) => page !== null)) return null;
  const paragraphs = new Paragraphs(body);
  let offset = 0;
  let last: string | null = null;
  for (const one of kept) {
    const found = body.indexOf(blockBody(one).split('\n', 1)[0] ?? '', offset);
    const start = Math.max(offset, found);
    offset = start + blockBody(one).length;
    if (one.page === null || one.page === last) continue;
    last = one.page;
    pages[paragraphs.indexAt(start) + 1] ??= one.page;
  }
  return pages;
}
