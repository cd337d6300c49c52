import { describe, expect, test } from 'vitest';
import { emptyCodebook, newTheme } from '../../../src/model/codebook.ts';
import { screenFaults } from '../screenFaults.ts';
import { firstState, Session } from '../session.ts';

const LONG = Array.from({ length: 60 }, (_, i) => `word${i + 1} of the definition`).join(', ');
const PATTERNS = Array.from({ length: 12 }, (_, i) => `pattern-number-${i + 1}`);

const CODEBOOK = {
  ...emptyCodebook,
  themes: [
    newTheme(emptyCodebook, 'Long one', { key: 1, definition: LONG, memo: 'The very end.' }),
    newTheme(emptyCodebook, 'Short one', { key: 2, definition: 'Short.', patterns: PATTERNS }),
  ],
};

const opened = (columns: number, rows: number): Session =>
  new Session(firstState({ size: { columns, rows }, codebook: CODEBOOK })).press('T');

/** The columns in which the focus stands. */
const focus = (session: Session): number[] => [
  ...new Set(
    session.screen.split('\n').flatMap(row => (row.includes('▌') ? [row.indexOf('▌')] : [])),
  ),
];

describe.each([
  [120, 36],
  [100, 24],
  [80, 24],
])('the codebook at %i × %i', (columns, rows) => {
  test('with Tab the keys that move scroll the theme to its last row, with Tab again the tree', () => {
    const session = opened(columns, rows).press('Tab');
    expect(session.screen).not.toContain('The very end.');
    expect(session.press('G').screen).toContain('The very end.');
    expect(session.press('g').screen).toContain('word1 of');
    for (let i = 0; i < 150; i++) session.press('j');
    expect(session.screen).toContain('The very end.');
    expect(screenFaults(session.state)).toEqual([]);
    const above = session.screen;
    expect(session.press('k').screen).not.toBe(above);
    expect(session.state.layer).toMatchObject({ cursor: 0 });
    expect(session.press('Tab', 'j').state.layer).toMatchObject({ cursor: 1, scroll: 0 });
  });

  test('the focus is in the pane that is moved in', () => {
    const session = opened(columns, rows);
    expect(focus(session)).toEqual([0]);
    expect(focus(session.press('Tab'))).toEqual([columns >= 100 ? 60 : 0]);
    expect(focus(session.press('Tab'))).toEqual([0]);
  });

  test('no row of patterns begins with the dot between two', () => {
    const session = opened(columns, rows).press('j', 'Tab');
    const shown = session.screen.split('\n').map(row => row.slice(columns >= 100 ? 59 : 0).trim());
    expect(shown.some(row => row.endsWith('·'))).toBe(true);
    expect(shown.filter(row => row.startsWith('·'))).toEqual([]);
  });
});
