import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlainText } from '../../src/importing/plain/plainText.ts';
import { makeTranscript } from '../../src/importing/transcriptFile.ts';
import { kept, readWith, squeezed } from './read.ts';

const read = (source: string) => readWith(readPlainText, source);
const NOWHERE = { imported: '2026-01-01T00:00:00.000Z', original: 'a.txt', sha256: '0' };

const WRAPPED = `    The committee met on Monday to hear what the minister had to say
about the new rules. She spoke for an hour and then took questions from
the floor, most of which were about money.

    Nobody asked in all of that time about the many pieces of informa-
tion that had been lost, though the information was the reason for the
meeting in the first place, as everybody there knew well.`;

describe('lines become paragraphs', () => {
  test('lines that were wrapped are joined, and words that a hyphen parted', async () => {
    expect(kept(await read(WRAPPED))).toEqual([
      'The committee met on Monday to hear what the minister had to say about the new rules. She spoke for an hour and then took questions from the floor, most of which were about money.',
      'Nobody asked in all of that time about the many pieces of information that had been lost, though the information was the reason for the meeting in the first place, as everybody there knew well.',
    ]);
  });

  test('a hyphen that the word has anyway stays', async () => {
    // Nothing in this text says that the two halves are one word.
    const text = WRAPPED.replace('the information', 'the big loss of');
    expect(kept(await read(text))[1]).toContain('many pieces of informa-tion that had been lost');
  });

  test('verse is not joined', async () => {
    const verse =
      'Roses are red,\nViolets are blue,\nSugar is sweet\nAnd so are you.\n\nAnother stanza\nFollows here,\nNot much longer\nThan the last.';
    expect(kept(await read(verse))).toEqual(verse.split('\n\n'));
  });

  test('a text without blank lines has a paragraph a line', async () => {
    expect(kept(await read('First line here.\nSecond line here.\nThird.'))).toHaveLength(3);
  });

  test('long lines under a title are paragraphs', async () => {
    const line = `${'Words that go on for quite a while in this line. '.repeat(4).trim()}`;
    expect(kept(await read(`A title\n\n${line}\n${line}\n${line}\n`))).toEqual([
      'A title',
      line,
      line,
      line,
    ]);
  });

  test('every turn of a speaker and every item of a list is one of its own', async () => {
    const text =
      'Q: Who was there?\nA: Nobody.\nQ: And then?\nA: Three things:\n- a dog\n- a cat\n• a horse\n1. first\n2. second\n\nThe end.';
    const { blocks } = await read(text);
    expect(blocks.map(({ text }) => text)).toEqual([
      'Q: Who was there?',
      'A: Nobody.',
      'Q: And then?',
      'A: Three things:',
      ...['a dog', 'a cat', 'a horse', '1. first', '2. second', 'The end.'],
    ]);
    expect(blocks.filter(({ kind }) => kind === 'item')).toHaveLength(5);
    const { body } = makeTranscript({ blocks, meta: (await read(text)).meta }, NOWHERE);
    expect(body).toContain('\n\n- a horse\n\n1. first\n\n');
  });

  test('a wrapped turn goes on to the next label', async () => {
    const turn = 'A sentence of the witness that is long enough to be wrapped at the usual place.';
    const wrap = (label: string) =>
      `${label}: ${turn} ${turn}`.replace(/(.{1,60})(?: |$)/g, '$1\n').trim();
    const text = ['JONES', 'SMITH', 'JONES', 'SMITH'].map(wrap).join('\n');
    expect(kept(await read(text))).toEqual(
      ['JONES', 'SMITH', 'JONES', 'SMITH'].map(label => `${label}: ${turn} ${turn}`),
    );
  });

  test('a turn goes on in a line that begins in the middle of a sentence, whatever its width', async () => {
    const flat =
      '[00:00:03] Ann: So, how?\n[00:00:09] Ben: With a ferry\nthat came.\n[00:01:00] Ann: Yes.';
    expect(kept(await read(flat))).toEqual([
      '[00:00:03] Ann: So, how?',
      '[00:00:09] Ben: With a ferry that came.',
      '[00:01:00] Ann: Yes.',
    ]);
    const parted =
      'MR SMITH: I wonder\nwhether she came.\n\nTHE CHAIR: It is\na matter.\n\nMR SMITH: Yes.';
    expect(kept(await read(parted))).toEqual([
      'MR SMITH: I wonder whether she came.',
      'THE CHAIR: It is a matter.',
      'MR SMITH: Yes.',
    ]);
  });

  test('the questions and answers of a court are turns', async () => {
    const text = 'Q. Your name?\nA. Ann Lee.\nQ. And where\ndo you live?\nA. Here.';
    expect(kept(await read(text))).toEqual([
      'Q: Your name?',
      'A: Ann Lee.',
      'Q: And where do you live?',
      'A: Here.',
    ]);
    expect(kept(await read('Q. One item\nR. Another\n\nWords.'))[0]).toBe('Q. One item');
  });

  test.each([
    ['over its paragraph', 'Ann Lee  0:03\nWelcome.\n\nBen de Witt  1:02:15\nThank you.'],
    [
      'in a paragraph of its own',
      'Ann Lee (00:03)\n\nWelcome.\n\nBen de Witt (01:02:15)\n\nThank you.',
    ],
    ['after its time', '0:03 Ann Lee\nWelcome.\n\n1:02:15 Ben de Witt\nThank you.'],
  ])('a name with a time %s says who speaks', async (_, text) => {
    const { blocks } = await read(text);
    expect(blocks.map(({ speaker, time, text: words }) => [speaker, time, words])).toEqual([
      ['Ann Lee', '00:00:03', 'Welcome.'],
      ['Ben de Witt', '01:02:15', 'Thank you.'],
    ]);
  });

  test('a name with a time here and there says nothing', async () => {
    const text =
      'At 9:30 Ann came.\n\nTrain 0:03\n\nNothing else.\n\nBus 0:07\n\nMore.\n\nAnd more.\n\nThe end.';
    expect((await read(text)).blocks.every(({ speaker }) => speaker === null)).toBe(true);
  });

  test('form feeds begin pages', async () => {
    const { blocks } = await read('One.\n\nTwo.\f\nThree.\n\nFour.');
    expect(blocks.map(({ page }) => page)).toEqual(['1', '1', '2', '2']);
  });

  test('soft hyphens, odd spaces and marks go; joiners stay', async () => {
    const text =
      'sh\u00ADy\u00A0\u00A0and \u2003wide\uFEFF \u{1F468}\u200D\u{1F469} \u0995\u09CD\u200C\u09B7\n\nMore.';
    expect(kept(await read(text))[0]).toBe(
      'shy and wide \u{1F468}\u200D\u{1F469} \u0995\u09CD\u200C\u09B7',
    );
  });
});

test.each([
  [
    'numbered lines under a title',
    `A title\n\n${'1. One of very many\n'.repeat(100_000)}`,
    100_001,
  ],
  ['titles of lists without lists', `${'Related news\n\n'.repeat(50_000)}A title`, 50_001],
  ['lines in capitals', `${'ONE MORE LINE\n\nAnd a sentence.\n\n'.repeat(40_000)}`, 80_000],
  ['one line of a million letters', `Short.\n\n${'a'.repeat(1_000_000)}`, 2],
])('%s take no longer than other texts of their length', async (_, text, count) => {
  expect((await read(text)).blocks).toHaveLength(count);
});

describe('a clean text', () => {
  test.each([
    'One paragraph.\n\nAnother one.\n',
    'A line.\nA line.\nNo end of line',
    'Two  spaces and one at the end. \n\n\n\nThree blank lines.',
    '# Title\n\nWords.',
  ])('%j comes through byte for byte', async text => {
    const found = await read(text);
    const { file, body } = makeTranscript(found, NOWHERE);
    expect(body).toBe(text);
    expect(file.endsWith(`---\n${text}`)).toBe(true);
  });

  test('line ends of Windows become those of the program', async () => {
    expect((await read('One.\r\n\r\nTwo.\r\n')).body).toBe('One.\n\nTwo.\n');
  });
});

test('whatever the words, none is lost and none is added', async () => {
  const word = fc.constantFrom(
    'the',
    'Minister',
    'said:',
    'Q:',
    'end.',
    '-',
    'THE',
    '2.',
    '(a)',
    '•',
    'x',
  );
  const line = fc.array(word, { maxLength: 12 }).map(words => words.join(' '));
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 30 }), async lines => {
      const source = lines.join('\n');
      fc.pre(/[a-zA-Z]/.test(source));
      const { blocks, meta } = await read(source);
      const whole = makeTranscript(
        { blocks: blocks.map(one => ({ ...one, drop: null })), meta },
        NOWHERE,
      );
      const bare = (text: string) => squeezed(text).replace(/[#•-]/g, '');
      expect(bare(whole.body)).toBe(bare(source));
    }),
  );
});
