import type { Range } from '../../src/model/annotation.ts';
import type { Because } from '../../src/model/suggestion.ts';
import type { Transcript } from '../../src/model/transcript.ts';
import type { ReaderSuggestion } from '../../src/reader/layer.ts';
import type { Size } from '../../src/reader/layout/geometry.ts';
import { report, wordsRange } from './samples.ts';
import type { Session } from './session.ts';

/** A suggestion for a passage; what speaks for it is its first word unless it is said. */
export function suggestionOn(
  transcript: Transcript,
  range: Range,
  fields: Partial<ReaderSuggestion> = {},
): ReaderSuggestion {
  const { start, end } = range;
  const exact = transcript.text.slice(start, end);
  const [words = ''] = exact.split(/\s/);
  const theme = fields.theme ?? 'safety';
  return {
    theme,
    start,
    end,
    sentences: 1,
    score: 1,
    because: [{ kind: 'pattern', pattern: words, words, count: 1 }],
    against: [],
    rejectable: {
      text: transcript.id,
      theme,
      selector: { exact, prefix: '', suffix: '', start, end },
      sha256: '0'.repeat(64),
    },
    ...fields,
  };
}

const pattern = (words: string, count = 1): Because => ({
  kind: 'pattern',
  pattern: words,
  words,
  count,
});

const inReport = (words: string, theme: string, fields: Partial<ReaderSuggestion> = {}) =>
  suggestionOn(report, wordsRange(report, words), { theme, ...fields });

/** What is suggested for the report: six passages, two of them for safety, one in its tall paragraph. */
export const suggestions: readonly ReaderSuggestion[] = [
  inReport('And in winter it is the boat that brings the doctor.', 'safety', {
    because: [pattern('doctor')],
  }),
  inReport(
    'A crew of four is paid for five hours in which little happens, and the fuel has doubled in two years.',
    'money',
    {
      because: [
        pattern('fuel'),
        pattern('paid'),
        { kind: 'near', pattern: 'cost*', words: 'costs', away: -1 },
      ],
    },
  ),
  inReport(
    'It does have, the chair noted, eleven letters about the rail, of which nine were answered with the sentence that the matter is in hand.',
    'safety',
    {
      because: [pattern('rail'), { kind: 'near', pattern: 'rail', words: 'the rail', away: 2 }],
      against: ['weather'],
    },
  ),
  inReport('Weather stopped the boat on nineteen nights last winter', 'weather', {
    because: [pattern('nights', 2)],
  }),
  inReport('the office may not order him to', 'who-decides', { because: [pattern('order')] }),
  inReport('Ask the hospital and the school to pay a part', 'money', { because: [pattern('pay')] }),
];

/** Presses `s` and answers. */
export function suggest(
  session: Session,
  found: readonly ReaderSuggestion[] = suggestions,
  problem: string | null = null,
): Session {
  session.press('s');
  const request = session.take('suggest').at(-1)?.request ?? 0;
  return session.send({ kind: 'suggested', request, found, problem });
}

/** The drawer over a text, in all its states. */
export const suggestionScenes = (
  begin: (size: Size) => Session,
): Readonly<Record<string, (size: Size) => Session>> => ({
  suggestions: size => suggest(begin(size)).press('Enter', 'x'),
  'suggestions, the first': size => suggest(begin(size)).press('j'),
  'suggestions, all of a theme': size => suggest(begin(size)).press('A'),
  'suggestions, decided': size =>
    suggest(begin(size)).press('Enter', 'Enter', 'Enter', 'x', 'x', 'Enter'),
  'suggestions, looked for': size => begin(size).press('s'),
  'suggestions, none': size => suggest(begin(size), []),
  'suggestions, another theme': size => suggest(begin(size)).press('t').type('wea'),
});
