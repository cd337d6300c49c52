import type { Definition, ListItem, PhrasingContent } from 'mdast';
import type { DigestText } from './input.ts';
import { textMark } from './mark.ts';
import { type Block, heading, link, oneLine, paragraph, sourceReference, text } from './nodes.ts';

/** The title of a transcript as one line; its id where the title is nothing but white space. */
export const titleOf = (source: DigestText): string => oneLine(source.title) || oneLine(source.id);

/**
 * Speaker, title and date as one cites them; the title leads to the source where that is an address
 * on the web. `number` is the transcript's among the sources, from 1; `speaker` who says what is cited.
 */
export function citation(
  source: DigestText,
  number: number,
  speaker: string | null = source.speaker,
): PhrasingContent[] {
  const title = titleOf(source);
  const before = speaker === null ? '' : `${oneLine(speaker)}, `;
  const after = source.date === null ? '' : `, ${oneLine(source.date)}`;
  if (webAddress(source.source) === null) return [text(before + title + after)];
  return [text(before), sourceReference(number, title), text(after)].filter(isFilled);
}

const isFilled = (node: PhrasingContent) => node.type !== 'text' || node.value !== '';

/** The last section: every transcript with its source, then what only programs read. */
export function sourcesSection(texts: readonly DigestText[]): Block[] {
  if (texts.length === 0) return [];
  const items = texts.map(sourceItem);
  return [
    heading(2, 'Sources'),
    { type: 'list', ordered: true, start: 1, spread: false, children: items },
    ...texts.flatMap(definition),
    ...texts.map(textMark),
  ];
}

function sourceItem(source: DigestText): ListItem {
  const words = [source.speaker, titleOf(source), source.date].filter(word => word !== null);
  const cited = words.map(oneLine).join(', ');
  const children =
    source.source === null ? [text(cited)] : [text(`${cited}, `), place(source.source)];
  return { type: 'listItem', spread: false, children: [paragraph(...children)] };
}

/** Where a text came from: a link only if it is an address on the web, whatever else as plain words. */
function place(source: string): PhrasingContent {
  const url = webAddress(source);
  return url === null ? text(oneLine(source)) : link(url, oneLine(source));
}

function definition(source: DigestText, index: number): Definition[] {
  const url = webAddress(source.source);
  const label = String(index + 1);
  return url === null ? [] : [{ type: 'definition', identifier: label, label, url }];
}

// Nothing that Markdown or HTML could take for the end of the address; RFC 3986 has no other characters.
const PLAIN_ADDRESS = /^https?:\/\/[\w\-.~:/?#@!$&'()*+,;=%]+$/i;

/** An http or https address in ASCII, percent-encoded where need be; `null` for anything else. */
export function webAddress(source: string | null): string | null {
  const address = source?.trim() ?? '';
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  return PLAIN_ADDRESS.test(address) ? address : new URL(address).href;
}
