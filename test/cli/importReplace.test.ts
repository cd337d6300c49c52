import { describe, expect, test } from 'vitest';
import { makeProject, type TestProject } from '../support/project.ts';
import { importIn } from './imports.ts';
import { json, linesOf, marginaliaIn } from './invoke.ts';
import { bytesUnder } from './snapshot.ts';

const FIRST =
  'The ferry leaves at noon and comes back in the evening, when the harbour is dark again.\n\nThe harbour is closed on Sundays.\n\nNobody knows the reason for it.\n';
/** One paragraph more in front, one changed word at the end, one paragraph gone. */
const SECOND =
  'A new beginning of the text.\n\nThe ferry leaves at noon and comes back in the evening, when the harbour is dark again.\n\nAn altogether different ending, with none of the words.\n';

/** A text with three tags of alex and one of ben. */
function tagged(): TestProject {
  const project = makeProject({ 'ferry.txt': FIRST });
  for (const [coder, paragraph] of [
    ['alex', '1'],
    ['alex', '2'],
    ['alex', '3'],
    ['ben', '1'],
  ] as const) {
    const { status } = marginaliaIn(project.folder, [
      'tag',
      'ferry',
      paragraph,
      'erwt',
      '--coder',
      coder,
    ]);
    expect(status).toBe(0);
  }
  return project;
}

const placesOf = (project: TestProject) =>
  json(project, 'annotations').annotations.map(
    ({
      coder,
      paragraphs,
      anchor,
    }: {
      coder: string;
      paragraphs: number[];
      anchor: { kind: string };
    }) => [coder, paragraphs, anchor.kind],
  );

describe('import --replace', () => {
  test('counts what becomes of the tags, writes, and makes the coder’s own selectors anew', async () => {
    using project = tagged();
    const others = project.read('annotations/ben/ferry.json');
    const { status, stdout, stderr } = await importIn(
      project,
      ['-', '--id', 'ferry', '--replace'],
      SECOND,
    );
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'ferry  3 paragraphs  -\n' });
    expect(linesOf(stderr)).toEqual([
      'ferry: 4 annotations on it: 0 exact, 2 shifted, 0 similar, 0 ambiguous, 2 orphaned',
      'Imported 1 text',
    ]);
    expect(project.read('texts/ferry.txt')).toContain(`---\n${SECOND}`);
    expect(project.has('texts/ferry.md')).toBe(false);
    expect(placesOf(project)).toEqual(
      expect.arrayContaining([
        ['alex', [2], 'exact'],
        ['alex', [], 'orphaned'],
        ['alex', [], 'orphaned'],
        ['ben', [2], 'shifted'],
      ]),
    );
    // Only the coder who imports has their file rewritten, and in it only what was found for certain.
    expect(project.read('annotations/ben/ferry.json')).toBe(others);
    expect(project.read('annotations/alex/ferry.json')).toContain(
      '"exact": "The harbour is closed on Sundays."',
    );
  });

  test('says the same in a dry run and writes nothing', async () => {
    using project = tagged();
    const before = bytesUnder(project.folder);
    const { stdout, stderr } = await importIn(
      project,
      ['-', '--id', 'ferry', '--replace', '--dry-run', '--json'],
      SECOND,
    );
    expect(JSON.parse(stdout).imported[0].anchors).toEqual({
      exact: 0,
      shifted: 2,
      similar: 0,
      ambiguous: 0,
      orphaned: 2,
      total: 4,
    });
    expect(stderr).toContain('2 shifted');
    expect(bytesUnder(project.folder)).toEqual(before);
  });

  test('finds the text by its title, keeps what its front matter says, and both originals', async () => {
    using project = makeProject({});
    await importIn(project, ['-', '--title', 'Ferry', '--speaker', 'Ada'], FIRST);
    const kept = project.read('texts/ferry.md').replace('---\n', '---\nnote: "my own"\n');
    project.write('texts/ferry.md', kept);
    await importIn(project, ['-', '--title', 'Ferry', '--replace'], SECOND);
    expect(project.read('texts/ferry.md')).toMatch(
      /^---\nnote: "my own"\ntitle: "Ferry"\nspeaker: "Ada"\n/,
    );
    const originals = Object.keys(bytesUnder(project.path('texts/.originals')));
    expect(originals).toEqual([
      expect.stringMatching(/\/ferry-[0-9a-f]{8}\.txt$/),
      expect.stringMatching(/\/ferry\.txt$/),
    ]);
  });

  test('the same bytes again, with other ends', async () => {
    using project = makeProject({});
    await importIn(project, ['-', '--title', 'Ferry'], FIRST);
    await importIn(project, ['-', '--replace', '--from', '2'], FIRST);
    expect(project.read('texts/ferry.md')).toMatch(
      /---\nThe harbour is closed on Sundays\.\n\nNobody/,
    );
    expect(Object.keys(bytesUnder(project.path('texts')))).toHaveLength(2);
  });

  test('a text that is not there is imported as new', async () => {
    using project = makeProject({});
    expect((await importIn(project, ['-', '--id', 'new', '--replace'], FIRST)).status).toBe(0);
    expect(project.has('texts/new.md')).toBe(true);
  });

  test('a text whose name is not its alone is refused', async () => {
    using project = makeProject({ 'a.md': 'One.', 'a.txt': 'Two.' });
    const { status, stderr } = await importIn(project, ['-', '--id', 'a', '--replace'], FIRST);
    expect(status).toBe(1);
    expect(stderr).toContain('several files share this name');
  });
});
