import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { PrivateAddress, publicLookup, refusePrivateHost } from './address.ts';

export interface WebPage {
  kind: 'page';
  bytes: Uint8Array;
  /** After all redirects. */
  url: string;
  /** Media type in lower case, without parameters; `null` where the server told none. */
  type: string | null;
  charset: string | null;
}

export type WebOutcome = WebPage | { kind: 'refused'; reason: string };

export interface WebLimits {
  /** Whether addresses of the machine and its own network may be asked. */
  allowPrivate?: boolean | undefined;
  /** Bytes of a page, unpacked; 50 MB unless told. */
  most?: number;
  /** Milliseconds for all of it, redirects included; a minute unless told. */
  patience?: number;
}

const MOST = 50_000_000;
const PATIENCE = 60_000;
const MOST_REDIRECTS = 10;

/** What stands in the way, as one line for people. */
class Refusal extends Error {}

/**
 * Fetches a page over http or https. Every address on the way, those of redirects too, is checked
 * before it is connected to. Reads no more than the limits allow. Never throws: what went wrong is one
 * line, without the address that was asked for.
 */
export async function fetchPage(address: string, limits: WebLimits = {}): Promise<WebOutcome> {
  const signal = AbortSignal.timeout(limits.patience ?? PATIENCE);
  try {
    return await follow(address, limits, signal);
  } catch (cause) {
    return { kind: 'refused', reason: reasonOf(cause, signal, limits) };
  }
}

async function follow(address: string, limits: WebLimits, signal: AbortSignal): Promise<WebPage> {
  const seen = new Set<string>();
  let url = addressOf(address);
  for (;;) {
    if (seen.has(url.href)) throw new Refusal('redirects in a circle');
    if (seen.size > MOST_REDIRECTS) throw new Refusal(`more than ${MOST_REDIRECTS} redirects`);
    seen.add(url.href);
    const answer = await ask(url, limits, signal);
    const next = redirectOf(answer, url);
    if (next === null) return await read(answer, url, limits);
    answer.destroy();
    url = next;
  }
}

function addressOf(address: string, base?: URL): URL {
  const url = URL.parse(address, base);
  if (!url) throw new Refusal(`${address} is no address`);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new Refusal(`${url.protocol}// cannot be read, only http:// and https://`);
  return url;
}

function redirectOf({ statusCode = 0, headers }: IncomingMessage, base: URL): URL | null {
  if (![301, 302, 303, 307, 308].includes(statusCode)) return null;
  return headers.location === undefined ? null : addressOf(headers.location, base);
}

async function ask(url: URL, limits: WebLimits, signal: AbortSignal): Promise<IncomingMessage> {
  if (!limits.allowPrivate) refusePrivateHost(url.hostname);
  const { get } =
    url.protocol === 'https:' ? await import('node:https') : await import('node:http');
  const headers = {
    accept: 'text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5',
    'accept-encoding': 'gzip, deflate, br',
    'user-agent': 'marginalia',
  };
  const lookup = limits.allowPrivate ? undefined : publicLookup;
  return await new Promise((resolve, reject) => {
    const request = get(url, { headers, signal, agent: false, ...(lookup && { lookup }) }, resolve);
    request.on('error', reject);
  });
}

async function read(answer: IncomingMessage, url: URL, limits: WebLimits): Promise<WebPage> {
  const { statusCode = 0, statusMessage = '', headers } = answer;
  if (statusCode !== 200) {
    answer.destroy();
    throw new Refusal(`the server answers ${`${statusCode} ${statusMessage}`.trim()}`);
  }
  const most = limits.most ?? MOST;
  if (Number(headers['content-length'] ?? 0) > most) {
    answer.destroy();
    throw new Refusal(tooLarge(most));
  }
  const bytes = await collect(await unpacked(answer), most);
  const [type = '', ...parameters] = (headers['content-type'] ?? '').split(';');
  const charset =
    /charset=["']?(?<name>[\w:.-]+)/i.exec(parameters.join(';'))?.groups?.name ?? null;
  return { kind: 'page', bytes, url: url.href, type: type.trim().toLowerCase() || null, charset };
}

/** The body without its compression. */
async function unpacked(answer: IncomingMessage): Promise<Readable> {
  const encoding = answer.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (encoding === 'identity' || encoding === '') return answer;
  const { createBrotliDecompress, createUnzip } = await import('node:zlib');
  const unpack = encoding === 'br' ? createBrotliDecompress() : createUnzip();
  answer.on('error', cause => unpack.destroy(cause));
  return answer.pipe(unpack);
}

/** All of a stream, if it is no longer than so many bytes. Throws a Refusal if it is. */
async function collect(stream: Readable, most: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > most) throw new Refusal(tooLarge(most));
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const tooLarge = (most: number): string => `larger than ${Math.round(most / 1_000_000)} MB`;

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'the name could not be looked up',
  ECONNREFUSED: 'nobody answers there',
  ECONNRESET: 'the connection broke off',
  ETIMEDOUT: 'nobody answers there',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'there is no way to the network',
};

function reasonOf(cause: unknown, signal: AbortSignal, { patience = PATIENCE }: WebLimits): string {
  if (cause instanceof PrivateAddress)
    return `${cause.message}. --allow-private reads it all the same`;
  if (cause instanceof Refusal) return cause.message;
  if (signal.aborted) return `not read within ${Math.round(patience / 1000)} s`;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const words = cause instanceof Error ? (cause.message.split('\n', 1)[0] ?? '') : String(cause);
  return REASONS[code] ?? words;
}
