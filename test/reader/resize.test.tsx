import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import type { Size } from '../../src/reader/layout/geometry.ts';
import { scopeOf } from '../../src/reader/select.ts';
import { opened } from './opened.tsx';
import { report, tagOn } from './samples.ts';
import { SCENES } from './scenes.ts';
import { screenFaults } from './screenFaults.ts';
import { reading } from './session.ts';

describe('a resize', () => {
  test.each([
    ['j', 'reading'],
    ['m', 'memo'],
    ['?', 'help'],
  ])('after %s is followed: no line of any frame is too wide', async (key, scope) => {
    const state = reading({ placed: [tagOn(report, 1, { memo: 'said twice '.repeat(9) })] }).state;
    using app = await opened(state);
    await app.screen.press(key);
    expect(scopeOf(app.state)).toBe(scope);
    const sizes: [number, number][] = [
      [120, 36],
      [40, 10],
      [20, 5],
      [200, 60],
      [1, 1],
      [79, 23],
    ];
    for (const [columns, rows] of sizes) {
      const before = app.screen.frames.length;
      await app.screen.resize(columns, rows);
      expect(app.state.size).toEqual({ columns, rows });
      const frames = app.screen.frames.slice(before).filter(frame => frame.trim() !== '');
      expect(frames.length).toBeGreaterThan(0);
      const widths = frames.flatMap(frame => frame.split('\n').map(line => stringWidth(line)));
      expect(Math.max(...widths)).toBeLessThanOrEqual(columns);
      expect(app.screen.frame().split('\n')).toHaveLength(rows);
    }
    expect(scopeOf(app.state)).toBe(scope);
  });

  test('while a field is open keeps what was typed', async () => {
    using app = await opened();
    await app.screen.press('m');
    await app.screen.type('half a ');
    await app.screen.resize(100, 30);
    await app.screen.type('memo');
    await app.screen.press('Enter');
    expect(app.tags()).toEqual(['half a memo']);
  });
});

/** Sizes between 20×5 and 300×100, the same on every run. */
function sizes(count: number): Size[] {
  const size = fc.record({
    columns: fc.integer({ min: 20, max: 300 }),
    rows: fc.integer({ min: 5, max: 100 }),
  });
  return fc.sample(size, { numRuns: count, seed: 20261124 });
}

const LONG = Boolean(process.env.MARGINALIA_LONG);

describe('many resizes', () => {
  test('of the running app: nothing thrown, no line too wide, the place kept', async () => {
    const state = reading({ placed: [tagOn(report, 9, { memo: 'said twice '.repeat(9) })] }).state;
    using app = await opened(state);
    await app.screen.press('G', 'k', 'k', 'k', 'k', 'k');
    const place = app.state.reading?.place.current;
    expect(place).toBe(8);
    for (const { columns, rows } of sizes(LONG ? 1000 : 150)) {
      await app.screen.resize(columns, rows);
      const lines = app.screen.frame().split('\n');
      expect(lines).toHaveLength(rows);
      expect(Math.max(...lines.map(line => stringWidth(line)))).toBeLessThanOrEqual(columns);
      if (columns >= 40 && rows >= 10) expect(app.screen.text()).toContain('▌');
      expect(app.state.reading?.place.current).toBe(place);
    }
    expect(app.screen.ended).toBeNull();
    expect(app.effects).toEqual([]);
  }, 120_000);

  test('a thousand of the reading view: every screen whole, the place kept', () => {
    const session = SCENES['reading, tagged, with memos']?.({ columns: 80, rows: 24 });
    if (!session) throw new Error('the scene is gone');
    const { paragraph } = session;
    expect(paragraph).toBe(3);
    for (const size of sizes(1000)) {
      session.send({ kind: 'resized', size });
      expect(screenFaults(session.state)).toEqual([]);
      expect(session.paragraph).toBe(paragraph);
      const isShown = size.columns < 40 || size.rows < 10 || session.screen.includes('▌');
      expect(isShown, `${size.columns}×${size.rows}`).toBe(true);
    }
  });

  test.each(Object.keys(SCENES))('of %s: the layer and the place stay', name => {
    const session = SCENES[name]?.({ columns: 80, rows: 24 });
    if (!session) throw new Error(`no scene ${name}`);
    const before = { kind: session.state.layer?.kind, place: session.state.reading?.place.current };
    for (const size of sizes(40)) {
      session.send({ kind: 'resized', size });
      expect(screenFaults(session.state)).toEqual([]);
    }
    const { layer, reading } = session.state;
    expect({ kind: layer?.kind, place: reading?.place.current }).toEqual(before);
  });
});
