import { mkdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { makeProject } from '../support/project.ts';
import { linesOf, marginalia, marginaliaIn } from './invoke.ts';

const SPEECH = { 'speech.md': '# A speech\n\nFirst.\n\nSecond.\n' };

describe('wrong usage is status 2 and one line that says what to do', () => {
  test.each([
    [['shwo'], 'shwo: no such command or folder. Did you mean show?'],
    [['xyzzy'], 'xyzzy: no such command or folder. "marginalia --help" lists the commands'],
    [
      ['text\u001b[31ms'],
      'text\u241b[31ms: no such command or folder. "marginalia --help" lists the commands',
    ],
    [
      ['texts', 'more'],
      `too many arguments for 'texts'. Expected 0 arguments but got 1: more. "marginalia texts --help" explains it`,
    ],
    [['show'], `missing required argument 'TEXT'. "marginalia show --help" explains it`],
    [
      ['texts', '--jsno'],
      `unknown option '--jsno' (Did you mean --json?). "marginalia texts --help" explains it`,
    ],
    [['help', 'shwo'], 'shwo: no such command. Did you mean show?'],
    [['help', 'xyzzy'], 'xyzzy: no such command. "marginalia --help" lists the commands'],
    [['texts', '-p', ''], '-p: no folder given'],
    [['-p'], `option '-p, --project <DIR>' argument missing. "marginalia --help" explains it`],
    [
      ['digest', '--format', 'pdf'],
      `option '--format <FORMAT>' argument 'pdf' is invalid. Allowed choices are md, html, docx, csv, json, txt, csl. "marginalia digest --help" explains it`,
    ],
    [
      ['themes', 'ad', 'x'],
      `too many arguments for 'themes'. Expected 0 arguments but got 2: ad, x. "marginalia themes --help" explains it`,
    ],
    [
      ['texts', '--coder', '...'],
      `--coder: a coder's name needs a letter or a digit, "..." has none`,
    ],
    [['.', 'more'], 'more: too many words after the folder .'],
    [['.', '-p', '.'], 'the folder is named twice. Give DIR or --project, not both'],
  ])('%j', (args, message) => {
    using project = makeProject(SPEECH);
    const { status, stdout, stderr } = marginalia(project, ...args);
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr: `marginalia: ${message}\n`,
    });
  });
});

describe('the project', () => {
  test('is here, in a parent, or where -p says, before or after the command', () => {
    using project = makeProject(SPEECH);
    mkdirSync(project.path('notes'));
    const listed = marginalia(project, 'texts', '--json').stdout;
    expect(JSON.parse(listed).texts).toHaveLength(1);
    for (const args of [
      ['-p', project.folder, 'texts', '--json'],
      ['--json', '--project', project.folder, 'texts'],
      ['texts', '--json', '-p', project.folder],
      ['texts', `--project=${project.folder}`, '--json'],
    ]) {
      expect(marginaliaIn('/', args)).toEqual({ status: 0, stdout: listed, stderr: '' });
    }
    expect(marginaliaIn(project.path('notes'), ['texts', '--json']).stdout).toBe(listed);
  });

  test('that is none is status 1', () => {
    using project = makeProject({});
    mkdirSync(project.path('empty'));
    const { status, stderr } = marginalia(project, 'texts', '-p', 'empty');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^marginalia: .*empty: not a project: it has no folder texts\/\. .*\n$/);
    expect(marginaliaIn('/', ['texts']).stderr).toMatch(
      /^marginalia: \/: no project here or above/,
    );
  });

  test('the value of an option is never taken for an option of its own', () => {
    using project = makeProject(SPEECH);
    const { status } = marginalia(project, 'tag', 'speech', '2', 'erwt', '--memo', '-p');
    expect(status).toBe(0);
    expect(JSON.parse(marginalia(project, 'annotations', '--json').stdout).annotations).toEqual([
      expect.objectContaining({ memo: '-p' }),
    ]);
  });
});

describe('without a command and without a terminal', () => {
  test('the texts are listed, and how to open the reader', () => {
    using project = makeProject(SPEECH);
    const { status, stdout, stderr } = marginalia(project);
    expect(status).toBe(0);
    expect(stdout).toBe(marginalia(project, 'texts').stdout);
    expect(stderr).toMatch(/"marginalia" opens the reader\n$/);
  });

  test('a word that is a command wins over a folder; a folder is opened', () => {
    using project = makeProject(SPEECH);
    mkdirSync(project.path('other', 'texts'), { recursive: true });
    expect(marginalia(project, 'texts').stdout).toContain('speech');
    const { status, stdout, stderr } = marginalia(project, './other', '--json');
    expect({ status, stdout: JSON.parse(stdout) }).toEqual({ status: 0, stdout: { texts: [] } });
    expect(stderr).not.toContain('Error');
    expect(marginalia(project, './texts').stderr).toMatch(/not a project/);
  });
});

describe('help', () => {
  test('--help, -h and help are on stdout, at most 80 cells wide', () => {
    using project = makeProject({});
    const help = marginalia(project, '--help');
    expect(help).toMatchObject({ status: 0, stderr: '' });
    for (const name of [
      'init',
      'texts',
      'show',
      'tag',
      'untag',
      'annotations',
      'themes',
      'digest',
      'check',
    ]) {
      expect(help.stdout).toMatch(new RegExp(`^ {2}${name}\\b`, 'm'));
      const own = marginalia(project, 'help', name);
      expect(own).toMatchObject({ status: 0, stderr: '' });
      expect(own.stdout).toContain(`$ marginalia ${name}`);
      expect(marginalia(project, name, '-h').stdout).toBe(own.stdout);
      expect(linesOf(own.stdout).filter(line => line.length > 80)).toEqual([]);
    }
    expect(linesOf(help.stdout).filter(line => line.length > 80)).toEqual([]);
    expect(marginalia(project, 'help').stdout).toBe(help.stdout);
  });

  test('--version is that of the package', () => {
    using project = makeProject({});
    const version = marginalia(project, '--version');
    expect(version).toEqual({ status: 0, stdout: `${packageFile.version}\n`, stderr: '' });
  });
});

describe('init', () => {
  test('makes a project, says what, and never overwrites', () => {
    using folder = makeProject({});
    const first = marginalia(folder, 'init', 'study');
    expect(first).toMatchObject({ status: 0, stdout: 'texts/\nannotations/codebook.json\n' });
    expect(first.stderr).toMatch(/study: ready\. Fill .*texts\/ with "marginalia import FILE"/);
    const before = folder.read('study/annotations/codebook.json');
    expect(JSON.parse(before).themes.map((theme: { id: string }) => theme.id)).toEqual([
      'state-threats',
      'erwt',
      'prevent-referrals',
      'encryption',
    ]);
    const again = marginalia(folder, 'init', 'study', '--json');
    expect(JSON.parse(again.stdout)).toEqual({ root: folder.path('study'), made: [] });
    expect(folder.read('study/annotations/codebook.json')).toBe(before);
  });

  test('--quiet leaves out the words, not the data', () => {
    using folder = makeProject({});
    const made = marginalia(folder, 'init', 'study', '--quiet');
    expect(made).toEqual({ status: 0, stdout: 'texts/\nannotations/codebook.json\n', stderr: '' });
  });

  test('where a file is in the way nothing is made', () => {
    using folder = makeProject({ 'a.md': 'text' });
    const { status, stderr } = marginalia(folder, 'init', 'texts/a.md');
    expect(status).toBe(1);
    expect(linesOf(stderr)).toHaveLength(1);
  });
});
