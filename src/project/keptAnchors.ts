import { type Anchor, isDoubtful, type Selector } from '../model/annotation.ts';
import type { CodePoints } from '../model/codePoints.ts';
import type { LoadedText } from './texts.ts';

/** What was found in one text for selectors whose passages are not certain. */
interface Kept {
  text: string;
  anchors: Map<string, Anchor>;
}

/** Texts that somebody works on are few. */
const MOST_TEXTS = 4;
const kept: Kept[] = [];
const keptFor = new WeakMap<CodePoints, Kept>();

/**
 * What `find` answers for a selector, a doubtful answer from memory if it was found in the very same
 * text before: a passage that is looked for by likeness takes a millisecond or more, and the text, the
 * repair page and every look at the disk ask for all of them again. Answers are not to be changed.
 */
export function keptAnchor(loaded: LoadedText, selector: Selector, find: () => Anchor): Anchor {
  const { anchors } = keptIn(loaded);
  const name = nameOf(selector);
  const known = anchors.get(name);
  if (known) return known;
  const anchor = find();
  if (isDoubtful({ anchor })) anchors.set(name, anchor);
  return anchor;
}

function keptIn({ transcript: { text }, codePoints }: LoadedText): Kept {
  const known = keptFor.get(codePoints);
  if (known?.text === text) return known;
  const found = kept.find(one => one.text === text) ?? newlyKept(text);
  keptFor.set(codePoints, found);
  return found;
}

function newlyKept(text: string): Kept {
  const made = { text, anchors: new Map<string, Anchor>() };
  kept.push(made);
  if (kept.length > MOST_TEXTS) kept.shift();
  return made;
}

/** Everything of a selector that its place depends on. */
const nameOf = ({ exact, prefix, suffix, start, end }: Selector): string =>
  `${start} ${end} ${exact.length} ${prefix.length} ${exact}${prefix}${suffix}`;
