import type { TextSummary } from '../../model/library.ts';
import { visibleLine } from '../../model/visible.ts';
import { bindingsOf, type KeyCommand } from '../keymap/keymap.ts';
import type { Scope } from '../keymap/scopes.ts';
import { type BarTheme, footer, type Key, themeBar } from '../layout/bars.ts';
import type { Size } from '../layout/geometry.ts';
import { type Line, LineBuilder, type Look } from '../layout/line.ts';
import { annotationsAt, countOf, markedIn, themesAt } from '../layout/marks.ts';
import { cells, shorten } from '../layout/width.ts';
import type { RepairLayer } from '../repairLayer.ts';
import { abreast, doubtAt } from '../repairs.ts';
import { keyOnPage, pinnedThemes } from '../select.ts';
import type { ReaderState } from '../state.ts';
import { suggestionAt } from '../suggestions.ts';
import { selectedWords } from './selectedWords.ts';

const WIDE = 100;

/** The theme bar: counts of the open transcript, or of all of them in the library; status at the right. */
export function bottomBar(state: ReaderState): Line {
  const counts =
    state.page === 'reading' && state.reading
      ? markedIn(state.reading.transcript, state.reading.placed).counts
      : libraryCounts(state);
  const here = themesHere(state);
  const themes: BarTheme[] = pinnedThemes(state.codebook).map(theme => ({
    digit: theme.key ?? 0,
    mark: theme.mark,
    name: visibleLine(theme.name),
    colour: theme.colour,
    count: countOf(counts, state.codebook, theme.id),
    here: here.has(theme.id),
  }));
  const [status, look] = [statusWords(state), statusLook(state)];
  const bar = themeBar(state.size.columns, themes, status, look);
  // What has just happened has the row to itself where it has no room beside the themes: it must be read whole.
  return isNews(state) && bar.at(-1)?.text !== status ? factBar(state, '', status, look) : bar;
}

/** Whether the status says more than who tags, and that it is saved. */
const isNews = ({ save, message, reading }: ReaderState): boolean =>
  save.kind === 'failed' || message !== null || Boolean(reading?.selection);

const quiet: Look = { role: 'muted' };
const warning: Look = { role: 'warn' };

/** One fact at the left instead of the themes, on pages that have a focus of their own. */
export function factBar(
  { size }: ReaderState,
  fact: string,
  status: string,
  look: Look = quiet,
): Line {
  const room = size.columns - 4;
  const shown = shorten(status, room);
  return new LineBuilder()
    .at(2, shorten(fact, room - cells(shown) - 3), fact.startsWith('?') ? warning : quiet)
    .endingAt(size.columns - 2, shown, look)
    .build();
}

function themesHere({ page, reading, codebook, coder }: ReaderState): ReadonlySet<string> {
  if (page !== 'reading' || reading === null) return new Set();
  const marked = markedIn(reading.transcript, reading.placed);
  return new Set(
    themesAt(annotationsAt(marked, reading.place.current), codebook, coder).map(
      ({ theme }) => theme.id,
    ),
  );
}

const added = new WeakMap<readonly TextSummary[], ReadonlyMap<string, number>>();

/** Annotations by theme id as stored, over all transcripts. */
export function libraryCounts({ library }: ReaderState): ReadonlyMap<string, number> {
  const known = added.get(library.texts);
  if (known) return known;
  const counts = new Map<string, number>();
  for (const { byTheme } of library.texts) {
    for (const [theme, count] of Object.entries(byTheme))
      counts.set(theme, (counts.get(theme) ?? 0) + count);
  }
  added.set(library.texts, counts);
  return counts;
}

/** The coder's name until the first write, then whether what was done is on the disk; and what just happened. */
export function statusWords(state: ReaderState): string {
  const { save, message, coder, size, quitAsked, reading, layer } = state;
  const name = isReadOnly(state) ? `read only · ${visibleLine(coder)}` : visibleLine(coder);
  if (save.kind === 'failed') {
    const next = quitAsked
      ? `${keyOnPage(state, 'quit')} again quits; a file keeps it`
      : `${keyOnPage(state, 'retry')} tries again`;
    return notSavedWords(save.reason, next, size);
  }
  if (reading?.selection && !message && !layer) return selectedWords(reading);
  // What went wrong was not saved, and who says 'saved' says it himself.
  const says = message?.warns || message?.text.startsWith('saved');
  const saved = save.kind === 'none' || (save.kind === 'saved' && says) ? '' : save.kind;
  const words = [saved, message ? visibleLine(message.text) : ''].filter(Boolean);
  if (words.length === 0) return name;
  return size.columns >= WIDE && !message ? `${words.join(' · ')} · ${name}` : words.join(' · ');
}

/** Rows that a failure may take, for it stays until it is mended, less what a broken line wastes of them. */
const FAILURE_ROWS = 1.8;

/** That something is not saved, and why, and what to do: of these the reason is cut where there is no room. */
export function notSavedWords(reason: string, next: string, { columns }: Size): string {
  const [before, after] = ['! not saved: ', ` · ${next}`];
  const room = Math.floor((columns - 4) * FAILURE_ROWS) - cells(before + after);
  return before + shorten(visibleLine(reason), Math.max(8, room)) + after;
}

export const statusLook = (state: ReaderState): Look =>
  state.save.kind === 'failed' || state.message?.warns || (isReadOnly(state) && !state.message)
    ? { role: 'warn' }
    : { role: 'muted' };

/** Whether nothing can be changed here, and not just until an edit is written: it stands at the bottom as long. */
const isReadOnly = ({ readOnly, page, reading, unwritten }: ReaderState): boolean =>
  readOnly !== null ||
  (page === 'reading' &&
    reading !== null &&
    reading.locked !== null &&
    !unwritten.some(step => step.rewrite));

/** The keys of a scope as the footer shows them, from the key table. */
export function footerKeys(state: ReaderState, scope: Scope): Key[] {
  const pinned = pinnedThemes(state.codebook).map(theme => theme.key ?? 0);
  return bindingsOf(state.keymap, scope)
    .flatMap(({ footer: hint, command }) =>
      hint?.scopes.includes(scope) ? [{ ...hint, command }] : [],
    )
    .filter(({ command }) => !isIdle(state, scope, command))
    .sort((a, b) => a.order - b.order)
    .map(({ shows, word, order, command }) => ({
      shows: command === 'digit' ? digits(pinned) : shows,
      word,
      last: order === 99,
    }));
}

const OF_THE_LIST: ReadonlySet<KeyCommand> = new Set(['open', 'next', 'words', 'sort']);

/** A key that would do nothing here is not offered. */
function isIdle(
  { codebook, library, searches, size, layer }: ReaderState,
  scope: Scope,
  command: KeyCommand,
): boolean {
  if (command === 'digit') return pinnedThemes(codebook).length === 0;
  if (scope === 'prompt' && command === 'previous') return searches.length === 0;
  if (layer?.kind === 'prompt' && layer.all && command === 'tab') return true;
  if (scope === 'themes' && command === 'tab') return size.columns >= WIDE;
  if (layer?.kind === 'repair') return isIdleInRepair(layer, size, command);
  if (layer?.kind === 'suggestions' && !suggestionAt(layer)) return command !== 'close';
  const isEmpty = library.texts.length + library.unreadable.length === 0;
  return scope === 'library' && isEmpty && OF_THE_LIST.has(command);
}

function isIdleInRepair(layer: RepairLayer, size: Size, command: KeyCommand): boolean {
  const doubt = doubtAt(layer);
  if (!doubt) return command !== 'close' && command !== 'undo';
  if (command === 'firstPlace') return doubt.candidates.length === 0;
  return command === 'morePlaces' && doubt.candidates.length <= abreast(size);
}

const digits = (pinned: readonly number[]): string => {
  const [first, last] = [Math.min(...pinned), Math.max(...pinned)];
  return first === last ? String(first) : `${first}-${last}`;
};

/** The row of keys, with a badge while a mode is on. */
export const keyRow = (
  state: ReaderState,
  scope: Scope,
  badge: string | null,
  before: readonly Key[] = [],
): Line => footer(state.size.columns, badge, [...before, ...footerKeys(state, scope)]);
