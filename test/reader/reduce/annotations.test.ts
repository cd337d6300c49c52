import { describe, expect, test } from 'vitest';
import { scopeOf } from '../../../src/reader/select.ts';
import { annotationOn, report, tagOn, wordsRange } from '../samples.ts';
import { reading, type Session } from '../session.ts';

const SPAN = 'ice forms on the steps';
const TALL = 6;

/** On a paragraph with a tag of alex's on all of it, one of alex's on a span, and one of sam's. */
function onTall(): Session {
  const session = reading({
    placed: [
      tagOn(report, TALL, { theme: 'safety', memo: 'whole', key: true }),
      annotationOn(report, wordsRange(report, SPAN), { theme: 'money', memo: 'span' }),
      annotationOn(report, wordsRange(report, 'Neither had reported it.'), { coder: 'sam' }),
    ],
  });
  while (session.paragraph < TALL) session.press('j');
  return session.press('Enter');
}

const cursor = (session: Session): number => {
  const { layer } = session.state;
  return layer?.kind === 'annotations' ? layer.cursor : -1;
};

/** Theme, words, memo and star of each of alex's, as they are shown. */
const own = (session: Session) =>
  session.reading.placed.flatMap(({ annotation: { theme, memo, key, coder }, anchor }) =>
    coder === 'alex' && anchor && 'start' in anchor
      ? [{ theme, memo, key, words: report.text.slice(anchor.start, anchor.end) }]
      : [],
  );

describe('Enter on a paragraph', () => {
  test('steps through its annotations, round and back', () => {
    const session = onTall();
    expect([scopeOf(session.state), cursor(session)]).toEqual(['annotations', 0]);
    expect(session.press('Enter', 'j').screen).toContain('Tag 3 of 3 on ¶ 6');
    expect(session.screen).toContain('Safety · sam');
    expect(cursor(session.press('Enter'))).toBe(0);
    expect(cursor(session.press('k'))).toBe(2);
    expect(scopeOf(session.press('Esc').state)).toBe('reading');
  });

  test('says where there are none', () => {
    expect(reading().press('Enter').state.message).toEqual({
      text: 'no tags here · t puts one on',
      warns: true,
    });
  });

  test('v gives an annotation new bounds; memo, theme and star stay, and u brings the old ones back', () => {
    const session = onTall().press('j', 'v');
    expect(scopeOf(session.state)).toBe('select');
    session.press('w', 'w', 'Enter');
    expect(own(session)[1]).toEqual({
      theme: 'money',
      memo: 'span',
      key: false,
      words: `${SPAN}, and the`,
    });
    const [write] = session.take('write');
    expect(write?.step.pages[0]?.edits[0]?.after?.annotation.selector).toBeNull();
    expect(write?.step.pages[0]?.edits[0]?.before?.annotation.selector?.exact).toBe(SPAN);
    session.press('u');
    expect(own(session)[1]?.words).toBe(SPAN);
  });

  test('Esc while the bounds change leaves them', () => {
    const session = onTall().press('j', 'v', 'w', 'Esc');
    expect(session.take('write')).toEqual([]);
    expect(own(session)[1]?.words).toBe(SPAN);
  });

  test('t puts another theme in its place, a new one too; memo and bounds stay', () => {
    const session = onTall().press('t').type('weather').press('Enter');
    expect(own(session)[0]).toMatchObject({ theme: 'weather', memo: 'whole', key: true });
    session.press('Enter', 't').type('Rumours').press('Enter');
    expect(own(session)[0]).toMatchObject({ theme: 'rumours', memo: 'whole' });
    expect(session.state.codebook.themes.at(-1)?.name).toBe('Rumours');
    session.press('u', 'u');
    expect(own(session)[0]).toMatchObject({ theme: 'safety', memo: 'whole' });
  });

  test('a theme that is on the very passage already is not put on twice', () => {
    const session = reading({ placed: [tagOn(report, 2), tagOn(report, 2, { theme: 'money' })] });
    session.press('j', 'Enter', 't').type('money').press('Enter');
    expect(session.take('write')).toEqual([]);
    expect(session.state.message?.text).toBe('Money is on it already');
  });

  test('m, * and x do to it what they do elsewhere', () => {
    const session = onTall().press('j', '*', 'Enter', 'j', 'm').type('!').press('Enter');
    expect(own(session)[1]).toMatchObject({ key: true, memo: 'span!' });
    session.press('Enter', 'j', 'x');
    expect(own(session).map(one => one.theme)).toEqual(['safety']);
  });

  test('another coder’s can be looked at, not changed', () => {
    for (const key of ['v', 't', 'm', '*', 'x']) {
      const session = onTall().press('k', key);
      expect(session.take('write')).toEqual([]);
      expect(session.state.message).toEqual({
        text: 'it is sam’s: only your own can be changed',
        warns: true,
      });
    }
  });
});
