import { describe, expect, test } from 'vitest';
import { TerminalInput } from '../../../src/reader/terminal/input.ts';
import { Mouse, type MouseReport, reportOf } from '../../../src/reader/terminal/mouse.ts';
import { FakeTerminal } from './fakeTerminal.ts';

describe('a report of the mouse (xterm, mode 1006)', () => {
  test.each<[number, string, MouseReport | null]>([
    [0, 'M', { kind: 'press', column: 11, row: 4 }],
    [0, 'm', { kind: 'release', column: 11, row: 4 }],
    [32, 'M', { kind: 'drag', column: 11, row: 4 }],
    [4, 'M', { kind: 'press', column: 11, row: 4 }],
    [64, 'M', { kind: 'wheel', by: -1, column: 11, row: 4 }],
    [65, 'M', { kind: 'wheel', by: 1, column: 11, row: 4 }],
    [1, 'M', null],
    [2, 'M', null],
    [34, 'M', null],
  ])('button %i %s', (button, end, report) => {
    expect(reportOf(button, 12, 5, end)).toEqual(report);
  });
});

/** What comes through as keys, and what was reported, when chunks arrive one after the other. */
function through(chunks: readonly string[], listens = true) {
  const terminal = new FakeTerminal();
  const input = new TerminalInput(terminal.input, () => undefined);
  const reports: MouseReport[] = [];
  if (listens) input.listenToMouse(report => reports.push(report));
  let keys = '';
  for (const chunk of chunks) {
    terminal.push(chunk);
    for (let read = input.read(); read !== null; read = input.read()) keys += read;
  }
  return { keys, reports };
}

describe('among the keys', () => {
  const TEXT = 'j\u001b[<0;12;5M\u001b[<32;14;5M\u001b[<0;14;5mk';

  test('reports are taken out, wherever two reads part them behind ESC [', () => {
    for (let i = 0; i <= TEXT.length; i++) {
      if (TEXT[i - 1] === '\u001b') continue;
      const { keys, reports } = through([TEXT.slice(0, i), TEXT.slice(i)].filter(Boolean));
      expect({ i, keys, kinds: reports.map(one => one.kind) }).toEqual({
        i,
        keys: 'jk',
        kinds: ['press', 'drag', 'release'],
      });
    }
  });

  test('they are no keys even where nobody listens any more', () => {
    expect(through([TEXT], false)).toEqual({ keys: 'jk', reports: [] });
  });
});

test('the terminal is asked once, and gets its mouse back: at the end, and while another program has it', () => {
  const written: string[] = [];
  const mouse = new Mouse(
    { listenToMouse: () => undefined },
    text => written.push(text),
    () => undefined,
  );
  const [on, off] = ['\u001b[?1002h\u001b[?1006h', '\u001b[?1006l\u001b[?1002l'];
  mouse.want(true);
  mouse.want(true);
  expect(written.splice(0)).toEqual([on]);
  mouse.rest(true);
  mouse.rest(false);
  expect(written.splice(0)).toEqual([off, on]);
  mouse.want(false);
  mouse.rest(true);
  mouse.rest(false);
  expect(written.splice(0)).toEqual([off]);
});
