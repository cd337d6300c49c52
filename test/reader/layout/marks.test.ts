import { describe, expect, test } from 'vitest';
import type { Placed } from '../../../src/model/annotation.ts';
import {
  annotationsAt,
  beginsIn,
  countOf,
  markedIn,
  themesAt,
} from '../../../src/reader/layout/marks.ts';
import { annotationOn, codebook, report, tagOn, wordsRange } from '../samples.ts';

const over = (from: number, to: number, fields = {}) =>
  annotationOn(
    report,
    { start: report.paragraphs.at(from - 1).start, end: report.paragraphs.at(to - 1).end },
    fields,
  );
const unplaced = (kind: 'orphaned' | 'ambiguous'): Placed => ({
  ...tagOn(report, 1),
  anchor: kind === 'orphaned' ? { kind } : { kind, candidates: [] },
});

describe('what is tagged where', () => {
  test('a passage over several paragraphs is on each of them', () => {
    const marked = markedIn(report, [over(2, 4)]);
    expect([1, 2, 3, 4, 5].map(n => annotationsAt(marked, n - 1).length)).toEqual([0, 1, 1, 1, 0]);
  });

  test('its star and memo stand on the first alone', () => {
    const one = over(2, 4);
    expect([2, 3, 4].map(n => beginsIn(one, report.paragraphs.at(n - 1)))).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('what has no certain place is counted, and on no paragraph', () => {
    const memo: Placed = { ...tagOn(report, 1, { theme: null, memo: 'whole text' }), anchor: null };
    const marked = markedIn(report, [unplaced('orphaned'), unplaced('ambiguous'), memo]);
    expect(marked.byParagraph.size).toBe(0);
    expect(marked.toRepair).toBe(2);
    expect(marked.counts).toEqual(new Map([['safety', 2]]));
  });

  test('counts follow merges', () => {
    const { counts } = markedIn(report, [tagOn(report, 1), tagOn(report, 2, { theme: 'danger' })]);
    expect(countOf(counts, codebook, 'safety')).toBe(2);
    expect(countOf(counts, codebook, 'money')).toBe(0);
  });
});

describe('the marks of a paragraph', () => {
  const marks = (placed: readonly Placed[]) =>
    themesAt(placed, codebook, 'alex').map(
      ({ theme, own }) => `${theme.mark}${own ? '' : ' of another'}`,
    );

  test('come in the order in which passages begin, then in that of the codebook', () => {
    const late = annotationOn(report, wordsRange(report, 'ice forms'), { theme: 'safety' });
    const early = annotationOn(report, wordsRange(report, 'All eleven'), { theme: 'weather' });
    expect(marks([late, early])).toEqual(['▲', '●']);
    const whole = ['who-decides', 'money', 'safety'].map(theme => tagOn(report, 1, { theme }));
    expect(marks(whole)).toEqual(['●', '■', '◆']);
  });

  test('stand once for a theme, and are the coder’s own if one of the tags is', () => {
    const twice = [tagOn(report, 1, { coder: 'sam' }), tagOn(report, 1)];
    expect(marks(twice)).toEqual(['●']);
    expect(marks([tagOn(report, 1, { coder: 'sam' })])).toEqual(['● of another']);
  });

  test('follow merges, and a memo has none', () => {
    expect(
      marks([tagOn(report, 1, { theme: 'danger' }), tagOn(report, 1, { theme: null })]),
    ).toEqual(['●']);
  });
});
