import { afterEach, expect, test } from 'vitest';
import { type PtyOptions, PtyProgram } from './pty.ts';

let program: PtyProgram | undefined;
afterEach(() => program?.close());

/** Runs a piece of JavaScript in a pseudo-terminal. */
function runScript(script: string, options: PtyOptions = {}): PtyProgram {
  program = new PtyProgram(process.execPath, ['-e', script], options);
  return program;
}

/** Prints every read as JSON, in raw mode, until a `q` comes. */
const ECHO = `
  process.stdin.setRawMode(true).on('data', data => {
    console.log(JSON.stringify(String(data)));
    if (String(data) === 'q') process.exit(7);
  });
  console.log('ready');`;

test('keys reach the program in their order, and its status is seen', async () => {
  const echo = runScript(ECHO);
  await echo.waitFor('ready');
  await echo.press('j', 'Esc', 'Down');
  await echo.waitFor('[B');
  await echo.press('q');
  expect(await echo.done).toEqual({ status: 7, signal: null });
  // On a busy machine the program may read two keys at once.
  const heard = echo
    .lines()
    .join('')
    .match(/"[^"]*"/g);
  expect((heard ?? []).map(read => JSON.parse(read)).join('')).toBe('j\u001b\u001b[Bq');
});

test('a paste is bracketed', async () => {
  const echo = runScript(ECHO);
  await echo.waitFor('ready');
  echo.paste('pasted');
  await echo.waitFor('"\\u001b[200~pasted\\u001b[201~"');
});

test('colours, wide cells, cursor and the alternate screen are on the grid', async () => {
  const screen = runScript(
    String.raw`process.stdout.write('\x1b[?1049h\x1b[2;3H\x1b[1;38;2;97;191;250m日本\x1b[0m👍🏽.'); setInterval(() => {}, 1000)`,
  );
  await screen.waitFor('日本👍🏽.');
  expect(screen.grid.alternateScreen).toBe(true);
  expect(screen.grid.styleOf('日')).toMatchObject({ colour: '#61bffa', bold: true });
  expect(screen.grid.cells(1).map(cell => cell.width)).toEqual([
    ...[1, 1, 2, 0, 2, 0, 2, 0, 1],
    ...Array(71).fill(1),
  ]);
  expect(screen.grid.cursor).toEqual({ row: 1, column: 9 });
  expect(screen.raw).toContain('\x1b[1;38;2;97;191;250m');
});

test('nothing is looked at in the middle of a frame', async () => {
  const screen = runScript(String.raw`
    process.stdout.write('\x1b[?2026hhalf');
    setTimeout(() => process.stdout.write(' whole\x1b[?2026l'), 60);
    setInterval(() => {}, 1000);`);
  await screen.waitFor('half');
  expect(screen.lines()[0]).toBe('half whole');
});

test('a resize reaches the program', async () => {
  const screen = runScript(`
    console.log('ready');
    process.stdout.on('resize', () => console.log(process.stdout.columns, process.stdout.rows));
    setInterval(() => {}, 1000);`);
  await screen.waitFor('ready');
  screen.resize(50, 12);
  await screen.waitFor(/^50 12$/m);
});

test('the environment says nothing of the machine that runs the tests', async () => {
  process.env.NO_COLOR = '1';
  const screen = runScript(
    `const { env } = process; console.log([env.NO_COLOR, env.CI, env.COLUMNS, env.FORCE_COLOR, env.TERM, env.EXTRA].join('|'))`,
    { env: { EXTRA: 'here' } },
  );
  await screen.done;
  delete process.env.NO_COLOR;
  expect(screen.lines()[0]).toBe('||||xterm-256color|here');
});

test('the terminal says its ground colour if it is given one', async () => {
  const script = String.raw`${ECHO} process.stdout.write('\x1b]11;?\x1b\\')`;
  const screen = runScript(script, { ground: '#14161b' });
  await screen.waitFor('rgb:1414/1616/1b1b');
});

test('waiting for what does not come fails with the screen', async () => {
  const screen = runScript(`console.log('something else'); process.exitCode = 3`);
  await expect(screen.waitFor('never')).rejects.toThrow(/never.*\(status 3\):\s+something else/);
  await expect(screen.waitFor('never')).rejects.toThrow('something else');
});

test('a killed program says so', async () => {
  const screen = runScript(ECHO);
  await screen.waitFor('ready');
  screen.kill('SIGKILL');
  expect(await screen.done).toMatchObject({ signal: 9 });
});
