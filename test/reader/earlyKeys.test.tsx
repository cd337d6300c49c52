import { expect, test } from 'vitest';
import { opened } from './opened.tsx';
import { report } from './samples.ts';
import { firstState } from './session.ts';

const textOpened = {
  kind: 'textOpened',
  transcript: report,
  placed: [],
  locked: null,
} as const;

/** The library, and the transcript asked for whose cursor it is on. */
const library = () => opened(firstState());
const opens = (effects: readonly { kind: string }[]) =>
  effects.filter(({ kind }) => kind === 'openText').length;

test('keys that are quicker than the transcript are pressed in it, in their order', async () => {
  using app = await library();
  await app.screen.burst('\r', 'jj1j');
  expect([app.state.page, app.state.library.cursor]).toEqual(['library', 0]);
  app.store.dispatch(textOpened);
  await app.screen.burst('2');
  expect(app.tags()).toEqual(['safety', 'money']);
  expect(app.state.reading?.place.current).toBe(3);
});

test('words for a field that such a key opens arrive in it', async () => {
  using app = await library();
  await app.screen.burst('\rtweath\rj');
  app.store.dispatch(textOpened);
  await app.screen.burst('.');
  expect(app.tags()).toEqual(['weather', 'weather']);
});

test('a transcript that cannot be opened takes what waits for it to where one is', async () => {
  using app = await library();
  await app.screen.burst('\r', 'D');
  expect(app.state.layer).toBeNull();
  app.store.dispatch({ kind: 'failed', reason: 'report.txt: it is gone' });
  await app.screen.burst();
  expect(app.state.layer?.kind).toBe('digest');
});

test('Esc and q are for what is on the screen; what waited before them is dropped', async () => {
  using app = await library();
  await app.screen.burst('\r', 'jj');
  await app.screen.press('Esc');
  app.store.dispatch(textOpened);
  await app.screen.burst('j');
  expect(app.state.reading?.place.current).toBe(1);
  expect(opens(app.effects)).toBe(1);
});
