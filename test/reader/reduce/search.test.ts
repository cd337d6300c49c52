import { describe, expect, test } from 'vitest';
import { allMatches, wordsPattern } from '../../../src/model/matching.ts';
import type { TextHits } from '../../../src/reader/state.ts';
import { dialogue, report, summaryOf, tagOn } from '../samples.ts';
import { reading, type Session } from '../session.ts';

/** Answers the searches that were asked for; `others` are the hits in other transcripts. */
function answer(session: Session, others: readonly TextHits[] = []) {
  for (const { request, query, text, everywhere } of session.take('find')) {
    const pattern = wordsPattern(query.words, { case: 'smart' });
    const body = text === report.id ? report.text : dialogue.text;
    const hits = pattern ? allMatches(body, pattern) : [];
    session.send({ kind: 'found', request, hits });
    const here = hits.length > 0 ? [{ text, hits: hits.length }] : [];
    if (everywhere) session.send({ kind: 'foundEverywhere', request, texts: [...here, ...others] });
  }
  return session;
}

const search = (words: string, session = reading(), others: readonly TextHits[] = []) =>
  answer(session.press('/').type(words).press('Enter'), others);

/** The paragraphs with 'rail', found by reading: ¶ 6 twice, ¶ 7 once. */
const RAIL = [6, 6, 7];

describe('/', () => {
  test('shows the first hit from here on', () => {
    const session = search('rail');
    expect(session.reading.search).toMatchObject({
      query: { words: 'rail', regex: false },
      here: 0,
      everywhere: [{ text: report.id, hits: 3 }],
    });
    expect(
      session.reading.search?.hits?.map(hit => report.paragraphs.indexAt(hit.start) + 1),
    ).toEqual(RAIL.concat([]).sort());
    expect(session.paragraph).toBe(6);
  });

  test('n and N walk through the hits of the only transcript, and round', () => {
    const session = search('rail');
    const count = session.reading.search?.hits?.length ?? 0;
    const heres = Array.from({ length: count + 1 }, () => session.press('n').reading.search?.here);
    expect(heres).toEqual([...Array.from({ length: count - 1 }, (_, i) => i + 1), 0, 1]);
    expect(session.state.message).toBeNull();
    expect(session.press('N', 'N').reading.search?.here).toBe(count - 1);
    expect(session.state.message?.text).toBe('again from the last hit');
    expect(session.paragraph).toBe(7);
  });

  test('begins behind the current paragraph, and at the first where there is none behind', () => {
    const session = reading();
    while (session.paragraph < 7) session.press('j');
    expect(search('rail', session).paragraph).toBe(7);
    expect(search('rail', reading().press('G')).paragraph).toBe(6);
  });

  test('leaves all reading keys as they are', () => {
    const session = search('rail').press('j', '1', 'm').type('here').press('Enter', 'k', 'u');
    expect(session.tagsOn(7)).toEqual(['safety by alex']);
    expect(session.reading.search?.query.words).toBe('rail');
  });

  test('Esc ends it, the next Esc leads to the library', () => {
    const session = search('rail').press('Esc');
    expect(session.reading.search).toBeNull();
    expect(session.state.page).toBe('reading');
    expect(session.press('Esc').state.page).toBe('library');
  });

  test('Esc while typing searches for nothing', () => {
    const session = reading().press('/').type('rail').press('Esc');
    expect(session.state.layer).toBeNull();
    expect(session.take('find')).toEqual([]);
  });

  test('for nothing ends the one that is on', () => {
    expect(search('  ', search('rail')).reading.search).toBeNull();
  });

  test('without a hit stays where it is', () => {
    const session = search('submarine').press('n', 'N');
    expect(session.paragraph).toBe(1);
    expect(session.reading.search).toMatchObject({ hits: [], here: 0 });
  });

  test('answers to an earlier search are dropped', () => {
    const session = reading()
      .press('/')
      .type('pier')
      .press('Enter', '/')
      .type('boat')
      .press('Enter');
    const [pier, boat] = session.take('find').map(one => one.request);
    if (pier === undefined || boat === undefined) throw new Error('two searches were asked for');
    session.send({ kind: 'found', request: pier, hits: [{ start: 0, end: 1 }] });
    session.send({ kind: 'foundEverywhere', request: pier, texts: [{ text: 'x', hits: 1 }] });
    session.send({ kind: 'notSearchable', request: pier, reason: 'no' });
    expect(session.reading.search).toMatchObject({
      query: { words: 'boat' },
      hits: null,
      everywhere: null,
      problem: null,
    });
    session.send({ kind: 'found', request: boat, hits: [] });
    expect(session.reading.search?.hits).toEqual([]);
  });

  test('the walk can be gone back with Ctrl+O', () => {
    expect(search('rail').press('Ctrl+O').paragraph).toBe(1);
  });

  test('a digit tags the paragraph of the hit', () => {
    const session = search('rail', reading({ placed: [tagOn(report, 1)] })).press('2');
    expect(session.tagsOn(6)).toEqual(['money by alex']);
  });
});

describe('an expression', () => {
  const asked = (session: Session) => session.take('find').map(one => one.query);

  test('is what stands between slashes', () => {
    expect(asked(reading().press('/').type('/ra?il/').press('Enter'))).toEqual([
      { words: 'ra?il', regex: true },
    ]);
  });

  test('is anything once Ctrl+E says so, and words again with the next one', () => {
    expect(asked(reading().press('/').type('ra.l').press('Ctrl+E', 'Enter'))).toEqual([
      { words: 'ra.l', regex: true },
    ]);
    expect(asked(reading().press('/', 'Ctrl+E').type('ra.l').press('Ctrl+E', 'Enter'))).toEqual([
      { words: 'ra.l', regex: false },
    ]);
  });

  test('that is none says why, and every other key goes on', () => {
    const session = reading().press('/').type('/(rail/').press('Enter');
    const [effect] = session.take('find');
    session.send({
      kind: 'notSearchable',
      request: effect?.request ?? 0,
      reason: 'missing closing ): (rail',
    });
    expect(session.screen).toContain('! missing closing ): (rail · / tries again');
    expect(session.press('n', 'N', 'j', '1').tagsOn(2)).toEqual(['safety by alex']);
    expect(session.press('Esc').reading.search).toBeNull();
  });
});

describe('the history of searches', () => {
  const searched = () =>
    ['boat', '/ra?il/', 'pier', 'boat'].reduce(
      (session, words) => session.press('/').type(words).press('Enter'),
      reading(),
    );

  test('comes back with ↑, each query once, the last one first', () => {
    const session = searched().press('/');
    const queries = Array.from({ length: 4 }, () => {
      const { layer } = session.press('Up').state;
      return layer?.kind === 'prompt' ? [layer.query, layer.regex] : null;
    });
    expect(queries).toEqual([
      ['boat', false],
      ['pier', false],
      ['ra?il', true],
      ['ra?il', true],
    ]);
  });

  test('gives the words that were being typed back with ↓', () => {
    const session = searched().press('/').type('ice').press('Up', 'Up', 'Down', 'Down');
    expect(session.state.layer).toMatchObject({ query: 'ice', back: 0 });
    expect(session.press('Down').state.layer).toMatchObject({ query: 'ice', back: 0 });
  });
});

describe('behind the last hit', () => {
  const two = () =>
    reading({
      state: {
        library: {
          ...reading().state.library,
          texts: [summaryOf(report), summaryOf(report, { id: 'none' }), summaryOf(dialogue)],
        },
      },
    });
  const elsewhere = [{ text: dialogue.id, hits: 1 }];
  const opened = (session: Session, transcript = dialogue) => {
    expect(session.take('openText').map(one => one.id)).toEqual([transcript.id]);
    return answer(session.send({ kind: 'textOpened', transcript, placed: [], locked: null }));
  };

  test('comes the next transcript that has any, and it is said', () => {
    const session = opened(search('rail', two(), elsewhere).press('n', 'n', 'n'));
    expect(session.paragraph).toBe(4);
    expect(session.reading.search).toMatchObject({ here: 0, hits: [{}] });
    expect(session.screen).toContain('1 of 1 here · 4 in 2');
    expect(session.screen).toContain('on in talk-at-the-pier');
    expect(session.state.places[report.id]).toBe(6);
  });

  test('N leads back to the last hit of the one before', () => {
    const there = opened(search('rail', two(), elsewhere).press('n', 'n', 'n'));
    const session = opened(there.press('N'), report);
    expect(session.reading.search?.here).toBe(2);
    expect(session.paragraph).toBe(7);
  });

  test('a transcript without a hit has its way to the next as well', () => {
    expect(opened(search('Deckhand', two(), elsewhere).press('n')).reading.search?.here).toBe(0);
  });

  test('nothing happens before it is known where there are hits', () => {
    const session = two().press('/').type('rail').press('Enter');
    expect(session.press('n').state.message?.text).toBe('still looking');
    const [asked] = session.take('find');
    session.send({ kind: 'found', request: asked?.request ?? 0, hits: [{ start: 0, end: 1 }] });
    expect(session.press('n').state.message?.text).toBe('the other transcripts are still searched');
    expect(session.take('openText')).toEqual([]);
  });

  test('a transcript that is opened for another reason has no search on', () => {
    const session = search('rail', two(), elsewhere).press('n', 'n', 'n');
    session.send({ kind: 'textOpened', transcript: report, placed: [], locked: null });
    session.send({ kind: 'textOpened', transcript: dialogue, placed: [], locked: null });
    expect(session.reading.search).toBeNull();
    expect(session.take('find')).toEqual([]);
  });
});
