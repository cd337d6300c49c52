import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { scopeOf } from '../../src/reader/select.ts';
import type { ReaderState } from '../../src/reader/state.ts';
import { renderScreen } from '../support/renderScreen.tsx';
import { appOn } from './appOn.tsx';
import { report, tagOn } from './samples.ts';
import { firstState, reading } from './session.ts';

/** The report open in a running app; answers to effects are up to the test. */
async function opened(state: ReaderState = reading().state) {
  const app = appOn(state);
  const screen = await renderScreen(app.tree, state.size);
  return {
    ...app,
    screen,
    get state() {
      return app.store.get();
    },
    tags: () =>
      app.store.get().reading?.placed.map(({ annotation }) => annotation.theme ?? annotation.memo),
    writes: () => app.effects.filter(effect => effect.kind === 'write').length,
    [Symbol.dispose]: () => screen.unmount(),
  };
}

describe('keys', () => {
  test('go where the table sends them', async () => {
    using app = await opened();
    await app.screen.press('j', '1', 'Down', '2');
    expect(app.tags()).toEqual(['safety', 'money']);
    expect(app.state.reading?.place.current).toBe(2);
    await app.screen.press('Ctrl+R', 'u');
    expect(app.tags()).toEqual(['safety']);
    await app.screen.press('Esc');
    expect(app.state.page).toBe('library');
  });

  test('that arrive in one chunk are each taken', async () => {
    using app = await opened();
    await app.screen.burst('jj1j2');
    expect(app.tags()).toEqual(['safety', 'money']);
    await app.screen.burst('j', 'j', '3');
    expect(app.state.reading?.place.current).toBe(5);
  });

  test('without a meaning do nothing', async () => {
    using app = await opened();
    const before = app.state;
    await app.screen.press('z', 'Alt+j', 'Ctrl+K', 'Left', 'Tab', '漢');
    expect(app.state).toBe(before);
  });

  test('are on the screen at once', async () => {
    using app = await opened();
    await app.screen.press('j');
    expect(app.screen.text()).toContain('¶ 2/14   14%');
    await app.screen.press('4');
    expect(app.screen.text()).toContain('4 ◆ Who decides 1');
    expect(app.screen.text()).toContain('saving');
  });
});

describe('typing ahead', () => {
  test('tweath⏎ in one chunk opens the picker, types, and tags', async () => {
    using app = await opened();
    await app.screen.burst('tweath\r');
    expect(app.tags()).toEqual(['weather']);
    expect(scopeOf(app.state)).toBe('reading');
  });

  test.each([
    ['in one chunk', ['tbrand new\rj.']],
    ['key by key in one tick', [...'tbrand new', '\r', 'j', '.']],
    ['in two chunks, cut in the words', ['tbra', 'nd new\rj.']],
    ['cut before Enter', ['tbrand new', '\rj.']],
    ['cut after the first key', ['t', 'brand new\rj.']],
  ])('a new theme and what comes behind it, %s', async (_, chunks) => {
    using app = await opened();
    await app.screen.burst(...chunks);
    expect(app.tags()).toEqual(['brand-new', 'brand-new']);
    expect(app.state.reading?.place.current).toBe(1);
    expect(app.writes()).toBe(2);
  });

  test('the same once the field is drawn', async () => {
    using app = await opened();
    await app.screen.press('t');
    await app.screen.burst('brand new\rj.');
    expect(app.tags()).toEqual(['brand-new', 'brand-new']);
  });

  test('a memo, and the next key', async () => {
    using app = await opened();
    await app.screen.burst('mask her\rj');
    expect(app.tags()).toEqual(['ask her']);
    expect(app.state.reading?.place.current).toBe(1);
  });

  test('Backspace is taken as well', async () => {
    using app = await opened();
    await app.screen.burst('t', 'w', 'x', '\u007f', 'e', 'a', '\r');
    expect(app.tags()).toEqual(['weather']);
  });

  test('a search, and then n', async () => {
    using app = await opened();
    await app.screen.burst('/pier\r');
    expect(app.effects.map(effect => effect.kind)).toEqual(['find']);
    expect(app.state.reading?.search?.query.words).toBe('pier');
  });
});

describe('fields', () => {
  test('take words, and chords are no words', async () => {
    using app = await opened();
    await app.screen.press('m');
    await app.screen.type('so, 1 j?');
    await app.screen.press('Ctrl+K', 'Enter');
    expect(app.tags()).toEqual(['so, 1 j?']);
    expect(app.state.reading?.place.current).toBe(0);
  });

  test('show the words beside their sign', async () => {
    using app = await opened();
    await app.screen.press('m');
    await app.screen.type('ask');
    expect(app.screen.text()).toContain('  › ask');
    await app.screen.burst(' again and again'.repeat(30));
    const rows = app.screen.lines();
    expect(rows.filter(row => row.includes('again and again'))).toHaveLength(5);
    expect(rows.at(-4)).toContain('again');
  });

  test('are given back by Esc, and hear nothing afterwards', async () => {
    using app = await opened();
    await app.screen.press('m');
    await app.screen.type('draft');
    await app.screen.press('Esc', 'j', '1');
    expect(app.tags()).toEqual(['safety']);
    expect(app.state.reading?.place.current).toBe(1);
  });

  test('an input method that sends a word in pieces', async () => {
    using app = await opened();
    await app.screen.press('m');
    await app.screen.burst('n', '\u007f', 'に', '\u007f', '日', '本');
    await app.screen.press('Enter');
    expect(app.tags()).toEqual(['日本']);
  });

  test('the arrows of the picker choose, and the letters stay', async () => {
    using app = await opened();
    await app.screen.press('t', 'e', 'Down', 'Down', 'Up', 'Enter');
    const [first] = app.tags() ?? [];
    expect(first).toBeDefined();
    expect(app.writes()).toBe(1);
  });
});

describe('a paste', () => {
  test('into the reading view is dropped, a megabyte as well', async () => {
    using app = await opened();
    const before = app.state;
    await app.screen.paste('111jjjxq');
    await app.screen.paste('q1x\n'.repeat(262_144));
    expect(app.state).toBe(before);
    expect(app.effects).toEqual([]);
    await app.screen.press('1');
    expect(app.tags()).toEqual(['safety']);
  });

  test('into the library opens nothing', async () => {
    using app = await opened(firstState());
    await app.screen.paste('\rq');
    expect(app.effects).toEqual([]);
  });

  test('into a field is one insertion, and fires no command', async () => {
    using app = await opened();
    await app.screen.press('m');
    const text = 'q1x line of a long memo\n'.repeat(43_691);
    await app.screen.paste(text);
    expect(scopeOf(app.state)).toBe('memo');
    await app.screen.type('!');
    await app.screen.press('Backspace', '?', 'Enter');
    const memo = app.state.reading?.placed[0]?.annotation.memo;
    expect(memo).toBe(`${text.replaceAll('\n', ' ')}?`);
    expect(app.effects.map(effect => effect.kind)).toEqual(['write']);
  });

  test('into the picker does not tag', async () => {
    using app = await opened();
    await app.screen.press('t');
    await app.screen.paste('safety\n');
    expect(app.tags()).toEqual([]);
    expect(app.state.layer).toMatchObject({ kind: 'picker', query: 'safety ' });
  });
});

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
