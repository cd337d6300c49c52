import { block, type ImportedBlock, type ImportedMeta } from '../imported.ts';
import { isoDay, metaOf } from '../meta.ts';

/** Words that no text has; pandoc carries them through. */
const REFERENCE = /zqfnref(\d+)qz/g;
const NOTE = /^zqfntext(\d+)qz\s*/;
const FOOTNOTE = /^\{(?:\\\*)?\s*\\footnote(?![a-z])/;

/**
 * RTF of which the notes stand at the end as paragraphs, and a mark where each was: versions of pandoc pass
 * over notes and say nothing of it. `notesBack` puts them where they belong.
 */
export function withNotesAtEnd(rtf: string): string {
  const notes: string[] = [];
  const pieces: string[] = [];
  let from = 0;
  for (const start of openings(rtf)) {
    if (start < from || !FOOTNOTE.test(rtf.slice(start, start + LONGEST_OPENING))) continue;
    const end = endOfGroup(rtf, start);
    const inside = rtf.slice(start, end - 1).replace(FOOTNOTE, '');
    notes.push(`{\\par\\pard\\plain zqfntext${notes.length + 1}qz ${inside}\\par}`);
    pieces.push(rtf.slice(from, start), ` zqfnref${notes.length}qz `);
    from = end;
  }
  const text = pieces.join('') + rtf.slice(from);
  const last = text.lastIndexOf('}');
  return notes.length === 0 ? rtf : text.slice(0, last) + notes.join('') + text.slice(last);
}

const LONGEST_OPENING = 24;

/** Where groups begin; a brace behind a backslash is a letter. */
function* openings(rtf: string): Generator<number> {
  for (const { 0: sign, index } of rtf.matchAll(/\\[^a-z]|\{/gi)) if (sign === '{') yield index;
}

/** The offset behind the brace that ends a group; the end of the file where it is missing. */
function endOfGroup(rtf: string, start: number): number {
  const signs = /\\[^a-z]|[{}]/gi;
  signs.lastIndex = start;
  let depth = 0;
  for (let found = signs.exec(rtf); found; found = signs.exec(rtf)) {
    if (found[0] === '{') depth++;
    if (found[0] === '}' && --depth === 0) return found.index + 1;
  }
  return rtf.length;
}

/** The blocks with each note after the one that refers to it. */
export function notesBack(blocks: readonly ImportedBlock[]): ImportedBlock[] {
  const first = blocks.findIndex(({ text }) => NOTE.test(text));
  if (first === -1) return [...blocks];
  const notes = new Map<string, string[]>();
  let number = '';
  for (const { text } of blocks.slice(first)) {
    number = NOTE.exec(text)?.[1] ?? number;
    notes.set(number, [...(notes.get(number) ?? []), text.replace(NOTE, '')]);
  }
  const text = blocks.slice(0, first).flatMap(one => {
    const referred = [...one.text.matchAll(REFERENCE)].map(([, name = '']) => name);
    const text = one.text.replace(/ ?zqfnref(\d+)qz( ?)(?=([.,;:!?)\]])?)/g, placed);
    const due = referred.map(name => noteOf(name, notes.get(name) ?? []));
    for (const name of referred) notes.delete(name);
    return [{ ...one, text }, ...due];
  });
  return [...text, ...[...notes].map(([name, paragraphs]) => noteOf(name, paragraphs))];
}

/** A mark stands at the end of its word; the space after it goes before a sign. */
const placed = (_: string, name: string, space: string, sign: string | undefined): string =>
  `[${name}]${sign === undefined ? space : ''}`;

const noteOf = (name: string, paragraphs: readonly string[]): ImportedBlock =>
  block(`[${name}] ${paragraphs.join('\n').replace(/^\d{1,3}\s+/, '')}`, { kind: 'note' });

/** What RTF says about itself in its `\info` group; words with anything but plain letters are left to pandoc. */
export function rtfMeta(rtf: string): Pick<ImportedMeta, 'title' | 'speaker' | 'date'> {
  const at = rtf.indexOf('{\\info');
  const info = at === -1 ? '' : rtf.slice(at, endOfGroup(rtf, at));
  const said = (name: string) =>
    unescaped(new RegExp(String.raw`\{\\${name}\s([^{}]*)\}`).exec(info)?.[1] ?? '');
  const { yr, mo, dy } =
    /\{\\creatim\\yr(?<yr>\d{4})\\mo(?<mo>\d{1,2})\\dy(?<dy>\d{1,2})/.exec(info)?.groups ?? {};
  const day = yr && `${yr}-${mo?.padStart(2, '0')}-${dy?.padStart(2, '0')}`;
  const { title, speaker } = metaOf({ title: said('title'), speaker: said('author') });
  return { title, speaker, date: isoDay(day || null) };
}

/** `\'e9` in windows-1252 and `\u233?` as letters; `null` where other words of RTF are left. */
function unescaped(words: string): string | null {
  const letters = words
    .replace(/\\u(-?\d+) ?\??/g, (_, code) => String.fromCharCode(Number(code) & 0xffff))
    .replace(/\\'([\da-f]{2})/gi, (_, code) =>
      new TextDecoder('windows-1252').decode(Uint8Array.of(Number.parseInt(code, 16))),
    );
  return letters.includes('\\') ? null : letters;
}
