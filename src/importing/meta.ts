import { dateIn } from './dates.ts';
import { type ImportedMeta, noMeta } from './imported.ts';

/** Metadata of which nothing is known but what is given; empty words count as nothing. */
export function metaOf(known: Partial<Record<keyof typeof noMeta, string | null>>): ImportedMeta {
  const said = Object.entries(known).map(([name, value]) => [name, value?.trim() || null]);
  return { ...noMeta, ...Object.fromEntries(said) };
}

/** The day in words such as `2021-07-14T09:00:00Z`, or the month or the year; `null` of anything else. */
export function isoDay(date: string | null): string | null {
  const words = date?.trim() ?? '';
  return /^\d{4}$/.test(words) ? words : dateIn(words.replace(/T.*$/, ''));
}

/** A title that a program made of a file's name says nothing: `Microsoft Word - speech_final.doc`. */
export function realTitle(title: string | null, name: string): string | null {
  const words = (title ?? '').replace(/^Microsoft (?:Word|PowerPoint) - /i, '').trim();
  const isFileName = /^\S+\.(?:docx?|odt|pdf|rtf|pptx?|xlsx?|tex|dvi|indd|qxd)$/i.test(words);
  const isNothing = /^(?:untitled(?:[ -]?\d*)?|document ?\d*|title|no title)$/i.test(words);
  return words === '' || isFileName || isNothing || words === name ? null : words;
}
