import type { Range } from '../../model/annotation.ts';
import { type Finder, hitsByWindow, MOST_HITS, type Searched } from '../../model/hits.ts';
import type { SearchQuery } from '../../model/searchQuery.ts';
import { finderFor } from '../../project/finder.ts';
import { firstOfEachId, listTexts } from '../../project/texts.ts';
import type { HitsOutcome, ReaderPorts } from '../ports.ts';
import type { TextHits } from '../state.ts';
import { type Desk, loadedText } from './desk.ts';
import { HitLister } from './hitLister.ts';
import { Pause } from './pause.ts';
import { TextShelf } from './textShelf.ts';

/** Looking for words, in the open transcript and in all of them. */
export function findDoors(desk: Desk): Pick<ReaderPorts, 'find' | 'findEverywhere' | 'listHits'> {
  const shelf = new TextShelf(desk);
  return {
    find: (query, text, signal) => findIn(desk, query, text, signal),
    findEverywhere: (query, signal) => findEverywhere(shelf, query, signal),
    listHits: (query, order, onBatch, signal) =>
      new HitLister(shelf, query, onBatch, signal).list(order),
  };
}

async function findIn(
  desk: Desk,
  query: SearchQuery,
  text: string,
  signal: AbortSignal,
): Promise<HitsOutcome> {
  const found = await finderFor(query);
  if (found.kind === 'invalid') return found;
  const { transcript } = await loadedText(desk, text);
  const hits: Range[] = [];
  await eachHit(found.find, transcript, new Pause(signal), hit => hits.push(hit) < MOST_HITS);
  return { kind: 'hits', hits };
}

/** Tells of each hit until `wants` has enough, and lets the reader draw in between. */
async function eachHit(
  find: Finder,
  searched: Searched,
  pause: Pause,
  wants: (hit: Range) => boolean,
): Promise<void> {
  for (const hits of hitsByWindow(find, searched)) {
    for (const hit of hits) if (!wants(hit)) return;
    if (!(await pause.goesOn())) return;
  }
}

async function findEverywhere(
  shelf: TextShelf,
  query: SearchQuery,
  signal: AbortSignal,
): Promise<TextHits[]> {
  const found = await finderFor(query);
  if (found.kind === 'invalid') return [];
  const pause = new Pause(signal);
  const texts: TextHits[] = [];
  for (const entry of firstOfEachId(await listTexts(shelf.root))) {
    const searched = await shelf.text(entry, query);
    let hits = 0;
    if (searched) await eachHit(found.find, searched, pause, () => ++hits < MOST_HITS);
    if (hits > 0) texts.push({ text: entry.id, hits });
    if (!(await pause.goesOn())) break;
  }
  return texts;
}
