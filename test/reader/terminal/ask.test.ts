import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { askTerminal } from '../../../src/reader/terminal/ask.ts';
import { FakeTerminal } from './fakeTerminal.ts';

function ask() {
  const terminal = new FakeTerminal();
  return { terminal, ...askTerminal(terminal.input, terminal.output) };
}

const ANSWER = '\u001b]11;rgb:ffff/ffff/ffff\u0007';

describe('asking the terminal for its background', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('asks at once, in raw mode, and tells what was answered', async () => {
    const { terminal, background } = ask();
    expect(terminal.heard).toEqual(['\u001b]11;?\u001b\\\u001b[c']);
    expect(terminal.raw).toBe(true);
    terminal.say(ANSWER);
    expect(await background).toEqual([1, 1, 1]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('does not wait for a terminal that answers the second question alone', async () => {
    const { terminal, input, background } = ask();
    terminal.say('j\u001b[?62;22c');
    expect(await background).toBeNull();
    expect(input.read()).toBe('j');
  });

  test('waits for 100 ms and no longer', async () => {
    const { background } = ask();
    let answered: unknown = 'waiting';
    void background.then(answer => {
      answered = answer;
    });
    await vi.advanceTimersByTimeAsync(99);
    expect(answered).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1);
    expect(answered).toBeNull();
  });

  test('keeps the keys that are pressed meanwhile', async () => {
    const { terminal, input, background } = ask();
    terminal.say('jj');
    terminal.say(`1${ANSWER}2`);
    await background;
    expect(input.read()).toBe('jj12');
    expect(input.read()).toBeNull();
  });

  test('drops an answer that comes late, and never takes it for keys', async () => {
    const { terminal, input, background } = ask();
    await vi.advanceTimersByTimeAsync(100);
    expect(await background).toBeNull();
    terminal.push(ANSWER);
    expect(input.read()).toBeNull();
    terminal.push('q');
    expect(input.read()).toBe('q');
  });

  test('does not wait for a terminal that knows no colours', async () => {
    const { terminal, background } = ask();
    terminal.say('\u001b[?62c');
    expect(await background).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('an answer to something else is no background', async () => {
    const { terminal, background } = ask();
    terminal.say('\u001b]10;rgb:ffff/ffff/ffff\u0007');
    expect(await background).toBeNull();
  });

  test('afterwards hears nothing more itself', async () => {
    const { terminal, background } = ask();
    terminal.say(ANSWER);
    await background;
    expect(terminal.listenerCount('readable')).toBe(0);
  });
});
