import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cleanEnvironment } from '../support/environment.ts';
import { makeProject, REPOSITORY, type TestProject } from '../support/project.ts';
import { memoryIn, memoryWords, TELL_MEMORY } from './memory.ts';
import type { Measure } from './table.ts';

const MAIN = join(REPOSITORY, 'dist/main.js');
const PAGES = 100;
const TEXTS = 10_000;

const SENTENCE =
  'The ferry leaves at noon, and the people of the harbour wait for it with great patience. ';

/** A hundred pages of HTML imported in one call, beside `pandoc -t plain` on each of them. */
export function pages(runs: number): { rows: Measure[]; words: string } {
  using project = makeProject({});
  const names = Array.from({ length: PAGES }, (_, n) => `in/page-${n}.html`);
  for (const [n, name] of names.entries()) project.write(name, pageOf(n));
  const hasPeer = spawnSync('pandoc', ['-v']).error === undefined;
  const toPlain = () => {
    for (const name of names)
      run(project, 'pandoc', ['-f', 'html', '-t', 'plain', '-o', 'plain.txt', name]);
  };
  const peerWords = hasPeer ? '' : 'pandoc is not installed: no ratio. ';
  const name = `import, ${PAGES} pages`;
  const found = inTurn(runs, project, ['pandoc', hasPeer ? toPlain : null], name, '≤ 2');
  return { rows: found.rows, words: peerWords + memoryWords(found.memory) };
}

/** Ten thousand plain texts imported in one call, beside copying them. */
export function plainTexts(runs: number): { rows: Measure[]; words: string } {
  using project = makeProject({});
  for (let n = 0; n < TEXTS; n++) project.write(`in/text-${n}.txt`, `${textOf(n)}\n`);
  const copy = () => cpSync(project.path('in'), project.path('copy'), { recursive: true });
  const { rows, memory } = inTurn(
    runs,
    project,
    ['copying', copy],
    `import, ${TEXTS} texts`,
    '≤ 3',
  );
  return { rows, words: memoryWords(memory) };
}

/** Imports and the peer's work in turn, what they made removed each time; the most KB that imports took. */
function inTurn(
  runs: number,
  project: TestProject,
  [peer, work]: readonly [string, (() => void) | null],
  name: string,
  aim: string,
): { rows: Measure[]; memory: number } {
  const theirs: Measure = { name: peer, times: [] };
  const ours: Measure = { name, times: [], aim, ...(work ? { against: peer } : {}) };
  const importing = ['--import', TELL_MEMORY, MAIN, 'import', 'in'];
  let memory = 0;
  const importAll = () => {
    memory = Math.max(memory, memoryIn(run(project, process.execPath, importing)));
  };
  for (let i = 0; i < runs; i++) {
    if (work) theirs.times.push(timed(work));
    ours.times.push(timed(importAll));
    rmSync(project.path('copy'), { recursive: true, force: true });
    rmSync(project.path('texts'), { recursive: true });
    project.write('texts/.gitkeep', '');
  }
  return { rows: work ? [theirs, ours] : [ours], memory };
}

function timed(work: () => void): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

function run({ folder }: TestProject, command: string, args: readonly string[]): string {
  const env = cleanEnvironment({ MARGINALIA_CODER: 'bench' });
  const { status, stderr } = spawnSync(command, args, { cwd: folder, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: status ${status}: ${stderr}`);
  return stderr;
}

/** An article of forty paragraphs between three hundred links, as pages of newspapers are. */
function pageOf(n: number): string {
  const links = Array.from(
    { length: 150 },
    (_, i) => `<li><a href="/${i}">Another page ${i}</a></li>`,
  );
  const menu = `<div class="menu"><ul>${links.join('')}</ul></div>`;
  const article = Array.from({ length: 40 }, (_, i) => `<p>Part ${i}. ${SENTENCE.repeat(4)}</p>`);
  return `<!doctype html><html lang="en"><head><title>Page ${n}</title><style>p { margin: 0 }</style></head>
<body>${menu}<div id="main"><h1>Page ${n}</h1>${article.join('\n')}</div>${menu}</body></html>`;
}

/** Six paragraphs of four sentences: 4 KB with the number that makes each text another one. */
const textOf = (n: number): string =>
  Array.from({ length: 6 }, (_, i) => `${n}.${i}. ${SENTENCE.repeat(7).trim()}`).join('\n\n');
