import { describe, expect, test } from 'vitest';
import { allMatches, wordsPattern } from '../../../src/model/matching.ts';
import { report, tagOn } from '../samples.ts';
import { reading } from '../session.ts';

/** Answers the search that was asked for. */
function found(session: ReturnType<typeof reading>) {
  for (const { query } of session.take('find')) {
    const pattern = wordsPattern(query, { case: 'smart' });
    const hits = pattern ? allMatches(report.text, pattern) : [];
    session.send({ kind: 'found', query, hits });
    session.send({ kind: 'foundEverywhere', query, hits: hits.length + 4, transcripts: 2 });
  }
  return session;
}

const search = (words: string, session = reading()) =>
  found(session.press('/').type(words).press('Enter'));

/** The paragraphs with 'rail', found by reading: ¶ 6 twice, ¶ 7 once. */
const RAIL = [6, 6, 7];

describe('/', () => {
  test('shows the first hit from here on', () => {
    const session = search('rail');
    expect(session.reading.search).toMatchObject({
      query: 'rail',
      here: 0,
      everywhere: { hits: 7, transcripts: 2 },
    });
    expect(
      session.reading.search?.hits?.map(hit => report.paragraphs.indexAt(hit.start) + 1),
    ).toEqual(RAIL.concat([]).sort());
    expect(session.paragraph).toBe(6);
  });

  test('n and N walk through the hits, and wrap around', () => {
    const session = search('rail');
    const count = session.reading.search?.hits?.length ?? 0;
    const heres = Array.from({ length: count + 1 }, () => session.press('n').reading.search?.here);
    expect(heres).toEqual([...Array.from({ length: count - 1 }, (_, i) => i + 1), 0, 1]);
    expect(session.press('N', 'N').reading.search?.here).toBe(count - 1);
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
    expect(session.reading.search?.query).toBe('rail');
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
    session.send({ kind: 'found', query: 'pier', hits: [{ start: 0, end: 1 }] });
    session.send({ kind: 'foundEverywhere', query: 'pier', hits: 1, transcripts: 1 });
    expect(session.reading.search).toEqual({
      query: 'boat',
      hits: null,
      here: 0,
      everywhere: null,
    });
  });

  test('the walk can be gone back with Ctrl+O', () => {
    expect(search('rail').press('Ctrl+O').paragraph).toBe(1);
  });

  test('a digit tags the paragraph of the hit', () => {
    const session = search('rail', reading({ placed: [tagOn(report, 1)] })).press('2');
    expect(session.tagsOn(6)).toEqual(['money by alex']);
  });
});
