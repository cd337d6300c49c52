import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { keepOrDrop, type Review } from '../../../src/project/import/review.ts';
import { openProject } from '../../../src/project/project.ts';
import { projectPorts } from '../../../src/reader/projectPorts.ts';
import { marginalia } from '../../cli/invoke.ts';
import { makeProject, type TestProject } from '../../support/project.ts';

const ports = { now: () => '2026-11-03T09:00:00.000Z', newId: () => 'urn:uuid:0' };

const doors = (project: TestProject) =>
  projectPorts(openProject(project.folder, ports), 'alex', { HOME: project.path('home') });

/** What was read of a source. Throws with the reason where it was refused. */
async function planned(reading: ReturnType<ReturnType<typeof doors>['planImport']>) {
  const answer = await reading;
  if (answer.kind === 'refused') throw new Error(answer.reason);
  return answer.plan;
}

test.each([
  ['home/a b.txt', 'as it is'],
  ['"home/a b.txt"', 'in quotes'],
  ["'home/a b.txt'", 'in single quotes'],
  ['home/a\\ b.txt', 'with a backslash before the space'],
  ['~/a b.txt', 'in the home folder'],
  ['  home/a b.txt ', 'with spaces around it'],
])('%s: a file %s', async words => {
  using project = makeProject({});
  project.write('home/a b.txt', 'First.\n\nSecond.\n');
  const { review } = await planned(doors(project).planImport(words));
  expect(review.blocks.map(({ text }) => text)).toEqual(['First.', 'Second.']);
});

test('a text whose words were not changed keeps its bytes; an emptied one keeps the kept', async () => {
  using project = makeProject({});
  project.write('as-it-is.txt', 'First.\n\n\n\nSecond.\n');
  project.write('less.txt', 'First.\n\n\n\nAgain.\n');
  const { planImport, writeImport } = doors(project);
  const whole = await planned(planImport('as-it-is.txt'));
  expect(await writeImport(whole.review)).toMatchObject({
    kind: 'written',
    written: { ids: ['as-it-is'], paragraphs: 2, dropped: 0 },
  });
  expect(project.read('texts/as-it-is.md').endsWith('---\nFirst.\n\n\n\nSecond.\n')).toBe(true);
  const { review } = await planned(planImport('less.txt'));
  expect(await writeImport(keepOrDrop(review, 0) as Review)).toMatchObject({
    written: { ids: ['less'], paragraphs: 1, dropped: 1 },
  });
  expect(project.read('texts/less.md').endsWith('---\nAgain.\n')).toBe(true);
});

test('refusals are one line and write nothing', async () => {
  using project = makeProject({ 'taken.md': 'There.\n' });
  project.write('new.txt', 'New.\n');
  const { planImport, writeImport } = doors(project);
  expect(await planImport('gone.txt')).toMatchObject({
    reason: expect.stringMatching(/no such file.*Check the name/),
  });
  project.write('rows.csv', marginalia(project, 'digest', '--format', 'csv').stdout);
  expect(await planImport('rows.csv')).toMatchObject({
    kind: 'refused',
    reason: expect.stringContaining('"marginalia import FILE" in the shell takes them back'),
  });
  expect(await planImport('-')).toMatchObject({
    reason: expect.stringMatching(/standard input. Name a file/),
  });
  expect(await planImport('texts/taken.md')).toMatchObject({
    reason: expect.stringMatching(/there already as taken$/),
  });
  expect(await planImport('http://[::1]/x')).toMatchObject({
    reason: expect.stringMatching(/private address\. marginalia import --allow-private/),
  });
  const { review } = await planned(planImport('new.txt'));
  const [part] = review.parts;
  const asTaken = { ...review, parts: [{ from: 0, meta: { ...part?.meta, id: 'TAKEN' } }] };
  await expect(writeImport(asTaken as Review)).rejects.toThrow('the id TAKEN is taken');
  expect(project.has('texts/.originals')).toBe(false);
  expect(project.read('texts/taken.md')).toBe('There.\n');
  expect(await writeImport(review)).toMatchObject({ kind: 'written' });
});

test('a slow text that nobody waits for any more is not the one that is written', async () => {
  using project = makeProject({});
  const page = '<p>Slow words that nobody wants to have in a transcript any more.</p>';
  project.write('slow.html', `<html><body><article>${page.repeat(3000)}</article></body></html>`);
  project.write('quick.txt', 'Quick.\n');
  const { planImport, writeImport } = doors(project);
  const slow = planImport('slow.html');
  const { review } = await planned(planImport('quick.txt'));
  await slow;
  await writeImport(review);
  expect(project.read('texts/quick.md')).toMatch(
    /original: "\.originals\/quick\.txt"[\s\S]*Quick\.\n$/,
  );
});

test('an address of one’s own machine is refused before it is asked', async () => {
  using project = makeProject({});
  const asked: string[] = [];
  const server = createServer((request, answer) => {
    asked.push(request.url ?? '');
    answer.end('<p>Secret.</p>');
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  expect(await doors(project).planImport(`http://localhost:${port}/x`)).toMatchObject({
    kind: 'refused',
    reason: expect.stringMatching(/private address/),
  });
  expect(asked).toEqual([]);
  server.close();
});
