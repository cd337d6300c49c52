import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { marginalia } from '../cli/invoke.ts';
import { describeCorpus } from '../support/corpora.ts';
import { makeProject, type TestProject } from '../support/project.ts';
import type { PtyProgram } from '../support/pty.ts';
import { openReader, quit } from './reader.ts';

const PAGE = `<html lang="en"><head><title>The pier at Holm</title></head><body>
<div class="cookie-banner"><p>We use cookies to make your visit better. Accept all cookies?</p></div>
<article><h1>The pier at Holm</h1>
<p>The pier was built in the summer of 1902 by the men of the village. It has stood in every storm since then, and nobody remembers a winter in which it was closed for longer than a week.</p>
<p>In March the council took away the rail. The reason given was rust, which had eaten through three of the posts, and the money for a new one was promised before the end of the year.</p>
<p>Photograph by the harbour office, which asks to be named here.</p>
<p>Nothing has come. The fishermen walk there in the dark with their nets on their shoulders, and it is only a matter of time until one of them falls into the water.</p>
</article>
<aside class="related"><h2>Related articles</h2><ul><li><a href="/1">Ferry late again</a></li><li><a href="/2">Ten years of the market</a></li></ul></aside>
</body></html>`;

/** Types a path into the field that `i` opens. */
async function look(reader: PtyProgram, path: string): Promise<void> {
  await reader.press('i');
  await reader.waitFor('IMPORT');
  await reader.type(path);
  await reader.waitFor(path);
  await reader.press('Enter');
}

/** Presses `j` until the cursor stands on the row. */
async function goTo(reader: PtyProgram, words: string): Promise<void> {
  const cursor = () => reader.lines().find(line => line.startsWith('▌')) ?? '';
  for (let presses = 0; presses < 60; presses++) {
    const before = cursor();
    if (before.includes(words)) return;
    await reader.press('j');
    await reader.waitFor(() => cursor() !== before);
  }
  throw new Error(`no row ${words}:\n${reader.text()}`);
}

const bodyOf = (file: string): string => file.slice(file.indexOf('\n---\n') + 5);
const hasNothing = (project: TestProject) => !project.has('texts/.originals');

test('from an empty library: a page looked through, one more left out, another title, written', async () => {
  using project = makeProject({});
  project.write('in/pier.html', PAGE);
  const reader = openReader(project);
  await reader.waitFor('Nothing to read yet.');
  await look(reader, 'in/gone.html');
  await reader.waitFor('Check the name');
  await reader.press('Esc');
  await reader.waitFor('Nothing to read yet.');
  await look(reader, 'in/pier.html');
  await reader.waitFor('nothing is written yet');
  expect(reader.text()).toMatch(/- text +We use cookies.* cookie/);
  expect(reader.text()).toMatch(/- item +Ferry late again/);
  await goTo(reader, 'Photograph by');
  await reader.press('x');
  await reader.waitFor('by hand');
  await reader.press('e');
  await reader.waitFor('TYPING');
  await reader.type(', 2024');
  await reader.press('Enter');
  await reader.waitFor('the-pier-at-holm-2024');
  expect(hasNothing(project)).toBe(true);
  await reader.press('Enter');
  await reader.waitFor(/imported 3 paragraphs, 6 left out · the-pier/);
  expect(reader.lines().find(line => line.startsWith('▌'))).toContain('The pier at Holm, 2024');
  const file = project.read('texts/the-pier-at-holm-2024.md');
  expect(file).toContain('title: "The pier at Holm, 2024"');
  expect(bodyOf(file).trim().split('\n\n')).toEqual([
    expect.stringMatching(/^The pier was built .* than a week\.$/),
    expect.stringMatching(/^In March the council .* of the year\.$/),
    expect.stringMatching(/^Nothing has come\. .* into the water\.$/),
  ]);
  expect(project.read('texts/.originals/the-pier-at-holm-2024.html')).toBe(PAGE);

  await look(reader, 'in/pier.html');
  await reader.waitFor('it is there already as the-pier-at-holm-2024');
  await reader.press('Esc');
  await reader.waitFor('i import');
  await reader.press('Enter');
  await reader.waitFor('¶ 1/3');
  expect(await quit(reader)).toBe(0);
});

test('one text becomes two; Esc writes nothing', async () => {
  using project = makeProject({});
  project.write('minutes.md', '# One\n\nThe first was read.\n\n# Two\n\nThe second was not.\n');
  const reader = openReader(project, { columns: 120, rows: 36 });
  await reader.waitFor('Nothing to read yet.');
  await look(reader, 'minutes.md');
  await reader.waitFor('nothing is written yet');
  await reader.press('x');
  await reader.waitFor('by hand');
  await reader.press('Esc');
  await reader.waitFor('Nothing to read yet.');
  expect(hasNothing(project)).toBe(true);
  await look(reader, `"${project.path('minutes.md')}"`);
  await reader.waitFor('nothing is written yet');
  await goTo(reader, 'Two');
  await reader.press('N');
  await reader.waitFor('transcript 2 of 2');
  await reader.press('Enter');
  await reader.waitFor(/imported 4 paragraphs, 0 left out · \S+ and two/);
  expect(project.read('texts/two.md').endsWith('# Two\n\nThe second was not.\n')).toBe(true);
  expect(project.has('texts/.originals/two.md')).toBe(true);
  expect(await quit(reader)).toBe(0);
});

test('what cannot be imported is one line, and the field is there to mend it', async () => {
  using project = makeProject({});
  project.write('empty.txt', '');
  const reader = openReader(project, { columns: 120 });
  await reader.waitFor('Nothing to read yet.');
  await look(reader, 'http://127.0.0.1/secret');
  await reader.waitFor(
    '127.0.0.1 is a private address. marginalia import --allow-private reads it',
  );
  await reader.press('Esc');
  await reader.waitFor('q quit');
  await look(reader, 'empty.txt');
  await reader.waitFor(() => reader.lines().some(line => / empty$/.test(line.trimEnd())));
  expect(hasNothing(project)).toBe(true);
  await reader.press('Esc');
  expect(await quit(reader)).toBe(0);
});

describeCorpus('transcripts', 1, folder => {
  test('a real text looked through is what the command makes of it, less what was dropped by hand', async () => {
    using project = makeProject({});
    using other = makeProject({});
    const name = readdirSync(folder).find(file => file.startsWith('mi5')) ?? 'mi5';
    cpSync(join(folder, name), project.path(name));
    const command = marginalia(other, 'import', join(folder, name));
    expect(command.status).toBe(0);
    const [file = ''] = readdirSync(other.path('texts')).filter(one => one.endsWith('.md'));
    const reader = openReader(project);
    await reader.waitFor('Nothing to read yet.');
    await look(reader, name);
    await reader.waitFor('nothing is written yet');
    await goTo(reader, 'Good morning everyone');
    await reader.press('x');
    await reader.waitFor('by hand');
    await reader.press('Enter');
    await reader.waitFor(/imported \d+ paragraphs, \d+ left out · /);
    const paragraphs = (from: TestProject) => bodyOf(from.read(`texts/${file}`)).split('\n\n');
    const whole = paragraphs(other);
    const greeting = whole.findIndex(words => words.startsWith('Good morning everyone'));
    expect(greeting).toBeGreaterThan(-1);
    expect(paragraphs(project)).toEqual(whole.toSpliced(greeting, 1));
    expect(project.read(`texts/.originals/${file.slice(0, -3)}.txt`)).toBe(
      readFileSync(join(folder, name), 'utf8'),
    );
    expect(await quit(reader)).toBe(0);
  });
});
