import { describe, expect, test } from 'vitest';
import type { Placed } from '../../../src/model/annotation.ts';
import { lostOn, previewOf, rewriteOf, withParagraph } from '../editSamples.ts';
import { dialogue, empty, report, tagOn } from '../samples.ts';
import { reading, type Session } from '../session.ts';

const planned = (session: Session, fields = {}) =>
  session.send({ kind: 'editPlanned', plan: previewOf(fields) });
const message = (session: Session) => session.state.message?.text;
const at4 = () => reading({ placed: [tagOn(report, 4)] }).press('j', 'j', 'j');

describe('E', () => {
  test('asks for the current paragraph in the editor', () => {
    expect(at4().press('E').take('editText')).toEqual([
      { kind: 'editText', place: { text: report.id, first: 4, last: 4 } },
    ]);
  });

  test('asks for all the paragraphs that are selected, and selects no longer', () => {
    const session = at4().press('v', 'j', 'j', 'E');
    expect(session.take('editText')).toMatchObject([{ place: { first: 4, last: 5 } }]);
    expect(session.reading.selection).toBeNull();
  });

  test('has nothing to edit in an empty text, nor in one that is locked', () => {
    const nothing = reading({ transcript: empty }).press('E');
    expect(nothing.take('editText')).toEqual([]);
    expect(message(nothing)).toBe('there is nothing to edit here');
    expect(message(reading({ locked: 'two files of one name' }).press('E'))).toBe(
      'two files of one name',
    );
  });

  test('waits until what was done is saved: the editor is to see all tags', () => {
    const session = at4().press('2', 'E');
    expect(session.take('editText')).toEqual([]);
    expect(message(session)).toMatch(/still being saved/);
    expect(session.save().press('E').take('editText')).toHaveLength(1);
  });
});

describe('an edit that every tag follows', () => {
  test('is on its way at once; until it is written nothing can be tagged, undone or edited', () => {
    const session = planned(at4());
    expect(session.state.layer).toBeNull();
    expect(message(session)).toBe('edited ¶ 4 · 3 tags follow');
    expect(session.state.save).toEqual({ kind: 'saving', pending: 1 });
    const [write] = session.take('write');
    expect(write?.step.rewrite).toEqual(rewriteOf());
    for (const key of ['1', 'u', 'E']) {
      session.press(key);
      expect(message(session), key).toMatch(/^one moment/);
    }
    expect(session.effects).toEqual([]);
  });

  test('is read again when it is written, and undo knows what the files were', () => {
    const session = planned(at4());
    const [write] = session.take('write');
    if (!write) throw new Error('nothing is written');
    const pages = [{ coder: 'alex', bytes: new Uint8Array([1]), replacedBy: '2' }];
    const step = { ...write.step, rewrite: { ...rewriteOf(), pages } };
    session.send({ kind: 'written', id: write.id, step, undoes: false });
    expect(session.take('renewText')).toEqual([{ kind: 'renewText', id: report.id, goes: true }]);
    const transcript = withParagraph(4, 'Other words.');
    session.send({ kind: 'textRenewed', goes: true, transcript, placed: [], locked: null });
    expect(session.reading.transcript).toBe(transcript);
    expect(session.paragraph).toBe(4);
    session.press('u');
    expect(message(session)).toBe('undid edit of ¶ 4');
    const [undone] = session.take('write');
    expect(undone).toMatchObject({
      undoes: true,
      step: { rewrite: { before: 'b', after: 'a', sha256Before: '1', undoes: true, pages } },
    });
  });

  test('stays in memory where the disk refuses, and r tries again', () => {
    const session = planned(at4());
    session.send({ kind: 'notWritten', reason: 'no permission' });
    expect(session.screen).toContain('! not saved: no permission · r tries again');
    expect(session.press('1').effects.filter(({ kind }) => kind === 'write')).toHaveLength(1);
    expect(session.press('r').take('retry')).toHaveLength(1);
  });

  test('that is refused is forgotten: the text is read again and can be tagged', () => {
    const session = planned(at4());
    const [write] = session.take('write');
    const { codebook } = session.state;
    const reason = 'not done: texts/night-ferry.md was changed by another program since';
    session.send({ kind: 'refused', id: write?.id ?? 0, reason, pages: [], codebook });
    expect(message(session)).toBe(reason);
    expect(session.take('renewText')).toMatchObject([{ goes: false }]);
    session.send({
      kind: 'textRenewed',
      goes: false,
      transcript: report,
      placed: [],
      locked: null,
    });
    expect(session.press('1').tagsOn(session.paragraph)).toEqual(['safety by alex']);
    expect(session.state.past).toHaveLength(1);
  });

  test('in a transcript that is not open any more is not accepted', () => {
    const session = reading({ transcript: dialogue });
    expect(planned(session).take('write')).toEqual([]);
  });
});

describe('an edit that not every tag can follow', () => {
  const lost = [lostOn(4, 'Other words.'), lostOn(4, '', { theme: 'money', coder: 'sam' })];

  test('is shown first: old words, new words, what becomes of it', () => {
    const session = planned(at4(), { lost });
    expect(session.take('write')).toEqual([]);
    expect(session.screen).toContain('Edit of ¶ 4');
    expect(session.screen).toContain('2 of 5 tags cannot follow');
    expect(session.screen).toContain('was  Against it stand the costs.');
    expect(session.screen).toContain('now  Other words.');
    expect(session.screen).toContain('now  nothing');
    expect(session.screen.match(/orphaned/g)).toHaveLength(2);
  });

  test('is dropped by Esc, with nothing on its way', () => {
    const session = planned(at4(), { lost }).press('Esc');
    expect(session.state.layer).toBeNull();
    expect(session.effects).toEqual([]);
    expect(message(session)).toBe('the edit was dropped: nothing was changed');
    expect(session.press('1').take('write')).toHaveLength(1);
  });

  test('is accepted by Enter', () => {
    const session = planned(at4(), { lost }).press('j', 'j', 'k', 'Enter');
    expect(session.take('write')).toHaveLength(1);
    expect(message(session)).toBe('edited ¶ 4 · 3 tags follow · ? 2 cannot');
  });

  test('asks where no words are left, even if there are no tags', () => {
    const session = planned(at4(), { emptied: true, followed: 0 });
    expect(session.screen).toContain('No words are left: ¶ 4 goes');
    expect(session.press('Enter').take('write')).toHaveLength(1);
  });
});

describe('a text that is another one', () => {
  const renew = (session: Session, transcript = withParagraph(2, 'One.\n\nTwo.'), goes = false) =>
    session.send({ kind: 'textRenewed', goes, transcript, placed: [], locked: null });

  test('keeps the paragraph that was read, wherever it is now', () => {
    expect(renew(at4().press('j')).paragraph).toBe(6);
    expect(renew(at4().press('g')).paragraph).toBe(1);
    expect(renew(at4(), withParagraph(2, '')).paragraph).toBe(3);
    expect(renew(at4().press('G'), withParagraph(14, '')).paragraph).toBe(13);
  });

  test('goes to what is new where it is an edit that was taken back', () => {
    expect(renew(at4().press('G'), withParagraph(2, 'One.'), true).paragraph).toBe(2);
  });

  test('is searched again', () => {
    const session = at4().press('/').type('rail').press('Enter');
    session.take('find');
    renew(session);
    expect(session.take('find')).toMatchObject([{ text: report.id, everywhere: true }]);
    expect(session.reading.search?.hits).toBeNull();
  });

  test('is filtered again: what fitted stands elsewhere now', () => {
    const session = at4().press('F', 'Space', 'Enter');
    expect(Array.from(session.reading.filter?.fitting ?? [])).toEqual([3]);
    const transcript = withParagraph(2, 'One.\n\nTwo.');
    const { start, end } = transcript.paragraphs.at(4);
    const [one] = session.reading.placed;
    const placed = one ? [{ ...one, anchor: { kind: 'exact' as const, start, end } }] : [];
    session.send({ kind: 'textRenewed', goes: false, transcript, placed, locked: null });
    expect(Array.from(session.reading.filter?.fitting ?? [])).toEqual([4]);
    expect(session.paragraph).toBe(5);
  });

  test('by another program cannot be undone into: what was done in the old words is not offered', () => {
    const session = at4().press('2').save();
    renew(session);
    expect(message(session)).toMatch(/^the text was changed by another program/);
    expect(message(session.press('u'))).toBe('nothing to undo');
  });

  test('has no selection: it was of the old words', () => {
    const session = renew(at4().press('v', 'j', 'Enter', 'Esc', 'v', 'j'));
    expect([session.reading.selection, session.reading.selected]).toEqual([null, null]);
  });

  test('that is not open is no business of the reader', () => {
    const session = reading({ transcript: dialogue });
    expect(renew(session).reading.transcript).toBe(dialogue);
  });
});

describe('tags that others changed meanwhile', () => {
  const renew = (session: Session, placed: readonly Placed[]) =>
    session.send({ kind: 'textRenewed', goes: false, transcript: report, placed, locked: null });
  const [own, sam] = [tagOn(report, 4), tagOn(report, 4, { theme: 'weather', coder: 'sam' })];

  test('are shown, and taken away, where they are; undo goes on as before', () => {
    const session = reading({ placed: [own] })
      .press('j', 'j', 'j', '2')
      .save();
    const [mine] = session.reading.placed.filter(one => one.annotation.theme === 'money');
    renew(session, [own, sam, ...(mine ? [mine] : [])]);
    expect(session.tagsOn(4)).toEqual(['safety by alex', 'weather by sam', 'money by alex']);
    expect(session.paragraph).toBe(4);
    renew(session, mine ? [mine] : []);
    expect(session.tagsOn(4)).toEqual(['money by alex']);
    expect(session.press('u').tagsOn(4)).toEqual([]);
  });

  test('lack one’s own that is still on its way: it stays on the screen', () => {
    const session = reading({ placed: [own] }).press('2');
    renew(session, [sam]);
    expect(session.tagsOn(1)).toEqual(['money by alex']);
    expect(session.tagsOn(4)).toEqual(['weather by sam']);
  });

  test('change nothing where nothing is new: not even the list, for much is worked out from it', () => {
    const session = reading({ placed: [own] });
    const { placed } = session.reading;
    renew(session, structuredClone([own]));
    expect(session.reading.placed).toBe(placed);
  });
});
