import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { throughPandoc } from '../../src/importing/pandoc/pandoc.ts';
import { type Ran, run } from '../../src/importing/pandoc/program.ts';
import { linesOf, readWith, refusalOf } from './readWith.ts';

/** A pandoc that answers with this, and what it was asked. */
function fakePandoc(ran: Ran, name = 'rst') {
  const asked: { args: readonly string[]; input: string }[] = [];
  const format = throughPandoc(name, async (args, input) => {
    asked.push({ args, input: new TextDecoder().decode(input) });
    return ran;
  });
  return { format, asked };
}

const PAGE = `<!DOCTYPE html><html lang="en"><head><meta name="author" content="Ann Lee"/><meta name="dcterms.date" content="2021-07-14"/><title>The &amp; title</title></head>
<body><header id="title-block-header"><h1 class="title">The &amp; title</h1></header>
<h1 id="one">One</h1><p>So it is<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>.</p>
<section id="footnotes" class="footnotes" role="doc-endnotes"><hr/><ol><li id="fn1"><p>See there.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section></body></html>`;

test('what pandoc makes of a text is read: its title block is metadata, notes stand at their place', async () => {
  const { format, asked } = fakePandoc({ kind: 'done', output: PAGE });
  const text = await readWith(format, 'One\n===\n');
  expect(linesOf(text)).toEqual(['h1 One', '¶ So it is[1].', '※ [1] See there.']);
  expect(text.meta).toMatchObject({
    title: 'The & title',
    speaker: 'Ann Lee',
    date: '2021-07-14',
    language: 'en',
  });
  expect(asked).toHaveLength(1);
  expect(asked[0]?.args).toEqual(expect.arrayContaining(['--from', 'rst', '--sandbox']));
  expect(asked[0]?.input).toBe('One\n===\n');
});

test('notes of an RTF that pandoc passes over are counted', async () => {
  const { format } = fakePandoc({ kind: 'done', output: PAGE }, 'rtf');
  const rtf = String.raw`{\rtf1 a{\footnote b}c{\footnote d}{\*\footnotesep}}`;
  expect((await readWith(format, rtf)).notes).toEqual(['left out: 1 footnote']);
});

test('notes of an RTF stand where they are referred to, whatever pandoc makes of notes', async () => {
  const page =
    '<p>So it is. zqfnref1qz And so zqfnref2qz, too.</p><p>Next.</p><p>zqfntext1qz See there.</p><p>And there.</p><p>zqfntext2qz Or here.</p><p>zqfntext3qz Lost.</p>';
  const { format, asked } = fakePandoc({ kind: 'done', output: page }, 'rtf');
  const rtf = String.raw`{\rtf1{\info{\title Caf\'e9 \u8211?}{\author Ann Lee}{\creatim\yr2021\mo7\dy4\hr9}} So \{it is.{\super\chftn{\*\footnote\chftn {\b See} there.}} And so{\footnote Or here.}, too.}`;
  const text = await readWith(format, rtf);
  expect(linesOf(text)).toEqual([
    '¶ So it is.[1] And so[2], too.',
    '※ [1] See there.\nAnd there.',
    '※ [2] Or here.',
    '¶ Next.',
    '※ [3] Lost.',
  ]);
  expect(text.meta).toMatchObject({ title: 'Café –', speaker: 'Ann Lee', date: '2021-07-04' });
  expect(asked[0]?.input).toMatch(
    /^\{\\rtf1.* zqfnref1qz \} And so zqfnref2qz , too\.\{\\par.*zqfntext2qz {2}Or here\.\\par\}\}$/,
  );
});

describe('is refused in one line', () => {
  test.each<[string, Ran, RegExp]>([
    ['without pandoc', { kind: 'missing' }, /^needs pandoc, which is not installed: install it/],
    ['when it takes too long', { kind: 'stopped' }, /^takes pandoc longer than 60 seconds$/],
    [
      'when it cannot',
      { kind: 'failed', message: 'line 3: what?\nmore' },
      /^pandoc cannot read it: line 3: what\?$/,
    ],
    [
      'when it is too old',
      { kind: 'failed', message: 'Unknown option --sandbox.' },
      /^needs a newer pandoc: /,
    ],
    ['when there is nothing', { kind: 'done', output: '<p> </p>' }, /^no words in it$/],
  ])('%s', async (_, ran, reason) => {
    expect(await refusalOf(fakePandoc(ran).format, 'words')).toMatch(reason);
  });
});

describe('another program', () => {
  const node = (code: string, time = 20_000) =>
    run(process.execPath, ['-e', code], new TextEncoder().encode('äö'), time);

  test('gets the bytes and gives its output', async () => {
    const ran = await node('process.stdin.pipe(process.stdout)');
    expect(ran).toEqual({ kind: 'done', output: 'äö' });
  });

  test('gets none of the settings of the user', async () => {
    const ran = await node('console.log(Object.keys(process.env).sort().join())');
    expect(ran).toEqual({
      kind: 'done',
      output: expect.stringMatching(/^LANG,PATH(?:,SYSTEMROOT)?\n$/),
    });
  });

  test('says why it failed, or is stopped when its time is over', async () => {
    const failed = await node('console.error("no"); process.exit(3)');
    expect(failed).toEqual({ kind: 'failed', message: 'no\n' });
    expect(await node('setInterval(() => {}, 1000)', 50)).toEqual({ kind: 'stopped' });
  });

  test('that is not there is missing', async () => {
    const ran = await run('no-such-program-anywhere', [], new Uint8Array(), 1000);
    expect(ran).toEqual({ kind: 'missing' });
  });
});

test('RTF comes through where pandoc is installed, and is refused where it is not', async () => {
  const rtf = String.raw`{\rtf1\ansi {\b Q:} Why?\par So caf\'e9.\par}`;
  const isInstalled = spawnSync('pandoc', ['--version']).status === 0;
  if (isInstalled) {
    expect(linesOf(await readWith(throughPandoc('rtf'), rtf))).toEqual(['¶ Q: Why?', '¶ So café.']);
    const noted = String.raw`{\rtf1\ansi So it is.{\footnote See there.} And so on.\par Next.\par}`;
    expect(linesOf(await readWith(throughPandoc('rtf'), noted))).toEqual([
      '¶ So it is.[1] And so on.',
      '※ [1] See there.',
      '¶ Next.',
    ]);
  } else expect(await refusalOf(throughPandoc('rtf'), rtf)).toMatch(/^needs pandoc/);
});
