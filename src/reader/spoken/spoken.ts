import { visibleLine } from '../../model/visible.ts';
import { keyOnPage } from '../select.ts';
import type { ReaderState } from '../state.ts';
import { fieldLabel, layerLines } from './layers.ts';
import { libraryLines } from './library.ts';
import { openedWords, paragraphLines } from './paragraph.ts';
import { inWords, keysInWords, sentence } from './words.ts';

/** A screen in words, line by line in the order in which it is told; and what a field is for. */
export interface Spoken {
  lines: readonly string[];
  field: string | null;
}

/**
 * What the screen says, for those who hear it: what the cursor is on first, then what has happened, then
 * where one is. No marks, no rules, no map. Pure.
 */
export function spokenOf(state: ReaderState): Spoken {
  const { layer } = state;
  if (layer)
    return {
      lines: [...layerLines(state, layer), ...statusLines(state)],
      field: fieldLabel(state, layer),
    };
  return { lines: pageLines(state), field: null };
}

function pageLines(state: ReaderState): string[] {
  const { page, reading } = state;
  const status = statusLines(state);
  const help = keyOnPage(state, 'help');
  const keys = help === '' ? [] : [`${sentenceCase(keysInWords(help))} lists the keys.`];
  if (page === 'library' || reading === null) {
    const [row = '', ...project] = libraryLines(state);
    return [row, ...status, ...project, ...keys];
  }
  return [...paragraphLines(state, reading), ...status, ...openedWords(reading), ...keys];
}

const sentenceCase = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

/** What has just happened, and whether it is on the disk. */
function statusLines(state: ReaderState): string[] {
  const { message, save, quitAsked } = state;
  const said = message ? [sentence(inWords(message.text))] : [];
  if (save.kind === 'saved') return [...said, 'Saved.'];
  if (save.kind !== 'failed') return said;
  const next = quitAsked
    ? `${keysInWords(keyOnPage(state, 'quit'))} again quits; a file keeps it`
    : `${keysInWords(keyOnPage(state, 'retry'))} tries again`;
  return [...said, `Not saved: ${visibleLine(save.reason)}; ${next}.`];
}

/**
 * What is new on a screen: the lines that were not there before, in their order. A message that is said
 * again is told again.
 */
export function announced(
  before: readonly string[],
  after: readonly string[],
  repeats: readonly string[] = [],
): string[] {
  const old = new Set(before.filter(line => !repeats.includes(line)));
  return after.filter(line => !old.has(line));
}
