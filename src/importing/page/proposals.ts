import type { ImportedBlock } from '../imported.ts';
import { endsSentence, isProse, wordCount } from '../tidy.ts';
import { furnitureOf, isRelatedTitle } from './furniture.ts';
import { isAnnouncement, isGreeting, speechStart, thanksEnd } from './speech.ts';

/**
 * The blocks of a page with a reason on each that is not the text. Blocks that were proposed already
 * stay so. What is proposed: the page's furniture before the first and after the last paragraph of
 * prose, and between them only what can be nothing else; a list of other texts at the end; what
 * comes before a speech that is announced; the signature under its thanks. Prose in the middle is
 * never proposed.
 */
export function withProposals(blocks: readonly ImportedBlock[]): ImportedBlock[] {
  const steps = [dropRelated, dropFurniture, dropIntroduction, dropSignature, dropLooseEnds];
  return steps.reduce((current, step) => step(current), [...blocks]);
}

/** The reason on what a page says before a speech. */
export const INTRODUCTION = 'before the speech begins';

const isKept = ({ drop }: ImportedBlock): boolean => drop === null;

const dropped = (one: ImportedBlock, reason: string): ImportedBlock =>
  isKept(one) ? { ...one, drop: reason } : one;

/** The cards under such a title are short: in words, the longest one and all of them on average. */
const LONGEST_CARD = 70;
const USUAL_CARD = 20;
/** What says something in whole sentences after such a title is little beside what did before it. */
const REST_OF_PROSE = 0.2;

/** Everything from a title such as 'Related content' on, if nothing but short pieces follows. */
function dropRelated(blocks: ImportedBlock[]): ImportedBlock[] {
  const cards = firstOfCards(blocks);
  const isRest = restOfProse(blocks);
  const prose = blocks.findIndex(({ text }) => isProse(text));
  const from = blocks.findIndex(
    ({ text, drop }, index) =>
      drop === null &&
      prose !== -1 &&
      index > prose &&
      index < blocks.length - 1 &&
      cards[index] === true &&
      isRest[index] === true &&
      isRelatedTitle(text.split('\n', 1)[0] ?? ''),
  );
  if (from === -1) return blocks;
  return blocks.map((one, index) => (index < from ? one : dropped(one, 'list of related texts')));
}

/** For each block whether most of the text's sentences stand before it: a title in the middle ends nothing. */
function restOfProse(blocks: readonly ImportedBlock[]): boolean[] {
  const words = blocks.map(({ text }) =>
    !text.includes('\n') && endsSentence(text) && isProse(text) ? wordCount(text) : 0,
  );
  const all = words.reduce((sum, count) => sum + count, 0);
  let before = 0;
  return words.map(count => {
    const isRest = all - before <= before * REST_OF_PROSE;
    before += count;
    return isRest;
  });
}

/** For each block whether from it on there is nothing but cards. */
function firstOfCards(blocks: readonly ImportedBlock[]): boolean[] {
  let [sum, longest] = [0, 0];
  return blocks
    .toReversed()
    .map(({ text }, index) => {
      const words = wordCount(text);
      sum += words;
      longest = Math.max(longest, words);
      return sum <= (index + 1) * USUAL_CARD && longest <= LONGEST_CARD;
    })
    .reverse();
}

function dropFurniture(blocks: ImportedBlock[]): ImportedBlock[] {
  const found = blocks.map(({ text }) => furnitureOf(text));
  const prose = (one: ImportedBlock, index: number) =>
    isKept(one) && found[index] === null && isProse(one.text);
  const first = blocks.findIndex(prose);
  const last = blocks.findLastIndex(prose);
  if (first === -1) return blocks;
  return blocks.map((one, index) => {
    const rule = found[index];
    const counts = rule && (rule.sure === true || index < first || index > last);
    return counts ? dropped(one, rule.reason) : one;
  });
}

function dropIntroduction(blocks: ImportedBlock[]): ImportedBlock[] {
  const from = speechStart(blocks);
  return blocks.map((one, index) => (index < from ? dropped(one, INTRODUCTION) : one));
}

/**
 * The same for a page whose furniture is known already: only what comes before a speech that the page
 * announces, with a greeting after it.
 */
export function withoutIntroduction(blocks: ImportedBlock[]): ImportedBlock[] {
  const kept = blocks.filter(isKept);
  const from = kept[speechStart(kept)];
  const before = from ? blocks.slice(0, blocks.indexOf(from)) : [];
  const isAnnounced = before.some(one => isKept(one) && isAnnouncement(one.text));
  return isAnnounced && from && isGreeting(from.text) ? dropIntroduction(blocks) : blocks;
}

function dropSignature(blocks: ImportedBlock[]): ImportedBlock[] {
  const end = thanksEnd(
    blocks,
    blocks.some(({ drop }) => drop === INTRODUCTION),
  );
  return blocks.map((one, index) => (index > end ? dropped(one, 'after the speech') : one));
}

/** Short pieces that are no sentences, between the last prose and what was proposed at the end: names of sites, author cards. */
function dropLooseEnds(blocks: ImportedBlock[]): ImportedBlock[] {
  const last = blocks.findLastIndex(one => isKept(one) && isProse(one.text));
  const tail = blocks.slice(last + 1);
  if (last === -1 || !tail.some(({ drop }) => drop !== null)) return blocks;
  return blocks.map((one, index) =>
    index > last && one.kind === 'paragraph' && wordCount(one.text) <= 6 && !endsSentence(one.text)
      ? dropped(one, 'author or site card')
      : one,
  );
}
