import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test, vi } from 'vitest';
import { run } from '../../src/cli/program.ts';
import { Session } from '../../src/cli/session.ts';
import { cleanEnvironment } from '../support/environment.ts';
import { makeProject, type TestProject } from '../support/project.ts';
import { PtyProgram } from '../support/pty.ts';
import { json, marginalia, PROGRAM } from './invoke.ts';
import { fakeWorld } from './world.ts';

/** Starts the program without waiting for it. */
function start(project: TestProject, ...args: string[]) {
  const env = cleanEnvironment({ MARGINALIA_CODER: 'alex' });
  return spawn(process.execPath, [PROGRAM, ...args], { cwd: project.folder, env });
}

const MANY = 12;
const paragraphs = Array.from({ length: MANY }, (_, i) => `Paragraph ${i + 1}.`).join('\n\n');

test('processes that tag at once lose nothing, in a project that has no codebook yet', async () => {
  using project = makeProject({ 'a.md': paragraphs });
  const numbers = Array.from({ length: MANY }, (_, i) => i + 1);
  const children = numbers.map(n => start(project, 'tag', 'a', String(n), 'erwt'));
  const ended = await Promise.all(children.map(child => once(child, 'exit')));
  expect(ended.map(([status]) => status)).toEqual(numbers.map(() => 0));
  const { annotations } = json(project, 'annotations');
  expect(annotations.flatMap((one: { paragraphs: number[] }) => one.paragraphs)).toEqual(numbers);
  expect(json(project, 'check')).toEqual({ ok: true, problems: [] });
});

test('of equal tags written at once one is written, and all of them return it', async () => {
  using project = makeProject({ 'a.md': paragraphs });
  const children = [1, 2, 3, 4].map(() => start(project, 'tag', 'a', '3', 'erwt', '--json'));
  const outputs = await Promise.all(children.map(child => child.stdout.toArray()));
  const ids = outputs.map(chunks => JSON.parse(Buffer.concat(chunks).toString()).annotations[0].id);
  const { annotations } = json(project, 'annotations');
  expect(annotations).toHaveLength(1);
  expect(ids).toEqual([1, 2, 3, 4].map(() => annotations[0].id));
});

test('whoever stops reading early gets no error', async () => {
  // Far more than a pipe holds.
  using project = makeProject({ 'long.md': `${'words and words '.repeat(10)}\n\n`.repeat(20_000) });
  for (const args of [
    ['show', 'long'],
    ['show', 'long', '--json'],
  ]) {
    const child = start(project, ...args);
    const errors = child.stderr.toArray();
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const [status, signal] = await once(child, 'exit');
    expect({ args, status, signal }).toEqual({ args, status: 0, signal: null });
    expect(Buffer.concat(await errors).toString()).toBe('');
  }
});

test('a stack is shown with MARGINALIA_DEBUG=1 only', async () => {
  using project = makeProject({ 'a.md': 'One.\n' });
  const plain = marginalia(project, 'show', 'none');
  expect(plain.stderr.split('\n')).toHaveLength(2);
  const env = { MARGINALIA_CODER: 'alex', MARGINALIA_DEBUG: '1' };
  const { stderr } = await fakeWorld(project.folder, { env }).call(run, 'show', 'none');
  expect(stderr.startsWith(`${plain.stderr}Fault: none: no such transcript`)).toBe(true);
  expect(stderr).toMatch(/\n {4}at .*textById/);
});

test('colours are for terminals, and not where NO_COLOR or --no-color says so', async () => {
  using project = makeProject({ 'a.md': 'One.\n' });
  const raw = async (args: string[], env = {}) => {
    const program = new PtyProgram(process.execPath, [PROGRAM, ...args], {
      cwd: project.folder,
      env,
    });
    await program.done;
    return program.raw;
  };
  const dim = '\u001b[2m';
  expect(await raw(['texts'])).toContain(dim);
  expect(await raw(['texts'], { NO_COLOR: '' })).toContain(dim);
  for (const plain of [
    raw(['texts', '--no-color']),
    raw(['texts'], { NO_COLOR: '1' }),
    raw(['texts'], { TERM: 'dumb' }),
  ]) {
    expect(await plain).not.toContain('\u001b');
  }
});

test('on a dumb terminal the texts are listed, and how to open the reader', async () => {
  using project = makeProject({ 'a.md': 'One.\n' });
  const options = { cwd: project.folder, env: { TERM: 'dumb' } };
  const program = new PtyProgram(process.execPath, [PROGRAM], options);
  expect(await program.done).toMatchObject({ status: 0 });
  expect(program.raw).not.toContain('\u001b');
  expect(program.text()).toContain('TEXT');
  expect(program.text()).toContain('opens the reader');
});

test('a count is shown where it takes long and somebody can see it, and goes away', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const counted = async (more: object, quiet = false) => {
    let written = '';
    const stderr = {
      isTTY: true,
      write: (text: string, done: () => void) => {
        written += text;
        done();
      },
    };
    const { world } = fakeWorld('/', { stderr, ...more });
    const session = new Session(world, { json: false, quiet, colour: true });
    await session.counting('texts', async onProgress => {
      for (let done = 1; done <= 4; done++) {
        vi.advanceTimersByTime(200);
        onProgress(done, 4);
      }
    });
    return written;
  };
  const clear = '\r\u001b[K';
  // Silent for half a second: 600 ms and 800 ms are shown.
  expect(await counted({})).toBe(`${clear}3 of 4 texts${clear}4 of 4 texts${clear}`);
  expect(await counted({ env: { TERM: 'dumb' } })).toBe('');
  expect(await counted({}, true)).toBe('');
  vi.useRealTimers();
});
