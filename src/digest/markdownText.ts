import type { Parents, Text } from 'mdast';
import type { Info, State } from 'mdast-util-to-markdown';
import { visible } from '../model/visible.ts';

/**
 * A text node as Markdown. Escaping is `mdast-util-to-markdown`'s; this adds what it does not do:
 *
 * - A character that a terminal would obey is written as a reference (`&#x200F;`), which every parser
 *   turns back into the character. CommonMark has no reference for C0 (but tab, line feed, form feed,
 *   carriage return), DEL, C1 and lone surrogates: they become the symbols that `visible` shows for them.
 * - Escapes that a reader would stumble over and no parser needs are taken back: `[inaudible]`, `R&D`.
 */
export function markdownText(
  node: Text,
  _parent: Parents | undefined,
  state: State,
  info: Info,
): string {
  if (isPlain(node.value, info)) return node.value;
  const runs = splitAtReferences(node.value);
  const last = runs.length - 1;
  const written = runs.map((run, index) => {
    if (index % 2 === 1) return run;
    // What stands before and after decides on escapes, so a run must know of the references beside it.
    const before = index === 0 ? info.before : ';';
    const after = index === last ? info.after : '&';
    return relaxed(state.safe(run, { ...info, before, after }));
  });
  return written.join('');
}

// Nothing that Markdown, GFM's tables, notes, boxes or addresses give a meaning to.
const NOTHING_SPECIAL = /^[^\u0000-\u001F!#$&*+<=>@[\\\]^_`{|}~]*$/;
// What means something where a line begins, or before or after what stands beside the text.
const BEGINS_SPECIAL = /^(?:[-.:)(/\s]|\d+(?:\)|\.(?:\s|$)))/;
const ENDS_SPECIAL = /(?:\s|[Ww]\.|[ps]:)$/;
const ADDRESS = /[Ww]\.[-.\w]|[ps]:\//;

/** Whether a text needs no escape anywhere: most do not, and to find that out costs much less than escaping. */
export function isPlain(value: string, { before, after }: Pick<Info, 'before' | 'after'>): boolean {
  if (!NOTHING_SPECIAL.test(value) || ADDRESS.test(value) || visible(value) !== value) return false;
  const beginsFree = before !== '\n' && /^[ ,]/.test(value);
  const endsFree = after !== '\n' && / $/.test(value);
  return (beginsFree || !BEGINS_SPECIAL.test(value)) && (endsFree || !ENDS_SPECIAL.test(value));
}

/** Runs of text that may stand as they are (even places) and references (odd places). */
function splitAtReferences(value: string): string[] {
  if (visible(value) === value) return [value];
  const runs: string[] = [];
  let run = '';
  for (const character of value) {
    const shown = visible(character);
    if (shown === character || !hasReference(character)) run += shown;
    else {
      runs.push(run, reference(character));
      run = '';
    }
  }
  return [...runs, run];
}

/** Whether a numeric reference to a character means that character (CommonMark 0.31, section 2.5, and HTML). */
function hasReference(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return code === 0x0c || code === 0x0d || (code >= 0xa0 && character.isWellFormed());
}

const reference = (character: string) =>
  `&#x${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()};`;

// A backslash and what it escapes, so that `\\[` is never taken for an escaped bracket.
const ESCAPE = /\\([!-/:-@[-`{-~])/g;
// Words in brackets, `[inaudible]` or `[00:12:03]`, that can be no link, task box, note or definition
// (in a link's own words both brackets are escaped, so nothing there is taken for them).
// Our own definitions have numbers for labels: hence at least one letter or colon.
const BRACKETED = /^\[(?=[^\]]*[\p{L}:])(?!x\])[\p{L}\p{N} .,:;'’–-]{1,80}\](?=[\s.,;?!’”)]|$)/iu;
const CHARACTER_REFERENCE = /^&(?:#x?)?[\dA-Za-z]{1,40};/;

// More than either expression looks at; a bound keeps a text of nothing but brackets linear.
const LOOK_AHEAD = 90;

function relaxed(markdown: string): string {
  return markdown.replace(ESCAPE, (escaped: string, character: string, offset: number) => {
    const rest = markdown.slice(offset + 1, offset + 1 + LOOK_AHEAD);
    if (character === '[' && BRACKETED.test(rest)) return character;
    if (character === '&' && !CHARACTER_REFERENCE.test(rest)) return character;
    return escaped;
  });
}
