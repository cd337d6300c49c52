import { readFileSync, writeFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { makeProject, type TestProject } from '../support/project.ts';
import { json, marginalia } from './invoke.ts';

const A = `---
title: Speech A
speaker: Jo
---
The tide turns twice a day — and nobody asks it to.

“Nobody,” she said,\u00A0knows the harbour better.

Let me be clear: the lamp was lit, and the lamp went out.
`;
const B = 'First it rained.\n\nThen the river rose by four metres in a night.\n';

/** A study of four tags: three in `a`, one of them on two paragraphs, and one in `b`. */
function study(): TestProject {
  const project = makeProject({ 'a.md': A, 'b.txt': B });
  json(project, 'tag', 'a', '1', 'encryption', '--memo', 'why twice?');
  json(project, 'tag', 'a', '2-3', 'erwt');
  json(project, 'tag', 'a', '3:18-32', 'encryption', '--key');
  json(project, 'tag', 'b', '2', 'state-threats');
  return project;
}

const FORMATS = ['md', 'html', 'docx', 'csv', 'json', 'txt'] as const;

/** Makes the digest in a format and changes its words; in a Word document those of its body. */
function digest(project: TestProject, format: string, change = (text: string) => text): string {
  const file = `d.${format}`;
  expect(marginalia(project, 'digest', '--out', file).status).toBe(0);
  const path = project.path(file);
  if (format !== 'docx') writeFileSync(path, change(readFileSync(path, 'utf8')));
  else {
    const files = unzipSync(readFileSync(path));
    const body = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    files['word/document.xml'] = strToU8(change(body));
    writeFileSync(path, zipSync(files));
  }
  return file;
}

interface Checked {
  text: string;
  paragraph: number;
  status: string;
}

/** `text ¶ status` of each quotation, in the order of the digest; and the exit status must fit. */
function verify(project: TestProject, file: string): string[] {
  const { status, stdout } = marginalia(project, 'verify', file, '--json');
  const { ok, quotations } = JSON.parse(stdout) as { ok: boolean; quotations: Checked[] };
  expect(status).toBe(ok ? 0 : 1);
  return quotations.map(one => `${one.text} ${one.paragraph} ${one.status}`).sort();
}

const GOOD = ['a 1 verified', 'a 2 verified', 'a 3 verified', 'b 2 verified'];
const but = (place: string, status: string): string[] =>
  GOOD.map(line => (line.startsWith(`${place} `) ? `${place} ${status}` : line)).sort();

describe.each(FORMATS)('a digest in %s', format => {
  test('untouched: all good', () => {
    using project = study();
    expect(verify(project, digest(project, format))).toEqual(GOOD);
    const { stdout, stderr } = marginalia(project, 'verify', `d.${format}`);
    expect({ stdout, stderr }).toEqual({
      stdout: '',
      stderr: 'All 4 quotations are as in the texts\n',
    });
  });

  test('one word of one quotation changed: that one is altered', () => {
    using project = study();
    const file = digest(project, format, text =>
      text.replace('rose by four metres', 'rose by nine metres'),
    );
    expect(verify(project, file)).toEqual(but('b 2', 'altered'));
    expect(marginalia(project, 'verify', file).stdout).toMatch(
      /^altered {2}b ¶ 2 [0-9a-f]{8} “Then the river[^\n]*: the source reads: …four metres[^\n]*\n$/,
    );
  });

  test('one quotation cut: that one is altered, and it is said how', () => {
    using project = study();
    const file = digest(project, format, text =>
      text.replace(' — and nobody asks it to.', '.').replace('twice a day.', 'twice a day'),
    );
    expect(verify(project, file)).toEqual(but('a 1', 'altered'));
    expect(marginalia(project, 'verify', file).stdout).toContain(
      'cut: the source has 6 words more',
    );
  });

  test('one source edited: the passage that was is reported, one that only moved is good', () => {
    using project = study();
    const file = digest(project, format);
    project.write(
      'texts/a.md',
      A.replace('The tide turns twice', 'Before that.\n\nThe tide turns once'),
    );
    const found = verify(project, file);
    expect(found.filter(line => line.endsWith('source-changed'))).toHaveLength(1);
    expect(found.filter(line => line.endsWith('verified'))).toHaveLength(3);
    expect(marginalia(project, 'verify', file).stdout).toContain('the transcript now reads:');
  });

  test('one source deleted: its quotations are without it', () => {
    using project = study();
    const file = digest(project, format);
    project.write('texts/b.txt', '');
    using other = makeProject({ 'a.md': A });
    writeFileSync(other.path(file), readFileSync(project.path(file)));
    const { status, stdout } = marginalia(other, 'verify', file, '--json');
    const { quotations } = JSON.parse(stdout) as { quotations: Checked[] };
    expect(status).toBe(1);
    expect(quotations.map(one => one.status).sort()).toEqual([
      'source-missing',
      'verified',
      'verified',
      'verified',
    ]);
  });
});

test('what has no mark is unknown, what has only a mark is altered', () => {
  using project = study();
  const file = digest(
    project,
    'md',
    text => `${text.replace(/> Then the river.*\n/, '')}\n> Somebody said something.\n`,
  );
  const { stdout, status } = marginalia(project, 'verify', file, '--json');
  const { quotations } = JSON.parse(stdout) as { quotations: (Checked & { how: string })[] };
  expect(status).toBe(1);
  expect(
    quotations.filter(one => one.status !== 'verified').map(one => [one.status, one.how]),
  ).toEqual([
    ['altered', 'its words are gone'],
    ['unknown', 'nothing says where it is from'],
  ]);
});

test('what is no digest: one line and no stack', () => {
  using project = study();
  project.write('x.docx', 'no zip');
  project.write('x.json', '{"a": 1}');
  project.write('x.csv', 'a,b\n1,2\n');
  for (const [file, status] of [
    ['x.docx', 1],
    ['x.json', 1],
    ['x.csv', 1],
    ['none.md', 1],
    ['x.odt', 2],
  ] as const) {
    const done = marginalia(project, 'verify', file);
    expect({ file, status: done.status, stdout: done.stdout }).toEqual({
      file,
      status,
      stdout: '',
    });
    expect(done.stderr).toMatch(/^marginalia: [^\n]+\n$/);
  }
});
