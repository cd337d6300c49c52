import { describe, expect, test } from 'vitest';
import { readPlainText } from '../../src/importing/plain/plainText.ts';
import { dropped, kept, readWith } from './read.ts';

const read = (...blocks: string[]) => readWith(readPlainText, blocks.join('\n\n'));

/** Running text of so many paragraphs. */
const prose = (count: number): string[] =>
  Array.from(
    { length: count },
    (_, n) =>
      `Paragraph ${n + 1} of the text goes on about the harbour, the ferry and the people who wait for it every day. It says what somebody thought of that, and it ends with a full stop.`,
  );

describe('what a page puts around a report', () => {
  test('is proposed with its reason, and the report is whole', async () => {
    const found = await read(
      'Skip to main content',
      'We use cookies to make this website better. Accept all cookies',
      'Ferry to close, says minister',
      'By Jane Doe',
      'Published: 3 March 2020',
      'Share this article',
      ...prose(3),
      'Advertisement',
      'Share on Twitter',
      'Facebook Twitter WhatsApp',
      ...prose(2),
      'Sign up to our daily newsletter for the latest updates',
      'John Smith Transport correspondent',
      '© 2020 The Harbour News. All rights reserved.',
    );
    expect(kept(found)).toEqual(['Ferry to close, says minister', ...prose(3), ...prose(2)]);
    expect(dropped(found).map(([, reason]) => reason)).toEqual([
      ...['navigation', 'cookie notice', 'byline', 'date line', 'share buttons'],
      ...[
        'advertisement',
        'share buttons',
        'share buttons',
        'newsletter prompt',
        'byline',
        'copyright line',
      ],
    ]);
    expect(found.meta).toMatchObject({
      title: 'Ferry to close, says minister',
      date: '2020-03-03',
    });
  });

  test('is known line by line where blank lines do not part it', async () => {
    const found = await read(
      'Ferry to close',
      'By Jane Doe\nTransport correspondent',
      'Share\nImage source, PA Media\nImage caption, The ferry on Monday',
      ...prose(3),
      'Image source, Getty Images\nImage caption,\nThe harbour at night',
      ...prose(2),
    );
    expect(kept(found)).toEqual(['Ferry to close', ...prose(3), ...prose(2)]);
    expect(dropped(found).map(([, reason]) => reason)).toEqual([
      'byline',
      'share buttons',
      'caption of a picture',
    ]);
  });

  test('a list of other reports at the end goes with all its cards', async () => {
    const card = (n: number) => [
      `Article image\nAnother title ${n}\nWhat it is about, in one line`,
      `Some Author`,
      `0${n}, Feb, 2020 @9:12 AM`,
    ];
    const found = await read(...prose(4), 'Related articles', ...card(1), ...card(2), ...card(3));
    expect(kept(found)).toEqual(prose(4));
    expect(new Set(dropped(found).map(([, reason]) => reason))).toEqual(
      new Set(['list of related texts']),
    );
  });

  test('a title over other reports in the middle of a report ends nothing', async () => {
    const short = 'The ferry leaves at noon, and it was said that nobody waits for it.';
    const half = Array.from({ length: 6 }, (_, n) => `${n + 1}. ${short}`);
    const found = await read(...prose(1), ...half, 'See also', 'The harbour closes', ...half);
    expect(kept(found).filter(text => text.endsWith(short))).toHaveLength(12);
  });

  test.each([
    ['a chapter about relations', ['Related problems', ...prose(3)]],
    [
      'an emergency in the middle',
      ['They told us to call 999 and we did, from the phone in the hall.', ...prose(1)],
    ],
    ['cookies in the middle', ['This site uses cookies, the inspector said.', ...prose(1)]],
    [
      'a plea',
      [
        'Share with me what you have seen.',
        'I ask you all to register for alerts by e-mail today.',
        ...prose(1),
      ],
    ],
    ['a word alone', ['Like', 'Print', ...prose(1)]],
    ['a short answer', ['Menu', ...prose(1)]],
    ['a date in the middle', ['14 July 2021', ...prose(1)]],
    ['thanks in the middle', ['Thank you.', ...prose(2)]],
    [
      'a quoted greeting',
      [
        '“Good morning,” he said to the whole of the company, and sat down on the floor.',
        ...prose(4),
      ],
    ],
  ])('%s stays in', async (_, middle) => {
    const found = await read(...prose(3), ...middle);
    expect(dropped(found)).toEqual([]);
  });

  test.each([
    [['Only a title', 'And a name']],
    [['Good morning everybody.', ...prose(3), 'Thank you.']],
    [[...prose(2), 'Yours sincerely', 'A Friend']],
    [['Related', 'Words']],
  ])('nothing of %j is proposed', async blocks => {
    expect(dropped(await read(...blocks))).toEqual([]);
  });
});

describe('a speech on a page', () => {
  const PAGE = [
    'Minister speaks at harbour',
    'The minister spoke to the harbour board today about the ferry and its future, and many people came to hear her.',
  ];
  const SPEECH = [
    'Good afternoon, and welcome to you all.',
    ...prose(5),
    'So we have work to do. Thank you very much.',
  ];

  test.each([
    ['Read her speech below:'],
    ['A full transcript of the speech can be found below.'],
    ['Remarks by Ada Stone, Minister for Harbours, at the annual dinner'],
    ['Check against delivery'],
    ['Here is the text of the address in full'],
  ])('begins with the greeting after %j', async announcement => {
    const found = await read(
      ...PAGE,
      announcement,
      ...SPEECH,
      'Ada Stone',
      'Minister for Harbours',
    );
    expect(kept(found)).toEqual(SPEECH);
    expect(
      dropped(found)
        .slice(-2)
        .map(([, reason]) => reason),
    ).toEqual(Array.from({ length: 2 }, () => 'after the speech'));
  });

  test('ends where only the furniture of its page is left', async () => {
    const tail = [
      'Explore the topic\nHarbours',
      'Is this page useful?\nYes this page is useful',
      'Help\nPrivacy\nContact\nTerms and conditions',
    ];
    const found = await read(
      ...PAGE,
      'Delivered on:\n13 July 2021 (Transcript of the speech, exactly as it was delivered)',
      ...SPEECH,
      ...tail,
    );
    expect(kept(found)).toEqual(SPEECH);
  });

  test('the title over an interview stays, whatever is said first', async () => {
    const found = await read(
      'Interview with a keeper',
      '2 December 2021',
      'INTERVIEWER: Good morning.',
      ...prose(2),
      'INTERVIEWER: Thank you.',
    );
    expect(kept(found)[0]).toBe('Interview with a keeper');
  });

  test('begins with its greeting, not with the title of its first chapter; its chapters are headings', async () => {
    const found = await read(
      ...PAGE,
      'Read her speech below:',
      'THE FERRY',
      ...SPEECH,
      'THE HARBOUR',
      ...prose(2),
    );
    expect(kept(found)[0]).toBe(SPEECH[0]);
    expect(dropped(found)).toContainEqual(['THE FERRY', 'before the speech begins']);
    expect(found.blocks.filter(({ kind }) => kind === 'heading').map(({ text }) => text)).toEqual([
      'THE FERRY',
      'THE HARBOUR',
    ]);
  });

  test('without an announcement nothing of the introduction is proposed', async () => {
    const found = await read(...PAGE, ...SPEECH);
    expect(dropped(found)).toEqual([]);
  });

  test('without a greeting it begins after a line that says: below', async () => {
    const found = await read(...PAGE, 'Read her speech below:', ...prose(6));
    expect(kept(found)).toEqual(prose(6));
  });

  test('an announcement of what is elsewhere drops no prose', async () => {
    const found = await read(
      ...prose(5),
      'The full speech can be read below.',
      'See also the harbour act.',
    );
    expect(kept(found)).toEqual(expect.arrayContaining(prose(5)));
  });

  test('says whose it is', async () => {
    const found = await read(
      PAGE[0] ?? '',
      'Speech by Ada Stone at the annual dinner of the board',
      ...SPEECH,
    );
    expect(found.meta).toMatchObject({ title: 'Minister speaks at harbour', speaker: 'Ada Stone' });
  });
});

test('a site’s name goes from the title to the publisher where the page repeats the title', async () => {
  const found = await read(
    'Ferry to close | Harbour News',
    'Find out more',
    'Ferry to close',
    ...prose(3),
  );
  expect(found.meta).toMatchObject({ title: 'Ferry to close', publisher: 'Harbour News' });
});

test('what recurs in capitals names a speaker, not a chapter', async () => {
  const found = await read(
    'THE CHAIR',
    ...prose(1),
    'THE WITNESS',
    ...prose(1),
    'THE CHAIR',
    ...prose(1),
    'THE WITNESS',
    ...prose(1),
  );
  expect(found.blocks.filter(({ kind }) => kind === 'heading')).toEqual([]);
});
