import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { cleanEnvironment } from '../support/environment.ts';
import type { Size } from '../support/grid.ts';
import { copySample, makeProject, REPOSITORY, type TestProject } from '../support/project.ts';
import { heavyProject } from './heavy.ts';
import type { Measure } from './table.ts';
import { TimedTerminal } from './terminal.ts';

const MAIN = join(REPOSITORY, 'dist/main.js');
const USUAL: Size = { columns: 120, rows: 36 };
const LARGE: Size = { columns: 160, rows: 48 };

/** Runs everything once to warm the caches up, then in turn, so that a slow moment hits all alike. */
async function inTurn(
  runs: number,
  measured: ReadonlyMap<Measure, () => number | Promise<number>>,
) {
  for (const measure of measured.values()) await measure();
  for (let run = 0; run < runs; run++) {
    for (const [row, measure] of measured) row.times.push(await measure());
  }
  return [...measured.keys()];
}

/** How long whole commands take, from start to end, beside a Node that does nothing. */
export async function commands(runs: number): Promise<Measure[]> {
  using project = copySample();
  const text = 'annual-threat-update-2021';
  let paragraph = 0;
  const run = (...args: string[]) => elapsed(project, [MAIN, ...args]);
  return await inTurn(
    runs,
    new Map([
      [{ name: 'bare Node', times: [] }, () => elapsed(project, ['-e', '0'])],
      [against('bare Node', '--version'), () => run('--version')],
      [against('bare Node', 'texts', '≤ 3'), () => run('texts')],
      [
        against('bare Node', 'tag', '≤ 3'),
        () => run('tag', text, String(1 + (paragraph++ % 40)), 'erwt'),
      ],
    ]),
  );
}

function elapsed({ folder }: TestProject, args: readonly string[]): number {
  const env = cleanEnvironment({ MARGINALIA_CODER: 'bench' });
  const from = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, env });
  if (status !== 0) throw new Error(`${args.join(' ')}: status ${status}: ${stderr}`);
  return performance.now() - from;
}

/** From the start of the process to the first frame, library and all. */
export async function firstFrames(runs: number, hello: string): Promise<Measure[]> {
  using project = copySample();
  const frame = async (args: string[], words: string) => {
    const terminal = new TimedTerminal(args, project.folder, USUAL);
    const time = await terminal.firstFrame(words);
    await terminal.close();
    return time;
  };
  return await inTurn(
    runs,
    new Map<Measure, () => number | Promise<number>>([
      [{ name: 'bare Node', times: [] }, () => elapsed(project, ['-e', '0'])],
      [{ name: 'Ink hello', times: [], against: 'bare Node' }, () => frame([hello], 'hello')],
      [against('Ink hello', 'library', '≤ 1.5'), () => frame([MAIN], 'Annual threat')],
    ]),
  );
}

/** From a key to the end of the frame that it causes: `j`, forty paragraphs down and up again. */
export async function keys(runs: number, hello: string): Promise<Measure[]> {
  using few = makeProject({ 'text.txt': textOf(50) });
  using many = makeProject({ 'text.txt': textOf(1_000_000) });
  const terminals = [
    new TimedTerminal([hello], few.folder, LARGE),
    await openText(new TimedTerminal([MAIN], few.folder, LARGE)),
    await openText(new TimedTerminal([MAIN], many.folder, LARGE)),
    await filtered(await openText(new TimedTerminal([MAIN], many.folder, LARGE))),
  ] as const;
  const rows = [
    { name: 'Ink hello', times: [] },
    against('Ink hello', '50 paragraphs', 'p95 ≤ 16 ms'),
    against('50 paragraphs', '1,000,000 paragraphs', '0.9 to 1.1'),
    against('50 paragraphs', '1,000,000, filtered', '0.9 to 1.1'),
  ];
  let pressed = 0;
  const press = (terminal: TimedTerminal) => () => {
    const round = Math.floor(pressed++ / terminals.length);
    return pauseThen(() => terminal.frameAfter(Math.floor(round / 40) % 2 === 0 ? 'j' : 'k'));
  };
  await inTurn(
    runs,
    new Map(rows.map((row, index) => [row, press(terminals[index] ?? terminals[0])])),
  );
  for (const terminal of terminals) await terminal.close();
  return rows;
}

/** The same in a text with 2,000 annotations and 200 themes; and a tag, with the writes between them done. */
export async function heavyKeys(runs: number, hello: string): Promise<Measure[]> {
  using heavy = heavyProject();
  const bare = new TimedTerminal([hello], heavy.folder, LARGE);
  const reader = await openText(new TimedTerminal([MAIN], heavy.folder, LARGE));
  let moves = 0;
  const rows = await inTurn(
    runs,
    new Map<Measure, () => Promise<number>>([
      [{ name: 'Ink hello', times: [] }, () => pauseThen(() => bare.frameAfter('j'))],
      [
        against('Ink hello', 'next paragraph', 'p95 ≤ 16 ms'),
        () => pauseThen(() => reader.frameAfter(moves++ % 80 < 40 ? 'j' : 'k')),
      ],
      [against('Ink hello', 'tag on, tag off', 'p95 ≤ 16 ms'), () => tagged(reader)],
    ]),
  );
  await Promise.all([bare.close(), reader.close()]);
  return rows;
}

/** From the digit to its frame; the next key comes when the tag is saved and the screen still. */
async function tagged(reader: TimedTerminal): Promise<number> {
  const time = await pauseThen(() => reader.frameAfter('1'));
  await reader.shows(/ saved/);
  return time;
}

/** With a filter on that shows what is not tagged. */
async function filtered(terminal: TimedTerminal): Promise<TimedTerminal> {
  for (const key of ['F', 'j', 'j', 'j', 'j', 'j', ' ', '\r'])
    await pauseThen(() => terminal.frameAfter(key));
  await terminal.shows(/showing/);
  return terminal;
}

async function openText(terminal: TimedTerminal): Promise<TimedTerminal> {
  await terminal.shows(/text/);
  terminal.press('\r');
  await terminal.shows(/¶ 1\/\d/);
  return terminal;
}

/** A person's next key comes when the frame has been seen. */
async function pauseThen<T>(act: () => Promise<T>): Promise<T> {
  await new Promise(resolve => setTimeout(resolve, 20));
  return act();
}

/** A text of so many paragraphs, of one to three lines each at the usual width. */
function textOf(paragraphs: number): string {
  const words =
    'The second strand is extreme right wing terrorism, and many in it are in their teens. ';
  return Array.from(
    { length: paragraphs },
    (_, n) => `${n + 1}. ${words.repeat(1 + (n % 3))}`,
  ).join('\n\n');
}

const against = (base: string, name: string, aim = ''): Measure => ({
  name,
  times: [],
  against: base,
  aim,
});
