import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { pdfOf, printLine, printParagraphs, sentences } from '../importing/pdfs.ts';
import { docxEntries, docxOf, epubOf, odtOf, wordParagraph, zipOf } from '../importing/zips.ts';
import { makeProject } from '../support/project.ts';
import { importIn } from './imports.ts';
import { linesOf, marginalia } from './invoke.ts';

const pageOf = (words: string) => pdfOf(pen => printLine(pen.addPage(), words, { y: 90 }));

test('documents become transcripts: headings, notes, turns, pages', async () => {
  using project = makeProject({});
  const report = await pdfOf(
    pen => {
      for (const page of [7, 8]) {
        pen.addPage();
        printLine(pen, 'A running head', { y: 40, size: 9 });
        if (page === 7) printLine(pen, 'The first part', { y: 70, size: 18 });
        printParagraphs(pen, [sentences(6, page * 10)], 110);
        printLine(pen, String(page), { y: 800, x: 290, size: 9 });
      }
    },
    { info: { Title: 'The report', Author: 'Ann Lee' } },
  );
  project.write('report.pdf', report);
  project.write('talk.docx', docxOf(wordParagraph('*Q:* Why?') + wordParagraph('*A:* So.')));
  project.write(
    'talk.vtt',
    'WEBVTT\n\n00:01:05.000 --> 00:01:07.000\n<v Ann>Well,\n\n00:01:07.000 --> 00:01:09.000\n<v Ann>yes.\n',
  );
  project.write('talk.srt', '1\n00:00:01,000 --> 00:00:02,000\nANN: Well.\n');
  const words = ['report.pdf', 'talk.docx', 'talk.vtt', 'talk.srt'];
  const { status, stdout, stderr } = await importIn(project, words);
  expect({ status, lines: linesOf(stdout) }).toEqual({
    status: 0,
    lines: [
      'the-report  3 paragraphs, 4 left out  report.pdf',
      'talk  2 paragraphs  talk.docx',
      'talk-2  1 paragraph  talk.vtt',
      'talk-3  1 paragraph  talk.srt',
    ],
  });
  expect(stderr).toBe('Imported 4 texts; 4 paragraphs left out, all kept in texts/.originals/\n');
  const text = project.read('texts/the-report.md');
  expect(text).toContain('title: "The report"\nspeaker: "Ann Lee"\n');
  expect(text).toContain('pages:\n  "1": "7"\n  "3": "8"\n');
  expect(text.split('---\n')[2]).toBe(
    `# The first part\n\n${sentences(6, 70)}\n\n${sentences(6, 80)}\n`,
  );
  expect(project.read('texts/talk.md')).toMatch(/---\nQ: Why\?\n\nA: So\.\n$/);
  expect(project.read('texts/talk-2.md')).toMatch(/---\n\[00:01:05\] Ann: Well, yes\.\n$/);
  expect(project.read('texts/talk-3.md')).toMatch(/---\n\[00:00:01\] ANN: Well\.\n$/);
});

test('--keep-all brings back heads, feet and page numbers where they stood', async () => {
  using project = makeProject({});
  const report = await pdfOf(pen => {
    for (const page of [1, 2]) {
      pen.addPage();
      printLine(pen, 'A running head', { y: 40, size: 9 });
      printParagraphs(pen, [sentences(6, page * 10)], 110);
      printLine(pen, String(page), { y: 800, x: 290, size: 9 });
    }
  });
  project.write('report.pdf', report);
  const { stdout } = await importIn(project, ['report.pdf', '--keep-all']);
  expect(linesOf(stdout)).toEqual(['report  6 paragraphs  report.pdf']);
  const page = (n: number) => `A running head\n\n${sentences(6, n * 10)}\n\n${n}`;
  expect(project.read('texts/report.md').split('---\n')[2]).toBe(`${page(1)}\n\n${page(2)}\n`);
});

test('what is no sound document is one line each, nothing of it is written, the rest is done', async () => {
  using project = makeProject({});
  const files: Record<string, Uint8Array | string> = {
    'locked.pdf': await pdfOf(pen => pen.addPage(), { userPassword: 'secret' }),
    'scan.pdf': await pdfOf(pen => pen.addPage().rect(9, 9, 99, 99).fill()),
    'broken.pdf': '%PDF-1.7\nnothing',
    'empty.docx': docxOf(''),
    'photos.docx': zipOf({ 'photos/one.txt': 'words' }),
    'bomb.docx': zipOf({ ...docxEntries(''), 'word/a.xml': new Uint8Array(3_000_000) }),
    'laughs.docx': zipOf({
      ...docxEntries(''),
      'word/document.xml': '<!DOCTYPE a [<!ENTITY b "b">]><w:document/>',
    }),
    'path.docx': zipOf({ ...docxEntries(''), '../../x': 'x' }),
    'old.doc': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
    'no.vtt': 'words',
    'no.srt': 'words',
    'good.odt': odtOf('<text:p>From Writer.</text:p>'),
    'good.epub': epubOf({ 'a.xhtml': '<p>From a book.</p>' }),
  };
  for (const [name, content] of Object.entries(files)) project.write(name, content);
  const { status, stdout, stderr } = await importIn(project, Object.keys(files));
  expect({ status, stdout }).toEqual({
    status: 1,
    stdout: 'good  1 paragraph  good.odt\ngood-2  1 paragraph  good.epub\n',
  });
  expect(linesOf(stderr)).toEqual([
    'marginalia: locked.pdf: needs a password; save a copy without one',
    'marginalia: scan.pdf: has no text layer: its pages are pictures; run text recognition (OCR) on it first',
    expect.stringMatching(/^marginalia: broken\.pdf: is no PDF, or only a part of one$/),
    'marginalia: empty.docx: no words in it',
    'marginalia: photos.docx: is a zip but no DOCX: no text of Word in it',
    "marginalia: bomb.docx: is refused as a zip bomb: 'word/a.xml' unpacks to more than 200 times its size",
    'marginalia: laughs.docx: declares XML entities (a DOCTYPE), which no such document needs',
    "marginalia: path.docx: holds an entry that leads out of it: '../../x'",
    'marginalia: old.doc: has a password or is of Word 97; save it as .docx without one',
    "marginalia: no.vtt: is no WebVTT: its first line must be 'WEBVTT'",
    'marginalia: no.srt: has no cues with words in them',
    'Imported 2 texts; 11 refused',
  ]);
});

test('without pandoc an RTF is refused and it is said what to do; the rest is done', async () => {
  using project = makeProject({});
  project.write('a.rtf', '{\\rtf1 Words.}');
  project.write('b.pdf', await pageOf('From a PDF.'));
  const { status, stdout, stderr } = await importIn(project, ['a.rtf', 'b.pdf']);
  const isInstalled = spawnSync('pandoc', ['--version']).status === 0;
  expect(stdout).toBe(`${isInstalled ? 'a  1 paragraph  a.rtf\n' : ''}b  1 paragraph  b.pdf\n`);
  expect(status).toBe(isInstalled ? 0 : 1);
  expect(stderr.includes('a.rtf: needs pandoc')).toBe(!isInstalled);
});

test('the built program reads documents too, from standard input and by their bytes alone', async () => {
  using project = makeProject({});
  project.write('no-ending', await pageOf('From a PDF.'));
  project.write('wrong.txt', docxOf(wordParagraph('From Word.')));
  const { status, stdout, stderr } = marginalia(project, 'import', 'no-ending', 'wrong.txt');
  expect({ status, stdout, stderr }).toEqual({
    status: 0,
    stdout: 'no-ending  1 paragraph  no-ending\nwrong  1 paragraph  wrong.txt\n',
    stderr: 'Imported 2 texts\n',
  });
});
