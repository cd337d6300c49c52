import { describe, expect, test } from 'vitest';
import { annotationOn, dialogue, empty, report, tagOn, wordsRange } from '../samples.ts';
import { reading } from '../session.ts';

const LAST = report.paragraphs.count;

describe('keys that move', () => {
  test.each([
    ['j', 2],
    ['Down', 2],
    ['k', 1],
    ['Up', 1],
    ['G', LAST],
    ['End', LAST],
    ['g', 1],
    ['Home', 1],
  ])('%s from the first paragraph leads to ¶ %i', (key, goal) => {
    expect(reading().press(key).paragraph).toBe(goal);
  });

  test.each(['Space', 'PageDown'])('%s pages to the end, b back to the beginning', key => {
    const session = reading();
    for (let i = 0; i < 10; i++) session.press(key);
    expect(session.paragraph).toBe(LAST);
    for (let i = 0; i < 10; i++) session.press('b');
    expect(session.reading.place).toEqual({ current: 0, top: 0, inner: 0 });
  });

  test('Ctrl+D goes half as far as a page', () => {
    const half = reading().press('Ctrl+D').paragraph;
    expect(half).toBeGreaterThan(1);
    expect(half).toBeLessThan(reading().press('Space').paragraph);
    expect(reading().press('Ctrl+D', 'Ctrl+U').paragraph).toBeLessThan(half);
    expect(reading().press('Ctrl+D', 'Ctrl+U', 'Ctrl+U').paragraph).toBe(1);
  });

  test('a paragraph taller than the screen scrolls inside itself before j or k leaves it', () => {
    const session = reading({ state: { size: { columns: 60, rows: 14 } } }).press('g');
    while (session.paragraph < 6) session.press('j');
    const inner: number[] = [];
    while (session.paragraph === 6) {
      inner.push(session.reading.place.inner);
      session.press('j');
    }
    expect(inner.length).toBeGreaterThan(2);
    expect(inner).toEqual(inner.toSorted((a, b) => a - b));
    session.press('k');
    expect(session.paragraph).toBe(6);
    expect(session.reading.place.inner).toBe(inner.at(-1));
  });
});

describe('] [ } {', () => {
  const placed = [tagOn(report, 3), tagOn(report, 4, { coder: 'sam' }), tagOn(report, 9)];

  test('a heading is not something left to tag: ] and [ pass it, } stops where it is tagged', () => {
    const headings = [1, 5, 11];
    const stops: number[] = [];
    const session = reading();
    for (let before = 0; before !== session.paragraph; ) {
      before = session.paragraph;
      session.press(']');
      if (session.paragraph !== before) stops.push(session.paragraph);
    }
    const words = Array.from({ length: LAST }, (_, i) => i + 1).filter(n => !headings.includes(n));
    expect(stops).toEqual(words);
    expect(session.press('[', '[', '[').paragraph).toBe(10);
    const tagged = reading({ placed: [tagOn(report, 5)] });
    expect(tagged.press('}').paragraph).toBe(5);
  });

  test.each([
    ['}', 1, 3],
    ['}', 3, 9],
    ['{', 9, 3],
    [']', 2, 4],
    [']', 8, 10],
    ['[', 4, 2],
    ['[', 10, 8],
  ])("%s from ¶ %i leads to ¶ %i: one's own tags count", (key, from, goal) => {
    const session = reading({ placed });
    while (session.paragraph < from) session.press('j');
    expect(session.press(key).paragraph).toBe(goal);
  });

  test.each([
    ['}', 9, 'no tagged paragraph after this one'],
    ['{', 3, 'no tagged paragraph before this one'],
    ['[', 1, 'no untagged paragraph before this one'],
    [']', LAST, 'no untagged paragraph after this one'],
  ])('%s from ¶ %i stays and says so', (key, from, words) => {
    const session = reading({ placed });
    while (session.paragraph < from) session.press('j');
    session.press(key);
    expect(session.paragraph).toBe(from);
    expect(session.state.message).toEqual({ text: words, warns: true });
  });

  test('a memo without a theme is no tag', () => {
    const session = reading({ placed: [tagOn(report, 3, { theme: null, memo: 'x' })] }).press('}');
    expect(session.paragraph).toBe(1);
  });

  test('a passage over several paragraphs tags each', () => {
    const { start } = wordsRange(report, 'Weather stopped');
    const { end } = wordsRange(report, 'refuse to sail');
    const session = reading({ placed: [annotationOn(report, { start, end })] });
    expect(session.press('}', '}').paragraph).toBe(9);
  });
});

describe('Ctrl+O', () => {
  test('goes back to where the last jump began, and then to the one before', () => {
    const session = reading({ placed: [tagOn(report, 9)] }).press('j', '}', 'G', 'Ctrl+O');
    expect(session.paragraph).toBe(9);
    expect(session.press('Ctrl+O').paragraph).toBe(2);
    expect(session.press('Ctrl+O').state.message?.text).toBe('no place to go back to');
  });
});

test('a message lasts until the next key', () => {
  const session = reading().press('{');
  expect(session.state.message).not.toBeNull();
  expect(session.press('j').state.message).toBeNull();
});

describe('a resize', () => {
  test('keeps the current paragraph, and has it in sight', () => {
    const session = reading().press('G', 'k', 'k');
    for (const [columns, rows] of [
      [200, 60],
      [40, 10],
      [20, 5],
      [1, 1],
      [80, 24],
      [120, 36],
    ] as const) {
      session.send({ kind: 'resized', size: { columns, rows } });
      expect(session.paragraph).toBe(LAST - 2);
      if (columns >= 40) expect(session.screen).toContain('Keep the boat until the spring.');
    }
    expect(session.screen).toContain(`▌       ${LAST - 2}   `);
  });

  test('brings the tall paragraph back to where it was', () => {
    const session = reading().press('j');
    session.send({ kind: 'resized', size: { columns: 40, rows: 10 } });
    session.send({ kind: 'resized', size: { columns: 80, rows: 24 } });
    expect(session.paragraph).toBe(2);
    expect(session.reading.place.inner).toBe(0);
  });
});

describe('an empty text', () => {
  test.each([
    'j',
    'k',
    'Space',
    'b',
    'Ctrl+D',
    'g',
    'G',
    ']',
    '}',
    '1',
    't',
    'x',
    '*',
    'm',
    '.',
    'n',
    'u',
  ])('%s does no harm', key => {
    const session = reading({ transcript: empty }).press(key);
    expect(session.state.reading?.placed).toEqual([]);
    expect(session.take('write')).toEqual([]);
    expect(session.screen).toContain('Nothing to read here: the text is empty.');
  });
});

test('turns are paragraphs like any other', () => {
  const session = reading({ transcript: dialogue }).press('j', 'j', '1');
  expect(session.tagsOn(3)).toEqual(['safety by alex']);
});
