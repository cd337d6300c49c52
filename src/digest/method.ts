import { compareText } from '../model/annotation.ts';
import type { Arranged, Passage } from './arrange.ts';
import type { DigestInput } from './input.ts';
import { type Block, counted, listed, oneLine, paragraph, text } from './nodes.ts';

/** '4 passages from 2 transcripts, tagged by alex and bea.' and what was chosen of them. */
export function countsLine({ parts }: Arranged, { options }: DigestInput): string {
  const passages = parts.flatMap(part => part.passages);
  const tags = parts.flatMap(part => part.tags);
  const coders = [...new Set(tags.map(tag => oneLine(tag.coder)))].sort(compareText);
  const facts = [`${from(passages)}${coders.length > 0 ? `, tagged by ${listed(coders)}` : ''}.`];
  if (options.keyOnly) facts.push('Key quotations only.');
  if (tags.length > passages.length) facts.push(agreementWords(options.once ?? false, tags.length));
  return facts.join(' ');
}

const agreementWords = (once: boolean, tags: number): string =>
  once
    ? `A passage is quoted once, with all its themes and coders; the table counts all ${tags} tags.`
    : `Where coders agree on a passage it is quoted once; the table counts all ${tags} tags.`;

/** Who tagged how much and when: dates are those of the tags, in UTC. */
export function methodNote({ parts }: Arranged): Block[] {
  const tags = parts.flatMap(part => part.tags);
  if (tags.length === 0) return [];
  const byCoder = Map.groupBy(tags, tag => oneLine(tag.coder));
  const coders = [...byCoder.keys()]
    .sort(compareText)
    .map(coder => `${coder} (${counted(byCoder.get(coder)?.length ?? 0, 'tag')})`);
  const days = tags.map(tag => tag.created.slice(0, 10)).sort(compareText);
  const [first, last] = [days[0] ?? '', days.at(-1) ?? ''];
  const when = first === last ? `on ${first}` : `from ${first} to ${last}`;
  const words = `Method: tagged by ${listed(coders)} ${when}. Quotations are word for word from the transcripts; each theme’s rule stands with it.`;
  return [paragraph(text(words))];
}

export function from(passages: readonly Passage[]): string {
  if (passages.length === 0) return 'No passages';
  const transcripts = new Set(passages.map(passage => passage.text)).size;
  return `${counted(passages.length, 'passage')} from ${counted(transcripts, 'transcript')}`;
}
