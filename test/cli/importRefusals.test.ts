import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makeProject } from '../support/project.ts';
import { importIn, PAGE } from './imports.ts';
import { linesOf } from './invoke.ts';
import { bytesUnder } from './snapshot.ts';

describe('what cannot be imported', () => {
  test('is one line each; the rest is done', async () => {
    using project = makeProject({});
    mkdirSync(project.path('none'));
    project.write('binary.txt', Buffer.from([0, 1, 2, 3, 0, 255]));
    project.write('blank.md', '  \n\n');
    project.write('empty.html', '');
    project.write('locked.txt', 'Words.');
    chmodSync(project.path('locked.txt'), 0);
    project.write('good.txt', 'Good words.');
    symlinkSync(project.path('nowhere'), project.path('dangling.txt'));
    const words = [
      'none',
      'binary.txt',
      'blank.md',
      'empty.html',
      'missing.txt',
      'no*.txt',
      'dangling.txt',
      'ftp://example.org/a',
      'good.txt',
    ];
    const { status, stdout, stderr } = await importIn(project, words);
    expect({ status, stdout }).toEqual({ status: 1, stdout: 'good  1 paragraph  good.txt\n' });
    expect(linesOf(stderr).sort()).toEqual([
      'Imported 1 text; 8 refused',
      'marginalia: binary.txt: no text in it: the bytes are those of another kind of file',
      'marginalia: blank.md: no words in it',
      'marginalia: dangling.txt: no such file or folder. Check the name',
      'marginalia: empty.html: empty',
      'marginalia: ftp://example.org/a: ftp:// cannot be read, only http:// and https://',
      'marginalia: missing.txt: no such file or folder. Check the name',
      'marginalia: no*.txt: no file fits this pattern',
      'marginalia: none: no texts in this folder. Name the files themselves, or use --as',
    ]);
  });

  test.each([
    [['page.txt', '--as', 'nonsense'], /--as nonsense: no such format\. There are /],
    [['page.txt', '--date', 'soon'], /--date soon: /],
    [['page.txt', '--keep-all', '--from', '2'], /--keep-all keeps everything/],
    [[], /missing required argument/],
  ])('%j is wrong usage', async (args, message) => {
    using project = makeProject({});
    project.write('page.txt', PAGE);
    const { status, stderr } = await importIn(project, args);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });

  test('an id or a title for several sources is refused before anything is written', async () => {
    using project = makeProject({});
    project.write('a.txt', 'One.');
    project.write('b.txt', 'Two.');
    for (const option of ['--id', '--title'])
      expect(await importIn(project, ['a.txt', 'b.txt', option, 'x'])).toMatchObject({
        status: 2,
        stdout: '',
      });
    expect(project.has('texts/x.md')).toBe(false);
  });

  test('a link in a folder is followed inside it and refused where it leads out', async () => {
    using project = makeProject({});
    project.write('secret.txt', 'Not meant to be read.');
    project.write('in/deep/a.txt', 'Words of a text.');
    symlinkSync('deep/a.txt', project.path('in/again.txt'));
    symlinkSync(project.path('secret.txt'), project.path('in/b.txt'));
    symlinkSync(project.folder, project.path('in/deep/up'));
    const { status, stdout, stderr } = await importIn(project, ['in']);
    expect(status).toBe(1);
    expect(linesOf(stderr)).toContain(
      'marginalia: in/b.txt: a link that leads out of this folder is not followed. Name the file itself',
    );
    expect(stdout).toContain('in/again.txt');
    expect(JSON.stringify(bytesUnder(project.path('texts')))).not.toContain('Not meant');
    expect((await importIn(project, ['in/b.txt'])).status).toBe(0);
  });

  test('a link in the place of the originals is not written through', async () => {
    using project = makeProject({});
    mkdirSync(project.path('elsewhere'));
    symlinkSync(project.path('elsewhere'), project.path('texts/.originals'));
    const { status, stderr } = await importIn(project, ['-'], 'Words.');
    expect(status).toBe(1);
    expect(stderr).toContain('is a link: nothing was written');
    expect(Object.keys(bytesUnder(project.folder))).toEqual([]);
  });

  test('what a source says of itself is shown without its escape codes', async () => {
    using project = makeProject({});
    project.write('page.html', '<!doctype html><title>\u001b[31mred\u202e</title><p>Words.');
    const { stdout } = await importIn(project, ['page.html', '--dry-run']);
    expect(stdout).not.toMatch(/[\u001b\u202e]/);
  });
});
