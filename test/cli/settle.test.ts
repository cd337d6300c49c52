import { expect, test } from 'vitest';
import { makeProject, type TestProject } from '../support/project.ts';
import { json, linesOf, marginalia } from './invoke.ts';

const RAIL =
  'The rail on the northern side has been gone for fourteen months, and nobody has put it back.';
const TEXT = `Before.\n\n${RAIL}\n\nNobody said a word about it then, or later.\n\nLight the pier.\n\nSnow fell on Monday morning.\n\nAfter.\n`;
const LATER =
  'The rail on the southern side has been gone for fifteen months, and nobody has put it back.';
const EDITED = `Before.\n\n${LATER}\n\nNobody said a word about it then, or later.\n\nHere.\n\nLight the pier.\n\nX.\n\nLight the pier.\n\nY.\n`;
const STATE = 'annotations/alex/.state.json';

interface Reported {
  kind: string;
  annotation: string;
  candidates: { candidate: number; paragraph: number; quote: string; same: number }[];
}

/** Three tags of alex's, and a text edited outside: one is similar, one ambiguous, one gone. */
function edited(): TestProject & { ids: Record<string, string> } {
  const project = makeProject({ 'a.md': TEXT });
  for (const n of ['2', '4', '5']) json(project, 'tag', 'a', n, 'erwt');
  project.write('texts/a.md', EDITED);
  const found: Reported[] = problems(project);
  const ids = Object.fromEntries(found.map(({ kind, annotation }) => [kind, annotation]));
  return Object.assign(project, { ids });
}

const problems = (project: TestProject) =>
  JSON.parse(marginalia(project, 'check', '--json').stdout).problems;

const kinds = (project: TestProject) => problems(project).map(({ kind }: Reported) => kind);

test('each doubtful annotation comes with the places that may be it', () => {
  using project = edited();
  const found: Reported[] = problems(project);
  const byKind = new Map(found.map(one => [one.kind, one]));
  expect([...byKind.keys()].sort()).toEqual(['ambiguous', 'orphaned', 'similar']);
  expect(byKind.get('similar')?.candidates).toMatchObject([
    { candidate: 1, paragraph: 2, quote: LATER },
  ]);
  expect(byKind.get('ambiguous')?.candidates).toMatchObject([
    { candidate: 1, quote: 'Light the pier.', same: 1 },
    { candidate: 2, quote: 'Light the pier.', same: 1 },
  ]);
  const places = byKind.get('ambiguous')?.candidates.map(({ paragraph }) => paragraph);
  expect(places?.sort()).toEqual([5, 7]);
  const { stdout } = marginalia(project, 'check');
  expect(linesOf(stdout)).toContainEqual(
    expect.stringMatching(/^ {2}1 {2}¶ \d, 100% the same: "Light/),
  );
});

test('--accept: the selector is made for the text as it is', () => {
  using project = edited();
  const { similar = '', ambiguous = '' } = project.ids;
  const { settled } = json(project, 'check', '--accept', similar);
  expect(settled).toEqual([{ id: similar, text: 'a', kind: 'placed', paragraph: 2, quote: LATER }]);
  expect(kinds(project)).not.toContain('similar');
  const listed: Reported[] = problems(project).filter(({ kind }: Reported) => kind === 'ambiguous');
  const [, second] = listed[0]?.candidates ?? [];
  expect(marginalia(project, 'check', '--accept', ambiguous)).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringContaining('it may be in 2 places. Say which with --candidate'),
  });
  const out = marginalia(project, 'check', '--accept', ambiguous.slice(0, 14), '--candidate', '2');
  expect(out.stdout).toContain(`placed on ¶ ${second?.paragraph}  a ${ambiguous}`);
  expect(out.stderr).toBe('Settled 1 annotation\n');
  expect(kinds(project)).toEqual(['orphaned']);
  const places = json(project, 'annotations').annotations.map(
    ({ paragraphs, anchor }: { paragraphs: number[]; anchor: { kind: string } }) => [
      ...paragraphs,
      anchor.kind,
    ],
  );
  expect(places).toContainEqual([second?.paragraph, 'exact']);
  // What is settled stays so when the text moves on.
  project.write('texts/a.md', `One more.\n\n${EDITED}`);
  expect(kinds(project)).toEqual(['orphaned']);
});

test('--keep: it is no problem any more, and the number of those kept is said', () => {
  using project = edited();
  const { orphaned = '', ambiguous = '', similar = '' } = project.ids;
  const { settled } = json(project, 'check', '--keep', orphaned, '--keep', ambiguous);
  expect(settled.map(({ kind }: { kind: string }) => kind)).toEqual(['kept', 'kept']);
  const { kept } = JSON.parse(project.read(STATE));
  expect(kept.sort()).toEqual([`urn:uuid:${orphaned}`, `urn:uuid:${ambiguous}`].sort());
  expect(kinds(project)).toEqual(['similar']);
  json(project, 'check', '--accept', similar);
  expect(marginalia(project, 'check')).toEqual({
    status: 0,
    stdout: '',
    stderr: 'All is well, 2 annotations kept as they are\n',
  });
  expect(json(project, 'check')).toEqual({ ok: true, problems: [], kept: 2 });
  const [text] = json(project, 'texts').texts;
  expect(text.annotations).toBe(3);
  // One that is accepted after all is not kept any more.
  json(project, 'check', '--accept', ambiguous, '--candidate', '1');
  expect(JSON.parse(project.read(STATE)).kept).toEqual([`urn:uuid:${orphaned}`]);
});

test.each([
  [['--accept', 'ffffff'], 1, 'no annotation with this id'],
  [['--accept', 'abc'], 2, 'too short for an id'],
  [['--candidate', '1'], 2, '--candidate goes with one --accept'],
  [['--accept', 'abcdef', '--candidate', '0'], 2, 'give its number, counted from 1'],
])('%j is refused', (args, status, words) => {
  using project = edited();
  const said = marginalia(project, 'check', ...args);
  expect(said).toMatchObject({ status, stdout: '', stderr: expect.stringContaining(words) });
});

test('what is not doubtful, has no such place or is another’s is refused, and nothing is written', () => {
  using project = edited();
  const { similar = '', orphaned = '' } = project.ids;
  const before = project.read('annotations/alex/a.json');
  const refused = (...args: string[]) => marginalia(project, 'check', ...args).stderr;
  expect(refused('--accept', similar, '--candidate', '9')).toContain('counted from 1');
  expect(refused('--accept', orphaned)).toContain('no place in the text is like it');
  expect(refused('--keep', orphaned, '--coder', 'sam')).toContain('is alex');
  expect(project.read('annotations/alex/a.json')).toBe(before);
  json(project, 'check', '--accept', similar);
  expect(refused('--keep', similar)).toContain('its place is certain');
  expect(project.has(STATE)).toBe(false);
});
