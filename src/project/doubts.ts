import { candidatesFor, changesIn } from '../anchoring/candidates.ts';
import { describe } from '../anchoring/describe.ts';
import type { Likeness } from '../anchoring/likeness.ts';
import { isDoubtful, type Placed, type Selector } from '../model/annotation.ts';
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

/** A doubtful annotation with its candidates; `own`: all of its coder's on the transcript. */
export function doubtOf(loaded: LoadedText, own: readonly Placed[], placed: Placed): Doubt {
  const { transcript, codePoints } = loaded;
  const { selector } = placed.annotation;
  const { paragraphs, text } = transcript;
  if (!selector || !placed.anchor)
    return { placed, title: transcript.title, near: null, candidates: [], places: 0 };
  const found = candidatesFor({ text, codePoints }, selector, placed.anchor);
  const at = Math.min(text.length, codePoints.toUtf16(Math.max(0, selector.start)));
  return {
    placed,
    title: transcript.title,
    near: paragraphs.count === 0 ? null : paragraphs.indexAt(at),
    candidates: found.candidates.map(one => candidateOf(loaded, own, { placed, selector }, one)),
    places: found.places,
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
  return {
    range: { start, end },
    paragraph: paragraphs.indexAt(start),
    quote,
    changes: changesIn(selector.exact, quote),
    fit: { quotation, before, after, moved },
    selector: describe({ text, codePoints }, { start, end }),
    taken: own.some(
      ({ annotation, anchor }) =>
        annotation.id !== placed.annotation.id &&
        annotation.theme === placed.annotation.theme &&
        anchor !== null &&
        (anchor.kind === 'exact' || anchor.kind === 'shifted') &&
        anchor.start === start &&
        anchor.end === end,
    ),
  };
}
