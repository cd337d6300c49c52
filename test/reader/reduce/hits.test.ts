import { expect, test } from 'vitest';
import { hitsOf, listed } from '../hitsScenes.ts';
import { dialogue, report } from '../samples.ts';
import { reading, type Session } from '../session.ts';

const query = { words: 'rail', regex: false };
const ALL = hitsOf(query);

const list = (session: Session = reading()) => listed(session.press('/').type('rail').press('Tab'));

const cursor = ({ state: { layer } }: Session) => (layer?.kind === 'hits' ? layer.cursor : null);

test('Tab in the search lists the hits of all transcripts', () => {
  const { hits, layer } = list().state;
  expect(hits).toMatchObject({ total: ALL.length, texts: 2, isWhole: true, query });
  expect(hits?.hits.map(({ text }) => text)).toContain(dialogue.id);
  expect(layer).toMatchObject({ kind: 'hits', cursor: 0 });
});

test('Enter goes to the hit, Esc comes back to where the cursor was, and Esc again to the page', () => {
  const session = list().press('j', 'Enter');
  const second = ALL[1];
  expect(session.state.layer).toBeNull();
  expect(session.paragraph).toBe((second?.paragraph ?? -1) + 1);
  const [asked] = session.take('find');
  const own = ALL.filter(({ text }) => text === report.id);
  session.send({ kind: 'found', request: asked?.request ?? -1, hits: own });
  expect(session.reading.search).toMatchObject({ here: 1, query });
  session.press('Esc');
  expect(cursor(session)).toBe(1);
  session.press('Esc');
  expect(session.state.layer).toBeNull();
  expect(session.reading.search).not.toBeNull();
  session.press('Esc');
  expect(session.reading.search).toBeNull();
});

test('Enter on a hit elsewhere opens that transcript there', () => {
  const session = list().press('G', 'Enter');
  expect(session.take('openText')).toEqual([{ kind: 'openText', id: dialogue.id }]);
  session.send({ kind: 'textOpened', transcript: dialogue, placed: [], locked: null });
  expect(session.paragraph).toBe((ALL.at(-1)?.paragraph ?? -1) + 1);
  session.press('Esc');
  expect(cursor(session)).toBe(ALL.length - 1);
});

test('batches are put together, and those of an earlier search are dropped', () => {
  const session = reading().press('/').type('rail').press('Tab');
  const request = session.state.hits?.request ?? -1;
  const batch = { total: 1, texts: 1, of: 2, problem: null };
  const [first, second] = ALL;
  const send = (n: number, hits: readonly (typeof first)[], done: number) =>
    session.send({
      kind: 'hitsListed',
      request: n,
      hits: hits.flatMap(hit => hit ?? []),
      done,
      ...batch,
    });
  send(request, [first], 1);
  expect(session.state.hits).toMatchObject({ isWhole: false, hits: [first] });
  send(request - 1, [second], 2);
  send(request, [second], 2);
  expect(session.state.hits).toMatchObject({ isWhole: true, hits: [first, second] });
});

test('s sorts by the words after, then by those before, then by place', () => {
  const session = list().press('s');
  expect(session.state.layer).toMatchObject({ order: 'after' });
  expect(session.press('s').state.layer).toMatchObject({ order: 'before' });
  expect(session.press('s').state.layer).toMatchObject({ order: 'place' });
});

test('y copies them as a table', () => {
  const session = list().press('y');
  const [asked] = session.take('copyTable');
  expect(asked?.rows).toHaveLength(ALL.length + 1);
  expect(asked?.rows[1]?.slice(0, 2)).toEqual([ALL[0]?.text, (ALL[0]?.paragraph ?? 0) + 1]);
});

test('no words: nothing is looked for', () => {
  const session = reading().press('/', 'Tab');
  expect(session.take('listHits')).toEqual([]);
  expect(session.state.message?.warns).toBe(true);
});
