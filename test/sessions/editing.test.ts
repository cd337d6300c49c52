import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeCorpus } from '../support/corpora.ts';
import { cleanEnvironment } from '../support/environment.ts';
import { makeProject, type TestProject } from '../support/project.ts';
import type { PtyProgram } from '../support/pty.ts';
import { openText, PROGRAM, quit, search, storedIn } from './reader.ts';

const TEXT = [
  'The first paragraph is about a boat.',
  'The second one is about the harbour, and about the light that nobody mended.',
  'The third one ends it.',
].join('\n\n');
const PAGE = 'annotations/alex/a.json';

/** An editor that is a script for Node: it gets the file's path as its last word. */
function editor(project: TestProject, code: string): string {
  const script = project.path('editor.mjs');
  project.write(
    'editor.mjs',
    `import { readFileSync, rmSync, writeFileSync } from 'node:fs';
const path = process.argv.at(-1);
const change = of => writeFileSync(path, of(readFileSync(path, 'utf8')));
${code}\n`,
  );
  return `${process.execPath} ${script}`;
}

/** A reader on the text, ¶ 2 tagged, with a folder of its own for temporary files. */
async function tagged(project: TestProject, code: string, more = ''): Promise<PtyProgram> {
  project.write('tmp/.keep', '');
  const command = `${editor(project, code)} ${more}`;
  const env = { EDITOR: command, VISUAL: undefined, TMPDIR: project.path('tmp') };
  const reader = await openText(project, { env });
  await reader.press('j', '1');
  await reader.waitFor('saved');
  return reader;
}

/** No temporary file is left, and the terminal takes keys as before. */
async function expectAllBack(reader: PtyProgram, project: TestProject): Promise<void> {
  expect(readdirSync(project.path('tmp'))).toEqual(['.keep']);
  await reader.press('k');
  await reader.waitFor('¶ 1/');
  await reader.press('j');
  await reader.waitFor('¶ 2/');
  const modes = (on: string, off: string) =>
    reader.raw.lastIndexOf(on) > reader.raw.lastIndexOf(off);
  expect(modes('\u001B[?1049h', '\u001B[?1049l')).toBe(true);
  expect(modes('\u001B[?2004h', '\u001B[?2004l')).toBe(true);
  expect(modes('\u001B[?25l', '\u001B[?25h')).toBe(true);
  expect(await quit(reader)).toBe(0);
}

describe('E opens the paragraph in the editor', () => {
  test('the words change, the tag follows, u and Ctrl+R take it back and do it again', async () => {
    using project = makeProject({ 'a.txt': `${TEXT.replaceAll('\n', '\r\n')}\r\n` });
    const reader = await tagged(project, "change(text => text.replace('nobody', 'everybody'));");
    const [text, page] = [project.read('texts/a.txt'), project.read(PAGE)];
    await reader.press('E');
    await reader.waitFor(/edited ¶ 2 · 1 tag follows/);
    await reader.waitFor('everybody mended');
    await reader.waitFor(/saved/);
    const edited = text.replace('nobody', 'everybody');
    expect(project.read('texts/a.txt')).toBe(edited);
    expect(storedIn(project, PAGE)).toMatchObject([
      { exact: TEXT.split('\n\n')[1]?.replace('nobody', 'everybody') },
    ]);
    await reader.press('u');
    await reader.waitFor('undid edit of ¶ 2');
    await reader.waitFor('nobody mended');
    expect(project.read('texts/a.txt')).toBe(text);
    expect(project.read(PAGE)).toBe(page);
    await reader.press('Ctrl+R');
    await reader.waitFor('redid edit of ¶ 2');
    await reader.waitFor('everybody mended');
    expect(project.read('texts/a.txt')).toBe(edited);
    await reader.press('u');
    await reader.waitFor('undid edit of ¶ 2');
    await reader.waitFor('nobody mended');
    expect(project.read(PAGE)).toBe(page);
    await expectAllBack(reader, project);
  });

  test('what cannot follow is shown first; Esc drops the edit, Enter accepts it', async () => {
    using project = makeProject({ 'a.txt': `${TEXT}\n` });
    const reader = await tagged(project, "change(() => 'Other words altogether.');");
    const page = project.read(PAGE);
    await reader.press('E');
    await reader.waitFor('1 of 1 tags cannot follow');
    await reader.waitFor('orphaned');
    expect(reader.text()).toContain('was  The second one is about the harbour');
    expect(reader.text()).toContain('now  Other words altogether.');
    await reader.press('Esc');
    await reader.waitFor('the edit was dropped');
    expect(project.read('texts/a.txt')).toBe(`${TEXT}\n`);
    await reader.press('E');
    await reader.waitFor('1 of 1 tags cannot follow');
    await reader.press('Enter');
    await reader.waitFor('1 cannot');
    await reader.waitFor(/saved/);
    expect(project.read('texts/a.txt')).toContain('\n\nOther words altogether.\n\n');
    await reader.press('u');
    await reader.waitFor('undid edit of ¶ 2');
    await reader.waitFor('nobody mended');
    expect(project.read(PAGE)).toBe(page);
    await expectAllBack(reader, project);
  });

  test('an emptied paragraph is asked about, and goes', async () => {
    using project = makeProject({ 'a.txt': `${TEXT}\n` });
    const reader = await tagged(project, "change(() => '');");
    await reader.press('E');
    await reader.waitFor('No words are left: ¶ 2 goes');
    await reader.press('Enter');
    await reader.waitFor('¶ 2/2');
    await reader.waitFor(/saved/);
    expect(project.read('texts/a.txt')).toBe(
      `${TEXT.split('\n\n').toSpliced(1, 1).join('\n\n')}\n`,
    );
    await expectAllBack(reader, project);
  });

  test('blank lines make paragraphs; a search that is on looks again', async () => {
    using project = makeProject({ 'a.txt': `${TEXT}\n` });
    const reader = await tagged(project, "change(text => text.replace(', and', '.\\n\\nAnd'));");
    await search(reader, 'light');
    await reader.press('E');
    await reader.waitFor('/4');
    await reader.waitFor(/1 of 1 here/);
    expect(storedIn(project, PAGE)).toMatchObject([
      { exact: expect.stringMatching(/^The second .*harbour\.\n\nAnd about .*mended\.$/) },
    ]);
    await reader.press('Esc');
    await reader.waitFor('? help');
    await quit(reader);
  });
});

describe('an editor that', () => {
  test.each([
    ['changes nothing', '', 'the words are the same'],
    ['fails', "change(() => 'Lost.'); process.exit(3);", 'ended with status 3'],
    [
      'is killed',
      "change(() => 'Lost.'); process.kill(process.pid, 'SIGKILL');",
      'nothing was changed',
    ],
    ['takes the file away', 'rmSync(path);', 'the editor took the file away'],
    ['saves other bytes', 'writeFileSync(path, Buffer.from([0xff, 0xfe]));', 'is not UTF-8'],
  ])('%s leaves everything as it was, and that is said', async (_, code, words) => {
    using project = makeProject({ 'a.txt': `${TEXT}\n` });
    const reader = await tagged(project, code);
    const page = project.read(PAGE);
    await reader.press('E');
    await reader.waitFor(words);
    expect(project.read('texts/a.txt')).toBe(`${TEXT}\n`);
    expect(project.read(PAGE)).toBe(page);
    await expectAllBack(reader, project);
  });

  test('is not there', async () => {
    using project = makeProject({ 'a.txt': `${TEXT}\n` });
    const reader = await openText(project, { env: { EDITOR: '/no/such/editor', VISUAL: '' } });
    await reader.press('E');
    await reader.waitFor('no such program');
    expect(project.read('texts/a.txt')).toBe(`${TEXT}\n`);
    await quit(reader);
  });

  test.each([
    ['started by itself', ''],
    ['started by a shell, for its words have quotes', '"--a word"'],
  ])('reads keys gets all of them, Ctrl+C too, %s', async (_, more) => {
    using project = makeProject({ 'a.txt': `${TEXT}\n` });
    const code = `
      process.on('SIGINT', () => console.log('interrupted'));
      console.log('raw ' + process.stdin.isRaw, 'mode ' + (await import('node:fs')).statSync(path).mode.toString(8));
      let all = '';
      process.stdin.setEncoding('utf8').on('data', keys => {
        all += keys;
        console.log('heard ' + JSON.stringify(all));
        if (!all.includes('done')) return;
        change(() => 'The second one is about ' + all.trim());
        process.exit(0);
      });`;
    const reader = await tagged(project, code, more);
    await reader.press('E');
    await reader.waitFor('raw false mode 100600');
    await reader.type('jjq1');
    await reader.press('Enter');
    await reader.waitFor('heard "jjq1\\n"');
    await reader.press('Ctrl+C');
    await reader.waitFor('interrupted');
    await reader.type('done');
    await reader.press('Enter');
    await reader.waitFor('cannot follow');
    expect(reader.text()).toContain('The second one is about jjq1 done');
    await reader.press('Esc');
    await reader.waitFor('dropped');
    await expectAllBack(reader, project);
  });

  test('is ended with the reader when that is asked to end', async () => {
    using project = makeProject({ 'a.txt': `${TEXT}\n` });
    const reader = await tagged(project, "console.log('waiting'); setInterval(() => {}, 1000);");
    await reader.press('E');
    await reader.waitFor('waiting');
    reader.kill('SIGTERM');
    expect((await reader.done).status).toBe(143);
    expect(readdirSync(project.path('tmp'))).toEqual(['.keep']);
    expect(project.read('texts/a.txt')).toBe(`${TEXT}\n`);
  });
});

describe('a text that', () => {
  test('another program changed meanwhile is refused, and what is there now is shown', async () => {
    using project = makeProject({ 'a.txt': `${TEXT}\n` });
    const reader = await tagged(project, "change(text => text.replace('nobody', 'everybody'));");
    project.write('texts/a.txt', `${TEXT}\n\nA fourth one came to it.\n`);
    await reader.press('E');
    await reader.waitFor('changed by another program');
    await reader.waitFor('/4');
    expect(project.read('texts/a.txt')).toBe(`${TEXT}\n\nA fourth one came to it.\n`);
    await expectAllBack(reader, project);
  });
});

/** Another program at work on the same project. */
function meanwhile(project: TestProject, ...args: string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [PROGRAM, '-p', project.folder, ...args], {
    encoding: 'utf8',
    env: cleanEnvironment(),
  });
  if (status !== 0) throw new Error(stderr);
}

test('what another program does to the tags and to the text is shown by itself', async () => {
  using project = makeProject({ 'a.txt': `${TEXT}\n` });
  const reader = await tagged(project, '');
  meanwhile(project, 'tag', 'a', '2', 'encryption', '--coder', 'sam');
  await reader.waitFor(/● ◆ {3}2/);
  meanwhile(project, 'tag', 'a', '3', 'erwt', '--coder', 'alex');
  await reader.waitFor(/■ {3}3/);
  const [, first] =
    /urn:uuid:([0-9a-f]{8})/.exec(
      project.read('annotations/sam/a.json').split('"items"')[1] ?? '',
    ) ?? [];
  meanwhile(project, 'untag', first ?? '', '--coder', 'sam');
  await reader.waitFor(/ {3}● {3}2/);
  await reader.press('2');
  await reader.waitFor(/● ■ {3}2/);
  await reader.waitFor(/saved/);
  project.write('texts/a.txt', `A new beginning.\n\n${TEXT}\n`);
  await reader.waitFor('changed by another program');
  await reader.waitFor('¶ 3/4');
  expect(await quit(reader)).toBe(0);
  expect(
    storedIn(project, PAGE)
      .map(({ theme }) => theme)
      .toSorted(),
  ).toEqual(['erwt', 'erwt', 'state-threats']);
});

describeCorpus('transcripts', 1, folder => {
  test('a real transcript: a word corrected among forty tags, and taken back', async () => {
    const file = 'met-commissioner-ict-summit-2021.txt';
    const content = readFileSync(join(folder, file), 'utf8');
    using project = makeProject({ [file]: content });
    const page = `annotations/alex/${file.replace('.txt', '.json')}`;
    const reader = await tagged(project, "change(text => text.replace('the', 'THE'));");
    for (let n = 0; n < 39; n++) await reader.press('j', String(1 + (n % 4)));
    await reader.waitFor(/saved/);
    await reader.waitFor('¶ 41/');
    await reader.press('.');
    const before = project.read(page);
    await reader.press('k', 'k', 'E');
    await reader.waitFor('edited ¶ 39 · 40 tags follow');
    await reader.waitFor('THE');
    const edited = project.read(`texts/${file}`);
    expect(edited.length).toBe(content.length);
    expect(edited).not.toBe(content);
    expect(edited.replace('THE', 'the')).toBe(content);
    await reader.press('u');
    await reader.waitFor('saved · undid edit of ¶ 39');
    expect(project.read(`texts/${file}`)).toBe(content);
    expect(project.read(page)).toBe(before);
    await expectQuit(reader);
  });
});

async function expectQuit(reader: PtyProgram): Promise<void> {
  expect(await quit(reader)).toBe(0);
}
