import { readdirSync, readFileSync } from 'node:fs';
import type { TestProject } from '../support/project.ts';

/** An annotation as its file has it; `start` and `end` are code points. */
export interface RawTag {
  text: string;
  coder: string;
  theme: string;
  key: boolean;
  start: number;
  end: number;
}

/** The themed annotations of a project, taken from the JSON files without the program's help. */
export function rawTags(project: TestProject): RawTag[] {
  const folders = readdirSync(project.path('annotations'), { withFileTypes: true });
  return folders
    .filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
    .flatMap(({ name: coder }) =>
      readdirSync(project.path('annotations', coder))
        .filter(file => file.endsWith('.json') && !file.startsWith('.'))
        .flatMap(file => {
          const page = JSON.parse(project.read(`annotations/${coder}/${file}`));
          return page.items.flatMap((item: RawItem) => tagOf(item, page.marginalia.text, coder));
        }),
    );
}

interface RawItem {
  body: { purpose: string; value: string }[];
  target: { selector?: { type: string; start: number; end: number }[] };
}

function tagOf({ body, target }: RawItem, text: string, coder: string): RawTag[] {
  const theme = body.find(({ purpose }) => purpose === 'tagging')?.value;
  const place = target.selector?.find(({ type }) => type === 'TextPositionSelector');
  if (theme === undefined || !place) return [];
  const key = body.some(({ purpose }) => purpose === 'highlighting');
  return [{ text, coder, theme, key, start: place.start, end: place.end }];
}

/** The characters of a transcript's text, by code points; what stands before its body is cut off. */
export function rawText(project: TestProject, id: string): string[] {
  const file = readdirSync(project.path('texts')).find(name => name.startsWith(`${id}.`)) ?? '';
  const content = readFileSync(project.path('texts', file), 'utf8');
  return Array.from(content.replace(/^---\n[\s\S]*?\n---\n/, ''));
}

/** For each character the number of its paragraph, where blank lines part them; -1 between them. */
export function rawParagraphs(characters: readonly string[]): number[] {
  const numbers: number[] = [];
  let n = -1;
  let isIn = false;
  for (const line of characters.join('').split(/(?<=\n)/)) {
    const isBlank = line.trim() === '';
    if (!isBlank && (!isIn || line.startsWith('#'))) n++;
    for (const character of line) numbers.push(isBlank || character === '\n' ? -1 : n);
    isIn = !isBlank && !line.startsWith('#');
  }
  return numbers;
}

/** How many words have a character in one of the stretches, character by character. */
export function rawWords(
  characters: readonly string[],
  stretches: readonly { start: number; end: number }[],
): number {
  const marked = characters.map(() => false);
  for (const { start, end } of stretches) marked.fill(true, start, end);
  let words = 0;
  let counted = false;
  for (const [i, character] of characters.entries()) {
    if (/\s/.test(character)) counted = false;
    else if (marked[i] && !counted) {
      words++;
      counted = true;
    }
  }
  return words;
}
