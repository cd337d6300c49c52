import { type ImportedMeta, noMeta } from './imported.ts';

/** Metadata of which nothing is known but what is given; empty words count as nothing. */
export function metaOf(known: Partial<Omit<ImportedMeta, 'fields'>>): ImportedMeta {
  const said = Object.entries(known).map(([name, value]) => [name, value?.trim() || null]);
  return { ...noMeta, ...Object.fromEntries(said) };
}

/** The day of a date such as `2021-07-14T09:00:00Z`, `2021-07` or `2021` as it is; `null` of anything else. */
export function isoDay(date: string | null | undefined): string | null {
  const found = /^\s*(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ].*)?\s*$/.exec(date ?? '');
  if (!found) return null;
  const [, year, month, day] = found;
  const isReal = day === undefined || !Number.isNaN(Date.parse(`${year}-${month}-${day}`));
  return isReal ? [year, month, day].filter(part => part !== undefined).join('-') : null;
}

/** A title that a program made of a file's name says nothing: `Microsoft Word - speech_final.doc`. */
export function realTitle(title: string | null | undefined, name: string): string | null {
  const words = (title ?? '').replace(/^Microsoft (?:Word|PowerPoint) - /i, '').trim();
  const isFileName = /^\S+\.(?:docx?|odt|pdf|rtf|pptx?|xlsx?|tex|dvi|indd|qxd)$/i.test(words);
  const isNothing = /^(?:untitled(?:[ -]?\d*)?|document ?\d*|title|no title)$/i.test(words);
  return words === '' || isFileName || isNothing || words === name ? null : words;
}
