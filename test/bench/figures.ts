import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { cleanEnvironment } from '../support/environment.ts';
import { makeProject, REPOSITORY, type TestProject } from '../support/project.ts';
import { studyOf } from './digests.ts';
import type { Measure } from './table.ts';

const MAIN = join(REPOSITORY, 'dist/main.js');

/** A program that reads all texts and annotation files, and with `parse` makes something of them. */
const readerOf = (parse: boolean) => `
  const { readdirSync, readFileSync } = require('node:fs');
  let bytes = 0;
  for (const name of readdirSync('texts')) bytes += readFileSync('texts/' + name, 'utf8').length;
  for (const name of readdirSync('annotations/bench')) {
    const json = readFileSync('annotations/bench/' + name, 'utf8');
    bytes += ${parse ? 'JSON.parse(json).items.length' : 'json.length'};
  }
  process.stdout.write(String(bytes));`;

function elapsed({ folder }: TestProject, command: string, args: readonly string[]): number {
  const from = performance.now();
  const { status, stderr, error } = spawnSync(command, args, {
    cwd: folder,
    env: cleanEnvironment(),
    maxBuffer: 1 << 30,
  });
  if (error || status !== 0) throw new Error(`${command}: ${error ?? stderr}`);
  return performance.now() - from;
}

function inTurn(runs: number, rows: readonly [Measure, () => number][]): Measure[] {
  for (const [, measure] of rows) measure();
  for (let run = 0; run < runs; run++) for (const [row, measure] of rows) row.times.push(measure());
  return rows.map(([row]) => row);
}

/** Figures of 100,000 annotations on 1,000 texts, beside reading the files alone. */
export function figures(runs: number, texts = 1_000, each = 100): Measure[] {
  using project = studyOf(texts, each);
  const node = (...args: string[]) => elapsed(project, process.execPath, args);
  const run = (...args: string[]) => node(MAIN, ...args, '--json');
  const read = 'the files read and parsed';
  return inTurn(runs, [
    [{ name: 'the files read', times: [] }, () => node('-e', readerOf(false))],
    [{ name: read, times: [], against: 'the files read' }, () => node('-e', readerOf(true))],
    [{ name: 'matrix', times: [], against: read, aim: '≤ 1.5' }, () => run('matrix')],
    [{ name: 'matrix --near 3', times: [], against: read }, () => run('matrix', '--near', '3')],
    [{ name: 'stats', times: [], against: read }, () => run('stats')],
  ]);
}

const FILLER = 'It was said of this and of that, and of what had come of it all by then. ';
const MEGABYTE = 1 << 20;

/** `search` for a word that few of the texts hold, beside `grep -c`, over so many megabytes. */
export function searches(runs: number, megabytes = 100): Measure[] {
  const paragraph = `${FILLER.repeat(8).trim()}\n\n`;
  const text = paragraph.repeat(Math.ceil(MEGABYTE / paragraph.length));
  const files = Array.from({ length: megabytes }, (_, n): [string, string] => [
    `text-${n}.txt`,
    n % 10 === 0 ? `${text}The encryption of it.\n` : text,
  ]);
  using project = makeProject(Object.fromEntries(files));
  const names = files.map(([name]) => `texts/${name}`);
  return inTurn(runs, [
    [
      { name: 'grep -c', times: [] },
      () => elapsed(project, 'grep', ['-c', 'encryption', ...names]),
    ],
    [
      { name: 'search', times: [], against: 'grep -c', aim: '≤ 5' },
      () => elapsed(project, process.execPath, [MAIN, 'search', 'encryption', '--json']),
    ],
  ]);
}
