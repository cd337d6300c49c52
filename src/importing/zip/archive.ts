import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { Refusal } from '../refusal.ts';
import { refuseEntities } from '../xml.ts';
import { checkCount, checkSizes, LIMITS } from './limits.ts';

/** The entries of a zip in memory, unpacked one by one when they are asked for, and under limits. */
export class Archive {
  private readonly zip: ZipFile;
  private readonly entries: ReadonlyMap<string, Entry>;
  private read = 0;

  constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.zip = zip;
    this.entries = entries;
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The bytes of an entry; `null` if there is none of this name. Throws a `Refusal` over the limits. */
  async bytes(name: string): Promise<Uint8Array | null> {
    const entry = this.entries.get(name);
    if (!entry) return null;
    if (entry.isEncrypted()) throw new Refusal('needs a password; save a copy without one');
    this.read += entry.uncompressedSize;
    if (this.read > LIMITS.textBytes) throw new Refusal('is too large: more text than any book');
    try {
      return await unpack(await this.zip.openReadStreamPromise(entry));
    } catch {
      throw new Refusal(`is damaged: '${name}' in it cannot be unpacked`);
    }
  }

  /** The same as text, UTF-8 or UTF-16 by its mark; `null` if there is no such entry. */
  async text(name: string): Promise<string | null> {
    const bytes = await this.bytes(name);
    return bytes && decoderFor(bytes).decode(bytes);
  }

  /** The same as XML without any DOCTYPE, so that no entity can be declared in it. */
  async xml(name: string): Promise<string | null> {
    const text = await this.text(name);
    if (text !== null) refuseEntities(text);
    return text;
  }
}

/** Throws a `Refusal` for what is no zip, is damaged, is a bomb, or has names that lead out of it. */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    checkCount(zip.entryCount);
    const entries = await entriesOf(zip);
    checkSizes(
      entries.map(({ fileName, compressedSize, uncompressedSize }) => ({
        name: fileName,
        packed: compressedSize,
        unpacked: uncompressedSize,
      })),
    );
    return new Archive(zip, new Map(entries.map(entry => [entry.fileName, entry])));
  } catch (cause) {
    throw cause instanceof Refusal ? cause : new Refusal(reasonOf(cause));
  }
}

/** More bytes than the directory of the zip tells are an error of the stream. */
async function unpack(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function entriesOf(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  return entries;
}

/** The words of yauzl for names such as `../../x`, `/x` and `C:\x`. */
const LEADING_OUT =
  /^(?:invalid relative path|absolute path|invalid characters in fileName): (.*)/s;

function reasonOf(cause: unknown): string {
  const said = cause instanceof Error ? cause.message : String(cause);
  const name = LEADING_OUT.exec(said)?.[1];
  if (name !== undefined) return `holds an entry that leads out of it: '${name.slice(0, 80)}'`;
  return 'is no zip, or only a part of one';
}

function decoderFor([first, second]: Uint8Array) {
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le');
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be');
  return new TextDecoder();
}
