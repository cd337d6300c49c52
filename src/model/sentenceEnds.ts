/** Before a name or a number: no sentence ends with these. */
const BEFORE_NAMES = new Set(
  'mr mrs ms messrs dr prof rev fr st hon rt gen maj col lt capt cmdr cdr sgt cpl adm brig insp supt det asst dep gov sen rep pres vs viz cf e.g i.e approx incl esp mt ft'.split(
    ' ',
  ),
);
/** Before a number: '14 Jan. 2021', 'No. 10', but 'I said no. Then'. */
const BEFORE_NUMBERS = new Set(
  'jan feb mar apr jun jul aug sep sept oct nov dec no nos p pp vol ch art arts sec s para paras fig figs c ca'.split(
    ' ',
  ),
);
/** 'in the U.S. The' may be an end, 'the U.S. Government' is none: these words seldom go on. */
const OPENERS =
  /^["'“‘(\s]*(?:The|This|That|These|Those|There|It|He|She|We|They|You|I|But|And|In|On|At|As|If|So|A|An|Its|His|Her|Our|Their)(?![\p{L}\p{M}])/u;

/** A terminator (UAX 29: STerm, ATerm), with quotation marks, brackets and note numbers after it. */
const TERMINATED = /(?:\p{Sentence_Terminal}|…)(?:["'”’»›)\]}\p{Pe}\p{Pf}]|\[\d{1,3}\])*\s*$/u;
/** The word, or the letters with stops between them, before a last full stop. */
const LAST_WORD = /(?:^|[^\p{L}\p{M}\p{N}.])(?<word>[\p{L}\p{M}]+(?:\.[\p{L}\p{M}]+)*)\.\s*$/u;
const BULLET = /^\s*(?:[-*•–—▪◦·]|\d{1,3}[.)])\s/u;

/**
 * Whether a break that Unicode's rules put between `before` and `after` is the end of a sentence to a
 * reader. What is handed in may be cut a few dozen characters from the break.
 */
export function endsSentence(before: string, after: string): boolean {
  if (!TERMINATED.test(before)) return /\n\s*$/.test(before) && BULLET.test(after);
  if (/^["'“‘(\s]*\p{Ll}/u.test(after)) return false;
  const word = LAST_WORD.exec(before)?.groups?.word;
  return word === undefined || !isShortened(word, after);
}

function isShortened(word: string, after: string): boolean {
  const lower = word.toLowerCase();
  if (BEFORE_NAMES.has(lower)) return true;
  if (BEFORE_NUMBERS.has(lower) && /^\s*\p{N}/u.test(after)) return true;
  const isInitial = /^\p{Lu}$/u.test(word) && word !== 'I' && /^\s*\p{Lu}/u.test(after);
  const hasStops = word.includes('.') && /^\p{L}(?:\.\p{L})*$/u.test(word);
  return (isInitial || hasStops) && !OPENERS.test(after);
}
