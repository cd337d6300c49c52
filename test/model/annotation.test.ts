import { describe, expect, test } from 'vitest';
import {
  type Anchor,
  type Annotation,
  inTextOrder,
  needsRepair,
  type Placed,
  rangeOf,
  shortId,
} from '../../src/model/annotation.ts';
import { emptyCodebook, newTheme } from '../../src/model/codebook.ts';
import { type Draft, editsOn, inverse, type Step } from '../../src/model/step.ts';

function annotation(id: string, fields: Partial<Annotation> = {}): Annotation {
  return {
    id,
    text: 'a-text',
    theme: 'erwt',
    coder: 'alex',
    memo: null,
    key: false,
    created: '2026-11-22T12:00:00.000Z',
    modified: '2026-11-22T12:00:00.000Z',
    selector: null,
    ...fields,
  };
}

const placed = (id: string, anchor: Anchor | null, selector?: { start: number; end: number }) =>
  ({
    annotation: annotation(id, {
      selector: selector ? { exact: 'x', prefix: '', suffix: '', ...selector } : null,
    }),
    anchor,
  }) satisfies Placed;

const at = (start: number, end: number): Anchor => ({ kind: 'exact', start, end });

describe('a placed annotation', () => {
  test.each<[Anchor | null, object | null, boolean]>([
    [{ kind: 'exact', start: 1, end: 5 }, { start: 1, end: 5 }, false],
    [{ kind: 'shifted', start: 2, end: 6 }, { start: 2, end: 6 }, false],
    [{ kind: 'similar', start: 2, end: 6, score: 0.9 }, { start: 2, end: 6 }, true],
    [{ kind: 'ambiguous', candidates: [{ start: 1, end: 5 }] }, null, true],
    [{ kind: 'orphaned' }, null, true],
    [null, null, false],
  ])('with the anchor %j has the range %j', (anchor, range, waits) => {
    expect(rangeOf(placed('a', anchor))).toEqual(range);
    expect(needsRepair(placed('a', anchor))).toBe(waits);
  });

  test('comes in text order: beginning, end, id; one on the whole text first', () => {
    const sorted = [
      placed('whole', null),
      placed('b', at(3, 9)),
      placed('lost', { kind: 'orphaned' }, { start: 4, end: 5 }),
      placed('a', at(5, 6)),
      placed('a2', at(5, 6)),
      placed('0', at(5, 7)),
    ];
    const shuffled = [3, 0, 5, 2, 4, 1].map(index => sorted[index] ?? placed('?', null));
    expect(shuffled.sort(inTextOrder)).toEqual(sorted);
  });

  test('is known by its UUID', () => {
    expect(shortId('urn:uuid:1234')).toBe('1234');
    expect(shortId('1234')).toBe('1234');
  });
});

describe('a step', () => {
  const draft = (id: string): Draft => ({ annotation: annotation(id), range: null });
  const step: Step = {
    label: 'Encryption on ¶ 12',
    coder: 'alex',
    themes: ['Encryption', 'Lawful access'].map(name => ({
      before: null,
      after: newTheme(emptyCodebook, name),
    })),
    pages: [
      {
        text: 'a-text',
        edits: [
          { before: draft('a'), after: null },
          { before: draft('b'), after: draft('c') },
          { before: null, after: draft('d') },
        ],
      },
    ],
  };

  test('taken back gives what was before, last first', () => {
    const back = inverse(step);
    expect(
      editsOn(back, 'a-text').map(({ before, after }) => [
        before?.annotation.id,
        after?.annotation.id,
      ]),
    ).toEqual([
      ['d', undefined],
      ['c', 'b'],
      [undefined, 'a'],
    ]);
    expect(back.themes.map(({ before, after }) => [before?.id, after])).toEqual([
      ['lawful-access', null],
      ['encryption', null],
    ]);
    expect(back).toMatchObject({ label: step.label, coder: step.coder });
  });

  test('taken back twice is itself, and stays unchanged', () => {
    const before = structuredClone(step);
    expect(inverse(inverse(step))).toEqual(step);
    expect(step).toEqual(before);
  });
});
