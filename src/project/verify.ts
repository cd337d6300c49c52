import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { comparable } from '../digest/comparable.ts';
import type { ReadDigest } from '../digest/read/quotation.ts';
import { type PresentSource, type QuotationStatus, verifyQuotation } from '../digest/verify.ts';
import { BrokenFile, Fault, systemReason, UsageFault } from '../model/fault.ts';
import type { OnProgress } from './annotations.ts';
import type { Project } from './project.ts';
import { spreadsheetText } from './spreadsheetText.ts';
import { findEntry, listTexts, loadText, type TextEntry } from './texts.ts';

/** One quotation of a digest, checked. */
export interface VerifiedQuotation {
  /** `urn:uuid:…` of its annotation, the first where several tags agree; `null` where it has no mark. */
  id: string | null;
  text: string | null;
  /** From 1, of the text as it is now; `null` where that cannot be told. */
  paragraph: number | null;
  status: QuotationStatus;
  /** How it differs, in words. */
  how: string;
  /** The words in the digest. */
  quote: string;
}

/** The readers of the formats, by the ending of a file. Each is loaded when it is needed. */
const READERS: Readonly<Record<string, (bytes: Uint8Array) => Promise<ReadDigest>>> = {
  md: async bytes => (await import('../digest/read/markdown.ts')).readMarkdown(textOf(bytes)),
  html: async bytes => (await import('../digest/read/html.ts')).readHtml(textOf(bytes)),
  docx: async bytes => (await import('../digest/read/docx.ts')).readDocx(bytes),
  csv: async bytes => (await import('../digest/read/csv.ts')).readCsv(spreadsheetText(bytes)),
  json: async bytes => (await import('../digest/read/json.ts')).readJsonDigest(textOf(bytes)),
  txt: async bytes => (await import('../digest/read/plainText.ts')).readPlainText(textOf(bytes)),
};
const OTHER_ENDINGS: Readonly<Record<string, string>> = { markdown: 'md', htm: 'html' };

/**
 * Checks every quotation of a digest against the texts of the project. Throws a UsageFault for a file
 * whose ending names no format, a Fault or BrokenFile for one that cannot be read as a digest.
 */
export async function verifyDigest(
  project: Project,
  path: string,
  onProgress: OnProgress = () => {},
): Promise<VerifiedQuotation[]> {
  const digest = await readDigest(path);
  const sources = new Sources(project.root, await listTexts(project.root));
  const checked: VerifiedQuotation[] = [];
  for (const [i, quotation] of digest.quotations.entries()) {
    const { mark, quote } = quotation;
    const source = mark && (await sources.get(mark.text));
    const verdict = verifyQuotation(
      quotation,
      mark ? digest.hashes.get(mark.text) : undefined,
      source,
    );
    const id = mark?.annotations[0] ? `urn:uuid:${mark.annotations[0]}` : null;
    const paragraph = mark && source ? source.paragraphAt(mark.start) : null;
    checked.push({ id, text: mark?.text ?? null, paragraph, ...verdict, quote });
    onProgress(i + 1, digest.quotations.length);
  }
  return checked;
}

async function readDigest(path: string): Promise<ReadDigest> {
  const ending = extname(path).slice(1).toLowerCase();
  const read = READERS[OTHER_ENDINGS[ending] ?? ending];
  if (!read)
    throw new UsageFault(
      `${path}: its ending names no format of a digest. Give a file that ends in ${Object.keys(READERS).join(', ')}`,
    );
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new Fault(`${path}: ${systemReason(cause)}. Give the file of a digest`, {
      file: path,
      cause,
    });
  });
  try {
    return await read(bytes);
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('\n', 1)[0] ?? '') : String(cause);
    throw new BrokenFile(
      `${path} cannot be read as a digest: ${reason}. Give one that Marginalia made`,
      { file: path, cause },
    );
  }
}

const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes);

interface Source extends PresentSource {
  paragraphAt(position: number): number | null;
}

/** The transcripts, each read once. */
class Sources {
  private readonly root: string;
  private readonly entries: readonly TextEntry[];
  private readonly known = new Map<string, Source | null>();

  constructor(root: string, entries: readonly TextEntry[]) {
    this.root = root;
    this.entries = entries;
  }

  /** `null` for one that is not there. Throws a Fault for one that cannot be read. */
  async get(id: string): Promise<Source | null> {
    const known = this.known.get(id);
    if (known !== undefined) return known;
    const isThere = this.entries.some(entry => entry.id === id);
    const source = isThere ? await this.load(id) : null;
    this.known.set(id, source);
    return source;
  }

  private async load(id: string): Promise<Source> {
    const { transcript, codePoints, sha256 } = await loadText(
      this.root,
      findEntry(this.entries, id),
    );
    const { text, paragraphs } = transcript;
    let compared: string | null = null;
    return {
      text,
      codePoints,
      sha256,
      compared: () => (compared ??= comparable(text)),
      paragraphAt: position =>
        paragraphs.count === 0 ? null : paragraphs.indexAt(codePoints.toUtf16(position)) + 1,
    };
  }
}
