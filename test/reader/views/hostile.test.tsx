import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readTranscript } from '../../../src/model/transcript.ts';
import type { Size } from '../../../src/reader/layout/geometry.ts';
import { paint } from '../../../src/reader/layout/line.ts';
import type { Screen } from '../../../src/reader/views/frame.ts';
import { screenOf } from '../../../src/reader/views/screen.ts';
import { describeCorpus } from '../../support/corpora.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { appOn, dark } from '../appOn.tsx';
import { hostileStates } from '../hostileScenes.ts';
import { CONTROL, screenFaults } from '../screenFaults.ts';
import { reading } from '../session.ts';

/** Without and with memos in the margin and two panes. */
const SMALL: Size = { columns: 80, rows: 24 };
const LARGE: Size = { columns: 120, rows: 36 };

/** Our own colour codes, and nothing else that begins with an escape. */
const SGR = /\u001b\[[\d;]*m/g;

/** What a frame holds that a terminal would obey, but for colours and line ends. */
const obeyed = (frame: string): string | null =>
  CONTROL.exec(frame.replace(SGR, '').replaceAll('\n', ''))?.[0] ?? null;

const painted = ({ lines }: Screen): string => lines.map(line => paint(line, dark)).join('\n');

/** What is wrong with any screen that shows these words. */
function faultsWith(words: string, size: Size): string[] {
  return Object.entries(hostileStates(words, size)).flatMap(([name, state]) => {
    const screen = screenOf(state);
    const control = obeyed(painted(screen));
    const faults = control === null ? [] : [`a raw ${JSON.stringify(control)}`];
    return [...faults, ...screenFaults(state, screen)].map(fault => `${name}: ${fault}`);
  });
}

const ATTACKS: readonly (readonly [string, string])[] = [
  ['clears the screen', '\u001b[2J\u001b[H'],
  ['conceals what follows', '\u001b[8mhidden\u001b[28m'],
  ['sets the title', '\u001b]0;owned\u0007'],
  ['writes the clipboard', '\u001b]52;c;aGk=\u001b\\'],
  ['links elsewhere', '\u001b]8;;http://example.org\u001b\\text\u001b]8;;\u001b\\'],
  ['the same in C1', '\u009b2J\u009d0;owned\u009c'],
  ['asks the terminal', '\u001b[6n\u001b[c\u0005'],
  ['goes back over what is there', 'safe\r\u0008\u0008\u007fevil'],
  ['turns the line around', '\u202eevil\u202c \u2066x\u2069 \u200f'],
  ['line separators', 'one\u2028two\u2029three\u0085four\u000bfive\u000c'],
  ['half a character', '\ud83d and \udc00'],
  ['invisible tags', `a${String.fromCodePoint(0xe0041, 0xe007f)}b`],
  ['a NUL', 'a\u0000b'],
  ['a tab and a line end', 'a\tb\nc'],
  ['more marks than a letter can carry', `Z${'\u0301'.repeat(300)}`],
  ['a very long word', 'w'.repeat(5000)],
  ['wide and joined', '漢字かな'.repeat(30) + '👨‍👩‍👧‍👦'.repeat(30)],
  ['nothing', ''],
  ['white space', ' \u00a0\u3000 '],
];

describe('words that attack a terminal', () => {
  test.each(ATTACKS)('%s', (_, words) => {
    expect([...faultsWith(words, SMALL), ...faultsWith(words, LARGE)]).toEqual([]);
  });

  test.each(ATTACKS)('%s, as Ink draws it', async (_, words) => {
    for (const [name, state] of Object.entries(hostileStates(words, LARGE))) {
      using screen = await renderScreen(appOn(state, dark).tree, state.size);
      expect(screen.frames.map(obeyed), name).toEqual(screen.frames.map(() => null));
      expect(screen.frame().split('\n'), name).toHaveLength(state.size.rows);
    }
  });

  test('are shown as symbols, not left out', () => {
    const { reading: state } = hostileStates('\u001b[2J', SMALL);
    const frame = state ? painted(screenOf(state)) : '';
    expect(frame.match(/␛\[2J/g)?.length).toBeGreaterThan(4);
  });
});

describeCorpus('corpora/blns', 516, folder => {
  const strings = z
    .array(z.string())
    .parse(JSON.parse(readFileSync(join(folder, 'blns.json'), 'utf8')));

  test.each(strings.map((words, i) => [i, words] as const))(
    'string %i in every place',
    (i, words) => {
      expect(faultsWith(words, i % 2 === 0 ? SMALL : LARGE)).toEqual([]);
    },
  );

  test('all of them as one text, paged through in Ink', async () => {
    const transcript = readTranscript('naughty.txt', strings.join('\n\n'));
    const { state } = reading({ transcript });
    const app = appOn(state, dark);
    using screen = await renderScreen(app.tree, state.size);
    const last = transcript.paragraphs.count - 1;
    for (let page = 0; page < last && app.store.get().reading?.place.current !== last; page++)
      await screen.press('Space');
    expect(app.store.get().reading?.place.current).toBe(last);
    expect(screen.frames.map(obeyed).filter(control => control !== null)).toEqual([]);
  });
});
