import { expect, test } from 'vitest';
import type { Step, StepOutcome } from '../../src/model/step.ts';
import type { Command } from '../../src/reader/command.ts';
import { EffectRunner } from '../../src/reader/effects.ts';
import { FakeDisk } from './fakeDisk.ts';
import { codebook, report } from './samples.ts';

const step: Step = { label: 'step', coder: 'alex', themes: [], pages: [] };

/** A disk that others write to all the time, and whose own writes wait until they are let go. */
class Shared extends FakeDisk {
  readonly asked: [whole: boolean, fresh: boolean][] = [];
  readonly gate = Promise.withResolvers<StepOutcome>();

  override write(): Promise<StepOutcome> {
    return this.gate.promise;
  }

  override async lookAround(whole: boolean, fresh: boolean) {
    this.asked.push([whole, fresh]);
    return whole ? await this.readLibrary() : { codebook };
  }
}

/** Lets everything run that waits for nothing but its turn. */
const settled = () => new Promise(resolve => setImmediate(resolve));

function running() {
  const disk = new Shared([report], codebook, []);
  const answers: Command[] = [];
  const runner = new EffectRunner(
    disk,
    command => answers.push(command),
    () => undefined,
  );
  return { disk, runner, kinds: () => answers.map(({ kind }) => kind) };
}

test('what is new is told; without the texts the codebook alone', async () => {
  const { runner, kinds } = running();
  runner.run({ kind: 'lookAround', whole: true });
  await settled();
  runner.run({ kind: 'lookAround', whole: false });
  await settled();
  expect(kinds()).toEqual(['libraryRead', 'codebookRead']);
});

test('what was read while a step was written is read again afterwards', async () => {
  const { disk, runner, kinds } = running();
  runner.run({ kind: 'lookAround', whole: true });
  runner.run({ kind: 'write', id: 1, step, undoes: false });
  await settled();
  expect(kinds()).toEqual([]);
  disk.gate.resolve({ kind: 'written', step });
  await settled();
  runner.run({ kind: 'lookAround', whole: true });
  await settled();
  expect(disk.asked).toEqual([
    [true, false],
    [true, true],
  ]);
  expect(kinds()).toEqual(['written', 'libraryRead']);
});
