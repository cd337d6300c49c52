import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { cleanEnvironment } from '../support/environment.ts';
import { makeProject, REPOSITORY } from '../support/project.ts';

const MAIN = join(REPOSITORY, 'dist/main.js');

/** Runs the built program after a piece of code that changes the world it starts in. */
function runAfter(code: string, args: string[], env = {}) {
  const preload = `data:text/javascript,${encodeURIComponent(code)}`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', preload, MAIN, ...args],
    { env: cleanEnvironment(env), encoding: 'utf8', cwd: REPOSITORY },
  );
  return { status, stdout, stderr };
}

const withVersion = (version: string) =>
  `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;

test.each(['12.22.12', '20.20.2', '22.21.1'])('Node %s is told which is needed', version => {
  const { status, stdout, stderr } = runAfter(withVersion(version), ['--version']);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(
    /^marginalia needs Node 22\.22 or newer; this is [\d.]+\. .*nodejs\.org.*\n$/,
  );
  expect(stderr).toContain(version);
});

test.each(['22.22.0', '24.0.0', '100.1.0'])('Node %s is new enough', version => {
  const { status, stderr } = runAfter(withVersion(version), ['--version']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

const LATE = String.raw`setTimeout(() => { throw new Error('late \x1b[31mred\nsecond line') }, 1)`;
const WAIT = 'setTimeout(() => {}, 5000);';

test('an error that nobody expected is one line, and no escape code gets through', () => {
  const { status, stderr } = runAfter(`${WAIT}${LATE}`, ['--version']);
  expect(status).toBe(1);
  expect(stderr).toBe('marginalia: late ␛[31mred second line\n');
});

test('its stack is there for who asks for it', () => {
  const { status, stderr } = runAfter(`${WAIT}${LATE}`, ['--version'], { MARGINALIA_DEBUG: '1' });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^marginalia: Error: late ␛\[31mred\nsecond line\n +at /);
});

test('nobody is told when the reader of the output has left', async () => {
  using project = makeProject({ 'text.txt': 'Text.' });
  const child = spawn(process.execPath, [MAIN, 'texts'], {
    env: cleanEnvironment(),
    cwd: project.folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  const [said, status] = await Promise.all([text(child.stderr), statusOf(child)]);
  expect({ said, status }).toEqual({ said: '', status: 0 });
});

async function statusOf(child: ChildProcess): Promise<unknown> {
  const [status] = await once(child, 'close');
  return status;
}

test('the built program can be run by its name', () => {
  accessSync(MAIN, constants.X_OK);
  const { status, stdout } = spawnSync(MAIN, ['--version'], {
    env: cleanEnvironment(),
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});
