import { describe, expect, test } from 'vitest';
import { readTranscript } from '../../../src/model/transcript.ts';
import { screenOf } from '../../../src/reader/views/screen.ts';
import { annotationOn, report, summaryOf, tagOn } from '../samples.ts';
import { SCENES } from '../scenes.ts';
import { screenFaults } from '../screenFaults.ts';
import { firstState, reading, Session } from '../session.ts';

const rowOf = (session: Session, words: string): string =>
  session.screen.split('\n').find(row => row.includes(words)) ?? '';

describe('the gutter', () => {
  test('from 10,000 on a number has its last four digits; the header has all', () => {
    const long = readTranscript(
      'long.txt',
      Array.from({ length: 10_500 }, (_, i) => `p${i + 1}`).join('\n\n'),
    );
    const session = reading({ transcript: long }).press('G', 'k');
    expect(rowOf(session, 'p10499')).toMatch(/^▌ {5}0499 {3}p10499 /);
    expect(session.screen).toContain('¶ 10499/10500');
  });

  test('under 60 columns there is one cell for marks and no number', () => {
    const placed = [tagOn(report, 1), tagOn(report, 2), tagOn(report, 2, { theme: 'money' })];
    const session = reading({ placed, state: { size: { columns: 50, rows: 24 } } });
    expect(rowOf(session, 'The last boat')).toMatch(/^ \+ The last boat/);
    const [title] = session.screen.split('\n').filter(row => row.startsWith('▌'));
    expect(title).toMatch(/^▌● The night ferry/);
  });

  test('over 120 columns the text is centred, the map at the edge', () => {
    const session = reading({ state: { size: { columns: 160, rows: 40 } } });
    const row = rowOf(session, 'The last boat');
    expect(row.indexOf('The last boat')).toBe(33);
    expect(row[158]).toBe('┃');
  });

  test('the star stands on the first paragraph of a passage, its mark on each', () => {
    const range = { start: report.paragraphs.at(1).start, end: report.paragraphs.at(2).end };
    const session = reading({ placed: [annotationOn(report, range, { key: true })] });
    expect(rowOf(session, 'The last boat')).toMatch(/^ {5}● {3}2 ★ The/);
    expect(rowOf(session, 'Three things')).toMatch(/^ {5}● {3}3 {3}Three/);
  });
});

describe('a passage found by likeness only', () => {
  /** Tags on ¶ 3 by theme; those named in `doubts` were found by likeness. */
  const tagged = (themes: readonly string[], doubts: readonly string[], columns = 80) =>
    reading({
      placed: themes.map(theme => {
        const one = tagOn(report, 3, { theme });
        if (!doubts.includes(theme)) return one;
        const range = report.paragraphs.at(2);
        const { start, end } = range;
        return { ...one, anchor: { kind: 'similar', start, end, score: 0.9 } };
      }),
      state: { size: { columns, rows: 24 } },
    });

  test('has a question mark before its mark, and no other has', () => {
    const session = tagged(['safety', 'money'], ['money']);
    expect(rowOf(session, 'Three things')).toMatch(/^ {3}● ?\?■ {3}3 {3}Three/);
  });

  test('has it before the text where the first of three marks leaves no room', () => {
    const session = tagged(['safety', 'money', 'weather'], ['safety']);
    expect(rowOf(session, 'Three things')).toMatch(/^ \S \S \S {3}3 {2}\?Three/);
  });

  test('has it on a narrow screen too', () => {
    const session = tagged(['safety'], ['safety'], 50);
    expect(rowOf(session, 'Three things')).toMatch(/^ ●\?Three/);
  });

  test('is sure where another tag of the theme is', () => {
    const sure = tagOn(report, 3, { theme: 'safety', coder: 'sam' });
    const { start, end } = report.paragraphs.at(2);
    const doubt = tagOn(report, 3, { theme: 'safety' });
    const session = reading({
      placed: [sure, { ...doubt, anchor: { kind: 'similar', start, end, score: 0.9 } }],
    });
    expect(rowOf(session, 'Three things')).toMatch(/^ {5}● {3}3/);
  });
});

describe('messages', () => {
  test('a warning that is too long for its place has the row to itself', () => {
    const session = reading().send({
      kind: 'failed',
      reason: 'notes.txt: no permission. Check the file and its rights',
    });
    const bar = session.screen.split('\n').at(-2) ?? '';
    expect(bar.trim()).toBe('notes.txt: no permission. Check the file and its rights');
    expect(session.press('j').screen.split('\n').at(-2)).toContain('1 ● Safety 0');
  });

  test('one that has room stands beside the themes', () => {
    const bar = reading().press('u').screen.split('\n').at(-2);
    expect(bar).toContain('1 ● Safety 0');
    expect(bar).toMatch(/nothing to undo$/);
  });

  test('the digest page says what became of W', () => {
    const session = reading().press('D');
    const bar = () => session.screen.split('\n').at(-2) ?? '';
    expect(bar()).toMatch(/not written yet$/);
    session.press('W').send({ kind: 'digestExists', file: 'digest.md' });
    expect(bar()).toMatch(/! digest\.md is there already · W replaces it$/);
    session.press('W').send({ kind: 'digestWritten', file: 'digest.md' });
    expect(bar()).toMatch(/written to digest\.md$/);
    for (let i = 0; i < 6; i++) session.press('Space', 'j');
    expect(session.press('W').screen.split('\n').at(-2)).toMatch(/choose a theme first$/);
  });

  test('an empty library offers no key that does nothing', () => {
    const nothing = { texts: [], unreadable: [], loading: null, cursor: 0 };
    const keys = new Session(firstState({ library: nothing })).screen.split('\n').at(-1);
    expect(keys).not.toContain('Enter');
    expect(keys).toContain('q quit');
    expect(new Session().screen.split('\n').at(-1)).toContain('Enter read');
  });

  test('while the library is read it says how far', () => {
    const loading = { texts: [], unreadable: [], loading: { done: 3, total: 900 }, cursor: 0 };
    expect(new Session(firstState({ library: loading })).screen).toContain('reading 3 of 900');
  });
});

test('every screen fits every size, from 1 × 1 to 200 × 60', () => {
  for (const [name, scene] of Object.entries(SCENES)) {
    const { state } = scene({ columns: 80, rows: 24 });
    for (const columns of [1, 20, 39, 40, 41, 59, 60, 80, 99, 100, 115, 116, 121, 200]) {
      for (const rows of [1, 5, 9, 10, 11, 13, 24, 30, 60]) {
        const faults = screenFaults({ ...state, size: { columns, rows } });
        expect(faults, `${name} at ${columns} × ${rows}`).toEqual([]);
      }
    }
  }
});

test('the screen of a state is the same each time', () => {
  const { state } = reading({ placed: [tagOn(report, 3, { memo: 'x' })] });
  expect(screenOf(state)).toEqual(
    screenOf({ ...state, library: { ...state.library, texts: [summaryOf(report)] } }),
  );
});
