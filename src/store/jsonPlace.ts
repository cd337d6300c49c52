/**
 * Where a text stops being JSON (RFC 8259). JavaScript's own parser tells that in some of its messages
 * only, and quotes the file's bytes in others.
 */
type Expected = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'next' | 'end';

interface Scan {
  text: string;
  at: number;
  expected: Expected;
  /** The closing brackets that are still to come. */
  closers: string[];
}

/**
 * The offset (UTF-16) of the first character that cannot stand where it stands, the text's length if
 * more had to come, or `null` if the text is JSON. Linear in the text, whatever its nesting.
 */
export function jsonFaultAt(text: string): number | null {
  const scan: Scan = { text, at: 0, expected: 'value', closers: [] };
  for (;;) {
    scan.at = skip(SPACE, scan);
    if (scan.at === text.length) return scan.expected === 'end' ? null : scan.at;
    const before = scan.at;
    const fault = STEPS[scan.expected](scan, text[before] ?? '');
    if (fault !== null) return fault;
  }
}

/** Takes what stands at the scan's offset: `null`, or the offset of the fault. */
type Step = (scan: Scan, character: string) => number | null;

const STEPS: Readonly<Record<Expected, Step>> = {
  value,
  'first value': (scan, character) => (character === ']' ? close(scan) : value(scan, character)),
  key,
  'first key': (scan, character) => (character === '}' ? close(scan) : key(scan, character)),
  colon: (scan, character) => (character === ':' ? advance(scan, 'value') : scan.at),
  next,
  end: scan => scan.at,
};

function value(scan: Scan, character: string): number | null {
  if (character === '{') return open(scan, '}', 'first key');
  if (character === '[') return open(scan, ']', 'first value');
  if (character === '"') return string(scan, afterValue(scan));
  const end = skip(SCALAR, scan);
  if (end === scan.at) return scan.at;
  scan.at = end;
  scan.expected = afterValue(scan);
  return null;
}

function key(scan: Scan, character: string): number | null {
  return character === '"' ? string(scan, 'colon') : scan.at;
}

function next(scan: Scan, character: string): number | null {
  const closer = scan.closers.at(-1);
  if (character === closer) return close(scan);
  if (character !== ',') return scan.at;
  return advance(scan, closer === '}' ? 'key' : 'value');
}

function string(scan: Scan, then: Expected): number | null {
  const { text } = scan;
  let at = scan.at + 1;
  for (;;) {
    at = skip(PLAIN, { text, at });
    if (text[at] === '"') break;
    const after = skip(ESCAPE, { text, at });
    if (after === at) return at;
    at = after;
  }
  scan.at = at + 1;
  scan.expected = then;
  return null;
}

function open(scan: Scan, closer: string, then: Expected): null {
  scan.closers.push(closer);
  return advance(scan, then);
}

function close(scan: Scan): null {
  scan.closers.pop();
  return advance(scan, afterValue(scan));
}

function advance(scan: Scan, then: Expected): null {
  scan.at++;
  scan.expected = then;
  return null;
}

const afterValue = (scan: Scan): Expected => (scan.closers.length === 0 ? 'end' : 'next');

const SPACE = /[ \t\n\r]*/y;
const PLAIN = /[^"\\\u0000-\u001F]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})/y;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;

/** The offset after what the sticky pattern finds at the scan's; the same offset if it finds nothing. */
function skip(pattern: RegExp, { text, at }: Pick<Scan, 'text' | 'at'>): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
