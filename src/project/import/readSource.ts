import { readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportContext } from '../../importing/imported.ts';
import { systemReason } from '../../model/fault.ts';
import type { Source } from './sources.ts';
import { fetchPage, type WebLimits } from './web.ts';

/** The bytes of a source and what is known of them. */
export type SourceBytes =
  | { kind: 'bytes'; bytes: Uint8Array; context: ImportContext; type: string | null }
  | { kind: 'refused'; reason: string };

/** Larger files than this are no texts: bytes. */
const MOST = 200_000_000;

/** Reads a source whole. Never throws. */
export async function readSource(
  source: Source,
  stdin: () => AsyncIterable<Uint8Array>,
  limits: WebLimits,
): Promise<SourceBytes> {
  try {
    if (source.kind === 'url') return await fromWeb(source.url, limits);
    const bytes = source.kind === 'stdin' ? await collect(stdin()) : await readWhole(source.path);
    if (typeof bytes === 'string') return { kind: 'refused', reason: bytes };
    const name = source.kind === 'file' ? basename(source.path) : '';
    return { kind: 'bytes', bytes, context: { name, url: null, charset: null }, type: null };
  } catch (cause) {
    return { kind: 'refused', reason: `${systemReason(cause)}. Check it and its rights` };
  }
}

async function fromWeb(address: string, limits: WebLimits): Promise<SourceBytes> {
  const page = await fetchPage(address, limits);
  if (page.kind === 'refused') return page;
  const { bytes, url, charset, type } = page;
  const last = new URL(url).pathname.split('/').filter(Boolean).at(-1) ?? '';
  return { kind: 'bytes', bytes, context: { name: decoded(last), url, charset }, type };
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** A file so small is read sooner than another thread is asked to: bytes. */
const SMALL = 1_000_000;

/** The bytes of a regular file, or why not. */
async function readWhole(path: string): Promise<Uint8Array | string> {
  const status = statSync(path);
  if (!status.isFile()) return 'not a file';
  if (status.size > MOST) return tooLarge;
  return status.size < SMALL ? readFileSync(path) : readFile(path);
}

const tooLarge = `larger than ${MOST / 1_000_000} MB`;

async function collect(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array | string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > MOST) return tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
