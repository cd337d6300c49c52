import { dateIn } from '../dates.ts';
import { type ImportedBlock, type ImportedMeta, noMeta } from '../imported.ts';
import { furnitureOf, isDateLine } from '../page/furniture.ts';
import { INTRODUCTION } from '../page/proposals.ts';
import { isAnnouncement, isGreeting } from '../page/speech.ts';
import { endsSentence, isProse, wordCount } from '../tidy.ts';

const HEAD = 30;
const LONGEST_TITLE = 25;

/** What the head of a plain text says about it: its title, the date of a date line, who speaks. */
export function plainMeta(blocks: readonly ImportedBlock[]): ImportedMeta {
  const firstText = blocks.findIndex(({ text, drop }) => isProse(text) && drop === null);
  const head = blocks.slice(0, Math.min(firstText === -1 ? 0 : firstText, HEAD));
  const titled = titleIn(head);
  const dated = head.find(({ text }) => isDateLine(text));
  return {
    ...noMeta,
    ...titled,
    date: dated ? dateIn(dated.text.replace(/(\d{1,2}),/, '$1')) : null,
    speaker: speakerIn(head),
  };
}

/** The first heading, else the first line over the text that can be a title; a site's name after a bar is its publisher. */
function titleIn(head: readonly ImportedBlock[]): {
  title: string | null;
  publisher: string | null;
} {
  const first =
    head.find(({ kind, level }) => kind === 'heading' && level === 1) ?? head.find(mayBeTitle);
  if (!first) return { title: null, publisher: null };
  const title = first.text.split('\n', 1)[0] ?? first.text;
  const { short, site } = /^(?<short>.+?)\s+[|–—-]\s+(?<site>[^|]+)$/.exec(title)?.groups ?? {};
  const isRepeated = head.some(({ text }) => text === short);
  return short && isRepeated
    ? { title: short, publisher: site ?? null }
    : { title, publisher: null };
}

function mayBeTitle({ kind, text, drop }: ImportedBlock): boolean {
  if (drop !== null && drop !== INTRODUCTION) return false;
  const line = text.split('\n', 1)[0] ?? '';
  return (
    (kind === 'paragraph' || kind === 'heading') &&
    wordCount(line) <= LONGEST_TITLE &&
    wordCount(line) >= 2 &&
    /^[^[(]/.test(line) &&
    !/[:;,.]$/.test(line) &&
    !isGreeting(line) &&
    furnitureOf(line) === null
  );
}

const SPEECH_BY =
  /^(?:speech|remarks|address|statement|keynote|lecture)(?: given| delivered)? by (?<name>.+?)(?: (?:at|to|on|in|for)\b.*|,.*)?$/i;
const NAME = /^(?:\p{Lu}[\p{L}.'’-]*\s?){2,6}$/u;

/** Named as the one whose speech it is, or on a line of their own between an announcement and the text. */
function speakerIn(head: readonly ImportedBlock[]): string | null {
  for (const [index, { text }] of head.entries()) {
    const named = SPEECH_BY.exec(text)?.groups?.name;
    if (named) return named;
    const before = head[index - 1]?.text ?? '';
    if (
      isAnnouncement(before) &&
      before.endsWith(':') &&
      NAME.test(text) &&
      !endsSentence(text) &&
      /\p{Ll}/u.test(text)
    )
      return text;
  }
  return null;
}
