import { describe, expect, test } from 'vitest';
import { Fault } from '../../src/model/fault.ts';
import type { Step } from '../../src/model/step.ts';
import { annotationOn, codebook, report } from './samples.ts';
import { quick, settled, slow, step } from './slowDisk.ts';

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

describe('what does not get to the disk', () => {
  const memo = (label: string): Step => {
    const one = annotationOn(report, { start: 0, end: 1 });
    const before = { annotation: one.annotation, range: { start: 0, end: 1 } };
    const after = { ...before, annotation: { ...one.annotation, memo: label } };
    return { ...step(label), pages: [{ text: report.id, edits: [{ before, after }] }] };
  };
  const refused = async (one: Step, undoes = false) => {
    const { disk, runner, answers } = slow();
    runner.run({ kind: 'write', id: 1, step: one, undoes });
    await disk.refuse('not done: another writer was quicker');
    await settled();
    return { kept: disk.kept, reason: answers.map(answer => 'reason' in answer && answer.reason) };
  };

  test('because of another writer is left beside the file, and that is said', async () => {
    const one = memo('Typed.');
    expect(await refused(one)).toEqual({
      kept: [one],
      reason: [
        'not done: another writer was quicker; your version is in annotations/alex/night-ferry.conflict-20261103-090000.json',
      ],
    });
  });

  test('and was an undo, or nothing that was typed, is not', async () => {
    const nothing = { kept: [], reason: ['not done: another writer was quicker'] };
    expect(await refused(memo('Typed.'), true)).toEqual(nothing);
    expect(await refused(step('a star'))).toEqual(nothing);
  });

  test('before the end is left there as well, all that waits in its order', async () => {
    const { disk, runner, write } = slow();
    for (const id of [1, 2, 3]) write(id);
    await disk.finish();
    await disk.fail(new Fault('full'));
    expect(await runner.leave(1_000)).toBe(
      'what was not saved is in annotations/alex/night-ferry.conflict-20261103-090000.json',
    );
    expect(disk.kept.map(({ label }) => label)).toEqual(['step 2', 'step 3']);
  });

  test('because the disk hangs is not waited for longer than one is told', async () => {
    const { disk, runner, write } = slow();
    write(1);
    expect(await runner.leave(5)).toContain('what was not saved is in');
    expect(disk.kept.map(({ label }) => label)).toEqual(['step 1']);
  });

  test('is nothing where all is saved', async () => {
    const { runner, write } = quick();
    write(1);
    expect(await runner.leave(1_000)).toBeNull();
  });
});
