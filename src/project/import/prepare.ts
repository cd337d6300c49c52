import { formatOf } from '../../importing/formats.ts';
import type { ImportedText } from '../../importing/imported.ts';
import { readSource } from './readSource.ts';
import { sha256Of } from './shelf.ts';
import type { Source } from './sources.ts';
import type { WebLimits } from './web.ts';

/** A source that was read and understood, or why not. Nothing has been decided about its place yet. */
export type Prepared = { source: Source } & (
  | { kind: 'text'; text: ImportedText; original: Original }
  | { kind: 'known'; id: string }
  | { kind: 'refused'; reason: string }
);

/** The bytes that were imported, to be kept beside the transcript. */
export interface Original {
  bytes: Uint8Array;
  sha256: string;
  /** Of its file name, with the dot. */
  ending: string;
  /** The source's own name without ending: what a text without a title is called. */
  name: string;
}

export interface Preparing {
  stdin: () => AsyncIterable<Uint8Array>;
  limits: WebLimits;
  as: string | undefined;
  /** The transcript that was made of such bytes before; `null` where they are to be read anyway. */
  knownId: (sha256: string) => string | null;
}

/** Reads a source and turns it into blocks. Never throws for what is wrong with the source. */
export async function prepare(source: Source, preparing: Preparing): Promise<Prepared> {
  const read = await readSource(source, preparing.stdin, preparing.limits);
  if (read.kind === 'refused') return { source, ...read };
  const { bytes, context, type } = read;
  if (bytes.length === 0) return { source, kind: 'refused', reason: 'empty' };
  const sha256 = sha256Of(bytes);
  const known = preparing.knownId(sha256);
  if (known !== null) return { source, kind: 'known', id: known };
  const format = formatOf(bytes, context, { as: preparing.as, type });
  const outcome = await (await format.load())(bytes, context);
  if (outcome.kind === 'refused') return { source, ...outcome };
  const { stem, ending } = parts(context.name, format.endings[0] ?? 'txt');
  return {
    source,
    kind: 'text',
    text: outcome.text,
    original: { bytes, sha256, ending, name: stem },
  };
}

/** A file's name and its ending, which is the format's where it has none that is safe. */
function parts(name: string, usual: string): { stem: string; ending: string } {
  const { stem, ending } = /^(?<stem>.+)\.(?<ending>[a-z\d]{1,8})$/i.exec(name)?.groups ?? {};
  return ending === undefined
    ? { stem: name, ending: `.${usual}` }
    : { stem: stem ?? name, ending: `.${ending.toLowerCase()}` };
}
