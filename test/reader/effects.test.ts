import { describe, expect, test } from 'vitest';
import { Fault } from '../../src/model/fault.ts';
import { plainChoice } from '../../src/model/recipe.ts';
import type { Step, StepOutcome } from '../../src/model/step.ts';
import type { Command, FindEffect } from '../../src/reader/command.ts';
import { EffectRunner } from '../../src/reader/effects.ts';
import { reasonOf } from '../../src/reader/reason.ts';
import { FakeDisk } from './fakeDisk.ts';
import { codebook, dialogue, report } from './samples.ts';

const step = (label: string): Step => ({
  label,
  coder: 'alex',
  themes: [],
  pages: [{ text: report.id, edits: [] }],
});
const CHOICE = { ...plainChoice, title: 'Digest' };

/** A disk whose writes wait until they are let go, one by one. */
class SlowDisk extends FakeDisk {
  readonly begun: string[] = [];
  private readonly waiting: PromiseWithResolvers<StepOutcome>[] = [];

  override write(one: Step): Promise<StepOutcome> {
    this.begun.push(one.label);
    const gate = Promise.withResolvers<StepOutcome>();
    this.waiting.push(gate);
    return gate.promise;
  }

  async finish(): Promise<void> {
    const label = this.begun.at(-1) ?? '';
    await this.answer(gate => gate.resolve({ kind: 'written', step: step(label) }));
  }

  refuse = (reason: string) => this.answer(gate => gate.resolve({ kind: 'refused', reason }));
  fail = (cause: unknown) => this.answer(gate => gate.reject(cause));

  private async answer(give: (gate: PromiseWithResolvers<StepOutcome>) => void): Promise<void> {
    const gate = this.waiting.shift();
    if (!gate) throw new Error('nothing is being written');
    give(gate);
    await settled();
  }
}

/** Lets everything run that waits for nothing but its turn. */
const settled = () => new Promise(resolve => setImmediate(resolve));

function runnerOn<Disk extends FakeDisk>(disk: Disk) {
  const answers: Command[] = [];
  let quits = 0;
  const runner = new EffectRunner(
    disk,
    command => answers.push(command),
    () => {
      quits++;
    },
  );
  const write = (id: number, label = `step ${id}`) =>
    runner.run({ kind: 'write', id, step: step(label), undoes: false });
  return { disk, runner, answers, write, quits: () => quits };
}

const slow = () => runnerOn(new SlowDisk([report, dialogue], codebook));
const quick = () => runnerOn(new FakeDisk([report, dialogue], codebook));

describe('writes', () => {
  test('go to the disk one after the other, in the order of the keys', async () => {
    const { disk, write, answers } = slow();
    for (const id of [1, 2, 3]) write(id);
    await settled();
    expect(disk.begun).toEqual(['step 1']);
    await disk.finish();
    expect(disk.begun).toEqual(['step 1', 'step 2']);
    await disk.finish();
    await disk.finish();
    expect(answers.map(answer => answer.kind === 'written' && answer.id)).toEqual([1, 2, 3]);
  });

  test('stop at the first that the disk refuses, and wait', async () => {
    const { disk, write, answers } = slow();
    for (const id of [1, 2]) write(id);
    await disk.fail(new Fault('page.json: the disk is full'));
    write(3);
    await settled();
    expect(disk.begun).toEqual(['step 1']);
    expect(answers).toEqual([{ kind: 'notWritten', reason: 'page.json: the disk is full' }]);
  });

  test('are all tried again, that one first', async () => {
    const { disk, runner, write, answers } = slow();
    for (const id of [1, 2]) write(id);
    await disk.fail(new Fault('full'));
    runner.run({ kind: 'retry' });
    await settled();
    await disk.finish();
    await disk.finish();
    expect(disk.begun).toEqual(['step 1', 'step 1', 'step 2']);
    expect(answers.map(answer => answer.kind)).toEqual(['notWritten', 'written', 'written']);
  });

  test('that fail again say so again', async () => {
    const { disk, runner, write, answers } = slow();
    write(1);
    await disk.fail(new Fault('full'));
    runner.run({ kind: 'retry' });
    await settled();
    await disk.fail(new Fault('still full'));
    expect(answers.map(answer => 'reason' in answer && answer.reason)).toEqual([
      'full',
      'still full',
    ]);
  });

  test('that another writer stands in the way of bring what is on the disk, and the next goes on', async () => {
    const { disk, write, answers } = slow();
    for (const id of [1, 2]) write(id);
    await disk.refuse('not done: it was changed');
    expect(answers).toEqual([
      {
        kind: 'refused',
        id: 1,
        reason: 'not done: it was changed',
        pages: [{ text: report.id, placed: [] }],
        codebook,
      },
    ]);
    expect(disk.begun).toEqual(['step 1', 'step 2']);
  });

  test.each([
    [
      'the reason of the system, without the way to the file',
      new Fault('/a/very/long/way/page.json could not be written: the disk is full; try again', {
        file: '/a/very/long/way/page.json',
        cause: Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' }),
      }),
      'the disk is full',
    ],
    [
      'the name of the file alone',
      new Fault('/a/way/page.json is a link: nothing was written', { file: '/a/way/page.json' }),
      'page.json is a link: nothing was written',
    ],
    ['what the fault says', new Fault('Locked by sam'), 'Locked by sam'],
    [
      'that nobody expected it',
      new TypeError('x is not a function\n at …'),
      'unexpected: x is not a function',
    ],
  ])('that fail give %s', async (_, cause, reason) => {
    const { disk, write, answers } = slow();
    write(1);
    await disk.fail(cause);
    expect(answers).toEqual([{ kind: 'notWritten', reason }]);
  });
});

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
