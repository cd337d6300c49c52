import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { cleanEnvironment, type Environment } from '../support/environment.ts';
import { REPOSITORY, type TestProject } from '../support/project.ts';

/** The program under test, as users start it. */
export const PROGRAM = resolve(REPOSITORY, process.env.MARGINALIA_PROGRAM ?? 'dist/main.js');

export interface Outcome {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the built program in a folder to its end, without a terminal, as the coder alex. */
export function marginaliaIn(
  folder: string,
  args: readonly string[],
  env: Environment = {},
): Outcome {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd: folder,
    env: cleanEnvironment({ MARGINALIA_CODER: 'alex', ...env }),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
  });
  if (error) throw error;
  return { status, stdout, stderr };
}

/** The same in a project's folder. */
export const marginalia = (project: TestProject, ...args: string[]): Outcome =>
  marginaliaIn(project.folder, args);

/** What a command that must succeed printed as JSON. Throws with what it said where it did not. */
export function json(project: TestProject, ...args: string[]) {
  const { status, stdout, stderr } = marginalia(project, ...args, '--json');
  if (status !== 0) throw new Error(`status ${status}: ${stderr}`);
  return JSON.parse(stdout);
}

/** The lines of an output, without the empty one after the last newline. */
export const linesOf = (output: string): string[] => output.split('\n').slice(0, -1);
