import { RE2JS, RE2JSException } from 're2js';
import type { Range } from './annotation.ts';
import type { Finder } from './hits.ts';

/** An expression that can be searched for, or why it is none, in few words. */
export type Compiled = { kind: 'finder'; find: Finder } | { kind: 'invalid'; reason: string };

/**
 * A finder for a regular expression (syntax of RE2: no back references, no lookaround, and linear
 * time on any text). It looks at one paragraph at a time; `^` and `$` are the ends of its lines. Case
 * counts only if the expression has a capital letter.
 */
export function compileExpression(source: string): Compiled {
  const fold = isCaseless(source) ? RE2JS.CASE_INSENSITIVE : 0;
  try {
    const matcher = RE2JS.compile(source, RE2JS.MULTILINE | fold).matcher('');
    return { kind: 'finder', find: finderOf(matcher) };
  } catch (cause) {
    if (cause instanceof RE2JSException) return { kind: 'invalid', reason: reasonOf(cause) };
    throw cause;
  }
}

type Matcher = ReturnType<RE2JS['matcher']>;

function finderOf(matcher: Matcher): Finder {
  return ({ text, paragraphs }, first, last) => {
    const hits: Range[] = [];
    for (let index = first; index <= last; index++) {
      const start = paragraphs.startOf(index);
      matcher.resetMatcherInput(text.slice(start, paragraphs.endOf(index)));
      while (matcher.find()) {
        // An empty match is nothing that could be shown.
        if (matcher.end() > matcher.start())
          hits.push({ start: start + matcher.start(), end: start + matcher.end() });
      }
    }
    return hits;
  };
}

/** Classes by property, flags and names, and letters behind a backslash: their capitals are syntax. */
const SYNTAX = /\\[pP]\{\^?(?!L[ult]\}|Upper|Lower)\w+\}|\\[pP]?.|\(\?P?<\w+>|\(\?\w+[:)]/gs;

const isCaseless = (source: string): boolean => !/\p{Lu}/u.test(source.replace(SYNTAX, ''));

/** RE2's own words without what is the same each time; it writes the flags into the expression. */
const reasonOf = (cause: RE2JSException): string =>
  cause.message
    .replace(/^error parsing regexp: /, '')
    .replace(/`(?:\(\?[im]\))*/, '')
    .replace(/`$/, '');
