import { anchor } from '../../src/anchoring/anchor.ts';
import { describe } from '../../src/anchoring/describe.ts';
import { edited, type FollowedText, follow } from '../../src/anchoring/follow.ts';
import { anchorSubject } from '../../src/anchoring/subject.ts';
import type { Anchor, Range, Selector } from '../../src/model/annotation.ts';
import { Paragraphs } from '../../src/model/paragraphs.ts';
import { EDITS, type EditKind } from './editKinds.ts';
import type { Random } from './randomEdits.ts';
import { TrackedText, type Verdict } from './trackedText.ts';

/** A passage was tagged, its text was edited, and this is what anchoring made of it. */
export interface Trial {
  kind: EditKind;
  text: string;
  found: Anchor;
  verdict: Verdict;
  /** Where the passage really is; `null` where nothing of it is left. */
  place: Range | null;
  quotation: string;
  /** What came of following the passage through the edit, both texts known. */
  followed: Verdict;
}

/** Tags a passage, makes one edit of the kind, and looks for the passage again. */
export function tryOne(random: Random, source: string, kind: EditKind): Trial {
  const range = somePassage(random, source);
  const selector = describe(anchorSubject(source), range);
  const tracked = new TrackedText(source, range);
  EDITS[kind](random, tracked, range);
  const found = anchor(anchorSubject(tracked.text), selector, { unchanged: false });
  return {
    kind,
    text: tracked.text,
    found,
    place: tracked.place,
    quotation: selector.exact,
    verdict: tracked.verdictOn(found),
    followed: tracked.verdictOnPlace(followedTo(source, tracked.text, range, selector)),
  };
}

/** Where following puts the passage; `null` where it says that the passage is not there any more. */
function followedTo(source: string, text: string, range: Range, selector: Selector): Range | null {
  const found = follow(edited(followedText(source), followedText(text)), range, selector);
  return found.kind === 'follows' ? found.range : null;
}

export const followedText = (text: string): FollowedText => ({
  ...anchorSubject(text),
  paragraphs: new Paragraphs(text),
});

/** What people tag: a paragraph, several, a sentence, a few words, one word. */
export function somePassage(random: Random, text: string): Range {
  const paragraphs = new Paragraphs(text);
  const paragraph = () => paragraphs.at(random.below(paragraphs.count));
  const chosen = paragraph();
  switch (random.below(5)) {
    case 0:
      return { start: chosen.start, end: chosen.end };
    case 1: {
      const last = Math.min(paragraphs.count - 1, chosen.n + random.below(3));
      return { start: chosen.start, end: paragraphs.at(last).end };
    }
    case 2:
      return sentenceIn(random, text, chosen);
    case 3:
      return wordsIn(random, text, chosen, 2 + random.below(8));
    default:
      return wordsIn(random, text, chosen, 1);
  }
}

function sentenceIn(random: Random, text: string, { start, end }: Range): Range {
  const bounds = [...text.slice(start, end).matchAll(/[^.?!]+[.?!]*/g)].filter(
    ([words]) => words.trim() !== '',
  );
  if (bounds.length === 0) return { start, end };
  const chosen = random.of(bounds);
  const [words] = chosen;
  const from = start + chosen.index + (words.length - words.trimStart().length);
  return { start: from, end: start + chosen.index + words.trimEnd().length };
}

function wordsIn(random: Random, text: string, { start, end }: Range, count: number): Range {
  const words = [...text.slice(start, end).matchAll(/\S+/g)];
  const first = random.below(words.length);
  const last = Math.min(words.length - 1, first + count - 1);
  const [from, to] = [words[first], words[last]];
  if (!from || !to) return { start, end };
  return { start: start + from.index, end: start + to.index + to[0].length };
}

/** How often each outcome, and each kind of edit, had which verdict: a table for people. */
export function tableOf(trials: readonly Trial[], withKinds: boolean): string {
  const verdicts: Verdict[] = ['right', 'wrong', 'listed', 'unlisted', 'gone', 'missed'];
  const row = (name: string, all: readonly Trial[]) => {
    const counts = verdicts.map(one => all.filter(({ verdict }) => verdict === one).length);
    return [name.padEnd(20), ...counts.map(count => String(count).padStart(9))].join('');
  };
  const by = (name: (trial: Trial) => string) =>
    [...Map.groupBy(trials, name)].map(([key, all]) => row(key, all));
  return [
    ['outcome'.padEnd(20), ...verdicts.map(one => one.padStart(9))].join(''),
    ...by(({ found }) => found.kind).sort(),
    ...(withKinds ? ['', ...by(({ kind }) => kind), ''] : []),
    row('all', trials),
    row(
      'followed',
      trials.map(trial => ({ ...trial, verdict: trial.followed })),
    ),
  ].join('\n');
}
