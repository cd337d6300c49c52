import secureParse from 'secure-json-parse';
import { jsonFaultAt } from './jsonPlace.ts';

/** What the bytes of a file say, or why they say nothing: words with a place, to follow 'the file'. */
export type JsonRead = { kind: 'data'; data: unknown } | { kind: 'broken'; problem: string };

/**
 * Reads JSON strictly: UTF-8 without a fault (a BOM may stand before it), RFC 8259, no `__proto__`
 * and no `constructor` with a prototype. Never throws, however deep the nesting.
 */
export function readJson(bytes: Uint8Array): JsonRead {
  const text = decode(bytes);
  if (text === null) return broken(`is not UTF-8 in line ${firstBadLine(bytes)}`);
  try {
    return { kind: 'data', data: secureParse(text) };
  } catch {
    return broken(problemOf(text));
  }
}

const broken = (problem: string): JsonRead => ({ kind: 'broken', problem });

function problemOf(text: string): string {
  if (text.trim() === '') return 'is empty';
  const conflict = /^<{7}(?: |$)/m.exec(text);
  if (conflict) {
    return `has git's conflict markers from ${placeOf(text, conflict.index).line} on: both versions stand in it`;
  }
  const fault = jsonFaultAt(text);
  if (fault === null) return 'has a key that is not allowed (__proto__ or constructor.prototype)';
  const { line, column } = placeOf(text, fault);
  return fault === text.length
    ? `ends too early, at ${line}, column ${column}`
    : `is not JSON at ${line}, column ${column}`;
}

/** Line and column from 1, the column in UTF-16 units. */
function placeOf(text: string, offset: number): { line: string; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: `line ${before.length}`, column: (before.at(-1)?.length ?? 0) + 1 };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A line end is never part of another character, so each line can be tried alone. From 1. */
function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const found = bytes.indexOf(0x0a, start);
    const end = found === -1 ? bytes.length : found + 1;
    if (decode(bytes.subarray(start, end)) === null) return line;
    start = end;
  }
  return line;
}
