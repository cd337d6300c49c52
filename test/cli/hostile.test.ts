import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/program.ts';
import { describeCorpus } from '../support/corpora.ts';
import { makeProject, type TestProject } from '../support/project.ts';
import { PtyProgram } from '../support/pty.ts';
import { marginalia, type Outcome, PROGRAM } from './invoke.ts';
import { fakeWorld } from './world.ts';

/** These start the program many times, on a machine that may be busy: milliseconds. */
const PATIENCE = 120_000;

/** What a terminal obeys: C0 but for tab and newline, DEL, C1, line separators, bidi controls, BOM. */
const OBEYED =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u;
/** Title to 'owned', clear, red (C1), reversed order, bell, back, a line of its own. */
const EVIL = '\u001b]0;owned\u0007\u001b[2J\u009b31m\u202Eevil\u2066\u0008\u007f\u0085\rx';
/** A file's name may have what is in it; a coder's or a tagged transcript's no C0. */
const EVIL_NAME = EVIL.replace('\r', '');
const EVIL_CODER = 'sam\u009b31m\u202Eevil\u2066\u0085';

function expectHarmless(outcome: Outcome, args: readonly string[]): void {
  expect({ args, out: OBEYED.exec(outcome.stdout)?.[0] }).toEqual({ args, out: undefined });
  expect({ args, err: OBEYED.exec(outcome.stderr)?.[0] }).toEqual({ args, err: undefined });
}

/** Hostile text in every place that a command prints. */
function hostileProject(): TestProject {
  const yaml = (text: string) =>
    JSON.stringify(text).replace(
      /[\u007f-\uffff]/g,
      one => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  const head = `---\ntitle: ${yaml(EVIL)}\nspeaker: ${yaml(EVIL)}\ndate: ${yaml(EVIL)}\nsource: ${yaml(EVIL)}\n---\n`;
  const project = makeProject({
    'plain.md': `${head}# ${EVIL}\n\n${EVIL}: said so.\n\n${EVIL}: again.\n\nWords ${EVIL} words\n`,
    [`${EVIL_NAME}.md`]: `${EVIL}\n`,
    [`${EVIL_CODER}.md`]: `${EVIL}\n`,
    [`bad${EVIL_NAME}.md`]: Buffer.from([0x80, 0x1b]),
    [`twin${EVIL_NAME}.md`]: 'x',
    [`twin${EVIL_NAME}.txt`]: 'x',
  });
  const add = ['--definition', EVIL, '--include', EVIL, '--memo', EVIL, '--pattern', EVIL];
  marginalia(project, 'themes', 'add', EVIL, ...add);
  marginalia(project, 'tag', 'plain', '2-4', EVIL, '--memo', EVIL, '--key');
  marginalia(project, 'tag', EVIL_CODER, '1', 'erwt', '--memo', EVIL);
  marginalia(project, 'tag', 'plain', '4', 'erwt', '--coder', 'sam');
  renameSync(project.path('annotations/sam'), project.path(`annotations/${EVIL_CODER}`));
  project.write(`annotations/alex/lost${EVIL_CODER}.json`, '{');
  project.write(`annotations/alex/unsafe${EVIL_NAME}.json`, '{');
  return project;
}

const COMMANDS: string[][] = [
  ['texts'],
  [],
  ['show', 'plain'],
  ['show', EVIL_NAME],
  ['show', EVIL_CODER],
  ['tag', EVIL_NAME, '1', 'erwt'],
  ['annotations', '--coder', EVIL_CODER],
  ['show', `twin${EVIL_NAME}`],
  ['show', `bad${EVIL_NAME}`],
  ['annotations'],
  ['annotations', '--theme', EVIL],
  ['themes'],
  ['digest', '--notes', '--title', EVIL],
  ['digest', '--group-by', 'text'],
  ['check'],
  // What was typed comes back in errors.
  ['show', `none${EVIL}`],
  ['show', 'plain', EVIL],
  ['tag', 'plain', '4', EVIL],
  ['tag', 'plain', EVIL, 'erwt'],
  ['tag', 'plain', 'erwt', '--quote', EVIL],
  ['tag', `none${EVIL}`, '1', 'erwt'],
  ['themes', 'add', EVIL],
  ['themes', 'add', `new${EVIL}`, '--colour', EVIL],
  ['themes', EVIL],
  ['untag', `abcdef${EVIL}`],
  ['digest', '--theme', `none${EVIL}`],
  ['digest', '--format', EVIL],
  ['digest', '--out', `${EVIL_NAME}/d.md`],
  ['digest', '--out', `${EVIL_NAME}.md`],
  ['texts', '-p', EVIL],
  ['texts', `--${EVIL}`],
  ['tag', 'plain', '1', 'erwt', '--coder', EVIL],
  ['init', `made${EVIL_NAME}`],
  [EVIL],
];

describe('no command lets a control character out', { timeout: PATIENCE }, () => {
  test('in words or in JSON', async () => {
    using project = hostileProject();
    for (const args of COMMANDS) {
      const outcome = marginalia(project, ...args);
      expectHarmless(outcome, args);
      expect({ args, status: outcome.status }).toEqual({ args, status: expect.any(Number) });
      const asJson = await fakeWorld(project.folder).call(run, ...args, '--json');
      expectHarmless(asJson, [...args, '--json']);
    }
  });

  test('JSON gives every one of them back', () => {
    using project = hostileProject();
    const parsed = (...args: string[]) => JSON.parse(marginalia(project, ...args, '--json').stdout);
    const { texts } = parsed('texts');
    const plain = texts.find(({ id }: { id: string }) => id === 'plain');
    // Front matter values are one line: white space of any kind is a space.
    expect(plain.title).toBe(EVIL.replace(/\r/g, ' '));
    expect(texts.map(({ id }: { id: string }) => id)).toContain(EVIL_NAME.normalize('NFC'));
    expect(parsed('show', 'plain', '5').paragraphs[0].text).toBe(
      `Words ${EVIL.replace(/\r/g, '\n')} words`,
    );
    expect(parsed('annotations', 'plain').annotations[0]).toMatchObject({ memo: EVIL, key: true });
    expect(parsed('themes').themes.at(-1)).toMatchObject({ definition: EVIL });
  });

  test('on a terminal nothing but bold and dim', async () => {
    using project = hostileProject();
    for (const args of [['texts'], ['show', 'plain'], ['annotations'], ['themes']]) {
      const program = new PtyProgram(process.execPath, [PROGRAM, ...args], { cwd: project.folder });
      await program.done;
      expect(program.raw).toMatch(/\u001b\[[12]m/);
      const bare = program.raw.replace(/\u001b\[(?:1|2|22)m|\r(?=\n)/g, '');
      expect({ args, found: OBEYED.exec(bare)?.[0] }).toEqual({ args, found: undefined });
    }
  });
});

describeCorpus('corpora/blns', 1, folder => {
  test('naughty strings as texts, titles, names and memos', { timeout: PATIENCE }, async () => {
    const { ports } = fakeWorld('').world;
    const strings: string[] = JSON.parse(readFileSync(join(folder, 'blns.json'), 'utf8'));
    const title = (text: string) => `---\ntitle: ${JSON.stringify(text)}\n---\n${text}\n`;
    using project = makeProject({
      ...Object.fromEntries(
        strings.map((text, i) => [`t${String(i).padStart(3, '0')}.md`, title(text)]),
      ),
      'all.md': strings.join('\n\n'),
    });
    marginalia(project, 'themes', 'add', 'first');
    const codebook = JSON.parse(project.read('annotations/codebook.json'));
    const [theme] = codebook.themes;
    strings.forEach((name, i) => {
      codebook.themes.push({
        ...theme,
        id: `n${i}`,
        name,
        definition: name,
        memo: name,
        key: null,
      });
    });
    project.write('annotations/codebook.json', JSON.stringify(codebook));
    for (const [i, memo] of strings.entries()) {
      const args = ['tag', 'all', String(i + 1), `n${i}`, '--memo', memo];
      if (i % 5 === 0) await fakeWorld(project.folder, { ports }).call(run, ...args);
    }
    for (const args of [['texts'], ['show', 'all'], ['annotations'], ['themes'], ['digest']]) {
      const words = marginalia(project, ...args);
      expect({ args, status: words.status, stderr: words.stderr }).toEqual({
        args,
        status: 0,
        stderr: '',
      });
      expectHarmless(words, args);
      const json = marginalia(project, ...args, '--json');
      expectHarmless(json, [...args, '--json']);
      expect(JSON.parse(json.stdout)).toBeTypeOf('object');
    }
    const listed = JSON.parse(marginalia(project, 'annotations', '--json').stdout).annotations;
    expect(listed.length).toBeGreaterThan(90);
    const { themes } = JSON.parse(marginalia(project, 'themes', '--json').stdout);
    expect(themes.slice(5).map(({ name }: { name: string }) => name)).toEqual(strings);
  });
});

test('a pattern that takes other engines forever is looked for in a theme and in a search', () => {
  const pattern = '(a+)+$';
  using project = makeProject({ 'a.md': `${'a'.repeat(200_000)}!\n` });
  marginalia(project, 'themes', 'add', 'Slow', '--pattern', `/${pattern}/`);
  expect(marginalia(project, 'suggest', 'a').status).toBe(0);
  expect(marginalia(project, 'search', pattern, '--regex')).toMatchObject({
    status: 0,
    stdout: '',
  });
});
