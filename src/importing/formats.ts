import type { DocumentName } from './documents.ts';
import type { ImportContext, ImportFormat } from './imported.ts';
import { PANDOC_FORMATS } from './pandoc/formats.ts';

/** One format that can be imported. Its reader is loaded only when a source has it. */
export interface FormatEntry {
  /** As `--as` takes it. */
  name: string;
  /** Endings of file names, lower case, without the dot. */
  endings: readonly string[];
  /** Media types that a server may tell. */
  types?: readonly string[];
  /** Whether the first bytes can be nothing else; it counts for more than the ending. */
  isSure?: (bytes: Uint8Array) => boolean;
  load(): Promise<ImportFormat>;
}

/** A document that is read in a thread of its own. */
const inThread = (name: DocumentName) => async () => (await import('./inThread.ts')).inThread(name);

/** A new format is a row here and a file beside this one. */
export const FORMATS: readonly FormatEntry[] = [
  {
    name: 'html',
    endings: ['html', 'htm', 'xhtml'],
    types: ['text/html', 'application/xhtml+xml'],
    isSure: looksLikeHtml,
    load: async () => (await import('./html/anyHtml.ts')).readAnyHtml,
  },
  {
    name: 'pdf',
    endings: ['pdf'],
    types: ['application/pdf'],
    isSure: bytes => latin1(bytes.subarray(0, 1024)).includes('%PDF-'),
    load: inThread('pdf'),
  },
  {
    name: 'docx',
    endings: ['docx', 'docm', 'dotx', 'doc'],
    types: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    isSure: bytes => isZip(bytes) && holds(bytes, 'word/document'),
    load: inThread('docx'),
  },
  {
    name: 'odt',
    endings: ['odt', 'ott'],
    types: ['application/vnd.oasis.opendocument.text'],
    isSure: bytes =>
      isZip(bytes) &&
      startsWith(bytes.subarray(MIMETYPE), 'application/vnd.oasis.opendocument.text'),
    load: inThread('odt'),
  },
  {
    name: 'epub',
    endings: ['epub'],
    types: ['application/epub+zip'],
    isSure: bytes => isZip(bytes) && startsWith(bytes.subarray(MIMETYPE), 'application/epub+zip'),
    load: inThread('epub'),
  },
  {
    name: 'vtt',
    endings: ['vtt'],
    types: ['text/vtt'],
    isSure: bytes => startsWith(bytes, 'WEBVTT') || startsWith(bytes, '\u00EF\u00BB\u00BFWEBVTT'),
    load: async () => (await import('./cues/cues.ts')).readVtt,
  },
  {
    name: 'srt',
    endings: ['srt'],
    types: ['application/x-subrip'],
    load: async () => (await import('./cues/cues.ts')).readSrt,
  },
  {
    name: 'markdown',
    endings: ['md', 'markdown', 'mdown', 'mkd'],
    types: ['text/markdown'],
    load: async () => (await import('./markdown.ts')).readMarkdown,
  },
  ...PANDOC_FORMATS.map(([name, ...endings]) => ({
    name,
    endings,
    ...(name === 'rtf' ? { isSure: (bytes: Uint8Array) => startsWith(bytes, '{\\rtf') } : {}),
    load: async () => (await import('./pandoc/pandoc.ts')).throughPandoc(name),
  })),
  {
    name: 'text',
    endings: ['txt', 'text', 'asc', 'log'],
    types: ['text/plain'],
    load: async () => (await import('./plain/plainText.ts')).readPlainText,
  },
];

export const FORMAT_NAMES: readonly string[] = FORMATS.map(({ name }) => name);

/** Whether a file of a folder is to be imported, by its name. */
export const hasKnownEnding = (name: string): boolean => byEnding(name) !== undefined;

/**
 * The format of some bytes: the one asked for, else what the first bytes leave no doubt about, else
 * what the server or the ending says, else plain text. Throws a RangeError for a name that is none.
 */
export function formatOf(
  bytes: Uint8Array,
  { name }: Pick<ImportContext, 'name'>,
  told: { as?: string | undefined; type?: string | null } = {},
): FormatEntry {
  const found =
    told.as === undefined
      ? (FORMATS.find(format => format.isSure?.(bytes)) ?? byType(told.type) ?? byEnding(name))
      : FORMATS.find(format => format.name === told.as);
  if (!found && told.as !== undefined) throw new RangeError(`no format ${told.as}`);
  return found ?? plainText();
}

function byEnding(name: string): FormatEntry | undefined {
  const ending = /\.(?<ending>[^.]+)$/.exec(name.toLowerCase())?.groups?.ending ?? '';
  return FORMATS.find(({ endings }) => endings.includes(ending));
}

/** `text/plain` says too little: servers tell it of everything that they do not know. */
const byType = (type: string | null | undefined): FormatEntry | undefined =>
  type && type !== 'text/plain'
    ? FORMATS.find(({ types = [] }) => types.includes(type))
    : undefined;

function plainText(): FormatEntry {
  const text = FORMATS.find(({ name }) => name === 'text');
  if (!text) throw new RangeError('no format text');
  return text;
}

/** A zip that says what it is holds that in its first file, stored as it is, from this byte on. */
const MIMETYPE = 38;

/** Whether the bytes begin so; `words` in Latin-1. */
const startsWith = (bytes: Uint8Array, words: string): boolean =>
  latin1(bytes.subarray(0, words.length)) === words;

const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, 'PK\u0003\u0004');

/** The names of the files in a zip stand as they are at its end: in so many bytes there. */
const DIRECTORY = 65_536;

const holds = (bytes: Uint8Array, name: string): boolean =>
  latin1(bytes.subarray(-DIRECTORY)).includes(name);

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

const HTML =
  /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html[\s>])/i;
const BEGINNING = 2048;

/** Whether a document of HTML begins here; in UTF-16 too, whose letters have a zero beside them. */
function looksLikeHtml(bytes: Uint8Array): boolean {
  const start = latin1(bytes.subarray(0, BEGINNING));
  return HTML.test(
    start.replace(/^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)/, '').replaceAll('\0', ''),
  );
}
