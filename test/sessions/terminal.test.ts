import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cleanEnvironment } from '../support/environment.ts';
import { makeProject } from '../support/project.ts';
import type { PtyProgram } from '../support/pty.ts';
import { openReader, openText, PROGRAM, quit } from './reader.ts';

const TEXT = 'One paragraph.\n\nAnother paragraph.\n\nA third, about keys.';
const LEAVE_ALTERNATE = '\u001B[?1049l';
const SHOW_CURSOR = '\u001B[?25h';

function expectRestored({ raw }: PtyProgram): void {
  expect(raw.lastIndexOf(LEAVE_ALTERNATE)).toBeGreaterThan(raw.lastIndexOf('\u001B[?1049h'));
  expect(raw.lastIndexOf(SHOW_CURSOR)).toBeGreaterThan(raw.lastIndexOf('\u001B[?25l'));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('the terminal is restored', () => {
  test('on q', async () => {
    using project = makeProject({ 'a.txt': TEXT });
    const reader = await openText(project);
    expect(await quit(reader)).toBe(0);
    expectRestored(reader);
  });

  test('on Ctrl+C, from inside a field too', async () => {
    using project = makeProject({ 'a.txt': TEXT });
    const reader = await openText(project);
    await reader.press('t');
    await reader.waitFor('THEMES');
    await reader.press('Ctrl+C');
    expect((await reader.done).status).toBe(0);
    expectRestored(reader);
  });

  test.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGINT', 130],
  ] as const)('on %s, with what was tagged on the disk', async (signal, status) => {
    using project = makeProject({ 'a.txt': TEXT });
    const reader = await openText(project);
    await reader.press('1');
    await reader.waitFor('saved');
    reader.kill(signal);
    expect((await reader.done).status).toBe(status);
    expectRestored(reader);
    expect(project.read('annotations/alex/a.json')).toContain('One paragraph.');
  });

  test('a terminal that is gone: quiet end, with what was tagged on the disk and nothing left over', async () => {
    using project = makeProject({ 'a.txt': TEXT });
    const reader = await openText(project);
    await reader.press('1');
    await reader.waitFor('saved');
    await reader.press('j', '1');
    reader.hangUp();
    await expect.poll(() => isRunning(reader.pid), { timeout: 20_000 }).toBe(false);
    expect(project.read('annotations/alex/a.json')).toContain('One paragraph.');
    const names = readdirSync(project.folder, { recursive: true, encoding: 'utf8' });
    expect(names.filter(name => /\.(?:tmp|lock)$/.test(name))).toEqual([]);
  });

  test('on a crash: the message comes after the restore, status 1, no stack', async () => {
    using project = makeProject({ 'a.txt': TEXT });
    const code = "process.on('SIGUSR2',()=>{throw new Error('planted')})";
    const bomb = `data:text/javascript,${encodeURIComponent(code)}`;
    const reader = openReader(project, { env: { NODE_OPTIONS: `--import=${bomb}` } });
    await reader.waitFor('? help');
    reader.kill('SIGUSR2');
    expect((await reader.done).status).toBe(1);
    expectRestored(reader);
    const after = reader.raw.slice(reader.raw.lastIndexOf(LEAVE_ALTERNATE));
    expect(after).toContain('marginalia: the reader stopped: planted');
    expect(after).not.toMatch(/\n\s+at /);
  });
});

describe('the size of the terminal', () => {
  test('below 40×10 it says so and waits, and goes on where it was', async () => {
    using project = makeProject({ 'a.txt': TEXT });
    const reader = await openText(project);
    await reader.press('j');
    await reader.waitFor('¶ 2/3');
    reader.resize(39, 9);
    await reader.waitFor('needs 40×10');
    reader.resize(200, 60);
    await reader.waitFor('¶ 2/3');
    expect(reader.lines()).toHaveLength(60);
    expect(reader.lines()[59]).toMatch(/\? help$/);
    await quit(reader);
  });

  test.each([
    [40, 10],
    [80, 24],
    [120, 36],
    [200, 60],
  ])('at %i×%i every row is where it belongs', async (columns, rows) => {
    using project = makeProject({ 'a.txt': TEXT });
    const reader = await openText(project, { columns, rows });
    const lines = reader.lines();
    expect(lines[1]?.length).toBe(columns);
    expect(lines[rows - 3]).toBe('─'.repeat(columns));
    expect(lines[rows - 1]).toMatch(/\? help$/);
    await quit(reader);
  });
});

/** Every escape sequence that the reader is allowed to send, and nothing else. */
const ALLOWED =
  /\u001B\[[\d;]*[mABCDEFGHJK]|\u001B\[\?(?:25|1002|1006|1049|2004|2026)[hl]|\u001B\]11;\?\u001B\\|\u001B\[c/g;

describe('what reaches the terminal', () => {
  test('NO_COLOR: attributes alone, no colour', async () => {
    using project = makeProject({ 'a.txt': TEXT });
    const reader = await openText(project, { env: { NO_COLOR: '1' } });
    await reader.press('1', 't');
    await reader.waitFor('THEMES');
    await reader.press('Esc', 'q');
    await reader.done;
    const codes = [...reader.raw.matchAll(/\u001B\[([\d;]*)m/g)].flatMap(match =>
      (match[1] || '0').split(';'),
    );
    expect(codes.length).toBeGreaterThan(20);
    expect(
      codes.filter(code => !['0', '1', '2', '3', '4', '7', '22', '23', '24', '27'].includes(code)),
    ).toEqual([]);
  });

  test('hostile texts, titles, names and memos: no control character but our own', async () => {
    const nasty =
      'x\u001B[31mred\u001B]0;title\u0007\u009B2J\u0000\u202Eback\u0085\u001B]8;;http://x\u001B\\link';
    using project = makeProject(
      {
        'a.md': `---\ntitle: "${'\\e[2J'}Title\\x9b31m"\nspeaker: "S\\x1b]0;x\\a"\n---\n${nasty}\n\n${nasty}`,
        'b\u001B[31m\u009B.txt': nasty,
      },
      {
        'codebook.json': {
          version: 1,
          themes: [
            {
              id: 't',
              name: nasty,
              definition: nasty,
              include: nasty,
              exclude: nasty,
              memo: '',
              colour: 'sky',
              mark: '●',
              key: 1,
              patterns: [],
              parent: null,
              status: 'active',
              mergedInto: null,
            },
          ],
        },
      },
    );
    const reader = await openText(project);
    await reader.press('1', 'm');
    await reader.waitFor('MEMO');
    reader.paste(nasty);
    await reader.press('Enter', 't');
    await reader.waitFor('THEMES');
    await reader.press('Tab', 'Esc', 'D');
    await reader.waitFor('not written yet');
    // An Esc and the key behind it in one read would be Alt and that key.
    await reader.press('Esc');
    await reader.waitFor('¶ 1/');
    await reader.press('?');
    await reader.waitFor('Help');
    await reader.press('Esc');
    await reader.waitFor('¶ 1/');
    await reader.press('L', 'q');
    expect((await reader.done).status).toBe(0);
    const rest = reader.raw.replace(ALLOWED, '').replace(/[\r\n]/g, '');
    expect(rest).toContain('red');
    expect(rest.match(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g) ?? []).toEqual([]);
  });
});

describe('without a terminal', () => {
  test('marginalia lists the texts and says how to open the reader, status 0', () => {
    using project = makeProject({ 'a.txt': TEXT });
    const { status, stdout, stderr } = spawnSync('node', [PROGRAM, '-p', project.folder], {
      encoding: 'utf8',
      env: cleanEnvironment(),
    });
    expect(status).toBe(0);
    expect(stdout).toContain('a');
    expect(stderr).toContain('opens the reader');
    expect(stdout + stderr).not.toContain('\u001B');
  });

  test('TERM=dumb does the same', async () => {
    using project = makeProject({ 'a.txt': TEXT });
    const reader = openReader(project, { env: { TERM: 'dumb' } });
    expect((await reader.done).status).toBe(0);
    expect(reader.text()).toContain('opens the reader');
    expect(reader.raw).not.toContain('\u001B');
  });

  test('a Node that is too old is told so in one line', () => {
    const code = "Object.defineProperty(process.versions,'node',{value:'20.11.1'})";
    const pretend = `data:text/javascript,${encodeURIComponent(code)}`;
    const { status, stdout, stderr } = spawnSync(
      'node',
      [`--import=${pretend}`, PROGRAM, 'texts'],
      { encoding: 'utf8', env: cleanEnvironment() },
    );
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^marginalia needs Node 22\.22 or newer; this is 20\.11\.1\..*\n$/);
  });
});

test('a text of a million paragraphs opens, and G goes to its end', {
  timeout: 120_000,
}, async () => {
  const text = Array.from(
    { length: 1_000_000 },
    (_, i) => `Paragraph ${i + 1} of a very long text.`,
  ).join('\n\n');
  using project = makeProject({ 'long.txt': text });
  const reader = openReader(project);
  await reader.waitFor('1000000', 60_000);
  await reader.press('Enter');
  await reader.waitFor('¶ 1/1000000', 60_000);
  await reader.press('G');
  await reader.waitFor('Paragraph 1000000 of a very long text.');
  await reader.press('1');
  await reader.waitFor('saved', 60_000);
  expect(await quit(reader)).toBe(0);
  expect(
    execFileSync('node', [PROGRAM, '-p', project.folder, 'annotations', '--json'], {
      encoding: 'utf8',
      env: cleanEnvironment(),
    }),
  ).toContain('Paragraph 1000000 of a very long text.');
});
