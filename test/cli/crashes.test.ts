import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { run } from '../../src/cli/program.ts';
import { diskError, dyingDisk } from '../support/dyingDisk.ts';
import { makeProject, type TestProject } from '../support/project.ts';
import { fakeWorld } from './world.ts';

/** Starting with the next call the disk answers nothing, as for a process that was killed. */
const KILL = 'kill';
const PATIENCE = 120_000;

let program: typeof run;

beforeAll(async () => {
  // After the file system of this process has been replaced.
  ({ run: program } = await import('../../src/cli/program.ts'));
});

afterEach(calm);

function calm(): void {
  dyingDisk.folder = '';
  dyingDisk.onCall = () => undefined;
}

interface Case {
  words: string[];
  /** What the command is to change; everything else must stay in any case. */
  changes: RegExp;
}

/** The commands that write, each with what it writes. */
const CASES: Record<string, Case> = {
  'import of a text': {
    words: ['import', 'new.html', '--id', 'b'],
    changes: /^texts\/(?:b\.md|\.originals\/b\.html)$/,
  },
  'import --replace': {
    words: ['import', 'new.md', '--id', 'a', '--replace'],
    changes: /^texts\/(?:a\.md|\.originals\/a\.md)$|^annotations\/alex\/a\.json$/,
  },
  'digest --out over an older one': {
    words: ['digest', '--out', 'out/digest.md', '--title', 'T'],
    changes: /^out\/digest\.md$/,
  },
  'digest --out as a Word document': {
    words: ['digest', '--out', 'fresh/digest.docx', '--title', 'T'],
    changes: /^fresh\/digest\.docx$/,
  },
  'themes merge': {
    words: ['themes', 'merge', 'encryption', 'erwt'],
    changes: /^annotations\/codebook\.json$/,
  },
  tag: { words: ['tag', 'a', '3', 'erwt'], changes: /^annotations\/alex\/a\.json$/ },
  untag: {
    words: ['untag', '00000000-0000-4000-8000-000000000001'],
    changes: /^annotations\/alex\/a\.json$/,
  },
};

const TEXT = 'One two three.\n\nFour five six.\n\nSeven eight.\n';
const PAGE = `<html><body><article><h1>A new text</h1>${'<p>Something new was said first, and nobody had expected it.</p><p>One two three. As it was said before a large audience in the old town hall.</p><p>Four five six. And what was asked about it afterwards by those who had come.</p>'}</article></body></html>`;

let template: Map<string, string> | undefined;

/** A project with two tags; the same files each time. */
async function prepared(): Promise<TestProject> {
  template ??= await makeTemplate();
  const project = makeProject({});
  for (const [name, content] of template) project.write(name, content);
  return project;
}

async function makeTemplate(): Promise<Map<string, string>> {
  using project = makeProject({ 'a.md': TEXT });
  project.write('new.html', PAGE);
  project.write('new.md', `Something new was said first.\n\n${TEXT}`);
  project.write('out/digest.md', 'An older digest.\n');
  const { call } = fakeWorld(project.folder);
  await call(program, 'tag', 'a', '1', 'encryption');
  await call(program, 'tag', 'a', '2', 'erwt');
  const names = [...filesIn(project).keys()];
  return new Map(names.map(name => [name, project.read(name)]));
}

/** Every file that counts; what lies on the shelf, and what a sweep removes, does not. */
function filesIn(project: TestProject): Map<string, string> {
  const names = readdirSync(project.folder, { recursive: true, encoding: 'utf8' });
  const counted = names.filter(
    name => !/\.marginalia|\.tmp$/.test(name) && statSync(join(project.folder, name)).isFile(),
  );
  return new Map(counted.sort().map(name => [name, readFileSync(project.path(name), 'latin1')]));
}

/** Calls that change nothing: a kill at one of them is a kill at the next that does. */
const READS = new Set([
  'readFile',
  'readdir',
  'realpath',
  'stat',
  'lstat',
  'access',
  'handle.stat',
]);

/** What the command comes to on a disk that is well, and the numbers of the calls to try: with MARGINALIA_LONG all. */
async function wholeRun(one: Case) {
  const all: number[] = [];
  const changing: number[] = [];
  const whole = await runOn(one, (n, name) => {
    all.push(n);
    if (!READS.has(name)) changing.push(n);
  });
  return { ...whole, changing, calls: process.env.MARGINALIA_LONG ? all : changing };
}

/** A world whose new ids are none of those in the project. */
const worldIn = (project: TestProject) =>
  fakeWorld(project.folder, {
    ports: {
      now: () => '2026-11-23T10:00:00.000Z',
      newId: () => 'urn:uuid:00000000-0000-4000-8000-0000000000ff',
    },
  });

/** Runs the command on a disk of which `onCall` decides; answers with what stands there then. */
async function runOn({ words }: Case, onCall: (n: number, name: string) => void) {
  const project = await prepared();
  const before = filesIn(project);
  const { call } = worldIn(project);
  Object.assign(dyingDisk, { folder: project.folder, calls: 0, onCall });
  const outcome = await call(program, ...words).catch((cause: unknown) => ({
    status: null,
    stdout: '',
    stderr: String(cause),
  }));
  calm();
  return { project, before, after: filesIn(project), outcome };
}

/** Each file is one of its two versions, whole, and the command's last file is not there without its first. */
function expectWhole(
  after: Map<string, string>,
  before: Map<string, string>,
  done: Map<string, string>,
  { changes }: Case,
) {
  for (const name of new Set([...after.keys(), ...before.keys(), ...done.keys()])) {
    const versions = changes.test(name) ? [before.get(name), done.get(name)] : [before.get(name)];
    expect(versions, name).toContain(after.get(name));
  }
  const [text] = [...done.keys()].filter(
    name => /^texts\/[^.]/.test(name) && done.get(name) !== before.get(name),
  );
  const [original] = [...done.keys()].filter(name => name.startsWith('texts/.originals/'));
  if (text && original && after.get(text) === done.get(text))
    expect(after.has(original)).toBe(true);
}

/** What users find: no problem but what the sweep takes away, and every tag in its place. */
async function expectSound(project: TestProject, removed: boolean) {
  const { call } = fakeWorld(project.folder);
  await call(program, 'check', '--repair');
  const { status, stdout } = await call(program, 'check', '--json');
  expect(
    JSON.parse(stdout).problems.filter(({ kind }: { kind: string }) => kind !== 'similar'),
  ).toEqual([]);
  expect(status === 0 || /"similar"/.test(stdout)).toBe(true);
  const found = await call(program, 'annotations', '--json');
  const { annotations } = JSON.parse(found.stdout);
  expect(annotations.map(({ anchor }: { anchor: { kind: string } }) => anchor.kind)).not.toContain(
    'orphaned',
  );
  expect(annotations.length).toBeGreaterThanOrEqual(removed ? 1 : 2);
}

describe.each(Object.entries(CASES))('%s', (name, one) => {
  test('a kill at any call leaves the project as before or after, and it can be done again', {
    timeout: PATIENCE,
  }, async () => {
    const whole = await wholeRun(one);
    expect(whole.outcome).toMatchObject({ status: 0 });
    expect(whole.calls.length).toBeGreaterThan(5);
    expect(whole.after).not.toEqual(whole.before);
    for (const end of whole.calls) {
      const killed = await runOn(one, n => {
        if (n >= end) throw diskError('EIO');
      });
      using project = killed.project;
      expectWhole(killed.after, killed.before, whole.after, one);
      await expectSound(project, name === 'untag');
      // Doing it again is harmless where it had been done, and completes it where it had not.
      await worldIn(project).call(program, ...one.words);
      if (name !== 'import --replace')
        expect([KILL, end, filesIn(project)]).toEqual([KILL, end, whole.after]);
    }
    whole.project.remove();
  });

  test('a call that fails is told in a line, and leaves the project as before or after', {
    timeout: PATIENCE,
  }, async () => {
    const whole = await wholeRun(one);
    // A digest leaves out the file that it could not read, and says so: it is another digest then.
    const calls = one.words[0] === 'digest' ? whole.changing : whole.calls;
    for (const nth of calls) {
      const failing = await runOn(one, n => {
        if (n === nth) throw diskError('ENOSPC');
      });
      using project = failing.project;
      const { status, stderr } = failing.outcome;
      expect([nth, stderr]).toEqual([nth, expect.not.stringMatching(/\n\s+at /)]);
      if (status !== 0)
        expect([nth, stderr]).toEqual([nth, expect.stringContaining('the disk is full')]);
      expectWhole(failing.after, failing.before, whole.after, one);
      await expectSound(project, name === 'untag');
    }
    whole.project.remove();
  });
});
