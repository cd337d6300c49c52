import { expect, test } from 'vitest';
import { statusWords } from '../../../src/reader/views/bottom.ts';
import { report, tagOn } from '../samples.ts';
import { reading } from '../session.ts';

const saved = () => reading({ placed: [tagOn(report, 1)], state: { save: { kind: 'saved' } } });

test('saved stands before what was done, not before what could not be', () => {
  expect(statusWords(saved().state)).toBe('saved');
  expect(statusWords(saved().press('5').state)).toBe('no theme is on 5 · t lists them all');
  const session = saved().press('1').save();
  expect(statusWords(session.state)).toBe('saved · took off Safety');
  session.send({ kind: 'settingSaved', says: 'map off' });
  expect(statusWords(session.state)).toBe('saved · map off');
});

test('Enter in a field takes an earlier warning away', () => {
  const session = saved().press('T', 'S', 'Enter');
  expect(session.state.message?.warns).toBe(true);
  expect(session.type('Night work').press('Enter').state.message).toBeNull();
});
