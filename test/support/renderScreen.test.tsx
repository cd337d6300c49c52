import { type Key, Text, useApp, useInput, usePaste, useWindowSize } from 'ink';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { renderScreen } from './renderScreen.tsx';

/** Shows the size and every key and paste that arrived. */
function Probe() {
  const [heard, setHeard] = useState<string[]>([]);
  const { columns, rows } = useWindowSize();
  const { exit } = useApp();
  const hear = (what: string) => setHeard(before => [...before, what]);
  usePaste(text => hear(`paste(${text})`));
  const acts: Record<string, () => void> = {
    q: () => exit('left'),
    '!': () => exit(new Error('broken')),
    w: () => setTimeout(() => hear('late'), 30),
  };
  useInput((input, key) => {
    const act = acts[input];
    if (act) act();
    else hear(nameOf(input, key));
  });
  return (
    <Text wrap="truncate">
      {columns}x{rows} <Text color="#61bffa">{heard.join(',')}</Text>
    </Text>
  );
}

function nameOf(input: string, key: Key): string {
  if (key.escape) return 'Esc';
  if (key.return) return 'Enter';
  return key.ctrl ? `Ctrl+${input}` : input;
}

test('keys arrive one by one, chunks of a burst as they were sent', async () => {
  using screen = await renderScreen(<Probe />, { columns: 60, rows: 10 });
  await screen.press('jk', 'Enter', 'Esc', 'Ctrl+R');
  await screen.burst('ab', 'c');
  await screen.paste('two\nlines');
  expect(screen.text()).toBe('60x10 j,k,Enter,Esc,Ctrl+r,ab,c,paste(two\nlines)');
});

test('a resize is followed, and the frame is no wider than the screen', async () => {
  using screen = await renderScreen(<Probe />, { columns: 60, rows: 10 });
  await screen.type('abcdefghij');
  await screen.resize(12, 5);
  expect(screen.lines()).toEqual(['12x5 a,b,c,…']);
});

test('colours are those of the cells', async () => {
  using screen = await renderScreen(<Probe />);
  await screen.press('x');
  const grid = await screen.grid();
  expect(grid.styleOf('x')).toMatchObject({ colour: null });
  expect(grid.cells(0)[6]).toMatchObject({ text: 'x', colour: '#61bffa', bold: false });
});

test('what comes later can be waited for', async () => {
  using screen = await renderScreen(<Probe />);
  await screen.press('w');
  expect(screen.text()).not.toContain('late');
  await screen.waitFor('late');
  await expect(screen.waitFor('never', 30)).rejects.toThrow('80x24 late');
});

test('the end of the tree is seen, and the last frame with it', async () => {
  const screen = await renderScreen(<Probe />);
  await screen.press('z', 'q');
  expect(screen.ended).toEqual({ value: 'left' });
  expect(screen.text()).toBe('80x24 z');
});

test('an error is seen', async () => {
  const screen = await renderScreen(<Probe />);
  await screen.press('!');
  expect(screen.ended).toEqual({ error: new Error('broken') });
});
