import { expect, test } from 'vitest';
import { Speaker } from '../../../src/reader/spoken/speaker.ts';
import { report, tagOn } from '../samples.ts';
import { reading, type Session } from '../session.ts';

/** Presses keys, and returns what is told after them. */
function hearing(session: Session) {
  const speaker = new Speaker(session.store);
  let heard = speaker.get().length;
  return (act: (session: Session) => unknown): readonly string[] => {
    act(session);
    const news = speaker.get().slice(heard);
    heard += news.length;
    return news;
  };
}

const open = () => reading({ placed: [tagOn(report, 2, { theme: 'money', memo: 'Ask who.' })] });

test('a step tells the paragraph: number, words, tags, memo', () => {
  const after = hearing(open());
  const news = after(session => session.press('j'));
  expect(news).toEqual([
    'Paragraph 2 of 14.',
    'The last boat leaves the island at ten in the evening and carries, on most nights, fewer than twelve people. The council has asked whether it should sail at all.',
    'Tagged: Money.',
    'Memo: Ask who.',
  ]);
});

test('a tag tells the tags alone, and that they are saved when they are', () => {
  const session = open();
  const after = hearing(session);
  after(() => session.press('j'));
  expect(after(() => session.press('1'))).toEqual(['Tagged: Safety; Money.']);
  expect(after(() => session.save())).toEqual(['Saved.']);
  expect(after(() => session.press('u'))).toEqual([
    'Tagged: Money.',
    'undid Safety on paragraph 2.',
  ]);
  expect(after(() => session.save())).toEqual(['Saved.']);
});

test('what cannot be done is told each time', () => {
  const session = open();
  const after = hearing(session);
  const news = ['no theme is on 9, t lists them all.'];
  expect(after(() => session.press('9'))).toEqual(news);
  expect(after(() => session.press('9'))).toEqual(news);
});

test('a drawer tells where it stands; back on the page, where that is', () => {
  const session = open();
  const after = hearing(session);
  expect(after(() => session.press('t'))).toEqual([
    '1 of 5: Safety. key 1. What endangers people on the crossing, and what is done about it.',
    'Tag paragraph 1, 5 of 5 themes.',
  ]);
  expect(after(() => session.press('Down'))).toEqual([
    '2 of 5: Money. key 2. What it costs, and who pays.',
  ]);
  expect(after(() => session.press('Esc'))).toEqual(['Paragraph 1 of 14, heading.']);
});

test('a search tells the hit and its paragraph', () => {
  const session = open();
  const after = hearing(session);
  after(() => session.press('/').type('rail').press('Enter'));
  const hits = [...report.text.matchAll(/rail/g)].map(({ index }) => ({
    start: index,
    end: index + 4,
  }));
  const [request = 0] = session.take('find').map(effect => effect.request);
  after(() => session.send({ kind: 'found', request, hits }));
  expect(after(() => session.press('n'))).toEqual(['Hit 2 of 3 for rail.']);
});

test('nothing changed, nothing told', () => {
  const session = open();
  const after = hearing(session);
  expect(after(() => session.press('k'))).toEqual([]);
  expect(after(() => session.send({ kind: 'resized', size: { columns: 50, rows: 20 } }))).toEqual(
    [],
  );
});
