import { describe, expect, test } from 'vitest';
import { scopeOf } from '../../src/reader/select.ts';
import { opened } from './opened.tsx';

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
