import type { Step, StepOutcome } from '../../src/model/step.ts';
import type { Command } from '../../src/reader/command.ts';
import { EffectRunner } from '../../src/reader/effects.ts';
import { FakeDisk } from './fakeDisk.ts';
import { codebook, dialogue, report } from './samples.ts';

/** A step that changes nothing. */
export const step = (label: string): Step => ({
  label,
  coder: 'alex',
  themes: [],
  pages: [{ text: report.id, edits: [] }],
});

/** A disk whose writes wait until they are let go, one by one. */
export class SlowDisk extends FakeDisk {
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
export const settled = () => new Promise(resolve => setImmediate(resolve));

/** A runner of effects with all that it answered. */
export function runnerOn<Disk extends FakeDisk>(disk: Disk) {
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

/** A runner of effects on a disk whose writes wait. */
export const slow = () => runnerOn(new SlowDisk([report, dialogue], codebook));
/** The same on one that writes at once. */
export const quick = () => runnerOn(new FakeDisk([report, dialogue], codebook));
