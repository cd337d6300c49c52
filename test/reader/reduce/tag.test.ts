import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../src/model/annotation.ts';
import { annotationOn, report, tagOn, wordsRange } from '../samples.ts';
import { reading } from '../session.ts';

const TALL = 6;
const words = (text: string, fields: Partial<Annotation> = {}) =>
  annotationOn(report, wordsRange(report, text), fields);
const SPAN = 'ice forms on the steps';
const LONGER = 'the pier at the far end has no light on its northern side, ice forms on the steps';

describe('a digit', () => {
  test('puts its theme on the paragraph, with its exact range', () => {
    const session = reading().press('j', '1');
    expect(session.tagsOn(2)).toEqual(['safety by alex']);
    const [write, ...more] = session.take('write');
    expect(more).toEqual([]);
    const { start, end } = report.paragraphs.at(1);
    expect(write?.step).toMatchObject({
      label: 'Safety on ¶ 2',
      coder: 'alex',
      themes: [],
      pages: [{ text: 'night-ferry', edits: [{ before: null, after: { range: { start, end } } }] }],
    });
    expect(write?.step.pages[0]?.edits[0]?.after?.annotation).toMatchObject({
      theme: 'safety',
      coder: 'alex',
      memo: null,
      key: false,
      created: expect.stringMatching(/^2026-11-22T12:00:/),
    });
  });

  test('once more takes it off again', () => {
    const session = reading().press('j', '1', '1');
    expect(session.tagsOn(2)).toEqual([]);
    expect(session.take('write').map(({ step }) => step.label)).toEqual([
      'Safety on ¶ 2',
      'untag Safety on ¶ 2',
    ]);
  });

  test('adds where the same theme is only on a part of the paragraph', () => {
    const session = goTo(reading({ placed: [words(SPAN)] }), TALL).press('1');
    expect(session.tagsOn(TALL)).toEqual(['safety by alex', 'safety by alex']);
    session.press('1');
    expect(session.tagsOn(TALL)).toEqual(['safety by alex']);
    expect(session.reading.placed[0]?.annotation.selector?.exact).toBe(SPAN);
  });

  test("leaves another coder's tag alone", () => {
    const session = reading({ placed: [tagOn(report, 1, { coder: 'sam' })] }).press('1');
    expect(session.tagsOn(1).toSorted()).toEqual(['safety by alex', 'safety by sam']);
    session.press('1');
    expect(session.tagsOn(1)).toEqual(['safety by sam']);
  });

  test('takes off what was tagged with a theme that is merged into its own', () => {
    const session = reading({ placed: [tagOn(report, 1, { theme: 'danger' })] }).press('1');
    expect(session.tagsOn(1)).toEqual([]);
  });

  test('without a theme says so', () => {
    const session = reading().press('9');
    expect(session.state.message).toEqual({
      text: 'no theme is on 9 · t lists them all',
      warns: true,
    });
    expect(session.effects).toEqual([]);
  });
});

describe('x', () => {
  test('takes off the tag on the paragraph', () => {
    const session = reading({ placed: [tagOn(report, 1)] }).press('x');
    expect(session.tagsOn(1)).toEqual([]);
    expect(session.take('write')).toHaveLength(1);
  });

  test('prefers equal bounds to a shorter passage inside', () => {
    const session = reading({ placed: [tagOn(report, TALL), words(SPAN, { theme: 'weather' })] });
    goTo(session, TALL).press('x');
    expect(session.tagsOn(TALL)).toEqual(['weather by alex']);
  });

  test('takes the shortest that touches, where none has equal bounds', () => {
    const session = reading({ placed: [words(LONGER), words(SPAN, { theme: 'weather' })] });
    goTo(session, TALL).press('x');
    expect(session.tagsOn(TALL)).toEqual(['safety by alex']);
  });

  test('finds a passage over several paragraphs on each of them', () => {
    const { start } = report.paragraphs.at(6);
    const { end } = report.paragraphs.at(8);
    const session = reading({ placed: [annotationOn(report, { start, end })] });
    goTo(session, 8).press('x');
    expect(session.tagsOn(7)).toEqual([]);
  });

  test("does not touch another coder's", () => {
    const session = reading({ placed: [tagOn(report, 1, { coder: 'sam' })] }).press('x');
    expect(session.tagsOn(1)).toEqual(['safety by sam']);
    expect(session.state.message).toEqual({ text: 'you have no tag here', warns: true });
  });

  test('asks where several fit', () => {
    const placed = [tagOn(report, 1), tagOn(report, 1, { theme: 'money' })];
    const session = reading({ placed }).press('x');
    expect(session.state.layer).toMatchObject({ kind: 'which', purpose: 'untag', cursor: 0 });
    session.press('j', 'Enter');
    expect(session.state.layer).toBeNull();
    expect(session.tagsOn(1)).toEqual(['safety by alex']);
  });

  test('and Esc answers none of them', () => {
    const placed = [tagOn(report, 1), tagOn(report, 1, { theme: 'money' })];
    const session = reading({ placed }).press('x', 'Esc');
    expect(session.state.layer).toBeNull();
    expect(session.tagsOn(1)).toHaveLength(2);
    expect(session.effects).toEqual([]);
  });
});

describe('*', () => {
  test('marks a key quotation, and takes the mark off', () => {
    const session = reading({ placed: [tagOn(report, 1)] }).press('*');
    expect(session.tagsOn(1)).toEqual(['safety by alex *']);
    session.press('*');
    expect(session.tagsOn(1)).toEqual(['safety by alex']);
    const [first] = session.take('write');
    expect(first?.step.pages[0]?.edits[0]?.before?.annotation.modified).toBe(
      '2026-11-03T09:00:00.000Z',
    );
    expect(first?.step.pages[0]?.edits[0]?.after?.annotation.modified).toMatch(/^2026-11-22T/);
  });

  test('needs a tag first', () => {
    const session = reading().press('*');
    expect(session.state.message?.text).toBe('tag it first, then * marks it');
  });
});

describe('m', () => {
  test('writes a memo on the tag', () => {
    const session = reading({ placed: [tagOn(report, 1)] })
      .press('m')
      .type('ask the nurses')
      .press('Enter');
    expect(session.tagsOn(1)).toEqual(['safety by alex (ask the nurses)']);
    expect(session.state.layer).toBeNull();
  });

  test('shows the memo that is there, and keeps it where nothing changed', () => {
    const session = reading({ placed: [tagOn(report, 1, { memo: 'why ten?' })] }).press('m');
    expect(session.state.layer).toMatchObject({ kind: 'memo', draft: 'why ten?' });
    session.press('Enter');
    expect(session.tagsOn(1)).toEqual(['safety by alex (why ten?)']);
    expect(session.effects).toEqual([]);
  });

  test('emptied takes the memo off and leaves the tag', () => {
    const session = reading({ placed: [tagOn(report, 1, { memo: 'ab' })] });
    session.press('m', 'Backspace');
    session.send({ kind: 'typed', value: '   ' }).press('Enter');
    expect(session.tagsOn(1)).toEqual(['safety by alex']);
  });

  test('without a tag is a memo on the paragraph; emptied it goes altogether', () => {
    const session = reading().press('m').type('odd').press('Enter');
    expect(session.tagsOn(1)).toEqual(['memo by alex (odd)']);
    session.press('m').send({ kind: 'typed', value: '' }).press('Enter');
    expect(session.tagsOn(1)).toEqual([]);
  });

  test('typed and left with Esc is not kept', () => {
    const session = reading().press('m').type('not this').press('Esc');
    expect(session.tagsOn(1)).toEqual([]);
    expect(session.state.layer).toBeNull();
    expect(session.effects).toEqual([]);
  });

  test('asks where several fit', () => {
    const placed = [tagOn(report, 1), tagOn(report, 1, { theme: 'money' })];
    const session = reading({ placed }).press('m', 'Enter').type('first').press('Enter');
    expect(session.tagsOn(1).toSorted()).toEqual(['money by alex', 'safety by alex (first)']);
  });
});

describe('.', () => {
  test('puts the last theme on the next paragraph', () => {
    const session = reading().press('2', 'j', '.');
    expect(session.tagsOn(2)).toEqual(['money by alex']);
  });

  test('never takes one off', () => {
    const session = reading().press('2', '.');
    expect(session.tagsOn(1)).toEqual(['money by alex']);
    expect(session.state.message?.text).toBe('Money is on it already');
  });

  test('repeats what was picked as well', () => {
    const session = reading().press('t').type('weath').press('Enter', 'j', '.');
    expect(session.tagsOn(2)).toEqual(['weather by alex']);
  });

  test('says so before the first', () => {
    expect(reading().press('.').state.message?.text).toBe('no theme yet to repeat · 1-9 or t tags');
  });
});

describe('t', () => {
  test('tags with the theme at the cursor', () => {
    const session = reading().press('t', 'Down', 'Down', 'Enter');
    expect(session.tagsOn(1)).toEqual(['weather by alex']);
    expect(session.state.layer).toBeNull();
  });

  test('finds by letters, and the cursor goes back to the first', () => {
    const session = reading().press('t', 'Down').type('dec').press('Enter');
    expect(session.tagsOn(1)).toEqual(['who-decides by alex']);
  });

  test('finds a child by the name of its parent', () => {
    const session = reading().press('t').type('not made safe').press('Enter');
    expect(session.tagsOn(1)).toEqual(['reports-not-made by alex']);
  });

  test('a theme without a digit is named in the status, one with a digit stands in the bar', () => {
    const session = reading().press('t').type('ten o').press('Enter');
    expect(session.state.message?.text).toMatch(/^\S ten o$/);
    expect(reading().press('1').state.message).toBeNull();
  });

  test('with a new name makes theme and tag in one step that one undo takes back', () => {
    const session = reading().press('t').type('ten o').press('Enter');
    expect(session.tagsOn(1)).toEqual(['ten-o by alex']);
    const [write, ...more] = session.take('write');
    expect(more).toEqual([]);
    expect(write?.step.themes).toMatchObject([
      { before: null, after: { id: 'ten-o', name: 'ten o' } },
    ]);
    expect(session.state.codebook.themes.map(theme => theme.id)).toContain('ten-o');
    session.press('u');
    expect(session.tagsOn(1)).toEqual([]);
    expect(session.state.codebook.themes.map(theme => theme.id)).not.toContain('ten-o');
    session.press('Ctrl+R');
    expect(session.tagsOn(1)).toEqual(['ten-o by alex']);
    expect(session.state.codebook.themes.at(-1)?.name).toBe('ten o');
  });

  test('does not offer to make what is there, whatever its case', () => {
    const session = reading().press('t').type('  WEATHER ').press('Enter');
    expect(session.tagsOn(1)).toEqual(['weather by alex']);
    expect(session.take('write')[0]?.step.themes).toEqual([]);
  });

  test('on a theme that is there says so and adds nothing', () => {
    const session = reading({ placed: [tagOn(report, 1)] }).press('t', 'Enter');
    expect(session.tagsOn(1)).toEqual(['safety by alex']);
    expect(session.state.message?.text).toBe('Safety is on it already');
  });
});

describe('a transcript that cannot be tagged', () => {
  const locked = 'several files are named night-ferry: rename all but one, then tag';

  test.each(['1', 't', '.', 'x', '*', 'm'])('%s says why', key => {
    const placed = [tagOn(report, 1, { memo: 'kept' })];
    const session = reading({ locked, placed, state: { lastTheme: 'money' } }).press(key);
    expect(session.state.message).toEqual({ text: locked, warns: true });
    expect(session.state.layer).toBeNull();
    expect(session.effects).toEqual([]);
    expect(session.tagsOn(1)).toEqual(['safety by alex (kept)']);
  });
});

function goTo(session: ReturnType<typeof reading>, n: number) {
  session.press('g');
  while (session.paragraph < n) session.press('j');
  return session;
}
