import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pdfOf, printLine, printParagraphs, sentences } from '../importing/pdfs.ts';
import { cleanEnvironment } from '../support/environment.ts';
import { makeProject, REPOSITORY, type TestProject } from '../support/project.ts';
import { memoryIn, memoryWords, TELL_MEMORY } from './memory.ts';
import type { Measure } from './table.ts';

const MAIN = join(REPOSITORY, 'dist/main.js');
const PAGES = 300;

/** A book of 300 pages imported, from start to end, beside `pdftotext` on the same file. */
export async function documents(runs: number): Promise<{ rows: Measure[]; words: string }> {
  using project = makeProject({});
  project.write('book.pdf', await book());
  const peer: Measure = { name: 'pdftotext', times: [] };
  const ours: Measure = { name: `import, ${PAGES} pages`, times: [], aim: '≤ 5' };
  const hasPeer = spawnSync('pdftotext', ['-v']).error === undefined;
  if (hasPeer) ours.against = peer.name;
  let memory = importBook(project).memory;
  for (let run = 0; run < runs; run++) {
    if (hasPeer) peer.times.push(timed('pdftotext', ['book.pdf', 'book.txt'], project).time);
    const { time, memory: taken } = importBook(project);
    ours.times.push(time);
    memory = Math.max(memory, taken);
  }
  const peerWords = hasPeer ? '' : 'pdftotext is not installed: no ratio. ';
  return { rows: hasPeer ? [peer, ours] : [ours], words: peerWords + memoryWords(memory) };
}

function importBook(project: TestProject): { time: number; memory: number } {
  for (const name of ['texts/book.md', 'texts/.originals']) {
    rmSync(project.path(name), { recursive: true, force: true });
  }
  const args = ['--import', TELL_MEMORY, MAIN, 'import', 'book.pdf'];
  const { time, stderr } = timed(process.execPath, args, project);
  return { time, memory: memoryIn(stderr) };
}

function timed(command: string, args: readonly string[], { folder }: TestProject) {
  const env = cleanEnvironment({ MARGINALIA_CODER: 'bench' });
  const from = performance.now();
  const { status, stderr } = spawnSync(command, args, { cwd: folder, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: status ${status}: ${stderr}`);
  return { time: performance.now() - from, stderr };
}

/** A page has a running head, a number, and seven paragraphs: 385 words. */
const book = () =>
  pdfOf(pen => {
    for (let page = 1; page <= PAGES; page++) {
      pen.addPage();
      printLine(pen, 'A running head of the whole book', { y: 40, size: 9 });
      const paragraphs = Array.from({ length: 7 }, (_, n) => sentences(6, page * 60 + n * 7));
      printParagraphs(pen, paragraphs, 80);
      printLine(pen, String(page), { x: 290, y: 800, size: 9 });
    }
  });
