import type { Blockquote } from 'mdast';
import type { CitedRecord } from '../model/record.ts';
import type { Note, Passage } from './arrange.ts';
import type { DigestText } from './input.ts';
import { passageMark } from './mark.ts';
import { type Block, oneLine, paragraph, phrasing, prose, text } from './nodes.ts';
import { citation } from './sources.ts';

/** A passage: the quotation word for word, where it stands and who tagged it, the memos, its mark. */
export function passageBlocks(passage: Passage, texts: readonly DigestText[]): Block[] {
  const source = texts[passage.text];
  if (!source) throw new RangeError(`no transcript ${passage.text} in the digest`);
  return [
    quotation(passage.quote),
    sourceLine(passage, source),
    ...memos(passage.tags),
    passageMark(passage, source),
  ];
}

/** A memo without a theme: with its passage, or with the transcript that it is on. */
export function noteBlocks(note: Note, texts: readonly DigestText[]): Block[] {
  if (note.passage) return passageBlocks(note.passage, texts);
  const source = texts[note.text];
  if (!source) throw new RangeError(`no transcript ${note.text} in the digest`);
  const line = paragraph(
    text('— '),
    ...citation(source, note.text + 1),
    text(` · ${oneLine(note.record.coder)}`),
  );
  return [line, ...memos([note.record])];
}

const quotation = (quote: string): Blockquote => ({ type: 'blockquote', children: prose(quote) });

/** '— Speaker, Title, date, ¶ 12–14 · alex, sam · ★ key quotation' */
function sourceLine(passage: Passage, source: DigestText): Block {
  const place = paragraphNumbers(passage.paragraphs);
  const coders = [...new Set(passage.tags.map(tag => oneLine(tag.coder)))].join(', ');
  const marks = [
    passage.key ? ' · ★ key quotation' : '',
    passage.similar ? ' · ? found by likeness' : '',
  ];
  return paragraph(
    text('— '),
    ...citation(source, passage.text + 1),
    text(`${place} · ${coders}${marks.join('')}`),
  );
}

function paragraphNumbers(numbers: readonly number[]): string {
  const [first] = numbers;
  const last = numbers.at(-1);
  if (first === undefined || last === undefined) return '';
  return first === last ? `, ¶ ${first}` : `, ¶ ${first}–${last}`;
}

/** Each memo as a paragraph of its own, with its coder where several tagged the passage. */
function memos(tags: readonly CitedRecord[]): Block[] {
  return tags.flatMap(({ memo, coder }) => {
    if (memo === null || memo.trim() === '') return [];
    const who = tags.length > 1 ? `${oneLine(coder)}: ` : '';
    return [paragraph(text(`↳ ${who}`), ...phrasing(memo.replace(/\r\n?/g, '\n')))];
  });
}
