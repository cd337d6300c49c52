import { isEscapedJapanese, likelier, utf32Text } from './encodingKin.ts';

/** Bytes as text: no BOM, line ends as they were. `encoding` by its WHATWG name, in lower case. */
export type Decoded =
  | { kind: 'text'; text: string; encoding: string; damaged: number }
  | { kind: 'refused'; reason: string };

/**
 * Reads the bytes of a text. What they say of themselves counts first (a byte order mark, valid UTF-8,
 * the zeros of UTF-16), then what was told about them, then how often which bytes occur. `damaged` is
 * the number of places that were no UTF-8 in a text that is UTF-8 otherwise. Refuses what is no text.
 */
export async function decodeText(bytes: Uint8Array, told: string | null = null): Promise<Decoded> {
  if (bytes.length === 0) return { kind: 'refused', reason: 'empty' };
  const marked = byMark(bytes);
  if (marked !== null) return decodeAs(bytes, marked);
  const wider = utf32Text(bytes);
  if (wider !== null) return { kind: 'text', ...wider, damaged: 0 };
  const wide = wideEncoding(bytes);
  if (wide !== null) return decodeAs(bytes, wide);
  if (isBinary(bytes))
    return {
      kind: 'refused',
      reason: 'no text in it: the bytes are those of another kind of file',
    };
  if (isEscapedJapanese(bytes.subarray(0, SAMPLE))) return decodeAs(bytes, 'iso-2022-jp');
  const text = strictly(bytes, 'utf-8') ?? null;
  if (text !== null) return { kind: 'text', text, encoding: 'utf-8', damaged: 0 };
  return byTold(bytes, told) ?? nearlyUtf8(bytes) ?? (await byFrequency(bytes));
}

/** 'read as windows-1252', and how much could not be read; nothing to say about whole UTF-8. */
export function encodingNotes({
  encoding,
  damaged,
}: {
  encoding: string;
  damaged: number;
}): string[] {
  const places = damaged === 1 ? '1 place' : `${damaged} places`;
  const notes = [
    encoding === 'utf-8' ? '' : `read as ${encoding}`,
    damaged > 0 ? `${places} could not be read and became \uFFFD` : '',
  ];
  return notes.filter(note => note !== '');
}

function byMark(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? null : 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : null;
}

function decodeAs(bytes: Uint8Array, encoding: string): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  return { kind: 'text', text, encoding, damaged: text.match(/\uFFFD/g)?.length ?? 0 };
}

/** The text if every byte fits the encoding and Node knows it. */
function strictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const SAMPLE = 65_536;
/** In text of any script one character in so many is a space or a line end at least. */
const RARELY = 60;

/** UTF-16 without a mark: spaces and line ends with a zero on one side, and always the same side. */
function wideEncoding(bytes: Uint8Array): string | null {
  if (bytes.length % 2 !== 0) return null;
  const sample = bytes.subarray(0, SAMPLE);
  const { little, big } = wideSpaces(sample);
  if (little > 0 && big > 0) return null;
  if (Math.max(little, big) * RARELY < sample.length / 2) return null;
  const encoding = little > 0 ? 'utf-16le' : 'utf-16be';
  const text = strictly(sample, encoding) ?? strictly(sample.subarray(0, -2), encoding);
  return text && !/[\0-\u0008]/.test(text) ? encoding : null;
}

/** How many units are white space if the first byte of each is its low one, and if it is the high one. */
function wideSpaces(sample: Uint8Array): { little: number; big: number } {
  let [little, big] = [0, 0];
  for (let i = 0; i + 1 < sample.length; i += 2) {
    if (sample[i + 1] === 0 && isWhite(sample[i])) little++;
    else if (sample[i] === 0 && isWhite(sample[i + 1])) big++;
  }
  return { little, big };
}

const isWhite = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** One control character in so many bytes is no accident. */
const CONTROLS = 50;

function isBinary(bytes: Uint8Array): boolean {
  let controls = 0;
  for (const byte of bytes.subarray(0, SAMPLE)) {
    if (byte === 0) return true;
    // Tab, line ends, form feed and the escape of terminals occur in texts.
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++;
  }
  return controls * CONTROLS > Math.min(bytes.length, SAMPLE);
}

function byTold(bytes: Uint8Array, told: string | null): Decoded | null {
  if (told === null) return null;
  const text = strictly(bytes, told);
  if (text === undefined) return null;
  return { kind: 'text', text, encoding: new TextDecoder(told).encoding, damaged: 0 };
}

/** UTF-8 with a few broken places: the other encodings would spoil every letter that is whole. */
function nearlyUtf8(bytes: Uint8Array): Decoded | null {
  const decoded = decodeAs(bytes, 'utf-8');
  if (decoded.kind === 'refused') return null;
  const whole = decoded.text.match(/[^\0-\u007F\uFFFD]/g)?.length ?? 0;
  return decoded.damaged * 10 < whole ? decoded : null;
}

const LEAST_CONFIDENCE = 15;

async function byFrequency(bytes: Uint8Array): Promise<Decoded> {
  const { analyse } = await import('chardet');
  for (const { name, confidence } of analyse(bytes.subarray(0, SAMPLE))) {
    if (confidence < LEAST_CONFIDENCE || name === 'ASCII') break;
    const text = strictly(bytes, name);
    if (text !== undefined) return decodeAs(bytes, likelier(new TextDecoder(name).encoding, text));
  }
  const { encoding } = new TextDecoder('windows-1252');
  return decodeAs(bytes, likelier(encoding, new TextDecoder(encoding).decode(bytes)));
}
