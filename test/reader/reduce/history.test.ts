import { describe, expect, test } from 'vitest';
import { editsOn, type Step } from '../../../src/model/step.ts';
import { statusWords } from '../../../src/reader/views/bottom.ts';
import { codebook, dialogue, report, tagOn } from '../samples.ts';
import { reading } from '../session.ts';

describe('undo and redo', () => {
  test('take back and do again whatever was done, in order', () => {
    const session = reading().press('1', 'j', '2', '*', 'm').type('who pays?').press('Enter');
    const done = [session.tagsOn(1), session.tagsOn(2)];
    expect(done).toEqual([['safety by alex'], ['money by alex * (who pays?)']]);
    session.press('u');
    expect(session.tagsOn(2)).toEqual(['money by alex *']);
    session.press('u', 'u', 'u');
    expect(session.reading.placed).toEqual([]);
    session.press('Ctrl+R', 'Ctrl+R', 'Ctrl+R', 'Ctrl+R');
    expect([session.tagsOn(1), session.tagsOn(2)]).toEqual(done);
  });

  test('send the way back to the disk as well', () => {
    const session = reading().press('1', 'u');
    const [done, undone] = session.take('write');
    expect(undone?.undoes).toBe(true);
    expect(undone?.step.pages[0]?.edits).toEqual([
      {
        before: done?.step.pages[0]?.edits[0]?.after,
        after: done?.step.pages[0]?.edits[0]?.before,
      },
    ]);
  });

  test('say what they did, and show where', () => {
    const session = reading().press('1', 'G', 'u');
    expect(session.paragraph).toBe(1);
    expect(session.state.message).toEqual({ text: 'undid Safety on ¶ 1', warns: false });
    session.press('G', 'Ctrl+R');
    expect(session.paragraph).toBe(1);
    expect(session.state.message?.text).toBe('redid Safety on ¶ 1');
  });

  test('a new step forgets what was undone', () => {
    const session = reading().press('1', 'u', '2', 'Ctrl+R');
    expect(session.tagsOn(1)).toEqual(['money by alex']);
    expect(session.state.message).toEqual({ text: 'nothing to redo', warns: true });
  });

  test('have an end', () => {
    expect(reading().press('u').state.message).toEqual({ text: 'nothing to undo', warns: true });
  });

  test('work in the library', () => {
    const session = reading().press('1', 'Esc');
    expect(session.state.library.texts[0]).toMatchObject({
      annotations: 1,
      byTheme: { safety: 1 },
    });
    session.press('u');
    expect(session.state.page).toBe('library');
    expect(session.tagsOn(1)).toEqual([]);
    expect(session.state.library.texts[0]).toMatchObject({ annotations: 0, byTheme: {} });
    expect(session.state.message?.text).toBe('undid Safety on ¶ 1 in The night ferry');
  });

  test('bring back a changed annotation whole, the moment of its change included', () => {
    const before = tagOn(report, 1, { memo: 'first' });
    const session = reading({ placed: [before] }).press('*', 'u');
    expect(session.reading.placed[0]?.annotation).toEqual(before.annotation);
  });
});

describe('saved', () => {
  test("is not said before the disk has it; until the first write it is the coder's name", () => {
    const session = reading();
    expect(statusWords(session.state)).toBe('alex');
    session.press('1');
    expect(statusWords(session.state)).toBe('saving');
    session.press('2');
    const [one, two] = session.take('write');
    session.send({ kind: 'written', id: one?.id ?? 0, step: step(one), undoes: false });
    expect(statusWords(session.state)).toBe('saving');
    session.send({ kind: 'written', id: two?.id ?? 0, step: step(two), undoes: false });
    expect(statusWords(session.state)).toBe('saved');
  });

  test('an answer fills in the selector, and nothing else', () => {
    const session = reading().press('1', '*');
    const [one] = session.take('write');
    const selector = { exact: 'x', prefix: '', suffix: '', start: 0, end: 1 };
    const edits = editsOn(step(one), report.id).map(({ before, after }) => ({
      before,
      after: after && { ...after, annotation: { ...after.annotation, selector } },
    }));
    session.send({
      kind: 'written',
      id: one?.id ?? 0,
      step: { ...step(one), pages: [{ text: report.id, edits }] },
      undoes: false,
    });
    expect(session.reading.placed[0]?.annotation).toMatchObject({ key: true, selector });
  });

  test('an answer for a transcript that is no longer open changes nothing on the screen', () => {
    const session = reading().press('1').press('Esc');
    const other = { ...report, id: 'another' };
    session.send({ kind: 'textOpened', transcript: other, placed: [], locked: null }).save();
    expect(session.reading.placed).toEqual([]);
    expect(statusWords(session.state)).toBe('saved');
  });
});

describe('a disk that refuses', () => {
  test('says why, keeps the tag on the screen, and r tries again', () => {
    const session = reading().press('1');
    session.send({ kind: 'notWritten', reason: 'night-ferry.json: the disk is full' });
    expect(statusWords(session.state)).toBe(
      '! not saved: night-ferry.json: the disk is full · r tries again',
    );
    expect(session.tagsOn(1)).toEqual(['safety by alex']);
    session.press('r');
    expect(session.take('retry')).toHaveLength(1);
    expect(statusWords(session.state)).toBe('saving');
    session.save();
    expect(statusWords(session.state)).toBe('saved');
  });

  test('what is done meanwhile waits behind it', () => {
    const session = reading().press('1').send({ kind: 'notWritten', reason: 'full' }).press('2');
    expect(session.state.save).toEqual({ kind: 'failed', reason: 'full', pending: 2 });
    session.press('r').save();
    expect(statusWords(session.state)).toBe('saved');
  });

  test('r with nothing to save says so', () => {
    const session = reading().press('r');
    expect(session.state.message?.text).toBe('everything is saved');
    expect(session.effects).toEqual([]);
  });

  test('q asks once before anything is lost', () => {
    const session = reading().press('1').send({ kind: 'notWritten', reason: 'full' }).press('q');
    expect(session.take('quit')).toEqual([]);
    expect(statusWords(session.state)).toContain('q again quits; a file keeps it');
    session.press('q');
    expect(session.take('quit')).toHaveLength(1);
  });

  test('any other key in between takes the question back', () => {
    const session = reading().press('1').send({ kind: 'notWritten', reason: 'full' });
    session.press('q', 'j', 'q');
    expect(session.take('quit')).toEqual([]);
    expect(statusWords(session.state)).toBe('! not saved: full · q again quits; a file keeps it');
    session.press('j');
    expect(statusWords(session.state)).toBe('! not saved: full · r tries again');
  });

  test('what was done stays on the screen when its text is left and opened again', () => {
    const session = reading().press('t').type('new one').press('Enter');
    session.send({ kind: 'notWritten', reason: 'full' }).press('Esc');
    session.send({ kind: 'textOpened', transcript: dialogue, placed: [], locked: null });
    session.send({ kind: 'textOpened', transcript: report, placed: [], locked: null });
    expect(session.tagsOn(1)).toEqual(['new-one by alex']);
    session.press('r').save();
    session.send({ kind: 'textOpened', transcript: report, placed: [], locked: null });
    expect(session.tagsOn(1)).toEqual([]);
  });
});

describe('another writer', () => {
  test('in the way: what is on the disk is shown, the step is forgotten, and it is said', () => {
    const theirs = tagOn(report, 1, { memo: 'changed elsewhere' });
    const session = reading({ placed: [tagOn(report, 1)] }).press('*');
    const [write] = session.take('write');
    session.send({
      kind: 'refused',
      id: write?.id ?? 0,
      reason: 'not done: another writer changed this annotation since',
      pages: [{ text: report.id, placed: [theirs] }],
      codebook,
    });
    expect(session.tagsOn(1)).toEqual(['safety by alex (changed elsewhere)']);
    expect(session.state.message).toEqual({
      text: 'not done: another writer changed this annotation since',
      warns: true,
    });
    expect(session.press('u').state.message?.text).toBe('nothing to undo');
  });

  test('does not take what is still on its way to the disk off the screen', () => {
    const session = reading().press('1', 'j', '2');
    const [first, second] = session.take('write');
    session.send({
      kind: 'refused',
      id: first?.id ?? 0,
      reason: 'not done',
      pages: [{ text: report.id, placed: [] }],
      codebook,
    });
    expect([session.tagsOn(1), session.tagsOn(2)]).toEqual([[], ['money by alex']]);
    session.send({ kind: 'written', id: second?.id ?? 0, step: step(second), undoes: false });
    expect(session.tagsOn(2)).toEqual(['money by alex']);
  });

  test('with the same tag first: there is one, and undo has nothing to take back', () => {
    const twin = tagOn(report, 1);
    const session = reading().press('1');
    const [write] = session.take('write');
    const draft = {
      annotation: twin.annotation,
      range: write?.step.pages[0]?.edits[0]?.after?.range ?? null,
    };
    session.send({
      kind: 'written',
      id: write?.id ?? 0,
      step: {
        ...step(write),
        pages: [{ text: report.id, edits: [{ before: draft, after: draft }] }],
      },
      undoes: false,
    });
    expect(session.reading.placed.map(one => one.annotation.id)).toEqual([twin.annotation.id]);
    expect(session.state.message?.text).toBe('it was tagged already');
    expect(session.press('u').state.message?.text).toBe('nothing to undo');
  });
});

/** A write's step. Throws where there was no write. */
function step(write: { step: Step } | undefined): Step {
  if (!write) throw new Error('nothing was written');
  return write.step;
}
