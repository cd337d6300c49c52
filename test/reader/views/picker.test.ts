import { describe, expect, test } from 'vitest';
import { type Codebook, emptyCodebook, newTheme } from '../../../src/model/codebook.ts';
import { reading, type Session } from '../session.ts';

const DEFINITION =
  'Hostile activity in or against the country that another one directs, pays for or tolerates: espionage, interference, sabotage, attacks on its networks, threats to life, and what is said to deceive.';
const INCLUDE =
  'Who is approached and how; what is stolen or influenced; powers and laws against it; advice to those at risk; other states that are named or hinted at.';
const EXCLUDE =
  'Terrorism with nobody behind it; crime of the common kind; diplomacy and lobbying in the open; policy on trade.';

function longCodebook(times = 1): Codebook {
  const include = Array.from({ length: times }, () => INCLUDE).join(' ');
  const fields = { key: 1, definition: DEFINITION, include, exclude: EXCLUDE };
  return { ...emptyCodebook, themes: [newTheme(emptyCodebook, 'Hostile states', fields)] };
}

/** The words under a column of the drawer, rows joined: what a person reads there. */
function read(session: Session, column: number): string {
  const rows = session.screen.split('\n');
  const drawer = rows.slice(rows.findIndex(row => row.startsWith('━━ Tag')) + 1, -3);
  return drawer
    .map(row => row.slice(column).trim())
    .join(' ')
    .replace(/\s+/g, ' ');
}

const opened = (columns: number, rows: number, times = 1): Session =>
  reading({ state: { size: { columns, rows }, codebook: longCodebook(times) } }).press('t');

/** What the pages of Tab say, one after the other. */
const pages = (session: Session, column: number, count: number): string =>
  Array.from({ length: count }, () => {
    const words = read(session, column);
    session.press('Tab');
    return words;
  }).join('\n');

describe('what a theme includes and excludes', () => {
  test.each([
    [80, 24],
    [70, 24],
    [90, 30],
  ])('at %i columns Tab shows every word of it under the list', (columns, rows) => {
    const session = opened(columns, rows);
    expect(read(session, 5)).toContain('Hostile activity in or against');
    const shown = read(session.press('Tab'), 5);
    expect(shown).toContain(`include ${INCLUDE} exclude`);
    expect(shown).toContain(EXCLUDE);
    expect(read(session.press('Tab'), 5)).toContain('Hostile activity in or against');
  });

  test('more Tabs show what has no room the first time, and the definition comes again', () => {
    const session = opened(80, 24, 6);
    const shown = pages(session, 5, 4);
    expect(shown.match(/other states that are named or hinted at\./g)).toHaveLength(6);
    expect(shown).toContain('policy on trade.');
    expect(read(session, 5)).toContain('Hostile activity in or against');
  });

  test.each([
    [120, 36],
    [100, 24],
  ])('at %i × %i nothing of it is lost beside the list', (columns, rows) => {
    const session = opened(columns, rows);
    const shown = pages(session, 62, 4);
    for (const words of [...DEFINITION.split(' '), ...INCLUDE.split(' '), ...EXCLUDE.split(' ')])
      expect(shown).toContain(words);
    expect(shown).toContain('Tab goes on');
    expect(shown).toContain('Tab from the beginning');
  });
});
