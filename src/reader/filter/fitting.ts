import type { Placed, Range } from '../../model/annotation.ts';
import { type Codebook, effectiveTheme } from '../../model/codebook.ts';
import type { Transcript } from '../../model/transcript.ts';
import { speakersOf } from '../../model/whoSpeaks.ts';
import { annotationsAt, beginsIn, markedIn } from '../layout/marks.ts';
import { withIndex, withoutIndex } from '../layout/shown.ts';
import { touching } from '../layout/spans.ts';
import type { ReadingState } from '../state.ts';
import { type Criteria, namesOf } from './criteria.ts';

type Read = Pick<ReadingState, 'transcript' | 'placed' | 'search'>;

/**
 * The paragraphs that fit, as ascending indexes from 0. With coders chosen only their annotations
 * count for everything else: 'untagged' is what they have not tagged. Costs a few steps a paragraph,
 * for a million some milliseconds.
 */
export function fitting(reading: Read, codebook: Codebook, criteria: Criteria): Uint32Array {
  const fits = new Uint8Array(reading.transcript.paragraphs.count);
  byTags(fits, reading, codebook, criteria);
  withoutHeadings(fits, reading, criteria);
  bySpeakers(fits, reading, criteria);
  byHits(fits, reading.search?.hits ?? null, reading, criteria);
  return indexesOf(fits);
}

/** Whether one paragraph fits. */
export function fitsAt(
  reading: Read,
  codebook: Codebook,
  criteria: Criteria,
  index: number,
): boolean {
  const { transcript, placed, search } = reading;
  const range = rangeAt(transcript, index);
  const here = annotationsAt(markedIn(transcript, placed), index);
  const { hits } = criteria.chosen;
  const isHit = () => touching(search?.hits ?? [], range.start, range.end).length > 0;
  return (
    tagTest(codebook, criteria)(here, range) &&
    !(criteria.chosen.untagged === 'with' && transcript.paragraphs.isHeading(index)) &&
    speakerTest(transcript, criteria)(index) &&
    (!search?.hits || answers(hits, isHit))
  );
}

/**
 * What fits after tags have changed: only the paragraphs whose annotations are others are looked at.
 * `fits` is what fitted when `before` was on them.
 */
export function fittingAfter(
  fits: Uint32Array,
  before: readonly Placed[],
  reading: Read,
  codebook: Codebook,
  criteria: Criteria,
): Uint32Array {
  const old = markedIn(reading.transcript, before);
  const now = markedIn(reading.transcript, reading.placed);
  let result = fits;
  for (const index of new Set([...old.byParagraph.keys(), ...now.byParagraph.keys()])) {
    if (sameList(annotationsAt(old, index), annotationsAt(now, index))) continue;
    const change = fitsAt(reading, codebook, criteria, index) ? withIndex : withoutIndex;
    result = change(result, index);
  }
  return result;
}

const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i]);

const rangeAt = ({ paragraphs }: Transcript, index: number): Range => ({
  start: paragraphs.startOf(index),
  end: paragraphs.endOf(index),
});

function indexesOf(fits: Uint8Array): Uint32Array {
  let count = 0;
  for (const fit of fits) count += fit;
  const indexes = new Uint32Array(count);
  let next = 0;
  for (let index = 0; index < fits.length; index++) if (fits[index]) indexes[next++] = index;
  return indexes;
}

/** Most paragraphs have no annotation at all, and one answer for all of them. */
function byTags(
  fits: Uint8Array,
  { transcript, placed }: Read,
  codebook: Codebook,
  criteria: Criteria,
): void {
  const test = tagTest(codebook, criteria);
  fits.fill(test([], { start: 0, end: 0 }) ? 1 : 0);
  for (const [index, here] of markedIn(transcript, placed).byParagraph) {
    fits[index] = test(here, rangeAt(transcript, index)) ? 1 : 0;
  }
}

/** A heading is not something that is left to tag. */
function withoutHeadings(
  fits: Uint8Array,
  { transcript: { paragraphs } }: Read,
  { chosen }: Criteria,
): void {
  if (chosen.untagged === 'with') for (const index of paragraphs.headings()) fits[index] = 0;
}

type TagTest = (placed: readonly Placed[], paragraph: Range) => boolean;

/** Whether a paragraph with some annotations on it is wanted. */
function tagTest(codebook: Codebook, criteria: Criteria): TagTest {
  const coders = new Set(namesOf(criteria, 'coder', 'with'));
  const notBy = new Set(namesOf(criteria, 'coder', 'without'));
  const themes = themeTest(criteria);
  return (placed, paragraph) => {
    if (placed.some(({ annotation }) => notBy.has(annotation.coder))) return false;
    const here =
      coders.size === 0 ? placed : placed.filter(({ annotation }) => coders.has(annotation.coder));
    if (coders.size > 0 && here.length === 0 && criteria.chosen.untagged !== 'with') return false;
    const onIt = new Set(
      here.flatMap(({ annotation: { theme } }) =>
        theme === null ? [] : effectiveTheme(codebook, theme),
      ),
    );
    return (
      themes(onIt) &&
      answers(criteria.chosen.untagged, () => onIt.size === 0) &&
      answers(criteria.chosen.memo, () => here.some(one => hasMemo(one, paragraph))) &&
      answers(criteria.chosen.key, () => here.some(one => isKey(one, paragraph)))
    );
  };
}

/** A memo and a star stand on the first paragraph of their passage. */
const hasMemo = (placed: Placed, paragraph: Range): boolean =>
  placed.annotation.memo !== null && beginsIn(placed, paragraph);

const isKey = (placed: Placed, paragraph: Range): boolean =>
  placed.annotation.key && beginsIn(placed, paragraph);

const answers = (choice: 'with' | 'without' | undefined, has: () => boolean): boolean =>
  choice === undefined || has() === (choice === 'with');

function themeTest(criteria: Criteria): (onIt: ReadonlySet<string>) => boolean {
  const wanted = namesOf(criteria, 'theme', 'with');
  const unwanted = namesOf(criteria, 'theme', 'without');
  return onIt => {
    if (unwanted.some(theme => onIt.has(theme))) return false;
    if (wanted.length === 0) return true;
    return criteria.match === 'any'
      ? wanted.some(theme => onIt.has(theme))
      : wanted.every(theme => onIt.has(theme));
  };
}

function bySpeakers(fits: Uint8Array, { transcript }: Read, criteria: Criteria): void {
  if (Object.keys(criteria.chosen).every(key => !key.startsWith('speaker:'))) return;
  const test = speakerTest(transcript, criteria);
  for (let index = 0; index < fits.length; index++) if (!test(index)) fits[index] = 0;
}

/** Whether a paragraph is spoken by somebody who is wanted. */
function speakerTest(transcript: Transcript, criteria: Criteria): (index: number) => boolean {
  const wanted = namesOf(criteria, 'speaker', 'with');
  const unwanted = namesOf(criteria, 'speaker', 'without');
  if (wanted.length + unwanted.length === 0) return () => true;
  const { names, speaks } = speakersOf(transcript);
  const fit = names.map(name =>
    wanted.length === 0 ? !unwanted.includes(name) : wanted.includes(name),
  );
  const nobody = wanted.length === 0;
  return index => fit[(speaks[index] ?? 0) - 1] ?? nobody;
}

/** Without a search on it does not matter whether there are hits. */
function byHits(
  fits: Uint8Array,
  hits: readonly Range[] | null,
  { transcript: { paragraphs } }: Read,
  { chosen }: Criteria,
): void {
  if (chosen.hits === undefined || hits === null) return;
  const hit = new Uint8Array(fits.length);
  for (const { start, end } of hits) {
    const last = paragraphs.indexAt(end - 1);
    for (let index = paragraphs.indexAt(start); index <= last; index++) hit[index] = 1;
  }
  const wanted = chosen.hits === 'with' ? 1 : 0;
  for (let index = 0; index < fits.length; index++) if (hit[index] !== wanted) fits[index] = 0;
}
