/**
 * What pages around a text say in the languages of the texts that people study. `|` parts phrases, `*` is
 * any words, `(?:a|b)` one of several; case does not matter. English is in `furniture.ts` and `speech.ts`,
 * where its phrases depend on each other. `foreign.ts` says where in a line each of them counts, and `words/` has a file
 * for each language.
 */
export interface PageWords {
  /** Whole lines of menus and buttons. */
  navigation: string;
  /** What a site says of itself in a line with the word for cookies. */
  cookies: string;
  /** What stands beside that word on buttons. */
  cookieButtons: string;
  /** Anywhere in a line: a browser is too old, or runs no scripts. */
  browser: string;
  /** Beside a number to call, what makes it the notice of a hotline. */
  hotline: string;
  share: string;
  newsletter: string;
  advertisement: string;
  /** Anywhere in a short line. */
  rights: string;
  /** Whole lines: links to what the law wants to be told. */
  legal: string;
  /** Before a colon: the caption of a picture, or who took it. */
  caption: string;
  comments: string;
  /** Before a name. */
  by: string;
  /** After a name. */
  roles: string;
  /** Before a date. */
  published: string;
  /** Titles over lists of other texts. */
  related: string;
  /** How a speaker begins. */
  greeting: string;
  /** How a page says that the words of a speech follow. */
  announced: string;
  /** How a speaker ends. */
  thanks: string;
}
