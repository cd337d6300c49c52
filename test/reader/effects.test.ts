import { describe, expect, test } from 'vitest';
import { Fault } from '../../src/model/fault.ts';
import { plainChoice } from '../../src/model/recipe.ts';
import type { FindEffect } from '../../src/reader/command.ts';
import { reasonOf } from '../../src/reader/reason.ts';
import { report } from './samples.ts';
import { quick, settled, slow } from './slowDisk.ts';

const CHOICE = { ...plainChoice, title: 'Digest' };

describe('flush and quit', () => {
  test('wait for every write', async () => {
    const { disk, runner, write, quits } = slow();
    for (const id of [1, 2]) write(id);
    runner.run({ kind: 'quit' });
    let flushed = false;
    void runner.flush().then(() => {
      flushed = true;
    });
    await disk.finish();
    expect([flushed, quits()]).toEqual([false, 0]);
    await disk.finish();
    expect([flushed, quits()]).toEqual([true, 1]);
  });

  test('do not wait for a disk that refuses', async () => {
    const { disk, runner, write, quits } = slow();
    for (const id of [1, 2]) write(id);
    runner.run({ kind: 'quit' });
    await disk.fail(new Fault('full'));
    expect(quits()).toBe(1);
    await runner.flush();
  });

  test('quit at once when there is nothing to write', async () => {
    const { runner, quits } = quick();
    runner.run({ kind: 'quit' });
    await settled();
    expect(quits()).toBe(1);
  });
});

describe('a search', () => {
  const find = (words: string, request: number, regex = false): FindEffect => ({
    kind: 'find',
    request,
    query: { words, regex },
    text: report.id,
    everywhere: true,
  });

  test('ends the one before it, whose answers are dropped', async () => {
    const { runner, answers } = quick();
    runner.run(find('rail', 1));
    runner.run(find('boat', 2));
    await settled();
    expect(answers.map(answer => 'request' in answer && answer.request)).toEqual([2, 2]);
  });

  test('for what is no expression says why, and looks no further', async () => {
    const { runner, answers } = quick();
    runner.run(find('(', 1, true));
    await settled();
    expect(answers).toEqual([{ kind: 'notSearchable', request: 1, reason: 'missing closing )' }]);
  });
});

describe('the other effects', () => {
  test('answer with what they were asked for', async () => {
    const { runner, answers } = quick();
    runner.run({ kind: 'readLibrary' });
    runner.run({ kind: 'openText', id: report.id });
    runner.run({
      kind: 'find',
      request: 3,
      query: { words: 'rail', regex: false },
      text: report.id,
      everywhere: true,
    });
    runner.run({ kind: 'preview', request: 7, choice: CHOICE, fresh: true });
    runner.run({ kind: 'writeDigest', choice: CHOICE, file: 'digest.md', replace: false });
    runner.run({ kind: 'savePlaces', places: {} });
    await settled();
    expect(answers.map(answer => answer.kind).toSorted()).toEqual([
      'digestWritten',
      'found',
      'foundEverywhere',
      'libraryRead',
      'previewed',
      'textOpened',
    ]);
    expect(answers.find(answer => answer.kind === 'found')).toMatchObject({
      request: 3,
      hits: { length: 3 },
    });
    expect(answers.find(answer => answer.kind === 'foundEverywhere')).toMatchObject({
      texts: [
        { text: report.id, hits: 3 },
        { text: 'talk-at-the-pier', hits: 1 },
      ],
    });
    expect(answers.find(answer => answer.kind === 'previewed')).toMatchObject({ request: 7 });
  });

  test('a digest that is there already is said', async () => {
    const { disk, runner, answers } = quick();
    disk.mood = () => ({ turns: 0, full: true });
    runner.run({ kind: 'writeDigest', choice: CHOICE, file: 'digest.md', replace: false });
    await settled();
    expect(answers).toEqual([{ kind: 'digestExists', file: 'digest.md' }]);
  });

  test('that fail say why, and stop nothing else', async () => {
    const { runner, answers, write } = quick();
    runner.run({ kind: 'openText', id: 'gone' });
    write(1);
    await settled();
    expect(answers.find(answer => answer.kind === 'failed')).toEqual({
      kind: 'failed',
      reason: 'gone: no such file or folder',
    });
    expect(answers.map(answer => answer.kind)).toContain('written');
  });
});

test('an error nobody expected is said in one line', () => {
  expect(reasonOf(new TypeError('x is not a function\n    at y'))).toBe(
    'unexpected: x is not a function',
  );
  expect(reasonOf('odd')).toBe('unexpected: odd');
});
