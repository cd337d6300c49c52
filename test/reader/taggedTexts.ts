import type { Placed } from '../../src/model/annotation.ts';
import { annotationOn, dialogue, empty, report, summaryOf, tagOn, wordsRange } from './samples.ts';

const day = (modified: string) => ({ created: modified, modified });

/** What alex and sam tagged in the report. */
export const tags: readonly Placed[] = [
  tagOn(report, 3, { theme: 'money', key: true }),
  tagOn(report, 3, {
    theme: 'safety',
    memo: 'The doctor is the only case of danger to life in these minutes. Ask how often.',
    ...day('2026-11-03T09:00:00.000Z'),
  }),
  tagOn(report, 4, {
    theme: 'money',
    memo: 'Fuel: since when?',
    ...day('2026-11-04T09:00:00.000Z'),
  }),
  annotationOn(report, wordsRange(report, 'ice forms on the steps'), { theme: 'weather' }),
  annotationOn(report, wordsRange(report, 'the rail that was taken away for repairs'), {
    theme: 'safety',
  }),
  annotationOn(
    report,
    wordsRange(report, 'it would be held against the line when the contract came up'),
    { theme: 'who-decides' },
  ),
  annotationOn(report, wordsRange(report, 'Neither had reported it.'), {
    theme: 'reports-not-made',
  }),
  tagOn(report, 8, { theme: 'weather', coder: 'sam' }),
  tagOn(report, 9, { theme: 'who-decides' }),
];

/** The library of the scenes, with counts of its own. */
export const libraryTexts = [
  summaryOf(report, {
    annotations: 9,
    tagged: 5 / 14,
    byTheme: { money: 2, safety: 2, weather: 2, 'who-decides': 2, 'reports-not-made': 1 },
    toRepair: 2,
  }),
  summaryOf(dialogue, {
    speaker: 'Two speakers, taped',
    date: '2024-04-02',
    annotations: 1,
    tagged: 1 / 6,
    byTheme: { safety: 1 },
  }),
  summaryOf(report, {
    id: 'letters',
    title: 'Letters about the rail, with the answers of the office and the dates of both',
    speaker: null,
    date: '2023',
    paragraphs: 1204,
    tagged: 1,
  }),
  summaryOf(empty, { date: null, title: 'blank' }),
];
