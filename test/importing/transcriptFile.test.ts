import { expect, test } from 'vitest';
import { block, noMeta } from '../../src/importing/imported.ts';
import { makeTranscript } from '../../src/importing/transcriptFile.ts';
import { readTranscript } from '../../src/model/transcript.ts';

const FROM = { imported: '2026-01-01T00:00:00.000Z', original: '.originals/a.pdf', sha256: '12e3' };

test('blocks become paragraphs with their marks, times and speakers', () => {
  const blocks = [
    block('Title\nover two lines', { kind: 'heading', level: 2 }),
    block('One\n\n\ntwo'),
    block('left out', { drop: 'advertisement' }),
    block('An item', { kind: 'item', level: 2 }),
    block('2. A number', { kind: 'item', level: 1 }),
    block('Words.', { speaker: 'Ada', time: '00:12:03' }),
    block('Ben: Words.', { speaker: 'Ben' }),
    block('Words.', { time: '00:13:00' }),
  ];
  const made = makeTranscript({ blocks, meta: noMeta }, FROM);
  expect(made.body).toBe(
    '## Title over two lines\n\nOne\ntwo\n\n  - An item\n\n2. A number\n\n[00:12:03] Ada: Words.\n\nBen: Words.\n\n[00:13:00] Words.\n',
  );
  expect(made).toMatchObject({ paragraphs: 7, dropped: 1 });
});

test('front matter says what is known, and reads back the same', () => {
  const meta = {
    ...noMeta,
    title: 'A "title": with # and \\ ',
    date: '2021',
    speaker: 'null',
    fields: { own: ['x', 1, true] },
  };
  const { file } = makeTranscript({ blocks: [block('Words.')], meta }, FROM, {
    note: 'kept',
    sha256: 'old',
  });
  expect(readTranscript('a.md', file).fields).toEqual({
    note: 'kept',
    own: ['x', 1, true],
    title: 'A "title": with # and \\ ',
    speaker: 'null',
    date: '2021',
    ...FROM,
  });
});

test('the page of a paragraph is a locator under its number', () => {
  const page = (text: string, label: string | null) => block(text, { page: label });
  const blocks = [
    page('Same.', '12'),
    { ...page('Gone.', '13'), drop: 'running head' },
    page('Same.', '13'),
    page('Same.', '13'),
    page('End.', 'xv'),
  ];
  const { file } = makeTranscript({ blocks, meta: noMeta }, FROM);
  expect(readTranscript('a.md', file).fields.pages).toEqual({ 1: '12', 2: '13', 4: 'xv' });
});

test('a text of its own is taken as it is, unless something is left out', () => {
  const blocks = [block('One.'), block('Two.')];
  const body = 'One.\nTwo.';
  expect(makeTranscript({ blocks, meta: noMeta, body }, FROM).body).toBe(body);
  const cut = [block('One.'), block('Two.', { drop: 'x' })];
  expect(makeTranscript({ blocks: cut, meta: noMeta, body }, FROM).body).toBe('One.\n');
});
