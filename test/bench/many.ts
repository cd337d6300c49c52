import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type Draft, inverse, type Step } from '../../src/model/step.ts';
import { applyStep } from '../../src/project/applyStep.ts';
import { openProject, type Project } from '../../src/project/project.ts';
import { findEntry, listTexts, loadText } from '../../src/project/texts.ts';
import { somePassage } from '../anchoring/experiment.ts';
import { makeRandom, proseOf } from '../anchoring/randomEdits.ts';
import { cleanEnvironment } from '../support/environment.ts';
import { makeProject, REPOSITORY, type TestProject } from '../support/project.ts';
import type { Measure } from './table.ts';
import { TimedTerminal } from './terminal.ts';

const MAIN = join(REPOSITORY, 'dist/main.js');
const SENTENCES = 4_000;
const TAGS = 10_000;

/** One step with 10,000 new tags on one text, and the same for ever. */
export async function manyTags(runs: number): Promise<Measure[]> {
  const [made, undone, redone] = ['one step, 10,000 new tags', 'its undo', 'its redo'].map(
    (name): Measure => ({ name, times: [] }),
  );
  for (let run = 0; run < runs; run++) {
    using folder = makeProject({ 'text.txt': proseOf(makeRandom(1), SENTENCES) });
    const project = projectIn(folder);
    const text = folder.read('texts/text.txt');
    let step = stepOf(text);
    for (const measure of [made, undone, redone]) {
      const from = performance.now();
      step = inverse(await applied(project, step));
      measure?.times.push(performance.now() - from);
    }
  }
  return [made, undone, redone].filter(measure => measure !== undefined);
}

/** The page `R` and `check` where every other of 10,000 tags is on words that were changed since. */
export async function manyDoubts(runs: number): Promise<Measure[]> {
  using folder = makeProject({ 'text.txt': proseOf(makeRandom(1), SENTENCES) });
  const text = folder.read('texts/text.txt');
  await applied(projectIn(folder), stepOf(text));
  folder.write('texts/text.txt', text.replace(/(?<=[^\n]{30})[^\n](?=[^\n]{29})/g, 'zq'));
  const rows = ['check', 'the library', 'the text', 'R', 'the next one', 'a key meanwhile'];
  const [check, library, open, repair, next, key] = rows.map(
    (name): Measure => ({ name, times: [] }),
  );
  for (let run = 0; run < runs; run++) {
    check?.times.push(checked(folder));
    const terminal = new TimedTerminal([MAIN], folder.folder, { columns: 160, rows: 48 });
    await terminal.firstFrame('Reading');
    for (let n = 0; n < 10; n++) key?.times.push(await terminal.frameAfter(n % 2 ? '\x1b' : '?'));
    library?.times.push(await terminal.firstFrame('text.txt'));
    const opened = performance.now();
    terminal.press('\r');
    await terminal.shows(/¶ 1\/\d/);
    open?.times.push(performance.now() - opened);
    const pressed = performance.now();
    terminal.press('R');
    await terminal.shows(/1 of \d/);
    repair?.times.push(performance.now() - pressed);
    for (let n = 0; n < 20; n++) next?.times.push(await terminal.frameAfter('n'));
    await terminal.close();
  }
  return [check, library, open, repair, next, key].filter(measure => measure !== undefined);
}

function projectIn({ folder }: TestProject): Project {
  const now = () => new Date().toISOString();
  return openProject(folder, { now, newId: () => `urn:uuid:${randomUUID()}` });
}

async function applied(project: Project, step: Step): Promise<Step> {
  const load = async (id: string) =>
    loadText(project.root, findEntry(await listTexts(project.root), id));
  const outcome = await applyStep(project, load, step);
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  return outcome.step;
}

function stepOf(text: string): Step {
  const random = makeRandom(1);
  const now = new Date().toISOString();
  const blank = { text: 'text', theme: 'erwt', coder: 'bench', memo: null, key: false };
  const draft = (): Draft => {
    const id = `urn:uuid:${randomUUID()}`;
    const annotation = { ...blank, id, created: now, modified: now, selector: null };
    return { annotation, range: somePassage(random, text) };
  };
  const edits = Array.from({ length: TAGS }, () => ({ before: null, after: draft() }));
  return { label: '', coder: 'bench', themes: [], pages: [{ text: 'text', edits }] };
}

/** `check` says by its status that there is something to look at. */
function checked({ folder }: TestProject): number {
  const from = performance.now();
  const options = { cwd: folder, env: cleanEnvironment(), maxBuffer: 1 << 28 };
  const { status, stderr } = spawnSync(process.execPath, [MAIN, 'check'], options);
  if (status !== 1) throw new Error(`check: status ${status}: ${stderr}`);
  return performance.now() - from;
}
