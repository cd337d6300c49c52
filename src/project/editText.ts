import { Fault, UsageFault } from '../model/fault.ts';
import type { Rewrite } from '../model/rewrite.ts';
import type { Step } from '../model/step.ts';
import { normaliseLines, type Transcript } from '../model/transcript.ts';
import type { Project } from './project.ts';
import { contentOf, rawOffsets, rawText } from './rawText.ts';
import { compareTexts, planFor, type RewritePlan, sha256Of } from './rewrite.ts';
import {
  findEntry,
  type LoadedText,
  listTexts,
  loadedFrom,
  readBytes,
  refuseClash,
} from './texts.ts';

/** Paragraphs of a transcript by their numbers, from 1, both included. */
export interface Paragraphed {
  text: string;
  first: number;
  last: number;
}

/** A transcript with the words of some of its paragraphs, as they are to be edited. */
export interface OpenedEdit {
  place: Paragraphed;
  words: string;
  /** Of the file's bytes, in hexadecimal: the edit is for these and no others. */
  sha256: string;
  /** Of the text in it. */
  textSha256: string;
}

/** `unchanged`: the words are what they were. */
export type EditPlan = { kind: 'unchanged' } | ({ kind: 'edit'; emptied: boolean } & RewritePlan);

/** Reads the words of paragraphs. Throws a Fault for an unknown transcript or paragraph. */
export async function openEdit(project: Project, place: Paragraphed): Promise<OpenedEdit> {
  const { loaded, bytes } = await readNow(project, place.text);
  const { start, end } = boundsOf(loaded.transcript, place);
  const words = loaded.transcript.text.slice(start, end);
  return { place, words, sha256: sha256Of(bytes), textSha256: loaded.sha256 };
}

/**
 * What would come of putting other words in the place of paragraphs: blank lines in them make several,
 * no words take the paragraphs out. Nothing is written. Throws a Fault where the file has changed since
 * the edit was opened, and where the words would not be read as they were written.
 */
export async function planEdit(
  project: Project,
  opened: OpenedEdit,
  typed: string,
  coder: string,
): Promise<EditPlan> {
  const { loaded, bytes } = await readNow(project, opened.place.text);
  if (sha256Of(bytes) !== opened.sha256)
    throw new Fault(
      `not done: texts/${loaded.transcript.file} was changed by another program since. Edit it again`,
    );
  const words = cleanWords(typed, loaded.transcript);
  if (words === cleanWords(opened.words, loaded.transcript)) return { kind: 'unchanged' };
  const span = spanOf(loaded.transcript, opened.place, words === '');
  const content = withWords(contentOf(bytes), span, words);
  return {
    kind: 'edit',
    emptied: words === '',
    ...(await planRewrite(project, { loaded, bytes }, content, coder)),
  };
}

/**
 * What would come of giving a transcript's file another content as a whole, its front matter included:
 * `content` with its line ends and without surrogates of their own. Only the stretch that differs is
 * replaced, and tags follow as after an edit. Nothing is written: `stepOfPlan` and `applyStep` do that.
 * Throws a Fault for an unknown transcript.
 */
export async function planReplacement(
  project: Project,
  id: string,
  content: string,
  coder: string,
): Promise<RewritePlan> {
  return planRewrite(project, await readNow(project, id), { content }, coder);
}

/** The same for content of which the text is known, where it is: it must be read as it was written. */
async function planRewrite(
  project: Project,
  now: { loaded: LoadedText; bytes: Uint8Array },
  { content, text }: { content: string; text?: string },
  coder: string,
): Promise<RewritePlan> {
  const entry = findEntry(await listTexts(project.root), now.loaded.transcript.id);
  const bytes = new TextEncoder().encode(content);
  const after = loadedFrom(project.root, entry, bytes);
  if (text !== undefined && after.transcript.text !== text)
    throw new Fault(
      `${entry.id}: the beginning of these words would be read as front matter. Begin with other words than ---`,
    );
  const plan = await planFor(project, compareTexts(now.loaded, after), coder);
  const rewrite: Rewrite = {
    text: entry.id,
    ...differing(contentOf(now.bytes), content),
    sha256Before: sha256Of(now.bytes),
    sha256After: sha256Of(bytes),
    lost: plan.lost.map(({ annotation }) => annotation.id),
    pages: [],
    undoes: false,
  };
  return { rewrite, after, ...plan };
}

/** The step that a plan becomes when it is accepted. */
export const stepOfPlan = ({ rewrite }: RewritePlan, label: string, coder: string): Step => ({
  label,
  coder,
  themes: [],
  pages: [],
  rewrite,
});

async function readNow(project: Project, id: string) {
  const entry = findEntry(await listTexts(project.root), id);
  refuseClash(entry);
  const bytes = await readBytes(project.root, entry);
  return { loaded: loadedFrom(project.root, entry, bytes), bytes };
}

function boundsOf({ id, paragraphs }: Transcript, { first, last }: Paragraphed) {
  if (paragraphs.count === 0) throw new Fault(`${id}: the text is empty, it has no paragraphs`);
  if (last < first) throw new UsageFault(`${first}-${last}: ends before it begins`);
  const wrong = first < 1 ? first : last > paragraphs.count ? last : null;
  if (wrong !== null) throw new Fault(`${id}: no ¶ ${wrong}. It has ¶ 1 to ¶ ${paragraphs.count}`);
  return { start: paragraphs.at(first - 1).start, end: paragraphs.at(last - 1).end };
}

/** The stretch of the text that is replaced; paragraphs that go take the gap before or after them along. */
function spanOf(transcript: Transcript, place: Paragraphed, goes: boolean) {
  const { start, end } = boundsOf(transcript, place);
  const { paragraphs } = transcript;
  if (!goes) return { start, end };
  if (place.last < paragraphs.count) return { start, end: paragraphs.at(place.last).start };
  return place.first > 1 ? { start: paragraphs.at(place.first - 2).end, end } : { start, end };
}

const BLANK_LINES = /\n(?:[^\S\n]*\n)+/g;

/**
 * The words as they go into the text: LF line ends, no blank lines around them. In a text that has a
 * paragraph a line a blank line would turn all of it into blocks: there it only ends a line.
 */
function cleanWords(typed: string, { text }: Transcript): string {
  const words = normaliseLines(typed)
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .replace(/(?:\n[^\S\n]*)+$/, '');
  if (words.trim() === '') return '';
  const hasBlocks = /\n[^\S\n]*\n/.test(text.trim());
  return hasBlocks || !text.trim().includes('\n') ? words : words.replace(BLANK_LINES, '\n');
}

function withWords(content: string, span: { start: number; end: number }, words: string) {
  const raw = rawText(content);
  const [from = 0, to = 0] = rawOffsets(raw, [span.start, span.end]);
  const text = normaliseLines(content).slice(raw.bodyStart);
  const typed = words.replaceAll('\n', raw.lineEnd);
  return {
    content: content.slice(0, from) + typed + content.slice(to),
    text: text.slice(0, span.start) + words + text.slice(span.end),
  };
}

/** The stretch in which two contents differ. */
function differing(before: string, after: string) {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return {
    at: head,
    before: before.slice(head, before.length - tail),
    after: after.slice(head, after.length - tail),
  };
}
