import { Readability } from '@mozilla/readability';
import sniffEncoding from 'html-encoding-sniffer';
import { type DOMWindow, JSDOM } from 'jsdom';
import { decodeText, encodingNotes } from '../encoding.ts';
import type { ImportContext, ImportFormat, ImportOutcome } from '../imported.ts';
import { type FoundBlock, speakersOf } from '../markup/speakers.ts';
import { withoutIntroduction } from '../page/proposals.ts';
import { htmlBlocks } from './htmlBlocks.ts';
import { elementDepth, tagDepth } from './htmlDepth.ts';
import { articleMeta, type FoundArticle } from './htmlMeta.ts';

/**
 * Reads a page of HTML: its main text as Readability finds it. No script of it runs and nothing that
 * it points to is fetched. What the page has besides is proposed to be left out.
 */
export const readHtml: ImportFormat = async (bytes, context) => {
  const decoded = await decodeText(bytes, charsetOf(bytes, context));
  if (decoded.kind === 'refused') return decoded;
  if (tagDepth(decoded.text, DEEPEST) > DEEPEST)
    return { kind: 'refused', reason: 'its tags are nested too deeply for a text' };
  return read(parse(decoded.text), context, encodingNotes(decoded));
};

/** What the server or the page itself says; `null` where neither does. */
function charsetOf(bytes: Uint8Array, { charset }: ImportContext): string | null {
  const none = 'x-user-defined';
  const found = sniffEncoding(bytes, {
    ...(charset === null ? {} : { transportLayerEncodingLabel: charset }),
    defaultEncoding: none,
  });
  return found === none ? null : found;
}

let window: DOMWindow | undefined;

/**
 * A document without a window of its own: there is nothing in which a script could run, a style sheet is
 * not looked at, and pages share what would be made anew for each.
 */
function parse(html: string): Document {
  window ??= new JSDOM('').window;
  const document = new window.DOMParser().parseFromString(html, 'text/html');
  removeComments(document);
  return document;
}

/** Some pages have comments within their sentences (`A<!-- -->22`), where Readability would part them. */
function removeComments(document: Document): void {
  const comments = document.createTreeWalker(document, SHOW_COMMENT);
  for (let next = comments.nextNode(); next; ) {
    const comment = next;
    next = comments.nextNode();
    comment.parentNode?.removeChild(comment);
  }
}

/** `NodeFilter.SHOW_COMMENT` of the DOM. */
const SHOW_COMMENT = 128;

function read(document: Document, { url }: ImportContext, notes: string[]): ImportOutcome {
  const all = htmlBlocks(document.body);
  const said = articleMeta(document, url);
  const article = mainText(document);
  const kept = article?.content ? htmlBlocks(article.content) : [];
  if (all.length === 0 && kept.length === 0) return { kind: 'refused', reason: 'no words in it' };
  if (kept.length === 0) notes.push('no main text was recognised: the whole page was taken');
  const blocks = speakersOf(
    withRecurringBold(kept.length === 0 ? wholePage(all) : merged(all, kept)),
  );
  return {
    kind: 'read',
    text: { blocks: withoutIntroduction(blocks), meta: said(article), notes },
  };
}

/** Deeper pages than the first are not parsed, and in deeper ones than the second no main text is looked for: it would take too long. */
const DEEPEST = 1000;
const DEEPEST_ARTICLE = 150;

function mainText(document: Document): FoundArticle | null {
  if (elementDepth(document.documentElement) > DEEPEST_ARTICLE) return null;
  return new Readability<Element>(document, { serializer: root => root as Element }).parse();
}

/** A page without a main text: what its own tags set apart is still proposed, unless there is nothing else. */
function wholePage(all: readonly FoundBlock[]): FoundBlock[] {
  return all.some(({ block }) => block.drop === null) ? [...all] : all.map(asKept);
}

/** The blocks of the main text, and between them those of the page that it left out, each with a reason. */
function merged(all: readonly FoundBlock[], kept: readonly FoundBlock[]): FoundBlock[] {
  // Backwards, so that the next one of a text is the last in its list.
  const places = Map.groupBy([...kept.keys()].reverse(), index => kept[index]?.block.text ?? '');
  const left: FoundBlock[][] = Array.from({ length: kept.length + 1 }, () => []);
  let next = 0;
  for (const one of all) {
    const same = places.get(one.block.text) ?? [];
    while ((same.at(-1) ?? next) < next) same.pop();
    const found = same.pop();
    if (found === undefined) left[next]?.push(asLeftOut(one));
    else next = found + 1;
  }
  return kept
    .flatMap((one, index) => [...(left[index] ?? []), asKept(one)])
    .concat(left[kept.length] ?? []);
}

const asKept = ({ block, bold }: FoundBlock): FoundBlock => ({
  block: { ...block, drop: null },
  bold,
});

const asLeftOut = ({ block }: FoundBlock): FoundBlock => ({
  block: { ...block, drop: block.drop ?? 'outside the main text' },
  bold: '',
});

/**
 * Words in bold that begin one paragraph only ('Update:', 'Note:') name nobody on a page: those that
 * recur alone are left to be looked at.
 */
function withRecurringBold(found: readonly FoundBlock[]): FoundBlock[] {
  const counts = new Map<string, number>();
  for (const { bold } of found) counts.set(bold, (counts.get(bold) ?? 0) + 1);
  const recurs = (bold: string) => bold !== '' && (counts.get(bold) ?? 0) > 1;
  const named = found.filter(({ bold }) => recurs(bold)).length;
  const kept = found.filter(({ block }) => block.drop === null).length;
  const areNames = named * 3 >= kept;
  return found.map(one => (areNames && recurs(one.bold) ? one : { ...one, bold: '' }));
}
