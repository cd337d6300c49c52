import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Command } from '../../src/reader/command.ts';
import { EffectRunner } from '../../src/reader/effects.ts';
import { FakeDisk } from './fakeDisk.ts';
import { pierPage } from './importSamples.ts';
import { codebook, report } from './samples.ts';

test('an import is read and refused, written and shown with the library, or not written', async () => {
  const disk = new FakeDisk([report], codebook);
  const answers: Command[] = [];
  const runner = new EffectRunner(
    disk,
    answer => answers.push(answer),
    () => undefined,
  );
  runner.run({ kind: 'planImport', request: 4, words: 'gone' });
  runner.run({ kind: 'planImport', request: 5, words: 'pier.html' });
  runner.run({ kind: 'writeImport', review: pierPage.review });
  await setImmediate();
  disk.mood = () => ({ turns: 0, full: true });
  runner.run({ kind: 'writeImport', review: pierPage.review });
  await setImmediate();
  expect(answers).toMatchObject([
    { kind: 'importRefused', request: 4, reason: 'no such file or folder. Check the name' },
    { kind: 'importPlanned', request: 5, plan: { source: pierPage.source } },
    { kind: 'imported', library: { texts: [{ id: report.id }] } },
    { kind: 'notImported', reason: 'texts/pier.md: the disk is full' },
  ]);
  expect(disk.imports).toEqual([pierPage.review]);
});
