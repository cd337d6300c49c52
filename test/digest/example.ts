import type { DigestInput, DigestText } from '../../src/digest/input.ts';
import type { Theme } from '../../src/model/codebook.ts';
import { emptyCodebook, newTheme } from '../../src/model/codebook.ts';
import type { CitedRecord } from '../../src/model/record.ts';

/** A record of no note, changed as a test needs it. */
export function record(number: number, changes: Partial<CitedRecord> = {}): CitedRecord {
  return {
    id: `urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    text: 'harbour',
    theme: 'tides',
    coder: 'alex',
    paragraphs: [1],
    start: number * 10,
    end: number * 10 + 5,
    quote: 'words',
    memo: null,
    key: false,
    created: '2026-11-01T09:00:00.000Z',
    modified: '2026-11-01T09:00:00.000Z',
    anchor: { kind: 'exact', score: null },
    title: 'Harbour log',
    speaker: 'Mara Quill',
    date: '2024-03-01',
    source: 'https://example.org/log?page=3&view=(all)',
    turn: null,
    time: null,
    page: null,
    ...changes,
  };
}

export const theme = (name: string, changes: Partial<Theme> = {}): Theme =>
  newTheme(emptyCodebook, name, changes);

export const harbour: DigestText = {
  id: 'harbour',
  title: 'Harbour log',
  speaker: 'Mara Quill',
  date: '2024-03-01',
  source: 'https://example.org/log?page=3&view=(all)',
  sha256: 'a1'.repeat(32),
  length: 800,
};

export const interview: DigestText = {
  id: 'interview -- 3',
  title: 'Interview | with the keeper',
  speaker: null,
  date: 'spring 2024',
  source: 'Tape 3, county archive',
  sha256: 'b2'.repeat(32),
  length: 400,
};

export const unused: DigestText = {
  id: 'unused',
  title: 'A letter',
  speaker: null,
  date: null,
  source: null,
  sha256: 'c3'.repeat(32),
  length: 90,
};

const cited = { text: interview.id, title: interview.title, speaker: null, date: interview.date };
const uncertain = { start: null, end: null, paragraphs: [] };
const agreed = {
  start: 400,
  end: 480,
  paragraphs: [12],
  quote: 'The tide comes at six & leaves\u00a0late: [laughs] we call it “the *old* clock”.',
};

/** One digest with every case that a digest can meet. */
export const example: DigestInput = {
  title: 'Tides and lamps',
  themes: [
    theme('Tides', {
      definition: 'What is said of the sea’s movement.\n\nNot of storms.',
      mark: '●',
    }),
    theme('Lamps', { definition: 'Lights, and who keeps them.', mark: '■', status: 'retired' }),
    theme('Ghosts', { definition: '', mark: '▲' }),
  ],
  texts: [harbour, interview, unused],
  records: [
    record(1, { quote: 'Low water.', paragraphs: [2] }),
    record(2, { ...agreed, memo: 'Compare the almanac.\n\nIt says seven.' }),
    record(3, { ...agreed, coder: 'bea', key: true, memo: 'Her best line.' }),
    record(4, {
      ...cited,
      coder: 'bea',
      paragraphs: [4, 5, 6],
      start: 90,
      end: 188,
      quote:
        '[00:01:10] Keeper: First it turns.\n\n[00:01:15] Guest: And then?\nAnd then?\n\n# After that',
      anchor: { kind: 'similar', score: 0.91 },
    }),
    record(5, { ...cited, start: 10, end: 20, quote: '#1 lamp', theme: 'lamps', source: null }),
    record(6, { ...uncertain, theme: 'lamps', anchor: { kind: 'orphaned', score: null } }),
    record(7, {
      ...uncertain,
      theme: 'tides',
      anchor: { kind: 'ambiguous', score: null },
      key: true,
    }),
    record(8, { theme: 'storms', quote: 'not chosen' }),
    record(9, {
      theme: null,
      quote: 'A door.',
      start: 700,
      end: 707,
      paragraphs: [20],
      memo: 'Whose door?',
    }),
    record(10, {
      theme: null,
      start: null,
      end: null,
      quote: null,
      paragraphs: [],
      memo: 'Typed from tape.',
      coder: 'bea',
    }),
    record(11, {
      ...uncertain,
      theme: null,
      memo: 'Lost.',
      anchor: { kind: 'orphaned', score: null },
    }),
  ],
  options: { keyOnly: false, notes: true, groupBy: 'theme' },
};
