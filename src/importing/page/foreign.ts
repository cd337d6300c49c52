import type { FurnitureRule } from './furnitureRule.ts';
import type { PageWords } from './pageWords.ts';
import { czech } from './words/czech.ts';
import { danish } from './words/danish.ts';
import { dutch } from './words/dutch.ts';
import { finnish } from './words/finnish.ts';
import { french } from './words/french.ts';
import { german } from './words/german.ts';
import { italian } from './words/italian.ts';
import { norwegian } from './words/norwegian.ts';
import { polish } from './words/polish.ts';
import { portuguese } from './words/portuguese.ts';
import { russian } from './words/russian.ts';
import { spanish } from './words/spanish.ts';
import { swedish } from './words/swedish.ts';

const LANGUAGES: readonly PageWords[] = [
  german,
  french,
  spanish,
  italian,
  portuguese,
  dutch,
  polish,
  swedish,
  danish,
  norwegian,
  finnish,
  czech,
  russian,
];

/** The phrases of all languages as one expression without its ends. */
function anyOf(...kinds: (keyof PageWords)[]): string {
  const phrases = LANGUAGES.flatMap(words => kinds.map(kind => words[kind]));
  return phrases
    .join('|')
    .replace(/\./g, String.raw`\.`)
    .replace(/\s*\*\s*/g, '.{0,60}')
    .replace(/ /g, String.raw`\s+`)
    .replace(/['’]/g, "['’]");
}

/** `\b` knows the letters of English only. */
const word = (phrases: string): string => String.raw`(?<!\p{L})(?:${phrases})(?!\p{L})`;
const line = (phrases: string): RegExp =>
  new RegExp(String.raw`^[«‹→>\s]*(?:${phrases})\s*[:.…!?>›»→]*$`, 'iu');
const within = (phrases: string, also = ''): RegExp => new RegExp(`${also}${word(phrases)}`, 'iu');

const COOKIES = String.raw`(?=.*(?:cookies?(?!\p{L})|eväste|informasjonskaps))`;
const NAME = String.raw`\p{Lu}[\p{L}.'’-]+`;

/** The same as the rules for English, each for all the other languages. */
export const FOREIGN_RULES: readonly FurnitureRule[] = [
  { reason: 'notice about the browser', pattern: within(anyOf('browser')), most: 40 },
  { reason: 'cookie notice', pattern: within(anyOf('cookies'), `^${COOKIES}.*`), most: 60 },
  { reason: 'cookie notice', pattern: within(anyOf('cookieButtons'), `^${COOKIES}.*`), most: 6 },
  {
    reason: 'hotline notice',
    pattern: within(anyOf('hotline'), String.raw`^(?=.*\d{3}).*`),
    most: 40,
  },
  { reason: 'navigation', pattern: line(anyOf('navigation')), most: 10 },
  { reason: 'share buttons', pattern: line(anyOf('share')), most: 8 },
  { reason: 'newsletter prompt', pattern: line(anyOf('newsletter')), most: 25 },
  { reason: 'advertisement', pattern: line(anyOf('advertisement')), most: 8, sure: true },
  { reason: 'copyright line', pattern: within(anyOf('rights')), most: 30 },
  { reason: 'copyright line', pattern: line(anyOf('legal')), most: 5 },
  {
    reason: 'caption of a picture',
    pattern: new RegExp(String.raw`^(?:${anyOf('caption')})\s*:\s*\S`, 'iu'),
    most: 20,
  },
  {
    reason: 'comments',
    pattern: line(`\\d*\\s*(?:${anyOf('comments')})(?:\\s*\\(?\\d+\\)?)?`),
    most: 8,
  },
];

const BY = new RegExp(String.raw`^(?:${anyOf('by')})\s+(?<names>(?:\S+(?:\s+|$)){2,8})$`, 'iu');
const NAMES = new RegExp(
  String.raw`^${NAME}(?:\s+${NAME}){1,3}(?:(?:,|\s+\p{Ll}{1,3}|\s*[/&|])\s+${NAME}(?:\s+${NAME}){0,3})*$`,
  'u',
);
const NAME_AND_ROLE = new RegExp(
  String.raw`^${NAME}(?:\s+${NAME}){1,3},?\s+(?<role>\p{L}.*)$`,
  'u',
);
const ROLE = new RegExp(`^${word(anyOf('roles'))}`, 'iu');

/** Whether a line names who wrote a text, and nothing else. */
export function isForeignByline(text: string): boolean {
  const names = BY.exec(text)?.groups?.names;
  if (names !== undefined) return NAMES.test(names.trim());
  const role = NAME_AND_ROLE.exec(text)?.groups?.role;
  return role !== undefined && ROLE.test(role) && !/[.!?]$/.test(role);
}

const LABELS = anyOf('published').split('|');
/** The longest first: 'published on' before 'published'. */
const PUBLISHED = new RegExp(
  String.raw`^(?:${LABELS.sort((a, b) => b.length - a.length).join('|')})(?!\p{L})\s*:?\s*`,
  'iu',
);

/** A line without what stands before its date. */
export const withoutDateLabel = (text: string): string => text.replace(PUBLISHED, '');

const RELATED = line(anyOf('related'));
export const isForeignRelated = (text: string): boolean => RELATED.test(text);

const GREETING = new RegExp(String.raw`^(?:${anyOf('greeting')})(?!\p{L})`, 'iu');
export const isForeignGreeting = (text: string): boolean => GREETING.test(text);

const ANNOUNCED = new RegExp(String.raw`^[\s(–-]*(?:${anyOf('announced')})[\s).:!–-]*$`, 'iu');
export const isForeignAnnouncement = (text: string): boolean => ANNOUNCED.test(text);

const THANKS = new RegExp(
  String.raw`(?:^|[.!?…]["'”’]?\s+)(?:${anyOf('thanks')})(?!\p{L})[^.!?]{0,60}[.!]?$`,
  'iu',
);
export const isForeignThanks = (text: string): boolean => THANKS.test(text);
