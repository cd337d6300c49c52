import { describe, expect, test } from 'vitest';
import { normaliseLines, readTranscript, transcriptId } from '../../src/model/transcript.ts';

test.each([
  ['speech.md', 'speech'],
  ['speech.txt', 'speech'],
  ['SPEECH.TXT', 'SPEECH'],
  ['two words.md', 'two words'],
  ['a.b.md', 'a.b'],
  ['a.md.txt', 'a.md'],
  ['e\u0301.md', '\u00E9'],
  ['two\nlines.md', 'two\nlines'],
])('the id of %j is %j', (file, id) => {
  expect(transcriptId(file)).toBe(id);
});

test.each(['.hidden.md', '.md', 'speech.docx', 'speech', 'speech.md.bak', 'md'])(
  '%s is no transcript',
  file => {
    expect(transcriptId(file)).toBeNull();
  },
);

test.each([
  ['a\r\nb\rc\nd', 'a\nb\nc\nd'],
  ['a\r\r\nb', 'a\n\nb'],
  ['\uFEFFa\uFEFF', 'a\uFEFF'],
  ['\uFEFF', ''],
  [' a\u00A0\u2028b\t', ' a\u00A0\u2028b\t'],
])('%j is read as %j', (content, text) => {
  expect(normaliseLines(content)).toBe(text);
});

describe('a transcript', () => {
  test('has the same text and paragraphs whatever its line ends and BOM', () => {
    const content = '---\ntitle: A\n---\n\nOne.\n\nTwo,\nstill two.\n';
    const plain = readTranscript('a.md', content);
    expect(plain.text).toBe('\nOne.\n\nTwo,\nstill two.\n');
    for (const ends of ['\r\n', '\r']) {
      const other = readTranscript('a.md', `\uFEFF${content.replaceAll('\n', ends)}`);
      expect(other).toEqual(plain);
      expect(other.paragraphs.count).toBe(2);
    }
  });

  test('takes its title from the front matter, else from the first heading, else from its name', () => {
    const titleOf = (content: string) => readTranscript('a-name.md', content).title;
    expect(titleOf('---\ntitle: "  In\n  front "\n---\n# Heading')).toBe('In front');
    expect(titleOf('---\ntitle: ""\n---\nOne.\n\n## Heading ##\n')).toBe('Heading');
    expect(titleOf('#\n\nOne.')).toBe('a-name');
    expect(titleOf('One.')).toBe('a-name');
    expect(titleOf('')).toBe('a-name');
  });

  test('says who, when and where from, as one line each', () => {
    const { speaker, date, source, fields } = readTranscript(
      'a.md',
      '---\nspeaker: [Ann, Bo]\ndate: 2021-07-14\nsource: |\n  one\n  two\nlicence: OGL\n---\nText.',
    );
    expect({ speaker, date, source }).toEqual({
      speaker: 'Ann, Bo',
      date: '2021-07-14',
      source: 'one two',
    });
    expect(fields.licence).toBe('OGL');
  });

  test('has no speaker, date or source where nothing that is a word is given', () => {
    const { speaker, date, source } = readTranscript(
      'a.md',
      '---\nspeaker: {first: Ann}\ndate:\nsource: []\n---\nText.',
    );
    expect({ speaker, date, source }).toEqual({ speaker: null, date: null, source: null });
  });

  test('opens although its front matter cannot be read, and says why', () => {
    const { title, text, problem } = readTranscript('a.md', '---\ntitle: "A\n---\nText.');
    expect({ title, text }).toEqual({ title: 'a', text: 'Text.' });
    expect(problem).not.toBeNull();
  });

  test('may be empty', () => {
    expect(readTranscript('a.txt', '').paragraphs.count).toBe(0);
    expect(readTranscript('a.txt', '---\ntitle: A\n---\n').paragraphs.count).toBe(0);
  });
});
