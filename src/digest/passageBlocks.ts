import type { Blockquote, Paragraph } from 'mdast';
import type { Theme } from '../model/codebook.ts';
import type { CitedRecord } from '../model/record.ts';
import type { Note, Passage } from './arrange.ts';
import type { DigestInput, DigestText } from './input.ts';
import { passageMark } from './mark.ts';
import {
  type Block,
  oneLine,
  type PassageBlock,
  paragraph,
  phrasing,
  prose,
  roled,
  text,
} from './nodes.ts';
import { citation } from './sources.ts';

/** A passage: the quotation word for word, where it stands and who tagged it, the memos, its mark. */
export function passageBlock(
  passage: Passage,
  { texts, themes, options }: DigestInput,
  namesThemes = false,
): PassageBlock {
  const source = texts[passage.text];
  if (!source) throw new RangeError(`no transcript ${passage.text} in the digest`);
  const tagged = themes.filter(theme => passage.tags.some(tag => tag.theme === theme.id));
  return {
    type: 'passage',
    passage,
    source,
    themes: tagged,
    children: [
      quotation(passage.quote),
      sourceLine(passage, source, namesThemes || tagged.length > 1 ? tagged : []),
      ...(options.withoutMemos ? [] : memos(passage.tags)),
      passageMark(passage, source),
    ],
  };
}

/** A memo without a theme: with its passage, or with the transcript that it is on. */
export function noteBlocks(note: Note, input: DigestInput): Block[] {
  if (note.passage) return [passageBlock(note.passage, input)];
  const source = input.texts[note.text];
  if (!source) throw new RangeError(`no transcript ${note.text} in the digest`);
  const line = paragraph(
    text('— '),
    ...citation(source, note.text + 1),
    text(` · ${oneLine(note.record.coder)}`),
  );
  return [line, ...memos([note.record])];
}

const quotation = (quote: string): Blockquote => ({ type: 'blockquote', children: prose(quote) });

/** '— Speaker, Title, date, ¶ 12–14, 00:12:03, p. 4 · alex, sam · ★ key quotation' */
function sourceLine(passage: Passage, source: DigestText, themes: readonly Theme[]): Paragraph {
  const coders = [...new Set(passage.tags.map(tag => oneLine(tag.coder)))].join(', ');
  const marks = [
    ...themes.map(theme => ` · ${oneLine(`${theme.mark} ${theme.name}`)}`),
    passage.key ? ' · ★ key quotation' : '',
    passage.similar ? ' · ? found by likeness' : '',
  ];
  const cited = citation(source, passage.text + 1, passage.turn ?? source.speaker);
  const line = text(`${placeWords(passage)} · ${coders}${marks.join('')}`);
  return roled('source', paragraph(text('— '), ...cited, line));
}

/** ', ¶ 12–14, 00:12:03, p. 4': what is known of the place. */
function placeWords({ paragraphs, tags }: Passage): string {
  const [tag] = tags;
  const [first] = paragraphs;
  const last = paragraphs.at(-1);
  const numbers = first === last ? `${first}` : `${first}–${last}`;
  const words = [
    first === undefined ? '' : `, ¶ ${numbers}`,
    tag?.time ? `, ${oneLine(tag.time)}` : '',
    tag?.page ? `, p. ${oneLine(tag.page)}` : '',
  ];
  return words.join('');
}

/** Each memo as a paragraph of its own, with its coder where several tagged the passage. */
function memos(tags: readonly CitedRecord[]): Paragraph[] {
  return tags.flatMap(({ memo, coder }) => {
    if (memo === null || memo.trim() === '') return [];
    const who = tags.length > 1 ? `${oneLine(coder)}: ` : '';
    const words = phrasing(memo.replace(/\r\n?/g, '\n'));
    return [roled('memo', paragraph(text(`↳ ${who}`), ...words))];
  });
}
