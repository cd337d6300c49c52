import { afterEach, describe, expect, test, vi } from 'vitest';
import { ended, onSignals, sayAfterwards } from '../../../src/reader/terminal/ending.ts';

const said: string[] = [];

function listen(): void {
  vi.spyOn(process.stderr, 'write').mockImplementation(text => said.push(String(text)) > 0);
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  said.length = 0;
});

describe('a crash', () => {
  test('is status 1, and said in one line once the terminal is restored', () => {
    listen();
    expect(ended(new TypeError('x is not a function\n    at somewhere'))).toBe(1);
    expect(said).toEqual([]);
    sayAfterwards();
    expect(said).toEqual([
      'marginalia: the reader stopped: x is not a function. What was said to be saved is on the disk\n',
    ]);
    sayAfterwards();
    expect(said).toHaveLength(1);
  });

  test('shows its stack with MARGINALIA_DEBUG=1 only', () => {
    listen();
    vi.stubEnv('MARGINALIA_DEBUG', '1');
    ended(new TypeError('broken'));
    sayAfterwards();
    expect(said.join('')).toContain('ending.test.ts');
  });
});

describe('signals', () => {
  const here = { isAway: false };

  test('Ctrl+C is the editor’s while it has the terminal', () => {
    const statuses: number[] = [];
    const loan = { isAway: true };
    const stop = onSignals(loan, async one => void statuses.push(one));
    process.listeners('SIGINT').at(-1)?.('SIGINT');
    process.listeners('SIGTERM').at(-1)?.('SIGTERM');
    stop();
    expect(statuses).toEqual([143]);
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s ends with status %i', (signal, status) => {
    const statuses: number[] = [];
    const stop = onSignals(here, async one => void statuses.push(one));
    process.listeners(signal).at(-1)?.(signal);
    stop();
    expect(statuses).toEqual([status]);
  });

  test('nobody listens any more afterwards', () => {
    const events = ['SIGINT', 'SIGTERM', 'SIGHUP', 'uncaughtException', 'unhandledRejection'];
    const count = () => events.map(event => process.listenerCount(event));
    const before = count();
    const stop = onSignals(here, async () => undefined);
    expect(count()).toEqual(before.map(n => n + 1));
    stop();
    expect(count()).toEqual(before);
  });
});
