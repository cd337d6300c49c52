import { stringify } from 'csv-stringify/sync';
import { guarded } from '../model/formulaGuard.ts';
import { arrange } from './arrange.ts';
import { quoteHash } from './comparable.ts';
import type { DigestInput } from './input.ts';

/** The columns, in their order; `start` and `end` are code points, half-open. */
export const COLUMNS = [
  'id',
  'text',
  'title',
  'speaker',
  'date',
  'source',
  'theme',
  'theme_name',
  'coder',
  'paragraphs',
  'turn',
  'time',
  'page',
  'start',
  'end',
  'quote',
  'memo',
  'key',
  'created',
  'modified',
  'anchor',
  'quote_hash',
  'text_sha256',
] as const;

export type Column = (typeof COLUMNS)[number];

/**
 * The digest as CSV (RFC 4180, CRLF): a row an annotation, memos without a theme last. No cell begins as a formula
 * does. With `bom` it begins with the sign by which Excel knows UTF-8.
 */
export function renderCsv(input: DigestInput, { bom = false } = {}): string {
  const { parts, notes } = arrange(input);
  const names = new Map(input.themes.map(theme => [theme.id, theme.name]));
  const hashes = new Map(input.texts.map(text => [text.id, text.sha256]));
  const records = [...parts.flatMap(part => part.tags), ...notes.map(note => note.record)];
  const rows = records.map(record => {
    const row: Record<Column, string> = {
      id: record.id,
      text: record.text,
      title: record.title,
      speaker: cell(record.speaker),
      date: cell(record.date),
      source: cell(record.source),
      theme: cell(record.theme),
      theme_name: names.get(cell(record.theme)) ?? '',
      coder: record.coder,
      paragraphs: record.paragraphs.join(' '),
      turn: cell(record.turn),
      time: cell(record.time),
      page: cell(record.page),
      start: cell(record.start),
      end: cell(record.end),
      quote: cell(record.quote),
      memo: cell(record.memo),
      key: record.key ? 'yes' : '',
      created: record.created,
      modified: record.modified,
      anchor: record.anchor.kind,
      quote_hash: record.quote === null ? '' : quoteHash(record.quote),
      text_sha256: hashes.get(record.text) ?? '',
    };
    return COLUMNS.map(column => guarded(row[column].toWellFormed()));
  });
  // The library quotes what holds its own line end; any other would end a row for a spreadsheet.
  const quoted_match = /[\r\n]/;
  return stringify([[...COLUMNS], ...rows], { bom, record_delimiter: 'windows', quoted_match });
}

const cell = (value: string | number | null): string => (value === null ? '' : String(value));
