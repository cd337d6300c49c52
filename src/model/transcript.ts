import { readFrontMatter } from './frontMatter.ts';
import { headingWords, Paragraphs } from './paragraphs.ts';

/** One text with its metadata. */
export interface Transcript {
  /** The file's name without extension, in NFC. */
  id: string;
  /** The file's name in `texts/`. */
  file: string;
  title: string;
  speaker: string | null;
  date: string | null;
  source: string | null;
  /** Everything in the front matter, unknown keys included. */
  fields: Readonly<Record<string, unknown>>;
  /** Why the front matter could not be read; `null` when all is well. */
  problem: string | null;
  /** The body: no BOM, LF line ends, nothing else changed. Every position counts into it. */
  text: string;
  paragraphs: Paragraphs;
}

/** What a transcript's file name says: `null` if the file is not a transcript (design: .txt or .md, no dotfile). */
export function transcriptId(file: string): string | null {
  const match = /^(?<name>[^.].*)\.(?:txt|md)$/is.exec(file);
  return match?.groups?.name?.normalize('NFC') ?? null;
}

/** The text of a file as positions see it: without BOM, CRLF and lone CR as LF. */
export function normaliseLines(content: string): string {
  const start = content.charCodeAt(0) === 0xfeff ? 1 : 0;
  const text = start ? content.slice(1) : content;
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Reads a transcript file's content (decoded, as it is on the disk). Never throws. */
export function readTranscript(file: string, content: string): Transcript {
  const id = transcriptId(file) ?? file.normalize('NFC');
  const whole = normaliseLines(content);
  const front = readFrontMatter(whole);
  const text = whole.slice(front.bodyStart);
  const paragraphs = new Paragraphs(text);
  return {
    id,
    file,
    title: line(front.fields.title) ?? firstHeading(text, paragraphs) ?? id,
    speaker: line(front.fields.speaker),
    date: line(front.fields.date),
    source: line(front.fields.source),
    fields: front.fields,
    problem: front.problem,
    text,
    paragraphs,
  };
}

function firstHeading(text: string, paragraphs: Paragraphs): string | null {
  const heading = paragraphs.firstHeading();
  return (heading && headingWords(text, heading)) || null;
}

/** A front matter value as one line of words; `null` where it is missing or empty. */
function line(value: unknown): string | null {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  const text = Array.isArray(value)
    ? value.filter(isScalar).join(', ')
    : isScalar(value)
      ? String(value)
      : '';
  return text.replace(/\s+/g, ' ').trim() || null;
}

const isScalar = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
