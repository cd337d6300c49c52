import { candidatesFor, changesIn } from '../anchoring/candidates.ts';
import { describe } from '../anchoring/describe.ts';
import type { Likeness } from '../anchoring/likeness.ts';
import { isDoubtful, type Placed, type Range, type Selector } from '../model/annotation.ts';
import type { Candidate, Doubt } from '../model/doubt.ts';
import type { OnProgress } from './annotations.ts';
import type { OnFault } from './placed.ts';
import type { Project } from './project.ts';
import { type TaggedText, taggedTexts } from './taggedTexts.ts';
import type { LoadedText } from './texts.ts';

/** Whose doubts, and in which transcript: an id or a file, absent for all of them. */
export interface DoubtsQuery {
  coder: string;
  text?: string | undefined;
}

/**
 * A coder's annotations that could not be placed for certain, kept ones included, each with what may
 * be its passage now: transcript by transcript in the order of ids, in text order. What cannot be read
 * goes to `onFault` and is passed over. Throws a Fault for a transcript that is not there.
 */
export async function doubtsOf(
  project: Project,
  { coder, text }: DoubtsQuery,
  onFault: OnFault,
  onProgress?: OnProgress,
): Promise<Doubt[]> {
  const texts = await taggedTexts(project, text, onFault, onProgress);
  return texts.flatMap(tagged => doubtsIn(tagged, coder));
}

function doubtsIn({ loaded, placed }: TaggedText, coder: string): Doubt[] {
  const own = placed.filter(({ annotation }) => annotation.coder === coder);
  return own.filter(isDoubtful).map(one => doubtOf(loaded, own, one));
}

/**
 * A doubtful annotation with its candidates; `own`: all of its coder's on the transcript. Its places are
 * looked for when they are asked for first: of ten thousand doubts a few are shown.
 */
export function doubtOf(loaded: LoadedText, own: readonly Placed[], placed: Placed): Doubt {
  const { transcript, codePoints } = loaded;
  const { selector } = placed.annotation;
  const { paragraphs, text, title } = transcript;
  if (!selector || !placed.anchor) return { placed, title, near: null, candidates: [], places: 0 };
  const at = Math.min(text.length, codePoints.toUtf16(Math.max(0, selector.start)));
  const near = paragraphs.count === 0 ? null : paragraphs.indexAt(at);
  const { anchor } = placed;
  const found = once(() => candidatesFor({ text, codePoints }, selector, anchor));
  const candidates = once(() =>
    found().candidates.map(one => candidateOf(loaded, own, { placed, selector }, one)),
  );
  return {
    placed,
    title,
    near,
    get candidates() {
      return candidates();
    },
    get places() {
      return found().places;
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function candidateOf(
  { transcript, codePoints }: LoadedText,
  own: readonly Placed[],
  { placed, selector }: { placed: Placed; selector: Selector },
  { start, end, quotation, before, after, moved }: Likeness,
): Candidate {
  const { text, paragraphs } = transcript;
  const quote = text.slice(start, end);
  const { id, theme } = placed.annotation;
  const there = certainPlaces(own).get(placeName(theme, { start, end }));
  return {
    range: { start, end },
    paragraph: paragraphs.indexAt(start),
    quote,
    changes: changesIn(selector.exact, quote),
    fit: { quotation, before, after, moved },
    selector: describe({ text, codePoints }, { start, end }),
    taken: there?.some(other => other !== id) ?? false,
  };
}

const known = new WeakMap<readonly Placed[], Map<string, string[]>>();

/** The ids of those that are certain, by theme and place. */
function certainPlaces(own: readonly Placed[]): Map<string, string[]> {
  const found = known.get(own);
  if (found) return found;
  const places = new Map<string, string[]>();
  for (const { annotation, anchor } of own) {
    if (anchor?.kind !== 'exact' && anchor?.kind !== 'shifted') continue;
    const name = placeName(annotation.theme, anchor);
    places.set(name, [...(places.get(name) ?? []), annotation.id]);
  }
  known.set(own, places);
  return places;
}

const placeName = (theme: string | null, { start, end }: Range): string =>
  JSON.stringify([theme, start, end]);
