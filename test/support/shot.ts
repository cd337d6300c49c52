import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pngOf } from './png.ts';
import { copySample, REPOSITORY } from './project.ts';
import { PtyProgram } from './pty.ts';
import { DARK, LIGHT, svgOf } from './svg.ts';

/**
 * A look at the reader, for whoever works on it: runs the built program in a pseudo-terminal, presses
 * keys, prints the screen and saves it as a picture. `wait:TEXT` among the keys waits until TEXT is on
 * the screen, `size:80x24` resizes. Without `--project` it works on a copy of the sample project.
 */
const USAGE = `node test/support/shot.ts OUT.png|OUT.svg COLUMNSxROWS [--project DIR] [--light] [--plain]
  [--env NAME=VALUE] [--arg WORD] [-- KEY…]      keys: j, Enter, Esc, Ctrl+R, 'plain text', wait:TEXT, size:80x24`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    project: { type: 'string' },
    program: { type: 'string', default: join(REPOSITORY, 'dist/main.js') },
    light: { type: 'boolean', default: false },
    plain: { type: 'boolean', default: false },
    env: { type: 'string', multiple: true, default: [] },
    arg: { type: 'string', multiple: true, default: [] },
  },
});
const [picture, size = '', ...keys] = positionals;
const [columns = 0, rows = 0] = size.split('x').map(Number);
if (!picture || !columns || !rows) {
  console.error(USAGE);
  process.exit(2);
}

const colours = values.light ? LIGHT : DARK;
const sample = values.project ? null : copySample();
const program = new PtyProgram(process.execPath, [values.program, ...values.arg], {
  columns,
  rows,
  cwd: resolve(values.project ?? sample?.folder ?? '.'),
  ground: colours.ground,
  env: {
    MARGINALIA_CODER: 'alex',
    ...(values.plain ? { NO_COLOR: '1' } : {}),
    ...Object.fromEntries(values.env.map(one => one.split('=', 2))),
  },
});

await quiet(400);
try {
  for (const key of keys) await act(key);
} catch (error) {
  // What is there instead is what one wants to see.
  console.error(String(error).split('\n', 1)[0]);
  process.exitCode = 1;
}
await quiet(80);
const svg = svgOf(program.grid, 'Marginalia', colours);
writeFileSync(picture, picture.endsWith('.svg') ? svg : pngOf(svg));
console.log(program.lines().join('\n'));
const { row, column } = program.grid.cursor;
const ended = program.ended ? `ended with status ${program.ended.status}` : 'running';
console.log(`[${picture}  ${columns}x${rows}  cursor ${column},${row}  ${ended}]`);
await program.close();
sample?.remove();

async function act(key: string): Promise<void> {
  const [, verb, rest = ''] = /^(wait|size):(.+)$/s.exec(key) ?? [];
  if (verb === 'wait') return program.waitFor(rest);
  if (verb === 'size') {
    const [width = columns, height = rows] = rest.split('x').map(Number);
    program.resize(width, height);
  } else await program.press(key);
  await quiet(60);
}

/** Resolves when the program has written nothing for so many milliseconds, and something at all. */
async function quiet(milliseconds: number): Promise<void> {
  for (let length = -1; !program.ended && (length !== program.raw.length || length === 0); ) {
    length = program.raw.length;
    await new Promise(resolve => setTimeout(resolve, milliseconds));
  }
}
