import { describe, expect, test } from 'vitest';
import { screenFaults } from '../screenFaults.ts';
import { firstState, reading, Session } from '../session.ts';

const LONG =
  'annotations/alex/annual threat update of the year 2021.json ends too early at line 412, column 7: copy annotations/.marginalia/backups/alex/annual threat update.json over it, or run marginalia check --repair';

const SIZES = [
  { columns: 80, rows: 24 },
  { columns: 60, rows: 16 },
  { columns: 120, rows: 36 },
];

/** The screen's words without its line breaks. */
const words = (session: Session): string => session.screen.replace(/\s+/g, ' ');

describe.each(SIZES)('at $columns × $rows', size => {
  test('a warning stands there to its end, which says what to do', () => {
    for (const session of [reading({ state: { size } }), new Session(firstState({ size }))]) {
      session.send({ kind: 'failed', reason: LONG });
      expect(words(session)).toContain(LONG);
      expect(screenFaults(session.state)).toEqual([]);
    }
  });

  test.each(['library', 'reading', 'digest', 'codebook'])(
    'what was not saved says how it is tried again, on the page %s',
    page => {
      const session = reading({ state: { size } }).press('1');
      session.send({ kind: 'notWritten', reason: LONG });
      session.press(
        ...({ library: ['L'], reading: [], digest: ['D'], codebook: ['T'] }[page] ?? []),
      );
      expect(words(session)).toContain('! not saved: annotations/alex/annual threat');
      expect(words(session)).toContain('r tries again');
      expect(screenFaults(session.state)).toEqual([]);
    },
  );

  test('and what a second q would lose', () => {
    const session = reading({ state: { size } }).press('1');
    session.send({ kind: 'notWritten', reason: LONG }).press('q');
    expect(words(session)).toContain('q again quits; a file keeps it');
  });
});
