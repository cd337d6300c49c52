import { readLabel } from '../../model/speakers.ts';
import type { ImportedBlock } from '../imported.ts';
import { endsSentence, isProse, wordCount } from '../tidy.ts';
import { isForeignAnnouncement, isForeignGreeting, isForeignThanks } from './foreign.ts';

/** How a speaker begins. */
const GREETING =
  /^(?:good (?:morning|afternoon|evening|day)\b|(?:my )?(?:fellow|dear) (?:citizens|americans|friends|colleagues)\b|ladies and gentlemen\b|(?:your )?excellenc(?:y|ies)\b|distinguished (?:guests|colleagues|delegates|members)\b|(?:mr|madam|mister|madame|mme)\.? (?:speaker|president|chair(?:man|woman|person)?|secretary|vice)\b|(?:hello|welcome|hi)\b.{0,30}\b(?:everyone|everybody|all|friends)\b|thank you\b.{0,80}\b(?:for (?:that|the|your|having|inviting|joining|coming|being)|very much|so much|mr|madam|everyone|everybody|all)\b|it(?:['’]s| is) (?:a|an|my|such) (?:great |real |huge |particular )?(?:pleasure|honou?r|privilege)\b)/i;

/** How a page announces the words of a speech. */
const SPOKEN =
  '(?:address|speech|remarks|statement|transcript|lecture|keynote|testimony|full text)';
const ANNOUNCED = new RegExp(
  String.raw`^(?:(?:please )?(?:read|see)\b.{0,60}\b${SPOKEN}\b.{0,60}(?:below|in full|here)?:?|.{0,60}\b${SPOKEN}\b.{0,80}\b(?:below|follows|as follows|in full|as delivered|as prepared)\b.{0,20}|(?:speech|remarks|address|statement|keynote|lecture|transcript|testimony)(?: (?:given|delivered|made|of|by|from|to|at)\b.*|:)|\(?check against delivery\)?\.?|.{0,60}\btranscript of (?:the|his|her|their) .*)$`,
  'i',
);

/** A speech begins within so many blocks, and most of the words come after that. */
const SEARCHED = 30;
const MOSTLY = 0.6;

/**
 * The index at which a speech begins on a page about it; 0 where there is no page around it. Either
 * the page announces it and a greeting follows, or, without a greeting, the speech follows the last
 * announcement, or nothing but titles and furniture of the page stands before a greeting that no
 * speaker's name introduces. A chapter's title right over the greeting is no part of what was said.
 */
export function speechStart(blocks: readonly ImportedBlock[]): number {
  const searched = blocks.slice(0, SEARCHED);
  const announced = searched.findLastIndex(({ text }) => isAnnouncement(text));
  const greeting = searched.findIndex(
    ({ text, drop }, index) => index > announced && drop === null && isGreeting(text),
  );
  const start = greeting === -1 ? afterAnnouncement(blocks, announced) : greeting;
  const before = searched.slice(0, start);
  const first = blocks[start]?.text ?? '';
  const isFurniture =
    before.some(({ drop }) => drop !== null) &&
    !before.some(isText) &&
    readLabel(first, 0, first.length).speaker === null;
  const hasReason = announced !== -1 || isFurniture;
  if (start < 1 || !hasReason || !isMost(blocks, start)) return 0;
  return start;
}

/** In quotation marks it is somebody else's; the name of a speaker may stand before it. */
export function isGreeting(text: string): boolean {
  if (/^["'“‘«„»]/.test(text)) return false;
  const words = text.slice(readLabel(text, 0, text.length).length);
  return GREETING.test(words) || isForeignGreeting(words);
}

/** Whether a line of a block says that a speech follows. */
export const isAnnouncement = (text: string): boolean =>
  wordCount(text) <= 40 &&
  text.split('\n').some(line => ANNOUNCED.test(line) || isForeignAnnouncement(line));

const isText = ({ text, drop }: ImportedBlock): boolean => drop === null && isProse(text);

/** Only an announcement that ends with a colon, or says that the words are below, is enough alone. */
function afterAnnouncement(blocks: readonly ImportedBlock[], announced: number): number {
  const text = blocks[announced]?.text ?? '';
  if (!/:$|\b(?:below|follows|in full)\W*$/i.test(text)) return 0;
  const next = blocks.findIndex(
    (one, index) =>
      index > announced && one.drop === null && (isProse(one.text) || one.kind === 'heading'),
  );
  return Math.max(next, 0);
}

function isMost(blocks: readonly ImportedBlock[], start: number, end = blocks.length): boolean {
  const words = (part: readonly ImportedBlock[]) =>
    part.reduce((sum, { text, drop }) => sum + (drop === null ? wordCount(text) : 0), 0);
  return words(blocks.slice(start, end)) >= words(blocks) * MOSTLY;
}

const THANKS =
  /(?:^|[.!?…]["'”’]?\s+|^(?:and|so|with that,?)\s+)(?:(?:so|and|once again|again),? )?(?:thank you|thanks|many thanks|merci|danke)\b[^.!?]{0,60}[.!]?$/i;
/** A signature has so many lines at most, of so many words. */
const LINES = 4;
const WORDS = 10;

/**
 * The index of a closing thanks after which only the lines of a signature stand, or, in a speech on a
 * page about it, nothing but its furniture; the index of the last block where there is none.
 */
export function thanksEnd(blocks: readonly ImportedBlock[], isOnPage: boolean): number {
  const last = blocks.length - 1;
  const isThanks = (text: string) => THANKS.test(text) || isForeignThanks(text);
  const thanks = blocks.findLastIndex(({ text, drop }) => drop === null && isThanks(text));
  const rest = blocks.slice(thanks + 1).filter(({ drop }) => drop === null);
  const isSignature = ({ text }: ImportedBlock) => wordCount(text) <= WORDS && !endsSentence(text);
  const isEnd = rest.length <= LINES && rest.every(isSignature);
  const isFurniture = isOnPage && !rest.some(isText) && isMost(blocks, 0, thanks + 1);
  return thanks !== -1 && (isEnd || isFurniture) ? thanks : last;
}
