import { spawnSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { createVitest } from 'vitest/node';
import { type Counts, countsLine, countTests } from './counts.ts';
import { REPOSITORY } from './project.ts';

/**
 * `npm test`: format, lint, types, build, then all tests. A check that fails counts as one failure and
 * the rest still runs. The last line is the sum. `--long` gives the slow tests their full length.
 */
const CHECKS: ReadonlyArray<readonly [string, ...string[]]> = [
  ['biome', 'ci', '--colors=off'],
  ['tsc', '-p', '.'],
  ['rolldown', '-c'],
];

// Imported by a test, it would run that test again, and so on.
if (process.env.VITEST) throw new Error('this file is npm test: it is not to be imported');

const isLong = process.argv.includes('--long');
/** When to give up on a test that never ends, in milliseconds: the last line must come all the same. */
const PATIENCE = (isLong ? 180 : 15) * 60_000;

process.chdir(REPOSITORY);
if (isLong) process.env.MARGINALIA_LONG = '1';
const failed = CHECKS.filter(([command, ...args]) => !succeeds(command, args));
const counts = await runTests();
counts.failed += failed.length;
for (const check of failed) console.log(`failed: ${check.join(' ')}`);
console.log(countsLine(counts));
// What a test left running must not keep the run from ending.
process.exit(counts.failed > 0 || counts.passed === 0 ? 1 : 0);

function succeeds(command: string, args: readonly string[]): boolean {
  console.log(`> ${[command, ...args].join(' ')}`);
  // Windows finds the commands of node_modules/.bin through a shell only.
  const shell = process.platform === 'win32';
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], shell });
  return status === 0;
}

async function runTests(): Promise<Counts> {
  const vitest = await createVitest('test', { run: true, watch: false });
  const isDone = await Promise.race([vitest.start().then(() => true), delay(PATIENCE, false)]);
  const counted = countTests(vitest.state.getTestModules());
  counted.failed += vitest.state.getUnhandledErrors().length;
  if (isDone) await vitest.close();
  else {
    counted.failed++;
    console.log(`failed: not finished after ${PATIENCE / 60_000} minutes`);
  }
  return counted;
}
