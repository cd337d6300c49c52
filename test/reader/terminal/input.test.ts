import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ASK_BACKGROUND, backgroundOf, TerminalInput } from '../../../src/reader/terminal/input.ts';
import { FakeTerminal } from './fakeTerminal.ts';

function fakeInput() {
  const answers: string[] = [];
  const terminal = new FakeTerminal();
  return {
    terminal,
    answers,
    input: new TerminalInput(terminal.input, body => answers.push(body)),
  };
}

/** Everything that comes through when chunks arrive one after the other, each read as Ink reads it. */
function through(chunks: readonly string[]): { keys: string; answers: string[] } {
  const { terminal, input, answers } = fakeInput();
  let keys = '';
  for (const chunk of chunks) {
    terminal.push(chunk);
    for (let read = input.read(); read !== null; read = input.read()) keys += read;
  }
  return { keys, answers };
}

const BODY = '11;rgb:1414/1616/1b1b';
/** The terminal's colours, in both spellings, and the device attributes that every terminal tells last. */
const COLOURS = [`\u001b]${BODY}\u0007`, `\u001b]${BODY}\u001b\\`];
const DEVICE = '\u001b[?64;1;22c';

describe('answers of the terminal', () => {
  test.each(COLOURS)(
    '%j is taken out wherever it is split, and the keys around it are kept',
    colours => {
      const text = `j1${colours}${DEVICE}2k`;
      for (let i = 0; i <= text.length; i++) {
        for (let j = i; j <= text.length; j++) {
          const chunks = [text.slice(0, i), text.slice(i, j), text.slice(j)].filter(Boolean);
          expect(through(chunks), JSON.stringify(chunks)).toEqual({
            keys: 'j12k',
            answers: [BODY, ''],
          });
        }
      }
    },
  );

  test.each(COLOURS)('%j may come byte by byte', colours => {
    const chunks = [...`x${colours}y${DEVICE}z`];
    expect(through(chunks)).toEqual({ keys: 'xyz', answers: [BODY, ''] });
  });

  test('are read past: a stream that is not read to its end stops listening', () => {
    const { terminal, input } = fakeInput();
    const read = vi.spyOn(terminal, 'read');
    terminal.push(`${COLOURS[0]}${DEVICE}`);
    expect(input.read()).toBeNull();
    expect(read.mock.results.at(-1)?.value).toBeNull();
    terminal.push(DEVICE);
    terminal.push('j');
    expect(input.read()).toBe('j');
  });

  test('of a terminal that knows no colours', () => {
    expect(through(['j\u001b', '[', '?6', '2c1'])).toEqual({ keys: 'j1', answers: [''] });
  });

  test('that nobody asked for are dropped as well', () => {
    const { keys, answers } = through([`x${DEVICE}`, `${COLOURS[1]}z`, '\u001b[A']);
    expect({ keys, answers }).toEqual({ keys: 'xz\u001b[A', answers: ['', BODY] });
  });

  test('that come late, after many keys', () => {
    const { keys, answers } = through(['j', 'j', '1', COLOURS[1] ?? '', 'u', DEVICE, 'q']);
    expect(keys).toBe('jj1uq');
    expect(answers).toEqual([BODY, '']);
  });

  test('keys alone come through as they are, sequences whole', () => {
    const keys = [
      '\u001b[A',
      '\u001b',
      'j',
      '\u001bb',
      '\u001b[200~a paste\u001b[201~',
      '\u007f',
      'é漢',
    ];
    expect(through(keys)).toEqual({ keys: keys.join(''), answers: [] });
  });

  test('any keys around the answers, in any chunks', () => {
    const keys = fc.constantFrom('j', '1', '\r', '\u001b[B', '漢', '\u0003', '[', ']', '?', 'c');
    const some = fc.array(keys, { maxLength: 8 });
    const parts = fc.tuple(some, fc.constantFrom(...COLOURS), some, fc.constant(DEVICE), some);
    fc.assert(
      fc.property(parts, fc.array(fc.nat(200), { maxLength: 8 }), (list, cuts) => {
        const [before, colours, between, device, after] = list;
        const typed = [...before, ...between, ...after].join('');
        const text = [...before, colours, ...between, device, ...after].join('');
        const edges = [...new Set([0, ...cuts.map(cut => cut % (text.length + 1)), text.length])];
        const sorted = edges.toSorted((a, b) => a - b);
        const chunks = sorted.slice(1).map((end, i) => text.slice(sorted[i], end));
        expect(through(chunks)).toEqual({ keys: typed, answers: [BODY, ''] });
      }),
      { numRuns: 1000, seed: 20261122 },
    );
  });

  test('what only begins like one is given back once it is too long to be one', () => {
    const text = `\u001b]${'x'.repeat(400)}`;
    expect(through([text]).keys).toBe(text);
  });
});

describe('Esc', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('is the key when nothing follows it for 20 ms, and Ink is told', () => {
    const { terminal, input } = fakeInput();
    let told = 0;
    input.stream.on('readable', () => told++);
    terminal.push('j\u001b');
    expect(input.read()).toBe('j');
    vi.advanceTimersByTime(19);
    expect([input.read(), told]).toEqual([null, 0]);
    vi.advanceTimersByTime(1);
    expect([input.read(), told]).toEqual(['\u001b', 1]);
    expect(input.read()).toBeNull();
  });

  test.each(['\u001b[', '\u001b]'])('so is %j, which is a chord', chord => {
    const { terminal, input } = fakeInput();
    terminal.push(chord);
    expect(input.read()).toBeNull();
    vi.advanceTimersByTime(20);
    expect(input.read()).toBe(chord);
  });

  test('is not held back once the terminal has answered, nor is a chord', () => {
    const { terminal, input } = fakeInput();
    terminal.push(COLOURS[0] + DEVICE);
    input.read();
    for (const keys of ['\u001b', '\u001b]', 'j', '\u001b[']) {
      terminal.push(keys);
      expect(input.read()).toBe(keys);
    }
    expect(vi.getTimerCount()).toBe(0);
  });
});

test('keys that were read before Ink are read first', () => {
  const { terminal, input } = fakeInput();
  input.keep('jj');
  terminal.push('1');
  expect(input.read()).toBe('jj1');
  expect(input.read()).toBeNull();
  input.keep('k');
  expect(input.read()).toBe('k');
});

test('for Ink it is the stream itself, but for what is read', () => {
  const { terminal, input } = fakeInput();
  terminal.push(`a${COLOURS[0]}`);
  expect(input.stream.read()).toBe('a');
  let heard = 0;
  input.stream.on('readable', () => heard++);
  terminal.emit('readable');
  expect(heard).toBe(1);
});

describe('the background', () => {
  test.each<[string, [number, number, number] | null]>([
    ['11;rgb:0000/0000/0000', [0, 0, 0]],
    ['11;rgb:ffff/ffff/ffff', [1, 1, 1]],
    ['11;rgb:ff/00/80', [1, 0, 128 / 255]],
    ['11;rgba:0000/ffff/0000/ffff', [0, 1, 0]],
    ['11;rgb:f/0/f', [1, 0, 1]],
    ['10;rgb:ffff/ffff/ffff', null],
    ['11;?', null],
    ['', null],
  ])('%s', (body, colour) => {
    expect(backgroundOf(body)).toEqual(colour);
  });

  test('is asked for by OSC 11, and then what every terminal answers', () => {
    expect(ASK_BACKGROUND).toBe('\u001b]11;?\u001b\\\u001b[c');
  });
});
