import { MOST_HITS } from '../../model/hits.ts';
import { visibleLine } from '../../model/visible.ts';
import type { PromptLayer } from '../layer.ts';
import { type Key, keyCells, pushKey } from '../layout/bars.ts';
import { type Line, LineBuilder } from '../layout/line.ts';
import { cells, shorten } from '../layout/width.ts';
import type { ReaderState, SearchState } from '../state.ts';
import { footerKeys } from './bottom.ts';
import type { Field } from './frame.ts';

const BADGE = ' SEARCH ';
const QUERY_COLUMN = 12;
const GAP = 3;
const NARROW_GAP = 2;
/** Less of a query says nothing. */
const SHORTEST_QUERY = 8;
/** Cells that the field keeps before hints come beside it. */
const SHORTEST_FIELD = 24;

const begun = () => new LineBuilder().at(1, BADGE, { role: 'badge' });

/** The key row while words are typed. */
export function promptRow(state: ReaderState, layer: PromptLayer): { line: Line; field: Field } {
  const { columns, rows } = state.size;
  const words = [layer.all && 'all transcripts', layer.regex && 'regex', '/'];
  const line = begun().at(QUERY_COLUMN - 1, words.filter(Boolean).join(' '), { role: 'muted' });
  const column = line.width;
  const keys = promptKeys(state, layer);
  const shown = keys.filter((_, i) => column + SHORTEST_FIELD + keysCells(keys.slice(i)) < columns);
  const start = columns - 2 - keysCells(shown);
  for (const [i, key] of shown.entries())
    pushKey(line.at(i === 0 ? start : line.width + GAP, ''), key);
  return {
    line: line.build(),
    field: {
      row: rows - 1,
      column,
      width: Math.max(1, start - GAP - column),
      rows: 1,
      value: layer.query,
      placeholder: '',
      from: String(layer.back),
    },
  };
}

/** The first go where there is no room. */
const promptKeys = (state: ReaderState, { regex }: PromptLayer): Key[] =>
  footerKeys(state, 'prompt').map(key =>
    key.word === 'regex' && regex ? { ...key, word: 'words' } : key,
  );

const keysCells = (keys: readonly Key[], gap = GAP): number =>
  keys.reduce((sum, key) => sum + keyCells(key), gap * Math.max(0, keys.length - 1));

/** The key row while a search is on: what is looked for, how often it was found, and the keys. */
export function searchRow(state: ReaderState, search: SearchState): Line {
  const { columns } = state.size;
  const all = footerKeys(state, 'search');
  const leave = all.find(key => key.last);
  const last = leave && search.list ? { ...leave, word: 'list' } : leave;
  const end = columns - 2 - (last ? keyCells(last) : 0);
  const keys = walks(search) ? all.filter(key => !key.last) : [];
  const query = shownQuery(search);
  const { gap, words } = fitting(foundWords(search), end - QUERY_COLUMN, query, keys.slice(0, 2));
  const fixed = cells(words) + 2 * gap + keysCells(keys.slice(0, 2), gap) + (keys.length && gap);
  const room = Math.max(SHORTEST_QUERY, end - QUERY_COLUMN - fixed);
  const line = begun().at(QUERY_COLUMN - 1, '/', { role: 'muted' });
  line
    .push(shorten(query, room), { role: 'current', bold: true })
    .at(line.width + gap, words, { role: search.hits?.length === 0 ? 'warn' : 'muted' });
  for (const key of keys) {
    if (line.width + gap + keyCells(key) > end - gap) break;
    pushKey(line.at(line.width + gap, ''), key);
  }
  return (last ? pushKey(line.at(end, ''), last) : line).build();
}

/** Whether there is a hit anywhere that `n` could go to. */
const walks = ({ hits, everywhere }: SearchState): boolean =>
  (hits?.length ?? 0) > 0 || (everywhere?.length ?? 0) > 0;

const shownQuery = ({ query }: SearchState): string =>
  visibleLine(query.words) + (query.regex ? '/' : '');

/** The longest words, and the widest gaps, with which the query has room beside the first keys: whole, else cut. */
function fitting(
  words: readonly string[],
  room: number,
  query: string,
  keys: readonly Key[],
): { gap: number; words: string } {
  const tries = words.flatMap(one => [GAP, NARROW_GAP].map(gap => ({ gap, words: one })));
  const fits = (shown: number) => (one: (typeof tries)[number]) =>
    shown + cells(one.words) + keysCells(keys, one.gap) + (keys.length > 0 ? 3 : 2) * one.gap <=
    room;
  const shortest = { gap: NARROW_GAP, words: words.at(-1) ?? '' };
  return (
    tries.slice(0, -2).find(fits(cells(query))) ??
    tries.find(fits(Math.min(SHORTEST_QUERY, cells(query)))) ??
    shortest
  );
}

/** How often it was found, in more words and in fewer. */
function foundWords({ hits, here, everywhere, query, problem }: SearchState): string[] {
  if (problem !== null) return [`! ${visibleLine(problem)} · / tries again`];
  if (hits === null) return ['looking…'];
  const [long, short] = elsewhere(everywhere);
  if (hits.length === 0)
    return [
      `No hits for “${shorten(visibleLine(query.words), 20)}” here${long}`,
      `no hits here${long}`,
      `no hits${short}`,
    ];
  const place = `${here + 1} of ${counted(hits.length)}`;
  return [`${place} here${long}`, `${place} here${short}`, place];
}

const counted = (hits: number): string => `${hits}${hits >= MOST_HITS ? '+' : ''}`;

function elsewhere(everywhere: SearchState['everywhere']): [long: string, short: string] {
  if (everywhere === null) return ['', ''];
  const hits = everywhere.reduce((sum, one) => sum + one.hits, 0);
  const isMore = everywhere.some(one => one.hits >= MOST_HITS);
  const short = ` · ${hits}${isMore ? '+' : ''} in ${everywhere.length}`;
  return [`${short} transcript${everywhere.length === 1 ? '' : 's'}`, short];
}
