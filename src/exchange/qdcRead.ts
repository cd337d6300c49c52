import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { IncomingTheme } from '../model/mergeCodebook.ts';
import { nearestColour } from './qdcNames.ts';

/** The codes of a file, or why it cannot be read, in words that follow its name. */
export type QdcRead =
  | { kind: 'themes'; themes: IncomingTheme[]; notes: string[] }
  | { kind: 'refused'; problem: string };

/** Deeper than any tree of codes; further down they are told as left out. */
const DEEPEST = 100;

/**
 * Reads a REFI-QDA codebook (`.qdc`): Code elements, whatever their name space, for other programs
 * write old ones. A theme's `ref` is its GUID. Sets are told as left out. A document with a DOCTYPE is
 * refused before it is parsed: entities could make it huge. Never throws.
 */
export function readQdc(xml: string): QdcRead {
  if (/<!DOCTYPE/i.test(xml))
    return refused('has a DOCTYPE, which a codebook does not need: take it out');
  try {
    const valid = XMLValidator.validate(xml);
    if (valid !== true) return refused(`is no well-formed XML, at line ${valid.err.line}`);
    return readBook(parser().parse(xml));
  } catch (cause) {
    return refused(
      `cannot be read as XML: ${cause instanceof Error ? cause.message.split('\n', 1)[0] : cause}`,
    );
  }
}

const refused = (problem: string): QdcRead => ({ kind: 'refused', problem });

const parser = () =>
  new XMLParser({
    attributeNamePrefix: '@',
    ignoreAttributes: false,
    removeNSPrefix: true,
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    isArray: name => name === 'Code' || name === 'Set',
  });

function readBook(document: unknown): QdcRead {
  const book = child(document, 'CodeBook');
  const codes = listOf(child(child(book, 'Codes'), 'Code'));
  if (book === undefined) return refused('has no CodeBook in it: give a .qdc file');
  const reading: Reading = {
    themes: [],
    notes: [],
    ours: String(child(book, '@origin') ?? '').startsWith('Marginalia'),
  };
  for (const code of codes) readCode(reading, code, null, 0);
  const sets = listOf(child(child(book, 'Sets'), 'Set')).length;
  if (sets > 0) reading.notes.push(`sets of codes left out: ${sets}`);
  return { kind: 'themes', themes: reading.themes, notes: reading.notes };
}

interface Reading {
  themes: IncomingTheme[];
  notes: string[];
  /** Written by this program: what cannot be coded with was retired, and not a folder of codes. */
  ours: boolean;
}

function readCode(reading: Reading, code: unknown, parent: string | null, depth: number): void {
  const name = String(child(code, '@name') ?? '').trim();
  const guid = String(child(code, '@guid') ?? '')
    .replace(/[{}]/g, '')
    .toUpperCase();
  const ref = guid || `${parent ?? ''}/${name}/${reading.themes.length}`;
  const colour = nearestColour(String(child(code, '@color') ?? ''));
  const isRetired = reading.ours && child(code, '@isCodable') === 'false';
  reading.themes.push({
    ref,
    name,
    parent,
    ...(colour === undefined ? {} : { colour }),
    ...(isRetired ? { status: 'retired' as const } : {}),
    ...fieldsIn(wordsIn(child(code, 'Description'))),
  });
  const under = listOf(child(code, 'Code'));
  if (depth < DEEPEST) for (const one of under) readCode(reading, one, ref, depth + 1);
  else if (under.length > 0)
    reading.notes.push(`${name}: codes further down left out: ${under.length}`);
}

const LABEL = /\n\n(?=(?:Include|Exclude|Memo|Pattern): )/;

/** A description as `writeQdc` lays it out; of other programs all of it is the definition. */
function fieldsIn(description: string): Partial<IncomingTheme> {
  const [first = '', ...rest] = description.split(LABEL);
  const parts = /^(?:Include|Exclude|Memo|Pattern): /.test(first) ? [first, ...rest] : rest;
  const labelled = (label: string) =>
    parts.filter(part => part.startsWith(`${label}: `)).map(part => part.slice(label.length + 2));
  const definition = parts.includes(first) ? '' : first;
  const fields = {
    definition,
    include: labelled('Include').join('\n\n'),
    exclude: labelled('Exclude').join('\n\n'),
    memo: labelled('Memo').join('\n\n'),
  };
  const filled = Object.fromEntries(Object.entries(fields).filter(([, words]) => words !== ''));
  const patterns = labelled('Pattern');
  return { ...filled, ...(patterns.length > 0 ? { patterns } : {}) };
}

/** An element's words, whether it has attributes or not. */
function wordsIn(element: unknown): string {
  const words = typeof element === 'string' ? element : child(element, '#text');
  return typeof words === 'string' ? words.trim() : '';
}

function child(element: unknown, name: string): unknown {
  const known = new Map<string, unknown>(
    typeof element === 'object' && element !== null ? Object.entries(element) : [],
  );
  return known.get(name);
}

const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value];
