import { describe, expect, test } from 'vitest';
import { scopeOf, typedValue } from '../../src/reader/select.ts';
import { opened } from './opened.tsx';
import { firstState } from './session.ts';

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

describe('a paste in a terminal that does not mark it', () => {
  const chunks = (text: string, size = 4096) =>
    Array.from({ length: Math.ceil(text.length / size) }, (_, i) =>
      text.slice(i * size, (i + 1) * size),
    );
  const MEGABYTE = 'q1x a line of a long text\r'.repeat(40_330).slice(0, 1_048_579);

  test('into the reading view fires no command, its last few characters included', async () => {
    using app = await opened();
    const before = app.state;
    await app.screen.burst(...chunks(MEGABYTE));
    expect(app.state).toBe(before);
    expect(app.effects).toEqual([]);
    await pause(120);
    await app.screen.press('1');
    expect(app.tags()).toEqual(['safety']);
  });

  test('into a field is what it was, with spaces for its line ends', async () => {
    using app = await opened();
    await app.screen.press('m');
    await app.screen.burst(...chunks(MEGABYTE));
    expect(scopeOf(app.state)).toBe('memo');
    expect(typedValue(app.state)).toBe(MEGABYTE.replaceAll('\r', ' '));
    expect(app.effects).toEqual([]);
    await pause(120);
    await app.screen.press('!', 'Enter');
    const memo = app.state.reading?.placed[0]?.annotation.memo;
    expect(memo).toBe(`${MEGABYTE.replaceAll('\r', ' ')}!`);
  });

  test('into the picker does not tag', async () => {
    using app = await opened();
    await app.screen.press('t');
    await app.screen.burst(`${'safety and more '.repeat(6)}\r`, '1');
    expect(app.tags()).toEqual([]);
    expect(typedValue(app.state)).toBe(`${'safety and more '.repeat(6)} 1`);
  });
});

const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));
