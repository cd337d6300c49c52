import { dateIn } from '../dates.ts';
import { type ImportedMeta, noMeta } from '../imported.ts';
import { tidyLine } from '../tidy.ts';

/** What Readability tells of a page, as far as it is used here. */
export interface FoundArticle {
  title?: string | null | undefined;
  byline?: string | null | undefined;
  content?: Element | null | undefined;
  lang?: string | null | undefined;
  siteName?: string | null | undefined;
  publishedTime?: string | null | undefined;
}

const DATES = [
  'meta[property="article:published_time"]',
  'meta[name="date"]',
  'meta[name="dc.date" i]',
  'meta[name="dcterms.date" i]',
  'meta[name="dcterms.created" i]',
  'meta[name="pubdate" i]',
  'meta[name="publish-date" i]',
  'meta[itemprop="datePublished"]',
  'time[itemprop="datePublished"]',
  'time[pubdate]',
  'article time[datetime]',
  'main time[datetime]',
  'header time[datetime]',
];

/** Reads what a page says about itself, before Readability changes it; to be completed with what that finds. */
export function articleMeta(
  document: Document,
  url: string | null,
): (article: FoundArticle | null) => ImportedMeta {
  const source = url ?? addressOf(document);
  const date = firstOf(DATES, selector => dateAt(document.querySelector(selector)));
  const licence = document.querySelector('a[rel~="license"], link[rel~="license"]');
  const own = {
    licence: words(licence?.textContent) ?? words(licence?.getAttribute('href')),
    language: words(document.documentElement.getAttribute('lang')),
    title: words(document.title),
    shortTitle: withoutSite(document),
  };
  return article => ({
    ...noMeta,
    title: own.shortTitle ?? words(article?.title) ?? own.title,
    speaker: words(article?.byline),
    date: (article?.publishedTime && dateIn(article.publishedTime)) || date,
    source,
    publisher: words(article?.siteName),
    language: words(article?.lang) ?? own.language,
    licence: own.licence,
  });
}

/** So many words must be left of a title without the name of its site. */
const LEAST_TITLE = 5;

/**
 * The title of a page whose last dash (`–`, `—`) has the name of its site after it, a sign that Readability
 * does not know: without that name where enough is left, else whole. `null` where there is no dash,
 * or where the page tells its title elsewhere.
 */
function withoutSite(document: Document): string | null {
  const whole = words(document.title);
  const title = whole && /^(?<title>.+)\s[–—]\s[^–—]+$/.exec(whole)?.groups?.title;
  if (!title || document.querySelector(TOLD_TITLE)) return null;
  const headings = Array.from(document.querySelectorAll('h1, h2'), one => words(one.textContent));
  const isWhole = headings.includes(whole) || title.split(' ').length < LEAST_TITLE;
  return isWhole ? whole : title;
}

const TOLD_TITLE =
  'meta[property$="title" i], meta[name$="title" i], script[type="application/ld+json"]';

/** Where a saved page says that it comes from, if it is on the web. */
function addressOf(document: Document): string | null {
  const found =
    document.querySelector('link[rel="canonical"]')?.getAttribute('href') ??
    document.querySelector('meta[property="og:url"]')?.getAttribute('content');
  return found && /^https?:\/\//i.test(found) ? tidyLine(found) : null;
}

function dateAt(element: Element | null): string | null {
  const said =
    element?.getAttribute('content') ?? element?.getAttribute('datetime') ?? element?.textContent;
  return said ? dateIn(said) : null;
}

function firstOf<T>(all: readonly T[], find: (one: T) => string | null): string | null {
  for (const one of all) {
    const found = find(one);
    if (found !== null) return found;
  }
  return null;
}

const words = (text: string | null | undefined): string | null =>
  tidyLine((text ?? '').replace(/\s+/g, ' ')) || null;
