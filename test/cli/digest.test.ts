import { mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/program.ts';
import { readTranscript } from '../../src/model/transcript.ts';
import { parseMarkdown, readSections } from '../digest/parsed.ts';
import { describeCorpus } from '../support/corpora.ts';
import { makeProject, type TestProject } from '../support/project.ts';
import { json, marginalia } from './invoke.ts';
import { fakeWorld } from './world.ts';

function study(): TestProject {
  const project = makeProject({
    'a.md': '---\ntitle: Speech A\nspeaker: Jo\ndate: 2021-07-14\n---\nOne.\n\nTwo\u00A0and.\n',
    'b.txt': 'Three.\n\nFour.\n',
  });
  const tag = (...args: string[]) => json(project, 'tag', ...args).annotations[0];
  tag('a', '2', 'encryption', '--memo', 'a memo');
  tag('a', '1', 'erwt');
  tag('b', '2', 'encryption', '--key', '--coder', 'sam');
  return project;
}
const sections = (markdown: string) => readSections(parseMarkdown(markdown));

describe('digest', () => {
  test('as Markdown: theme by theme, key quotations first, memos with them', () => {
    using project = study();
    const { status, stdout, stderr } = marginalia(project, 'digest', '--title', 'My digest');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.startsWith('# My digest\n')).toBe(true);
    const encryption = sections(stdout).find(({ name }) => name.includes('Encryption'));
    expect(encryption?.passages.map(({ quote }) => quote)).toEqual(['Four.', 'Two\u00A0and.']);
    expect(encryption?.passages[0]?.source).toContain('¶ 2 · sam');
    expect(encryption?.passages[1]?.source).toContain('Jo');
    expect(encryption?.passages[1]?.memos.join()).toContain('a memo');
  });

  test('as JSON: the agreed shape', () => {
    using project = study();
    const digest = json(project, 'digest', '--theme', 'Encryption');
    expect(digest.title).toMatch(/^Digest of marginalia-test-/);
    const { name, definition } = json(project, 'themes').themes[3];
    const [record] = json(project, 'annotations', 'a', '--theme', 'encryption').annotations;
    const cited = { ...record, title: 'Speech A', speaker: 'Jo', date: '2021-07-14', source: null };
    const [keyed] = json(project, 'annotations', 'b').annotations;
    expect(digest.themes).toMatchObject([
      { id: 'encryption', name, definition, count: 2, passages: [{ ...keyed, title: 'b' }, cited] },
    ]);
    expect(digest.matrix).toEqual({
      texts: ['a', 'b'],
      rows: [{ theme: 'encryption', counts: [1, 1] }],
    });
    expect(marginalia(project, 'digest', '--theme', 'encryption', '--format', 'json').stdout).toBe(
      marginalia(project, 'digest', '--theme', 'encryption', '--json').stdout,
    );
  });

  test('takes themes, one text, one coder, key quotations only', () => {
    using project = study();
    const quotes = (...args: string[]) =>
      json(project, 'digest', ...args).themes.flatMap((theme: { passages: { quote: string }[] }) =>
        theme.passages.map(({ quote }) => quote),
      );
    expect(quotes()).toEqual(['One.', 'Four.', 'Two\u00A0and.']);
    expect(quotes('--theme', 'erwt')).toEqual(['One.']);
    expect(quotes('--theme', 'erwt', '--theme', 'Encryption')).toEqual(quotes());
    expect(quotes('--text', 'b')).toEqual(['Four.']);
    expect(quotes('--coder', 'alex')).toEqual(['One.', 'Two\u00A0and.']);
    expect(quotes('--key-only')).toEqual(['Four.']);
    expect(marginalia(project, 'digest', '--theme', 'none')).toMatchObject({
      status: 1,
      stdout: '',
    });
    expect(marginalia(project, 'digest', '--text', 'none')).toMatchObject({
      status: 1,
      stdout: '',
    });
  });

  test('--group-by text has a section a transcript', () => {
    using project = study();
    const { stdout } = marginalia(project, 'digest', '--group-by', 'text');
    expect(
      sections(stdout)
        .slice(1, 3)
        .map(({ name }) => name),
    ).toEqual([expect.stringContaining('Speech A'), expect.stringContaining('b')]);
  });
});

test('what has a theme that is not in the codebook is left out and said', () => {
  using project = study();
  const page = project.read('annotations/alex/a.json').replace('"erwt"', '"gone"');
  project.write('annotations/alex/a.json', page);
  const { status, stdout, stderr } = marginalia(project, 'digest');
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr:
      'marginalia: left out: what has a theme that is not in the codebook (gone). "marginalia check" says where\n',
  });
  expect(stdout).not.toContain('One.');
  expect(marginalia(project, 'digest', '--theme', 'encryption').stderr).toBe('');
});

describe('--out', () => {
  test('writes what stdout would show, and says so; the ending decides on the format', () => {
    using project = study();
    for (const [file, format] of [
      ['d.md', 'md'],
      ['d.json', 'json'],
      ['D.MARKDOWN', 'md'],
    ] as const) {
      const written = marginalia(project, 'digest', '--out', file);
      expect(written).toMatchObject({ status: 0, stdout: '' });
      expect(written.stderr).toMatch(/^Wrote .*: 3 annotations\n$/);
      expect(project.read(file)).toBe(marginalia(project, 'digest', '--format', format).stdout);
    }
    expect(marginalia(project, 'digest', '--out', 'x.txt', '--format', 'md').status).toBe(0);
    expect(project.read('x.txt')).toBe(project.read('d.md'));
    // The file is of its own format, whatever form the answer has.
    const answer = marginalia(project, 'digest', '--out', 'D.MARKDOWN', '--json');
    expect(answer.stdout).toBe(project.read('d.json'));
    expect(project.read('D.MARKDOWN')).toBe(project.read('d.md'));
    expect(readdirSync(project.folder).sort()).toEqual(
      ['D.MARKDOWN', 'annotations', 'd.json', 'd.md', 'texts', 'x.txt'].sort(),
    );
  });

  test.each([
    [
      ['--out', 'x.rtf'],
      '--out x.rtf: its ending names no format. Give --format md, html, docx, csv, json, txt, csl',
    ],
    [
      ['--json', '--format', 'md'],
      'digest: --json and --format md exclude each other. Give one of them',
    ],
  ])('%j is wrong usage', (args, message) => {
    using project = study();
    const done = marginalia(project, 'digest', ...args);
    expect(done).toEqual({ status: 2, stdout: '', stderr: `marginalia: ${message}\n` });
  });

  test('never writes through a link or over a folder', () => {
    using project = study();
    project.write('precious.txt', 'precious');
    symlinkSync('precious.txt', project.path('link.md'));
    symlinkSync('nowhere.txt', project.path('dangling.md'));
    mkdirSync(project.path('folder.md'));
    for (const file of ['link.md', 'dangling.md', 'folder.md', 'precious.txt/d.md']) {
      const { status, stdout, stderr } = marginalia(project, 'digest', '--out', file);
      expect({ file, status, stdout }).toEqual({ file, status: 1, stdout: '' });
      expect(stderr).toMatch(/^marginalia: [^\n]+\n$/);
    }
    expect(project.read('precious.txt')).toBe('precious');
    expect(readlinkSync(project.path('link.md'))).toBe('precious.txt');
    expect(project.has('nowhere.txt')).toBe(false);
  });
});

const REAL = {
  'guardian-tech-firms-2021.txt': 54,
  'itpro-tech-giants-2021.txt': 15,
  'met-commissioner-ict-summit-2021.txt': 77,
  'mi5-annual-threat-update-2021.txt': 50,
  'newschain-ict-summit-2021.txt': 11,
};

describeCorpus('transcripts', 5, folder => {
  test.each(Object.entries(REAL))(
    '%s: %i paragraphs, all of them quoted word for word',
    async (file, count) => {
      const content = readFileSync(join(folder, file), 'utf8');
      using project = makeProject({ [file]: content });
      const id = file.replace('.txt', '');
      expect(json(project, 'texts').texts[0]).toMatchObject({ id, paragraphs: count });
      // The text as the rules have it, read here by other means: no BOM, LF line ends.
      const text = content.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
      const { paragraphs } = readTranscript(file, content);
      const expected = Array.from({ length: count }, (_, i) => {
        const { start, end } = paragraphs.at(i);
        return text.slice(start, end);
      });
      // One passage over the whole text has every character of it, no-break spaces included.
      marginalia(project, 'tag', id, `1-${count}`, 'encryption');
      const whole = text.slice(paragraphs.at(0).start, paragraphs.at(count - 1).end);
      const [passage] = json(project, 'digest').themes[3].passages;
      expect(passage.quote).toBe(whole);
      // One paragraph in six, as Markdown.
      const some = expected.flatMap((_, i) => (i % 6 === 1 ? [i + 1] : []));
      const { call } = fakeWorld(project.folder);
      for (const n of some) await call(run, 'tag', id, String(n), 'erwt');
      const digest = marginalia(project, 'digest', '--theme', 'erwt', '--theme', 'encryption');
      const [erwt, encryption] = sections(digest.stdout);
      expect(erwt?.passages.map(({ quote }) => quote)).toEqual(some.map(n => expected[n - 1]));
      expect(encryption?.passages.map(({ quote }) => quote)).toEqual([whole]);
    },
  );
});
