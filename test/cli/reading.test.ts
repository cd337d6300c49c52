import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { makeProject } from '../support/project.ts';
import { json, linesOf, marginalia, marginaliaIn } from './invoke.ts';

const SPEECH = `---
title: A speech
speaker: Jo Grant
date: 2021-07-14
source: https://example.org/speech
---
# Opening

First \u{1F600} paragraph.

Second one here.

Third.
`;
const TALK = '[00:00:05] Ana: Who goes?\n\nBob: Me.\n\nAna: Come in.\n';
const project = () =>
  makeProject({ 'speech.md': SPEECH, 'talk.txt': TALK, '.hidden.md': 'x', 'notes.pdf': 'x' });

describe('texts', () => {
  test('--json has the agreed shape', () => {
    using study = project();
    marginalia(study, 'tag', 'speech', '2', 'erwt');
    marginalia(study, 'tag', 'speech', '2', 'encryption');
    expect(json(study, 'texts')).toEqual({
      texts: [
        {
          id: 'speech',
          title: 'A speech',
          speaker: 'Jo Grant',
          date: '2021-07-14',
          source: 'https://example.org/speech',
          paragraphs: 4,
          words: 9,
          annotations: 2,
          tagged: 0.25,
          file: 'speech.md',
        },
        {
          id: 'talk',
          title: 'talk',
          speaker: null,
          date: null,
          source: null,
          paragraphs: 3,
          words: 9,
          annotations: 0,
          tagged: 0,
          file: 'talk.txt',
        },
      ],
    });
  });

  test('the table stands in line', () => {
    using study = project();
    marginalia(study, 'tag', 'speech', '2', 'erwt');
    expect(linesOf(marginalia(study, 'texts').stdout)).toEqual([
      'TEXT    DATE        ¶  WORDS  TAGS  TAGGED',
      'speech  2021-07-14  4      9     1     25%',
      '  A speech · Jo Grant',
      'talk                3      9     0      0%',
      '  talk',
    ]);
  });

  test('everybody counts, unless --coder names one; the environment never filters', () => {
    using study = project();
    marginalia(study, 'tag', 'speech', '2', 'erwt', '--coder', 'sam');
    const counted = (...args: string[]) => json(study, 'texts', ...args).texts[0].annotations;
    expect(counted()).toBe(1);
    expect(counted('--coder', 'sam')).toBe(1);
    expect(counted('--coder', 'alex')).toBe(0);
  });

  test('a project without texts says how to go on', () => {
    using study = makeProject({});
    const { status, stdout, stderr } = marginalia(study, 'texts');
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr).toMatch(
      /^No texts yet\. "marginalia import FILE" makes one, or put \.txt or \.md files into .*texts\/\n$/,
    );
    expect(json(study, 'texts')).toEqual({ texts: [] });
  });
});

describe('show', () => {
  test('--json counts in code points, half-open, label and time included', () => {
    using study = project();
    marginalia(study, 'tag', 'speech', '2-3', 'erwt');
    marginalia(study, 'tag', 'speech', '3', 'encryption');
    const { paragraphs, ...head } = json(study, 'show', 'speech', '2-3');
    expect(head).toEqual({
      id: 'speech',
      title: 'A speech',
      speaker: 'Jo Grant',
      date: '2021-07-14',
      source: 'https://example.org/speech',
    });
    // '# Opening' and the blank line take 11 code points; the first paragraph has 18, one of them two units long.
    const plain = { kind: 'paragraph', speaker: null, time: null };
    expect(paragraphs).toEqual([
      { n: 2, ...plain, start: 11, end: 29, text: 'First \u{1F600} paragraph.', themes: ['erwt'] },
      {
        n: 3,
        ...plain,
        start: 31,
        end: 47,
        text: 'Second one here.',
        themes: ['erwt', 'encryption'],
      },
    ]);
    expect(json(study, 'show', 'speech', '1').paragraphs[0]).toMatchObject({
      kind: 'heading',
      text: '# Opening',
    });
    expect(json(study, 'show', 'talk').paragraphs[0]).toEqual({
      n: 1,
      kind: 'turn',
      speaker: 'Ana',
      time: '00:00:05',
      start: 0,
      end: 25,
      text: '[00:00:05] Ana: Who goes?',
      themes: [],
    });
  });

  test('paragraphs with their tags: mark, name, star and memo on the first of them', () => {
    using study = project();
    marginalia(study, 'tag', 'speech', '2-3', 'erwt', '--key', '--memo', 'see\nbelow');
    expect(linesOf(marginalia(study, 'show', 'speech').stdout)).toEqual([
      'A speech',
      'Jo Grant · 2021-07-14 · 4 paragraphs',
      '',
      '1  # Opening',
      '',
      '2  First \u{1F600} paragraph.',
      '   ■ ERWT ★',
      '   ↳ see',
      '   below (alex)',
      '',
      '3  Second one here.',
      '   ■ ERWT',
      '',
      '4  Third.',
    ]);
  });

  test('long paragraphs are wrapped to 80 cells and lose no word', () => {
    const words = Array.from({ length: 90 }, (_, i) => `word${i}\u65E5`);
    using study = makeProject({ 'long.md': `${words.join(' ')}\n\n${'x'.repeat(200)}\n` });
    const lines = linesOf(marginalia(study, 'show', 'long', '1').stdout).slice(3);
    expect(lines.length).toBeGreaterThan(8);
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(80);
    expect(
      lines
        .join(' ')
        .split(/\s+/)
        .filter(word => word.startsWith('word')),
    ).toEqual(words);
    const unbroken = linesOf(marginalia(study, 'show', 'long', '2').stdout).slice(3);
    expect(unbroken.map(line => line.slice(3)).join('')).toBe('x'.repeat(200));
  });

  test.each([
    [['nothing'], 1, 'nothing: no such transcript in texts/. "marginalia texts" lists them'],
    [['speech', '5'], 1, 'speech: no ¶ 5. It has ¶ 1 to ¶ 4'],
    [['speech', '0'], 1, 'speech: no ¶ 0. It has ¶ 1 to ¶ 4'],
    [['speech', '3-9'], 1, 'speech: no ¶ 9. It has ¶ 1 to ¶ 4'],
    [['speech', '3-2'], 2, '3-2: ends before it begins. Put the smaller number first'],
    [['speech', '1:2-3'], 2, '1:2-3: not a range. Give a paragraph (12) or several (12-14)'],
  ])('%j is status %i', (args, status, message) => {
    using study = project();
    const shown = marginalia(study, 'show', ...args);
    expect(shown).toEqual({ status, stdout: '', stderr: `marginalia: ${message}\n` });
  });

  test('an empty text is shown as one, and has no place', () => {
    using study = makeProject({ 'empty.md': '---\ntitle: None\n---\n \n' });
    const { status, stdout, stderr } = marginalia(study, 'show', 'empty');
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'None\n0 paragraphs\n' });
    expect(stderr).toBe('empty: the text is empty\n');
    expect(json(study, 'show', 'empty').paragraphs).toEqual([]);
    expect(marginalia(study, 'show', 'empty', '1')).toMatchObject({ status: 1 });
    const tag = marginalia(study, 'tag', 'empty', '1', 'erwt');
    expect(tag).toMatchObject({ status: 1, stdout: '' });
    expect(tag.stderr).toBe('marginalia: empty: the text is empty, there is nothing to tag\n');
  });
});

test('the same call gives the same bytes', () => {
  using study = project();
  marginalia(study, 'tag', 'speech', '2', 'erwt', '--memo', 'note');
  marginalia(study, 'tag', 'talk', '1', 'erwt', '--coder', 'sam');
  for (const args of [['texts'], ['show', 'speech'], ['annotations'], ['themes'], ['digest']]) {
    for (const form of [[], ['--json']]) {
      const first = marginalia(study, ...args, ...form);
      expect(first.status).toBe(0);
      // Another locale, zone and terminal change nothing.
      const env = { LANG: 'de_DE.UTF-8', TZ: 'Asia/Tokyo', COLUMNS: '200' };
      expect(marginaliaIn(study.folder, [...args, ...form], env)).toEqual(first);
    }
  }
});
