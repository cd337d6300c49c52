import { describe, expect, test } from 'vitest';
import type { Step } from '../../../src/model/step.ts';
import { scopeOf, selectionOf } from '../../../src/reader/select.ts';
import { statusWords } from '../../../src/reader/views/bottom.ts';
import { annotationOn, dialogue, report, tagOn, wordsRange } from '../samples.ts';
import { reading, type Session } from '../session.ts';

const selected = (session: Session): string => {
  const range = selectionOf(session.reading);
  return range ? session.reading.transcript.text.slice(range.start, range.end) : '';
};

/** The words that each annotation is on, from the write that was sent last. */
const written = (session: Session): Step => {
  const step = session.take('write').at(-1)?.step;
  if (!step) throw new Error('nothing was written');
  return step;
};

const wordsOf = (step: Step): string[] =>
  step.pages.flatMap(page =>
    page.edits.map(({ after }) =>
      after?.range ? report.text.slice(after.range.start, after.range.end) : '',
    ),
  );

const firstOf = (text: string): string => `${text.split('. ')[0]}.`;
const paragraph = (n: number): string => {
  const { start, end } = report.paragraphs.at(n - 1);
  return report.text.slice(start, end);
};

describe('selecting', () => {
  test('begins with nothing, grows by sentences, and says how much', () => {
    const session = reading().press('j', 'v');
    expect([scopeOf(session.state), selected(session)]).toEqual(['select', '']);
    session.press(')');
    const words = firstOf(paragraph(2));
    expect(selected(session)).toBe(words);
    expect(statusWords(session.state)).toBe(`${words.split(' ').length} words of ¶ 2`);
    session.press('Esc');
    expect([scopeOf(session.state), selected(session)]).toEqual(['reading', '']);
  });

  test('a digit tags the passage, exactly, and the paragraph is what keys act on again', () => {
    const session = reading().press('j', 'v', ')', '1');
    expect(wordsOf(written(session))).toEqual([firstOf(paragraph(2))]);
    expect(scopeOf(session.state)).toBe('reading');
    session.press('V');
    expect(selected(session)).toBe(firstOf(paragraph(2)));
    // Equal bounds and theme are never doubled: the digit takes it off again.
    session.press('1');
    expect(session.tagsOn(2)).toEqual([]);
  });

  test('t, ., m and * act on it; what it is on already is not doubled', () => {
    const session = reading().press('j', 'v', 'w', 't').type('money').press('Enter');
    expect(wordsOf(written(session))).toEqual([paragraph(2).split(' ')[0]]);
    session.press('V', '.');
    expect(session.state.message?.text).toContain('on it already');
    session.press('Esc', 'V', '*');
    expect(session.tagsOn(2)).toEqual(['money by alex *']);
    session.press('V', 'm').type('why?').press('Enter');
    expect(session.tagsOn(2)).toEqual(['money by alex * (why?)']);
    session.press('j', 'v', ')', 'm').type('alone').press('Enter');
    expect(session.tagsOn(3)).toEqual(['memo by alex (alone)']);
  });

  test('Enter opens the themes for it, and the one that is chosen has its bounds', () => {
    const session = reading().press('j', 'v', ')', 'Enter');
    expect(session.state).toMatchObject({ layer: { kind: 'picker' }, message: null });
    session.type('money').press('Enter');
    expect(wordsOf(written(session))).toEqual([firstOf(paragraph(2))]);
  });

  test('whole paragraphs have the bounds of a paragraph’s tag', () => {
    const session = reading({ placed: [tagOn(report, 2)] }).press('j', 'v', 'j', '1');
    expect(session.tagsOn(2)).toEqual([]);
    session.press('u', 'v', 'j', 'j', '2');
    expect(session.tagsOn(3)).toEqual(['money by alex']);
    expect(session.paragraph).toBe(3);
  });

  test('x takes the shortest of one’s own that it touches', () => {
    const inside = wordsRange(report, 'ice forms on the steps');
    const session = reading({
      placed: [tagOn(report, 6), annotationOn(report, inside, { theme: 'money' })],
    });
    while (session.paragraph < 6) session.press('j');
    session.press('v', 'j', 'k', 'j', 'x');
    expect(session.tagsOn(6)).toEqual(['money by alex']);
  });

  test('p is all that a speaker says', () => {
    const session = reading({ transcript: dialogue }).press('j', 'v', 'p');
    const { start, end } = dialogue.paragraphs.at(1);
    expect(selected(session)).toBe(dialogue.text.slice(start, end));
  });

  test('Esc closes the selection before the search, and a text that is opened has none', () => {
    const session = reading().press('/').type('the').press('Enter', 'v', 'w');
    expect(scopeOf(session.state)).toBe('select');
    session.press('Esc');
    expect(scopeOf(session.state)).toBe('search');
    session.press('v', 'w', 'Esc', 'Esc', 'Esc');
    expect(session.state.page).toBe('library');
  });

  test('in a locked text it can be looked at, not tagged', () => {
    const session = reading({ locked: 'broken' }).press('v', ')', '1');
    expect(session.take('write')).toEqual([]);
    expect(session.state.message).toEqual({ text: 'broken', warns: true });
  });
});

describe('+', () => {
  const spans = [
    annotationOn(report, wordsRange(report, 'ice forms on the steps'), { memo: 'one' }),
    annotationOn(report, wordsRange(report, 'on the steps'), { memo: 'two', key: true }),
    annotationOn(report, wordsRange(report, 'ice forms'), { theme: 'money', coder: 'sam' }),
  ];

  test('makes one of one’s own that overlap, with all memos and the star; undo brings both back', () => {
    const session = reading({ placed: spans });
    while (session.paragraph < 6) session.press('j');
    const before = session.tagsOn(6).toSorted();
    session.press('v', 'j', '+');
    expect(session.tagsOn(6).toSorted()).toEqual(['money by sam', 'safety by alex * (one\n\ntwo)']);
    expect(wordsOf(written(session))[0]).toBe(paragraph(6));
    session.press('u');
    expect(session.tagsOn(6).toSorted()).toEqual(before);
  });

  test('says where there is nothing to extend', () => {
    expect(reading().press('v', ')', '+').state.message?.text).toBe('it touches none of your tags');
  });
});
