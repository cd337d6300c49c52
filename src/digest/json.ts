import type { CitedRecord } from '../model/record.ts';
import { visibleJson } from '../model/visible.ts';
import { arrange, type ThemePart } from './arrange.ts';
import { quoteHash } from './comparable.ts';
import type { DigestInput } from './input.ts';

/**
 * The digest for other programs: each coder's annotation its own row, positions in code points. Ends
 * with a newline; what a terminal could obey is escaped, so parsing gives every text back as it was.
 * `count` and `leftOut` count annotations; `passages` are the ones counted in `count`.
 */
export function renderJson(input: DigestInput): string {
  const { parts, notes, leftOut } = arrange(input);
  const digest = {
    title: input.title,
    themes: parts.map(themeShape),
    matrix: {
      texts: input.texts.map(text => text.id),
      rows: parts.map(({ theme, counts }) => ({ theme: theme.id, counts })),
    },
    notes: notes.map(note => recordShape(note.record)),
    leftOut,
    texts: input.texts.map(({ id, title, speaker, date, source, sha256, length }) => {
      return { id, title, speaker, date, source, sha256, length };
    }),
  };
  return `${visibleJson(digest)}\n`;
}

function themeShape({ theme, tags, leftOut }: ThemePart) {
  const { id, name, definition, status } = theme;
  const passages = tags.map(recordShape);
  return { id, name, definition, status, count: tags.length, leftOut, passages };
}

/** Every field by name, so that the order in the file does not hang on how the record was built. */
function recordShape(record: CitedRecord): CitedRecord & { quoteHash: string | null } {
  return {
    id: record.id,
    text: record.text,
    theme: record.theme,
    coder: record.coder,
    paragraphs: record.paragraphs,
    start: record.start,
    end: record.end,
    quote: record.quote,
    memo: record.memo,
    key: record.key,
    created: record.created,
    modified: record.modified,
    anchor: { kind: record.anchor.kind, score: record.anchor.score },
    title: record.title,
    speaker: record.speaker,
    date: record.date,
    source: record.source,
    turn: record.turn,
    time: record.time,
    page: record.page,
    quoteHash: record.quote === null ? null : quoteHash(record.quote),
  };
}
