import { describe, expect, test } from 'vitest';
import { BrokenFile } from '../../../src/model/fault.ts';
import { dialogue, report, summaryOf, tagOn } from '../samples.ts';
import { firstState, reading, Session } from '../session.ts';

const texts = [
  summaryOf(report, {
    id: 'a',
    title: 'Café at the pier',
    date: '2021-07-14',
    speaker: 'Ana Öz',
    tagged: 0.5,
    annotations: 3,
    byTheme: { money: 3 },
  }),
  summaryOf(report, {
    id: 'b',
    title: 'beacon',
    date: '2022-01-01',
    speaker: null,
    tagged: 0.2,
    annotations: 9,
    byTheme: { safety: 9, money: 0 },
    toRepair: 1,
  }),
  summaryOf(report, {
    id: 'c',
    title: 'Anchor',
    date: null,
    tagged: 0.9,
    annotations: 1,
    toRepair: 4,
  }),
];

const unreadable = [{ id: 'x', file: 'old-minutes.txt', fault: new BrokenFile('old: not UTF-8') }];

const library = () =>
  new Session(firstState({ library: { texts, unreadable, loading: null, cursor: 0 } }));

/** The titles on the screen, in their order. */
const titles = ({ screen }: Session): string[] =>
  [
    ...screen
      .split('\n')
      .slice(0, -3)
      .join('\n')
      .matchAll(/Café at the pier|beacon|Anchor|old-minutes\.txt/g),
  ].map(found => found[0]);

describe('s', () => {
  test('sorts by date, title, tagged, tags, to repair, and round again, and says so', () => {
    const session = library();
    const seen = Array.from({ length: 6 }, () => {
      const order = titles(session)
        .map(title => title[0])
        .join('');
      const [, said] = /transcript {3}(.*?) {2}/.exec(session.screen) ?? [];
      session.press('s');
      return `${said}: ${order}`;
    });
    expect(seen).toEqual([
      'by date: CbAo',
      'by title: AbCo',
      'least tagged first: bCAo',
      'most tags first: bCAo',
      'most to repair first: AbCo',
      'by date: CbAo',
    ]);
    expect(session.state.message?.text).toBe('by title');
  });

  test('keeps the cursor on its transcript, and Enter opens that one', () => {
    const session = library().press('j', 's');
    expect(session.screen).toMatch(/▌ beacon/);
    expect(session.press('s', 's', 'Enter').take('openText')).toEqual([
      { kind: 'openText', id: 'b' },
    ]);
  });

  test('the cursor stays when counts move a transcript', () => {
    const session = reading({ placed: [tagOn(report, 3)] });
    const { library: shelf } = session.state;
    const other = summaryOf(dialogue, { annotations: 2 });
    const next = new Session({
      ...session.state,
      librarySort: 'annotations',
      library: { ...shelf, texts: [...shelf.texts, other], cursor: 1 },
    });
    expect(next.press('1', '2', '3', 'Esc').screen).toMatch(/▌ The night ferry/);
  });
});

describe('/ in the library', () => {
  test.each([
    ['cafe', ['Café at the pier']],
    ['ANA öz', ['Café at the pier']],
    ['2021', ['Café at the pier']],
    ['14 jul', ['Café at the pier']],
    ['money', ['Café at the pier']],
    ['safe', ['beacon']],
    ['pier ana', ['Café at the pier']],
    ['pier bea', []],
    ['old-min', ['old-minutes.txt']],
    ['', ['Café at the pier', 'beacon', 'Anchor', 'old-minutes.txt']],
  ])('%j shows %j', (words, expected) => {
    expect(titles(library().press('/').type(words).press('Enter'))).toEqual(expected);
  });

  test('follows each letter, counts, and Esc brings back what was before', () => {
    const session = library().press('/').type('bea');
    expect(titles(session)).toEqual(['beacon']);
    expect(session.screen).toContain('1 of 3   Enter keep   Esc close');
    expect(titles(session.press('Esc'))).toHaveLength(4);
    session.press('/').type('bea').press('Enter', '/').type('x').press('Esc');
    expect(titles(session)).toEqual(['beacon']);
  });

  test('moves and opens among what is shown; Esc shows all around the cursor', () => {
    const session = library().press('/').type('a').press('Enter', 'G');
    expect(session.screen).toMatch(/▌ Anchor/);
    session.press('/').type('nchor').press('Enter');
    expect(
      session
        .press('j', 'Enter')
        .take('openText')
        .map(one => one.id),
    ).toEqual(['c']);
    expect(session.press('Esc').screen).toMatch(/▌ Anchor/);
    expect(session.state.libraryWords).toBe('');
  });

  test('says when nothing fits, and goes on', () => {
    const session = library().press('/').type('zzz').press('Enter');
    expect(session.screen).toContain('No transcript fits “zzz”.');
    expect(session.press('j', 'Enter', 'G').take('openText')).toEqual([]);
    expect(titles(session.press('Esc'))).toHaveLength(4);
  });

  test('stays while one reads, and when the library is read anew', () => {
    const session = library().press('/').type('beacon').press('Enter');
    session.send({
      kind: 'libraryRead',
      library: { texts, unreadable: [], faults: [] },
      codebook: session.state.codebook,
    });
    expect(titles(session)).toEqual(['beacon']);
  });
});
