import type { Placed } from '../model/annotation.ts';
import { rangeOf } from '../model/annotation.ts';
import { type Theme, themeById } from '../model/codebook.ts';
import type { Passage } from '../model/passage.ts';
import type { HitOrder, ListedHit } from './hitsLayer.ts';
import type { ReaderState } from './state.ts';

const sorted = new WeakMap<readonly ListedHit[], Map<HitOrder, readonly ListedHit[]>>();

/** The hits in an order, worked out once: every frame asks. */
export function hitsInOrder(hits: readonly ListedHit[], order: HitOrder): readonly ListedHit[] {
  if (order === 'place') return hits;
  const known = sorted.get(hits) ?? new Map<HitOrder, readonly ListedHit[]>();
  sorted.set(hits, known);
  const found = known.get(order) ?? byWords(hits, order === 'after' ? wordsAfter : wordsBefore);
  known.set(order, found);
  return found;
}

/** By code units, case folded: the same on every machine. Those alike stay in text order. */
function byWords(hits: readonly ListedHit[], wordsOf: (hit: ListedHit) => string) {
  const keyed = hits.map(hit => ({ hit, words: wordsOf(hit) }));
  keyed.sort((a, b) => (a.words < b.words ? -1 : a.words > b.words ? 1 : 0));
  return keyed.map(({ hit }) => hit);
}

const NO_WORD = /[^\p{L}\p{M}\p{N}]+/gu;
const bare = (words: string): string => words.toLowerCase().replace(NO_WORD, ' ').trim();
const wordsAfter = ({ after }: ListedHit): string => bare(after);
/** The word next to the hit counts first. */
const wordsBefore = ({ before }: ListedHit): string => bare(before).split(' ').reverse().join(' ');

const byText = new WeakMap<readonly Passage[], Map<string, Placed[]>>();

/** The themes of the passages that touch a hit, everybody's, each once, in the order of the codebook. */
export function themesOfHit({ reading, passages, codebook }: ReaderState, hit: ListedHit): Theme[] {
  const placed =
    reading?.transcript.id === hit.text
      ? reading.placed
      : (placedByText(passages.known ?? []).get(hit.text) ?? []);
  const found = new Set<Theme>();
  for (const one of placed) {
    const range = rangeOf(one);
    if (!range || range.start >= hit.end || range.end <= hit.start) continue;
    const theme = themeById(codebook, one.annotation.theme ?? '');
    if (theme) found.add(theme);
  }
  return codebook.themes.filter(theme => found.has(theme));
}

function placedByText(passages: readonly Passage[]): Map<string, Placed[]> {
  const known = byText.get(passages);
  if (known) return known;
  const made = new Map<string, Placed[]>();
  for (const { placed } of passages) {
    const there = made.get(placed.annotation.text);
    if (there) there.push(placed);
    else made.set(placed.annotation.text, [placed]);
  }
  byText.set(passages, made);
  return made;
}
