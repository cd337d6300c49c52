import { describe, expect, test } from 'vitest';
import { selectionOf } from '../../../src/reader/select.ts';
import type { MouseReport } from '../../../src/reader/terminal/mouse.ts';
import { dialogue, report } from '../samples.ts';
import { reading, type Session } from '../session.ts';

/** The cell where words begin on the screen. */
function cellOf(session: Session, words: string, offset = 0): { column: number; row: number } {
  const lines = session.screen.split('\n');
  const row = lines.findIndex(line => line.includes(words));
  if (row === -1) throw new Error(`${words} is not on the screen`);
  return { row, column: (lines[row] ?? '').indexOf(words) + offset };
}

const send = (session: Session, ...reports: MouseReport[]): Session => {
  for (const one of reports) session.send({ kind: 'mouse', report: one });
  return session;
};

const drag = (session: Session, from: string, to: string): Session =>
  send(
    session,
    { kind: 'press', ...cellOf(session, from) },
    { kind: 'drag', ...cellOf(session, to, to.length - 1) },
    { kind: 'release', ...cellOf(session, to, to.length - 1) },
  );

const selected = (session: Session): string => {
  const range = selectionOf(session.reading);
  return range ? session.reading.transcript.text.slice(range.start, range.end) : '';
};

describe('the mouse', () => {
  test('a press puts the focus on a paragraph and selects nothing', () => {
    const session = reading();
    const cell = cellOf(session, 'Three things');
    send(session, { kind: 'press', ...cell }, { kind: 'release', ...cell });
    expect([session.paragraph, session.reading.selection]).toEqual([3, null]);
  });

  test('a drag selects from cell to cell, both included, and a digit tags it', () => {
    const session = drag(reading(), 'other way home', 'timetable');
    expect(selected(session)).toBe(
      report.text.slice(
        report.text.indexOf('other way home'),
        report.text.indexOf('timetable') + 9,
      ),
    );
    session.press('2');
    expect(session.tagsOn(3)).toEqual(['money by alex']);
  });

  test('a drag back selects as well', () => {
    const session = reading();
    const from = cellOf(session, 'Three things', 4);
    const to = cellOf(session, 'Three things');
    send(session, { kind: 'press', ...from }, { kind: 'drag', ...to });
    expect(selected(session)).toBe('Three');
  });

  test('beside the words it is the paragraph; in a turn the name is no word', () => {
    const session = reading({ transcript: dialogue });
    const { row } = cellOf(
      session,
      dialogue.text.slice(dialogue.paragraphs.at(1).wordsStart).slice(0, 12),
    );
    send(
      session,
      { kind: 'press', row: row - 1, column: 20 },
      { kind: 'drag', row: row - 1, column: 30 },
    );
    expect(session.reading.selection).toBeNull();
    send(session, { kind: 'press', row, column: 2 });
    expect(session.paragraph).toBe(2);
  });

  test('the wheel scrolls by paragraphs, in the library by rows', () => {
    const session = reading();
    const wheel = (by: 1 | -1): MouseReport => ({ kind: 'wheel', by, column: 1, row: 1 });
    send(session, wheel(1), wheel(1), wheel(-1));
    expect(session.paragraph).toBe(2);
    session.press('Esc');
    send(session, wheel(1), wheel(-1), wheel(-1));
    expect(session.state.library.cursor).toBe(0);
  });

  test('does nothing where a drawer is open, nor outside the text', () => {
    const session = reading().press('t');
    send(session, { kind: 'press', column: 20, row: 5 });
    expect(session.paragraph).toBe(1);
    session.press('Esc');
    for (const row of [0, 1, 28, 29]) send(session, { kind: 'press', column: 20, row });
    expect(session.paragraph).toBe(1);
  });
});
