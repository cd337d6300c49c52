import { expect, describe as group, it } from 'vitest';
import { describe } from '../../src/anchoring/describe.ts';
import { anchorSubject } from '../../src/anchoring/subject.ts';

const made = (text: string, start: number, end: number) =>
  describe(anchorSubject(text), { start, end });

/** `count` different words, so that nothing of 32 units recurs. */
const words = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => `word${from + i}`).join(' ');

group('describe', () => {
  it('quotes exactly, with 32 units a side where that is enough', () => {
    const text = `${words(40)} THE PASSAGE ${words(40, 40)}`;
    const start = text.indexOf('THE PASSAGE');
    expect(made(text, start, start + 11)).toEqual({
      exact: 'THE PASSAGE',
      prefix: text.slice(start - 32, start),
      suffix: text.slice(start + 11, start + 43),
      start,
      end: start + 11,
    });
  });

  it('has a short context, or none, at the edges of the text', () => {
    expect(made('one two', 0, 3)).toMatchObject({ prefix: '', suffix: ' two' });
    expect(made('one two', 4, 7)).toMatchObject({ prefix: 'one ', suffix: '' });
    expect(made('', 0, 0)).toEqual({ exact: '', prefix: '', suffix: '', start: 0, end: 0 });
  });

  it('counts positions in code points', () => {
    expect(made('😀😀 one', 5, 8)).toMatchObject({ exact: 'one', start: 3, end: 6 });
  });

  it('lets each side grow until it tells the passage apart by itself', () => {
    // Two blocks that differ 40 units before the passage and 100 units after it.
    const block = (mark: string) =>
      `${mark}${'-'.repeat(40)}HERE${'='.repeat(100)}${mark.toLowerCase()} `;
    const text = `${words(30)}${block('A')}${words(30, 30)}${block('B')}${words(30, 60)}`;
    const start = text.lastIndexOf('HERE');
    const selector = made(text, start, start + 4);
    expect([selector.prefix.length, selector.suffix.length]).toEqual([64, 128]);
    expect(text.split(selector.prefix + selector.exact)).toHaveLength(2);
    expect(text.split(selector.exact + selector.suffix)).toHaveLength(2);
  });

  it('stops growing at 512 units a side', () => {
    const text = 'yes '.repeat(2_000);
    const selector = made(text, 4_000, 4_003);
    expect([selector.prefix.length, selector.suffix.length]).toEqual([512, 512]);
  });

  it('never cuts a surrogate pair, at the quotation or at the ends of the context', () => {
    const text = `${'😀'.repeat(30)}yPASSAGEz${'😀'.repeat(30)}`;
    // 32 units from the passage lie inside a pair on both sides; 31 do not.
    expect(made(text, 61, 68)).toMatchObject({
      prefix: `${'😀'.repeat(15)}y`,
      suffix: `z${'😀'.repeat(15)}`,
    });
    expect(made('😀😀', 1, 3)).toMatchObject({ exact: '😀😀', start: 0, end: 2 });
  });

  it('does not begin or end the context inside a letter with its marks, nor inside a joined emoji', () => {
    const letter = 'e\u0301';
    const selector = made(`${letter.repeat(30)}THE${letter.repeat(30)}`.slice(1), 59, 62);
    expect(selector.exact).toBe('THE');
    expect(selector.prefix.startsWith('e')).toBe(true);
    expect(selector.suffix.endsWith('\u0301')).toBe(true);
    const family = '👩\u200D👩\u200D👧';
    const text = `${'.'.repeat(9)}${family}${'-'.repeat(28)}THE${'-'.repeat(28)}${family}${'.'.repeat(9)}`;
    const at = text.indexOf('THE');
    expect(made(text, at, at + 3)).toMatchObject({
      prefix: '-'.repeat(28),
      suffix: '-'.repeat(28),
    });
  });

  it('gives up on clusters without an end and cuts between code points', () => {
    const text = `a${'\u0301'.repeat(500)}THE${'\u0301'.repeat(500)}`;
    const selector = made(text, 501, 504);
    expect(selector.prefix.length).toBeGreaterThan(16);
    expect(selector.suffix.length).toBeGreaterThan(16);
  });

  it.each([
    [-1, 2],
    [2, 1],
    [0, 4],
    [Number.NaN, 2],
  ])('refuses %d to %d in a text of three units', (start, end) => {
    expect(() => made('one', start, end)).toThrow(RangeError);
  });
});
