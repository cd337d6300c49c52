import { dateIn, isDateWord } from '../dates.ts';
import { wordCount } from '../tidy.ts';
import { FOREIGN_RULES, isForeignByline, isForeignRelated, withoutDateLabel } from './foreign.ts';
import type { FurnitureRule } from './furnitureRule.ts';

const NAVIGATION = 'navigation';
const SHARE = 'share buttons';
const NEWSLETTER = 'newsletter prompt';
const NETWORK =
  '(?:tweet|retweet|pin it|e-?mail|print|copy link|whatsapp|facebook|twitter|linkedin|reddit|telegram|messenger|bluesky|pocket|x)';
const CAPTION = 'caption of a picture';

const RULES: readonly FurnitureRule[] = [
  {
    reason: 'notice about the browser',
    pattern:
      /\b(?:your (?:web )?browser is (?:out of date|not supported)|update your browser|(?:enable|turn on) javascript|javascript is (?:disabled|required))\b/i,
    most: 40,
  },
  {
    reason: 'cookie notice',
    pattern:
      /\b(?:we|this (?:web)?site|our partners)\b.{0,40}\buses? (?:\w+ )?cookies\b|\b(?:accept|reject|manage|allow)\b.{0,20}\bcookies\b|^cookies? (?:policy|settings|preferences|notice|on \S+)$|^(?:view|additional|essential) cookies$/i,
    most: 60,
  },
  {
    reason: 'hotline notice',
    pattern:
      /\b(?:call|ring|dial|phone|text)\b.{0,60}(?:\b(?:999|911|112|101)\b|\bhot-?line\b|\b0800[\s\d]+)|\bin an emergency\b.{0,30}\bcall\b|\bthreat level(?: is)?:|\bcrimestoppers\b/i,
    most: 40,
  },
  {
    reason: NAVIGATION,
    pattern:
      /^(?:(?:skip to|jump to)\b.*|menu|home(?:page)?|search|back(?: to (?:top|home|all|news).*)?|find out more|read more|learn more|show (?:more|all)|(?:view|see) all\b.*|(?:next|previous)(?: (?:article|story|post|page))?|you are here:?.*|contents?|sign in|log in|register|close|(?:\S+(?: \S+)? [>›»/] ){1,}.*)$/i,
    most: 12,
  },
  {
    reason: SHARE,
    pattern: new RegExp(
      String.raw`^(?:share:?|share (?:this )?(?:article|page|story|post|video|speech)\b.*|share (?:this )?(?:on|via|to) ${NETWORK}\b.*|${NETWORK}(?:[\s,|·•]+(?:share|${NETWORK}))+)$`,
      'i',
    ),
    most: 14,
    sure: true,
  },
  {
    reason: SHARE,
    pattern: new RegExp(`^(?:share this|(?:like|${NETWORK})(?: this)?(?: page| article)?)$`, 'i'),
    most: 4,
  },
  {
    reason: NEWSLETTER,
    pattern:
      /^(?:sign up|subscribe|register)\b.{0,60}\b(?:newsletters?|e-?mails?|alerts|inbox)\b|^sign up (?:today|now|here|for free)\b/i,
    most: 35,
    sure: true,
  },
  {
    reason: NEWSLETTER,
    pattern:
      /\b(?:sign up|subscribe|register)\b.{0,60}\b(?:newsletters?|e-?mails?|alerts|updates|inbox)\b|\benter your e-?mail\b|\bget (?:the|our) (?:latest|best|top)\b.{0,60}\b(?:inbox|e-?mail|newsletter)\b/i,
    most: 35,
  },
  {
    reason: 'advertisement',
    pattern:
      /^(?:-+\s*)?(?:advertisements?|advertising|sponsored(?: content| by .*)?|promoted(?: content| stories)?|(?:story|article) continues below(?: this)? advert(?:isement)?|scroll (?:down )?to continue.*)(?:\s*-+)?$/i,
    most: 10,
    sure: true,
  },
  {
    reason: 'copyright line',
    pattern:
      /^(?:©|\(c\)\s|copyright\b|crown copyright\b).*|\ball rights reserved\b|^(?:terms (?:and conditions|of (?:use|service))|privacy (?:policy|notice))(?:\W+\w+){0,8}$/i,
    most: 30,
  },
  {
    reason: CAPTION,
    pattern:
      /^(?:(?:article|image|photo|picture|video|media) ?(?:image|caption|credit|source)?\s*(?:[:,].*)?|(?:photograph|photo|picture|image|credit)s?(?: by)?:? .*(?:getty|reuters|\bpa\b|\bap\b|afp|alamy|shutterstock|rex).*|getty images|.{0,80}[(/](?:getty images|reuters|pa|pa wire|pa media|afp|alamy)\)?)$/i,
    most: 20,
  },
  {
    reason: 'comments',
    pattern:
      /^(?:(?:view |show |read |leave |post |add )?(?:a |all |\d+ )?comments?(?: \(\d+\))?|join the (?:conversation|discussion)|be the first to comment)$/i,
    most: 8,
  },
  {
    reason: 'question about the page',
    pattern:
      /^(?:is this page useful\??|(?:yes|no),? (?:this page is|it (?:is|was)) (?:not )?useful|report a problem with this page|was this (?:page|article) (?:useful|helpful)\??|give feedback.*|updates to this page|explore the topic|print this page)$/i,
    most: 12,
  },
  {
    reason: 'byline',
    pattern:
      /^(?:By|by|BY) (?:\p{Lu}[\p{L}.'’-]+(?: |,|$)){2,5}.*$|^(?:\p{Lu}[\p{L}.'’-]+ ){2,4}(?:(?:\p{L}+ ){0,4})(?:[Ee]ditor|[Cc]orrespondent|[Rr]eporter|[Cc]olumnist|[Ww]riter)$|^\p{Lu}\p{L}+ (?:editor|correspondent|reporter|columnist|writer)$|^[Ff]ollow (?:@|\p{Lu}).*\bon (?:Twitter|X|Facebook|Instagram)$/u,
    most: 14,
  },
];

const DATE_LABEL =
  /^(?:(?:first |last )?(?:published|posted|updated|modified|date|delivered|issued|created|added)(?: (?:date|on|at))*|from|on)?\s*:?\s*/i;
/** What may stand in a line that is a date and nothing else, beside the names of days and months. */
const DATE_REST =
  /^(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})?|\d{1,2}h\d{0,2}|\d{1,4}(?:st|nd|rd|th|er|º|ª)?|[ap]m?|m|[A-Z]{2,5}|at|on|of|the|de|del|du|le|la|à|a|las|alle|ore|às|um|uhr|om|uur|kl|klo|o|godz|hodin|в|г|года|den|den|am|vom|il|el|em)$/u;

/** What a rule says of a block. */
export type Furniture = Pick<FurnitureRule, 'reason' | 'sure'>;

/** The rule that a block's words fit, all of its lines if it has several; `null` for the text's own words. */
export function furnitureOf(text: string): Furniture | null {
  const lines = text.split('\n');
  const [first = text] = lines;
  if (lines.length === 1) return furnitureOfLine(first);
  const labelled = LABELLED_CAPTION.test(first) && wordCount(text) <= LONGEST_CAPTION;
  if (labelled) return { reason: CAPTION, sure: true };
  const found = lines.map(furnitureOfLine);
  if (found.every(rule => rule !== null)) return found[0] ?? null;
  const isMenu = lines.length >= 3 && lines.every(line => wordCount(line) <= 3);
  return isMenu ? (found.find(rule => rule?.reason === NAVIGATION) ?? null) : null;
}

/** No line of a page's furniture has more letters, however few words they are. */
const LONGEST_LINE = 600;

function furnitureOfLine(line: string): Furniture | null {
  if (line.length > LONGEST_LINE) return null;
  const words = wordCount(line);
  const fits = ({ pattern, most }: FurnitureRule) => words <= most && pattern.test(line);
  const rule = RULES.find(fits) ?? FOREIGN_RULES.find(fits);
  if (rule) return rule;
  if (words <= LONGEST_BYLINE && isForeignByline(line)) return { reason: 'byline' };
  return isDateLine(line) ? { reason: 'date line' } : null;
}

const LONGEST_BYLINE = 12;
const LABELLED_CAPTION = /^(?:image|media|video|photo) (?:source|caption|credit),/i;
const LONGEST_CAPTION = 40;

/** A line that says when something was published, and nothing else. */
export function isDateLine(text: string): boolean {
  if (wordCount(text) > 8 || !/\d/.test(text)) return false;
  const rest = withoutDateLabel(text.replace(DATE_LABEL, ''));
  if (dateIn(rest.replace(/^(\d{1,2}),/, '$1')) === null) return false;
  const words = rest.split(/[\s@,|•·()–/-]+|\.(?!\d)|:(?!\d)/).filter(one => one !== '');
  return words.every(
    one => DATE_REST.test(one) || DATE_REST.test(one.toLowerCase()) || isDateWord(one),
  );
}

/** A title over links to other texts. */
const RELATED =
  /^(?:related(?:\s+(?:content|contents|articles?|stories|news|posts?|topics?|links?|pages?|reading|coverage|speeches|documents|publications|items|resources|videos?|tags|information|searches)\b(?:\W+\w+){0,4})?|(?:you (?:may|might) also like|read (?:next|more on this)|more (?:on|from|in|about|like) .*|more (?:stories|news|articles)|most (?:read|popular|viewed|shared)|recommended(?: for you| reading| stories)?|trending(?: now)?|(?:the )?latest (?:news|stories|articles)(?: .*)?|see also|further reading|elsewhere on .*|popular (?:now|stories|posts)|editor['’]s picks?|up next|what to read next|also (?:on|in) .*|explore more(?: .*)?|keep reading))\s*:?$/i;

export const isRelatedTitle = (text: string): boolean =>
  wordCount(text) <= 8 && !text.includes('\n') && (RELATED.test(text) || isForeignRelated(text));
