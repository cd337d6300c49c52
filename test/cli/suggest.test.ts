import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/program.ts';
import { describeCorpus } from '../support/corpora.ts';
import { makeProject, type TestProject } from '../support/project.ts';
import { json, linesOf, marginalia } from './invoke.ts';
import { fakeWorld } from './world.ts';

const LOCK = '\u{1F512}';
const TEXT = `# On messages

Encryption keeps words from strangers ${LOCK}. A lawful warrant opens nothing then. The weather was fine.

A foreign state sent spies. Nobody saw them.

Encryption of stored data is another thing.
`;
const FIRST = 'speech:encryption:15-92';
const SPIES = 'speech:state-threats:116-143';
const STORED = 'speech:encryption:162-205';
const STATE = 'annotations/alex/.state.json';
const PAGE = 'annotations/alex/speech.json';

const study = () => makeProject({ 'speech.md': TEXT });
const idsOf = (project: TestProject, ...args: string[]): string[] =>
  json(project, 'suggest', ...args).suggestions.map((one: { id: string }) => one.id);

describe('the list', () => {
  test('best first, with its reasons, in code points', () => {
    using project = study();
    const { suggestions, total } = json(project, 'suggest');
    expect(total).toBe(3);
    expect(suggestions.map((one: { id: string }) => one.id)).toEqual([SPIES, FIRST, STORED]);
    for (const { start, end, quote } of suggestions)
      expect([...TEXT].slice(start, end).join('')).toBe(quote);
    expect(suggestions[1]).toMatchObject({ text: 'speech', theme: 'encryption', paragraphs: [2] });
    expect(suggestions[1].because[0]).toEqual({
      kind: 'pattern',
      pattern: 'encryption',
      words: 'Encryption',
      count: 1,
    });
    expect(suggestions[2].against).toEqual(['stored data']);
    expect(project.has('annotations')).toBe(false);
  });

  test('by theme, by text, and the best so many', () => {
    using project = study();
    project.write('texts/other.md', 'A spy came.');
    expect(idsOf(project, '--theme', 'State threats')).toEqual([SPIES, 'other:state-threats:0-11']);
    expect(idsOf(project, 'other')).toEqual(['other:state-threats:0-11']);
    const { suggestions, total } = json(project, 'suggest', '--limit', '1');
    expect([suggestions.length, total]).toEqual([1, 4]);
  });

  test('for people: the id, the passage, the reason', () => {
    using project = study();
    const { status, stdout, stderr } = marginalia(project, 'suggest', '--theme', 'erwt');
    expect([status, stdout, stderr]).toEqual([0, '', 'No suggestions\n']);
    const lines = linesOf(marginalia(project, 'suggest', '--theme', 'encryption').stdout);
    expect(lines[1]).toBe(FIRST);
    expect(lines[2]).toContain('◆ Encryption  Encryption keeps words from stra');
    expect(lines[3]).toBe('    because encryption; warrant');
  });

  test('a pattern that cannot be read is named, the others work', () => {
    using project = study();
    marginalia(project, 'themes', 'add', 'Weather', '--pattern', '/fine/', '--pattern', 'weather');
    const file = 'annotations/codebook.json';
    project.write(file, project.read(file).replace('/fine/', '/(fine/'));
    const { status, stdout, stderr } = marginalia(
      project,
      'suggest',
      '--theme',
      'Weather',
      '--json',
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(/^marginalia: Weather: the pattern \/\(fine\/ cannot be read/);
    expect(JSON.parse(stdout).total).toBe(1);
  });

  test.each([
    [['--limit', '0'], 2, '--limit 0: not a number of suggestions'],
    [['--yes'], 2, '--yes goes with --apply only'],
    [['--apply', '--rejected'], 2, 'exclude each other'],
    [['--theme', 'none'], 1, 'none: no such theme'],
    [['nowhere'], 1, 'nowhere: no such transcript'],
    [['--accept', 'speech:encryption:1-2'], 1, 'no such suggestion now'],
    [['--accept', FIRST, '--reject', FIRST], 2, 'both accepted and rejected'],
    [['--restore', '123456'], 1, 'no rejection with this id'],
  ])('%j is refused in one line', (args, status, words) => {
    using project = study();
    const outcome = marginalia(project, 'suggest', ...args);
    expect(outcome.status).toBe(status);
    expect(linesOf(outcome.stderr)).toEqual([expect.stringContaining(words)]);
    expect(project.has('annotations')).toBe(false);
  });
});

describe('deciding', () => {
  test('what is accepted is an annotation, and is suggested no more', () => {
    using project = study();
    const { status, stderr } = marginalia(project, 'suggest', '--accept', FIRST);
    expect([status, stderr]).toEqual([0, 'Tagged 1 passage as alex\n']);
    const { annotations } = json(project, 'annotations');
    expect(annotations).toMatchObject([{ theme: 'encryption', start: 15, end: 92, coder: 'alex' }]);
    expect(idsOf(project)).toEqual([SPIES, STORED]);
    expect(idsOf(project, '--coder', 'kim')).toEqual([SPIES, FIRST, STORED]);
  });

  test('what is rejected does not return, whatever happens to the text around and in it', () => {
    using project = study();
    marginalia(project, 'suggest', '--reject', STORED);
    expect(JSON.parse(project.read(STATE))).toMatchObject({
      version: 1,
      rejected: [{ text: 'speech', theme: 'encryption', selector: { start: 162, end: 205 } }],
    });
    expect(idsOf(project)).toEqual([SPIES, FIRST]);
    project.write('texts/speech.md', `Before it all.\n\n${TEXT}`);
    expect(idsOf(project)).toHaveLength(2);
    project.write('texts/speech.md', TEXT.replace('another thing', 'quite another thing'));
    expect(idsOf(project)).toEqual([SPIES, FIRST]);
  });

  test('a rejection is listed and taken back; then there is no file', () => {
    using project = study();
    marginalia(project, 'suggest', '--reject', STORED, '--reject', SPIES);
    const { rejected } = json(project, 'suggest', '--rejected');
    expect(rejected.map((one: { quote: string }) => one.quote)).toEqual([
      'Encryption of stored data is another thing.',
      'A foreign state sent spies.',
    ]);
    const ids = rejected.map((one: { id: string }) => one.id.slice(9, 21));
    marginalia(project, 'suggest', '--restore', ids[0], '--restore', ids[1]);
    expect(project.has(STATE)).toBe(false);
    expect(idsOf(project)).toEqual([SPIES, FIRST, STORED]);
  });

  test('a file of decisions that is broken is named and left alone', () => {
    using project = study();
    project.write(STATE, '{"version": 1, "rejected": [{]}');
    const { status, stderr } = marginalia(project, 'suggest', '--reject', SPIES);
    expect(status).toBe(1);
    expect(stderr).toContain('.state.json');
    expect(project.read(STATE)).toBe('{"version": 1, "rejected": [{]}');
  });

  test('what other programs wrote among the decisions stays', () => {
    using project = study();
    const theirs = { version: 1, done: ['speech'], kept: [], theirs: { a: 1 }, rejected: [] };
    project.write(STATE, JSON.stringify(theirs));
    marginalia(project, 'suggest', '--reject', SPIES);
    expect(JSON.parse(project.read(STATE))).toEqual({
      ...theirs,
      rejected: [expect.objectContaining({ theme: 'state-threats' })],
    });
  });
});

describe('all at once', () => {
  test('without a terminal and --yes nothing is tagged, but everything is shown', () => {
    using project = study();
    const { status, stdout, stderr } = marginalia(project, 'suggest', '--apply');
    expect(status).toBe(1);
    expect(stdout).toContain(FIRST);
    expect(stderr).toBe(
      'marginalia: nothing was tagged: 3 passages would be. --yes tags them without a question\n',
    );
    expect(project.has('annotations')).toBe(false);
  });

  test('--yes tags all that are listed', () => {
    using project = study();
    const { stderr } = marginalia(project, 'suggest', '--theme', 'encryption', '--apply', '--yes');
    expect(stderr).toBe('Tagged 2 passages as alex\n');
    expect(json(project, 'annotations').annotations).toHaveLength(2);
    expect(idsOf(project)).toEqual([SPIES]);
  });

  test.each([
    ['y\n', 0, true],
    ['\n', 1, false],
    ['no\n', 1, false],
  ])('on a terminal it asks: %j', async (answer, status, isTagged) => {
    using project = study();
    const { world, call } = fakeWorld(project.folder, { input: { isTTY: true } });
    Object.assign(world.stderr, { isTTY: true });
    Object.assign(world, {
      async *bytes() {
        yield new TextEncoder().encode(answer);
      },
    });
    const outcome = await call(run, 'suggest', '--apply');
    expect(outcome.status).toBe(status);
    expect(outcome.stderr).toContain('Tag 3 passages as alex? [y/N] ');
    expect(project.has(PAGE)).toBe(isTagged);
  });
});

describeCorpus('transcripts', 1, folder => {
  test('the starter themes find their passages in a real speech', async () => {
    const { readFileSync } = await import('node:fs');
    const name = 'mi5-annual-threat-update-2021.txt';
    using project = makeProject({ [name]: readFileSync(`${folder}/${name}`) });
    const { suggestions } = json(project, 'suggest');
    const on = (theme: string, paragraph: number) =>
      suggestions.some(
        (one: { theme: string; paragraphs: number[] }) =>
          one.theme === theme && one.paragraphs.includes(paragraph),
      );
    // Read in the speech: what these paragraphs are about.
    for (const paragraph of [15, 16, 17, 18, 19, 20, 21, 22, 24, 25])
      expect(on('state-threats', paragraph), `${paragraph}`).toBe(true);
    for (const paragraph of [29, 30]) expect(on('erwt', paragraph), `${paragraph}`).toBe(true);
    for (const paragraph of [40, 41, 42])
      expect(on('encryption', paragraph), `${paragraph}`).toBe(true);
    // Northern Ireland, Afghanistan, inquiries: none of the four.
    for (const paragraph of [28, 32, 34, 37])
      for (const theme of ['state-threats', 'erwt', 'encryption'])
        expect(on(theme, paragraph), `${theme} ${paragraph}`).toBe(false);
  });
});
