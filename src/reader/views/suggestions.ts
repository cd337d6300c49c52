import { type Theme, themeById } from '../../model/codebook.ts';
import type { Because } from '../../model/suggestion.ts';
import { visibleLine } from '../../model/visible.ts';
import { keyFor } from '../keymap/shown.ts';
import type { ReaderSuggestion, SuggestionsLayer } from '../layer.ts';
import { drawerRule } from '../layout/bars.ts';
import { BLANK, type Line, LineBuilder, type Look } from '../layout/line.ts';
import { cells, shorten } from '../layout/width.ts';
import { drawerHeight } from '../select.ts';
import type { ReaderState } from '../state.ts';
import {
  comingIndexes,
  countsOf,
  decidedIn,
  isOpen,
  leftOf,
  suggestionAt,
  suggestionId,
} from '../suggestions.ts';
import type { Drawer } from './frame.ts';

type Draw = (line: LineBuilder, end: number) => void;

const WIDE = 100;
const LABEL = 5;
const VALUE = 14;
const WORDS = 22;
const BRIGHT: Look = { role: 'current', bold: true };
const MUTED: Look = { role: 'muted' };
const REST: Look = { role: 'rest' };
/** Rows of a drawer that has blank ones between its parts. */
const ROOMY = 10;

/** The suggestion at hand with what speaks for it and against it; on a wide screen the next ones beside it. */
export function suggestionsDrawer(state: ReaderState, layer: SuggestionsLayer): Drawer {
  const { columns } = state.size;
  const height = drawerHeight(state);
  const one = suggestionAt(layer);
  const left = one ? oneRows(state, layer, one, height - 1) : emptyRows(layer);
  const right = one && columns >= WIDE ? nextRows(state, layer) : null;
  const pane = right ? Math.floor((columns * 7) / 12) : columns;
  const lines: Line[] = [drawerRule(columns, titleOf(layer), factOf(state, layer))];
  for (let row = 0; row < height - 1; row++) {
    const line = new LineBuilder();
    left[row]?.(line, pane - 2);
    // The bar stands beside the words, not beside the blank rows around them.
    if (right && row > 0 && row < height - 2) {
      line.at(pane, '│', { role: 'hair' });
      right[row - 1]?.(line, columns - 2);
    }
    lines.push(line.build());
  }
  while (lines.length < height) lines.push(BLANK);
  return { lines: lines.slice(0, height), field: null };
}

const titleOf = ({ found, cursor }: SuggestionsLayer): string =>
  found && found.length > 0 ? `Suggestion ${cursor + 1} of ${found.length}` : 'Suggestions';

function factOf(state: ReaderState, layer: SuggestionsLayer): string {
  if (layer.found === null) return 'looking…';
  const { accepted, rejected } = countsOf(state, layer);
  return accepted + rejected === 0 ? '' : `${accepted} accepted · ${rejected} rejected`;
}

const blank: Draw = () => undefined;
const words =
  (text: string, look: Look): Draw =>
  (line, end) =>
    line.at(LABEL, shorten(text, end - LABEL), look);

function emptyRows({ found, problem }: SuggestionsLayer): Draw[] {
  if (found === null) return [blank, words('Looking for passages that match the patterns.', MUTED)];
  if (problem !== null) return [blank, words(visibleLine(problem), { role: 'warn' })];
  return [
    blank,
    words('No passage that matches a pattern is left to decide here.', { role: 'current' }),
    words('Patterns are in the codebook: marginalia themes edit THEME --pattern', MUTED),
  ];
}

function oneRows(
  state: ReaderState,
  layer: SuggestionsLayer,
  one: ReaderSuggestion,
  room: number,
): Draw[] {
  const theme = themeById(state.codebook, one.theme);
  const isRoomy = room >= ROOMY;
  const reasons = reasonRows(one, theme, isRoomy ? 3 : Math.max(1, room - 4));
  const against = (line: LineBuilder, end: number) => againstRow(line, one, end);
  const sign = isOpen(state, layer, one) ? '?' : ' ';
  const head = (line: LineBuilder, end: number) =>
    headRow(state, line.at(2, sign, BRIGHT), one, theme, end);
  const last = (line: LineBuilder, end: number) => lastRow(state, layer, one, line, end);
  if (!isRoomy) return [head, ...reasons, against, blank, last];
  return [blank, head, blank, ...reasons, against, blank, last];
}

function headRow(
  { reading }: ReaderState,
  line: LineBuilder,
  { theme: id, start, end: last, sentences }: ReaderSuggestion,
  theme: Theme | undefined,
  end: number,
): void {
  const touched = reading?.transcript.paragraphs.touchedBy(start, last);
  const [from, to] = [(touched?.first ?? 0) + 1, (touched?.last ?? 0) + 1];
  const what = sentences === 1 ? 'the sentence' : `the ${sentences} sentences`;
  const place = from === to ? `¶ ${from}` : `¶ ${from}–${to}`;
  const facts = `   for ${what} marked in ${place}`;
  line.push(theme?.mark ?? '?', theme ? { theme: theme.colour } : REST);
  const name = shorten(visibleLine(theme?.name ?? id), Math.max(8, end - 6 - facts.length));
  line.at(6, name, BRIGHT).push(facts, REST);
}

/** What speaks for it, as far as there is room: of several patterns the last row says how many more. */
function reasonRows({ because }: ReaderSuggestion, theme: Theme | undefined, room: number): Draw[] {
  const patterns = because.filter(reason => reason.kind === 'pattern');
  const near = because.filter(reason => reason.kind === 'near');
  const shown = patterns.slice(0, Math.max(1, room - near.length));
  const more = patterns.length - shown.length;
  return [...shown, ...near].slice(0, room).map((reason, i) => (line, end) => {
    if (i === 0) line.at(LABEL, 'because', MUTED);
    const rest = i === shown.length - 1 && more > 0 ? ` · ${more} more` : '';
    reasonRow(line, reason, theme, rest, end);
  });
}

function reasonRow(
  line: LineBuilder,
  reason: Because,
  theme: Theme | undefined,
  rest: string,
  end: number,
): void {
  const facts = reason.kind === 'pattern' ? patternFacts(reason, theme) : [awayFacts(reason)];
  const shown = visibleLine(reason.words);
  // The theme stands above already: its name goes before a word of the reason does.
  const fits = facts.find(one => WORDS + cells(`${shown}${one}${rest}`) <= end) ?? facts.at(-1);
  const tail = `${fits ?? ''}${rest}`;
  line.at(VALUE, reason.kind, REST);
  const room = Math.max(12, end - WORDS - cells(tail));
  line.at(WORDS, shorten(shown, room), { role: 'current', underline: true });
  line.push(shorten(tail, Math.max(0, end - line.width)), REST);
}

/** How often a pattern matches, in more words and in fewer. */
function patternFacts(
  { count }: Extract<Because, { kind: 'pattern' }>,
  theme: Theme | undefined,
): string[] {
  const matches = `, ${count} match${count === 1 ? '' : 'es'}`;
  return theme ? [` of ${visibleLine(theme.name)}${matches}`, matches] : [matches];
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four'];

function awayFacts({ away }: Extract<Because, { kind: 'near' }>): string {
  const far = Math.abs(away);
  const sentences = `${NUMBERS[far] ?? far} sentence${far === 1 ? '' : 's'}`;
  return ` ${sentences} ${away < 0 ? 'before' : 'after'}`;
}

function againstRow(line: LineBuilder, { against }: ReaderSuggestion, end: number): void {
  line.at(LABEL, 'against', MUTED);
  if (against.length === 0) {
    line.at(VALUE, 'nothing in its exclusion notes', REST);
    return;
  }
  const found = visibleLine(against.join(', '));
  const tail = ' in its exclusion notes';
  line.at(VALUE, shorten(found, end - VALUE - tail.length), { role: 'warn' }).push(tail, REST);
}

function lastRow(
  state: ReaderState,
  layer: SuggestionsLayer,
  one: ReaderSuggestion,
  line: LineBuilder,
  end: number,
): void {
  const became = decidedIn(state, layer).get(suggestionId(one));
  if (layer.asked !== null) {
    words(askedWords(state, layer, layer.asked), BRIGHT)(line, end);
    return;
  }
  const left = comingIndexes(state, layer).length;
  const all = left === 0 && became ? ' All are decided.' : '';
  words((became ? BECAME[became] : 'Nothing is tagged until you accept it.') + all, MUTED)(
    line,
    end,
  );
}

const BECAME = {
  accepted: 'Accepted: it is tagged.',
  rejected: 'Rejected: it does not come again.',
} as const;

function askedWords(state: ReaderState, layer: SuggestionsLayer, id: string): string {
  const count = leftOf(state, layer, id).length;
  const passages = `${count} passage${count === 1 ? '' : 's'}`;
  const name = visibleLine(themeById(state.codebook, id)?.name ?? id);
  return `${keyFor(state.keymap, 'suggestions', 'acceptAll')} again tags ${passages} with ${name}`;
}

const NEXT = 4;
const MOST_NEXT = 3;

function nextRows(state: ReaderState, layer: SuggestionsLayer): Draw[] {
  const coming = comingIndexes(state, layer).slice(0, MOST_NEXT);
  if (coming.length === 0) return [];
  const pane = Math.floor((state.size.columns * 7) / 12);
  const rows = coming.flatMap(i => {
    const one = layer.found?.[i];
    return one ? [nextRow(state, one, pane + NEXT)] : [];
  });
  return [line => line.at(pane + NEXT, 'next', MUTED), blank, ...rows];
}

const nextRow =
  ({ codebook, reading }: ReaderState, one: ReaderSuggestion, column: number): Draw =>
  (line, end) => {
    const theme = themeById(codebook, one.theme);
    const index = reading?.transcript.paragraphs.indexAt(one.start) ?? 0;
    const [reason] = one.because;
    line.at(column, theme?.mark ?? '?', theme ? { theme: theme.colour } : REST);
    line.at(column + 3, `¶ ${index + 1}`, REST).at(column + 10, '');
    line.push(shorten(visibleLine(reason?.words ?? ''), end - line.width), REST);
  };
