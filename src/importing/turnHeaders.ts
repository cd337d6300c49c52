import type { ImportedBlock } from './imported.ts';

const TIME = String.raw`[([]?(?<time>(?:\d{1,2}:)?\d{1,2}:\d{2})(?:[.,]\d{1,3})?[)\]]?`;
const WORD = String.raw`[\p{Lu}\p{Lt}\p{Lo}\p{N}][^\s:()[\]]{0,30}`;
const NAME = String.raw`(?<name>${WORD}(?: (?:\p{Ll}{1,4} )?${WORD}){0,4})`;
const HEADERS = [
  new RegExp(String.raw`^${NAME}[,:]?\s+${TIME}\s*:?$`, 'u'),
  new RegExp(String.raw`^${TIME}\s+${NAME}\s*:?$`, 'u'),
];

/** So many of the paragraphs have one before it is a habit, and at least so many. */
const SHARE = 3;
const FEWEST = 2;

/**
 * Programs that write down what is said put the name and the time in a line over each turn:
 * `Ann Lee  0:03`. Where a third of the paragraphs have such a line, alone or as their first, it says
 * who speaks in what follows and when.
 */
export function withTurnHeaders(blocks: readonly ImportedBlock[]): ImportedBlock[] {
  const text = blocks.filter(isText);
  const headed = text.filter(one => headerOf(one) !== null).length;
  if (headed < FEWEST || headed * SHARE < text.length) return [...blocks];
  return blocks.flatMap((one, index) => {
    const header = headerOf(one);
    // A name with nothing after it is that of the next paragraph; without one it stays what it is.
    if (header?.rest === '') return takesHeader(blocks[index + 1]) ? [] : [one];
    const before = blocks[index - 1];
    const over = before && takesHeader(one) ? headerOf(before) : null;
    if (header) return [turnOf(one, header)];
    return [over?.rest === '' ? turnOf(one, { ...over, rest: one.text }) : one];
  });
}

interface Header {
  name: string;
  time: string;
  /** The words after it in its block. */
  rest: string;
}

const turnOf = (one: ImportedBlock, { name, time, rest }: Header): ImportedBlock => ({
  ...one,
  kind: 'paragraph',
  level: 0,
  text: rest,
  speaker: name,
  time,
});

const takesHeader = (one: ImportedBlock | undefined): boolean =>
  one !== undefined && isText(one) && headerOf(one) === null;

const isText = ({ kind, drop, speaker, time }: ImportedBlock): boolean =>
  (kind === 'paragraph' || kind === 'heading') &&
  drop === null &&
  speaker === null &&
  time === null;

function headerOf(one: ImportedBlock): Header | null {
  if (!isText(one)) return null;
  const line = one.text.split('\n', 1)[0] ?? '';
  const rest = one.text.slice(line.length).trimStart();
  for (const pattern of HEADERS) {
    const { name, time } = pattern.exec(line)?.groups ?? {};
    if (name && time) return { name, time: fullTime(time), rest };
  }
  return null;
}

/** `HH:MM:SS` of a time with or without hours. */
const fullTime = (time: string): string =>
  ['00', ...time.split(':')]
    .slice(-3)
    .map(part => part.padStart(2, '0'))
    .join(':');
