import { describe, expect, test } from 'vitest';
import { allMatches, wordsPattern } from '../../../src/model/matching.ts';
import { readTranscript } from '../../../src/model/transcript.ts';
import { dialogue, empty, report, tagOn } from '../samples.ts';
import { reading, type Session } from '../session.ts';

/** Moves the drawer's cursor to a row by its words, and chooses it so many times. */
function choose(session: Session, words: string, times = 1): Session {
  session.press('g');
  for (let i = 0; i < 40 && !rowHere(session).includes(words); i++) session.press('j');
  return session.press(...Array.from({ length: times }, () => 'Space'));
}

const rowHere = ({ screen }: Session): string =>
  screen
    .slice(screen.indexOf('━━ Filter'))
    .split('\n')
    .find(line => line.startsWith('▌')) ?? '';

const filtered = (words: string, session = tagged(), times = 1): Session =>
  choose(session.press('F'), words, times).press('Enter');

const tagged = () =>
  reading({
    placed: [
      tagOn(report, 3, { theme: 'money' }),
      tagOn(report, 8, { theme: 'money' }),
      tagOn(report, 11, { theme: 'money', memo: 'why' }),
      tagOn(report, 9, { theme: 'weather' }),
    ],
  });

/** The numbers of the paragraphs on the screen. */
const onScreen = ({ screen }: Session): number[] =>
  screen
    .split('\n')
    .slice(2, -3)
    .flatMap(row => /^.{6} *(\d+) /.exec(row)?.[1] ?? [])
    .map(Number);

const search = (session: Session, words: string): Session => {
  session.press('/').type(words).press('Enter');
  for (const { request, text } of session.take('find')) {
    const pattern = wordsPattern(words, { case: 'smart' });
    const hits = pattern ? allMatches(report.text, pattern) : [];
    session.send({ kind: 'found', request, hits });
    session.send({ kind: 'foundEverywhere', request, texts: [{ text, hits: hits.length }] });
  }
  return session;
};

describe('F', () => {
  test('shows the paragraphs with a theme, under their own numbers', () => {
    const session = filtered('Money');
    expect(onScreen(session)).toEqual([3, 8, 11]);
    expect(session.paragraph).toBe(3);
    expect(session.screen).toContain('showing 3 of 14   ¶ 3/14');
    expect(session.screen).toContain('FILTER');
  });

  test('keys move among them, and stop at their ends', () => {
    const session = filtered('Money');
    const walk = (...keys: string[]) => keys.map(key => session.press(key).paragraph);
    expect(walk('j', 'j', 'j', 'k', 'g', 'G', 'k', 'b', 'Space')).toEqual([
      8, 11, 11, 8, 3, 11, 8, 3, 11,
    ]);
    expect(walk('g', '}', '}', '}')).toEqual([3, 8, 11, 11]);
    expect(session.state.message?.text).toBe('no tagged paragraph after this one');
    expect(session.press('[').state.message?.text).toBe('no untagged paragraph before this one');
  });

  test('keeps the place: the nearest paragraph that fits, and back again', () => {
    const session = tagged().press('j', 'j', 'j', 'j', 'j', 'j', 'F');
    choose(session, 'Money');
    expect(session.paragraph).toBe(8);
    choose(session, 'Money', 2);
    expect(session.paragraph).toBe(7);
    expect(session.press('Esc').reading.filter).toBeNull();
    expect(session.state.page).toBe('reading');
  });

  test('Space goes from with to without to neither', () => {
    expect(onScreen(filtered('Money', tagged(), 2))).toEqual([1, 2, 4, 5, 6]);
    expect(filtered('Money', tagged(), 3).reading.filter).toBeNull();
  });

  test('any and all', () => {
    const both = (session: Session) =>
      choose(choose(choose(session.press('F'), 'Money'), 'Weather'), 'any');
    const here = [tagOn(report, 2, { theme: 'money' }), tagOn(report, 2, { theme: 'weather' })];
    const session = both(reading({ placed: [...here, tagOn(report, 5, { theme: 'money' })] }));
    expect(session.reading.filter?.fitting).toEqual(Uint32Array.of(1));
    choose(session, 'all');
    expect(session.reading.filter?.fitting).toEqual(Uint32Array.of(1, 4));
  });

  test('c chooses nothing again', () => {
    const session = choose(tagged().press('F'), 'Money').press('c', 'Enter');
    expect(session.reading.filter).toBeNull();
    expect(session.screen).not.toContain('showing');
  });

  test('Esc ends it where one is, then leads to the library', () => {
    const session = filtered('Money').press('G', 'Esc');
    expect(session.reading.filter).toBeNull();
    expect(session.paragraph).toBe(11);
    expect(session.press('Esc').state.page).toBe('library');
  });

  test('a paragraph that does not fit any more stays until one moves on', () => {
    const session = filtered('Money').press('j', '2');
    expect(session.tagsOn(8)).toEqual([]);
    expect(onScreen(session)).toEqual([3, 8, 11]);
    expect(session.screen).toContain('showing 2 of 14   ¶ 8/14');
    expect(onScreen(session.save())).toEqual([3, 8, 11]);
    expect(onScreen(session.press('j'))).toEqual([3, 11]);
    expect(session.press('k').paragraph).toBe(3);
  });

  test('undo leads to where it was done, shown or not', () => {
    const session = filtered('Money').press('j', '2', 'j', 'u');
    expect(session.paragraph).toBe(8);
    expect(onScreen(session)).toEqual([3, 8, 11]);
    const away = filtered('untagged', reading().press('j', '1')).press('u');
    expect(away.paragraph).toBe(2);
  });

  test('says when nothing fits, and keeps one paragraph to stand on', () => {
    const session = tagged().press('j', 'F');
    choose(choose(session, 'Money'), 'untagged').press('Enter');
    expect(session.screen).toContain('showing 0 of 14');
    expect(session.state.message?.text).toBe('no paragraph fits');
    expect(session.press('j', 'G', 'Space', '}').paragraph).toBe(2);
    expect(session.press('1').tagsOn(2)).toEqual(['safety by alex']);
  });

  test('a jump back reaches what is hidden', () => {
    const session = filtered('Money', tagged().press('j', 'G'));
    expect(session.paragraph).toBe(11);
    expect(session.press('Ctrl+O').paragraph).toBe(2);
    expect(onScreen(session)).toEqual([2, 3, 8, 11]);
    expect(onScreen(session.press('j'))).toEqual([3, 8, 11]);
  });

  test('speakers can be chosen', () => {
    const session = filtered('Deckhand', reading({ transcript: dialogue }));
    expect(onScreen(session)).toEqual([2, 4, 6]);
  });

  test('in an empty text there is nothing to filter', () => {
    const session = reading({ transcript: empty }).press('F');
    expect(session.state.layer).toBeNull();
    expect(session.state.message?.text).toBe('there is nothing to filter here');
  });

  test('the map is that of the paragraphs shown', () => {
    const rows = filtered('Money').screen.split('\n').slice(2, 21);
    expect(rows.filter(row => row.endsWith('■'))).toHaveLength(3);
    expect(rows.every(row => row.includes('┃'))).toBe(true);
  });
});

test('an edit that takes paragraphs away leaves the filter on those that are there', () => {
  const session = filtered('Money').press('j');
  expect(session.paragraph).toBe(8);
  const { start } = report.paragraphs.at(7);
  const transcript = readTranscript(report.file, report.text.slice(0, start));
  expect(transcript.paragraphs.count).toBe(7);
  const placed = [tagOn(report, 3, { theme: 'money' })];
  session.send({ kind: 'textRenewed', goes: false, transcript, placed, locked: null });
  expect(session.paragraph).toBe(7);
  expect(session.screen).toContain('showing 1 of 7');
  expect(onScreen(session.press('k'))).toEqual([3]);
});

describe('F while a search is on', () => {
  test('shows the paragraphs with hits at once, until the search ends', () => {
    const session = search(tagged(), 'rail').press('F');
    expect(rowHere(session)).toContain('[x] hits of the search');
    session.press('Enter');
    expect(session.screen).toContain('showing 2 of 14   ¶ 6/14');
    expect(session.press('n', 'n', 'n').paragraph).toBe(6);
    expect(session.press('Esc').reading).toMatchObject({ search: null, filter: null });
    expect(session.paragraph).toBe(6);
  });

  test('n and N pass over hits that are not shown', () => {
    const session = search(filtered('Money'), 'boat');
    const hits = session.reading.search?.hits ?? [];
    const paragraphs = hits.map(hit => report.paragraphs.indexAt(hit.start) + 1);
    const shown = paragraphs.filter(n => [3, 8, 11].includes(n));
    expect(shown.length).toBeLessThan(paragraphs.length);
    const walked = Array.from({ length: shown.length }, () => session.press('n').paragraph);
    expect(new Set(walked)).toEqual(new Set(shown));
    expect(session.take('openText')).toEqual([]);
  });

  test('ends with the search where other things are chosen beside the hits', () => {
    const session = choose(search(tagged(), 'rail').press('F'), 'untagged').press('Enter', 'Esc');
    expect(session.reading.search).toBeNull();
    expect(session.reading.filter?.criteria.chosen).toEqual({ untagged: 'with' });
    expect(session.screen).toContain('showing 8 of 14');
  });
});
