import { expect, test } from 'vitest';
import { Fault } from '../../src/model/fault.ts';
import type { Step, StepOutcome } from '../../src/model/step.ts';
import type { Command } from '../../src/reader/command.ts';
import { EffectRunner } from '../../src/reader/effects.ts';
import { FakeDisk } from './fakeDisk.ts';
import { codebook, report } from './samples.ts';

/** Lets everything run that waits for nothing but its turn. */
const settled = () => new Promise(resolve => setImmediate(resolve));

const nothing: Step = { label: 'nothing', coder: 'alex', themes: [], pages: [] };

function runnerOn(disk: FakeDisk) {
  const answers: Command[] = [];
  const runner = new EffectRunner(
    disk,
    command => answers.push(command),
    () => undefined,
  );
  return { runner, answers };
}

test('suggestions are looked for when everything on its way to the disk is there', async () => {
  const disk = new FakeDisk([report], codebook);
  const gate = Promise.withResolvers<StepOutcome>();
  disk.write = () => gate.promise;
  const { runner, answers } = runnerOn(disk);
  runner.run({ kind: 'write', id: 1, step: nothing, undoes: false });
  runner.run({ kind: 'suggest', request: 7, text: report.id });
  await settled();
  expect(answers).toEqual([]);
  gate.resolve({ kind: 'written', step: nothing });
  await settled();
  expect(answers.map(one => one.kind)).toEqual(['written', 'suggested']);
  expect(answers[1]).toMatchObject({ request: 7, problem: null });
});

test('what keeps them from being found is answered with the reason', async () => {
  const disk = new FakeDisk([report], codebook);
  disk.suggest = () => Promise.reject(new Fault('codebook.json: broken'));
  const { runner, answers } = runnerOn(disk);
  runner.run({ kind: 'suggest', request: 7, text: report.id });
  await settled();
  expect(answers).toEqual([
    { kind: 'suggested', request: 7, found: [], problem: 'codebook.json: broken' },
  ]);
});
