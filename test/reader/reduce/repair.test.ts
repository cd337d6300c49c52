import { describe, expect, test } from 'vitest';
import { anchor } from '../../../src/anchoring/anchor.ts';
import { anchorSubject } from '../../../src/anchoring/subject.ts';
import type { Selector } from '../../../src/model/annotation.ts';
import { answered, doubtfulTags, doubts, edited, repairing } from '../repairScenes.ts';
import { dialogue, summaryOf } from '../samples.ts';
import { firstState, Session } from '../session.ts';

const size = { columns: 80, rows: 24 };
const [similar, , orphan, kept] = doubtfulTags.map(({ annotation }) => annotation);

/** The words that a new selector leads to in the edited text, whatever the position says. */
function wordsOf(selector: Selector | null | undefined): string | null {
  if (!selector) return null;
  const found = anchor(anchorSubject(edited.text), selector, { unchanged: false });
  return 'start' in found ? edited.text.slice(found.start, found.end) : found.kind;
}

/** The one step that was made since. */
function stepOf(session: Session) {
  const writes = session.take('write');
  expect(writes).toHaveLength(1);
  const step = writes[0]?.step;
  if (!step) throw new Error('nothing was written');
  return step;
}

test('the samples are doubtful in each way', () => {
  expect(doubtfulTags.map(one => one.anchor?.kind)).toEqual([
    ...['similar', 'ambiguous', 'orphaned', 'orphaned'],
  ]);
});

describe('one after the other', () => {
  test('it opens at the first of the open text, what is kept comes last', () => {
    const session = repairing(size, { found: doubts().reverse() });
    expect(session.screen).toContain('1 of 4');
    expect(session.screen).toContain('0 settled, 3 to go');
    expect(session.press('n', 'n', 'n', 'n').screen).toContain('kept as it is, on purpose');
    expect(session.press('N').screen).not.toContain('kept as it is');
  });

  test('Enter accepts what was found by likeness: its selector is made anew for the words there', () => {
    const session = repairing(size).press('Enter');
    const { pages, coder, keeps } = stepOf(session);
    const [edit] = pages[0]?.edits ?? [];
    expect([coder, pages[0]?.text, keeps]).toEqual(['alex', 'night-ferry', undefined]);
    expect(edit?.before?.annotation).toBe(similar);
    expect(edit?.after?.annotation.id).toBe(similar?.id);
    expect(wordsOf(edit?.after?.annotation.selector)).toMatch(
      /^Six said that .* fifteen months\.$/,
    );
    const shown = session.reading.placed.find(({ annotation }) => annotation.id === similar?.id);
    expect(shown?.anchor?.kind).toBe('exact');
    expect(session.screen).toContain('1 settled, 2 to go');
    expect(session.screen).toContain('Money');
  });

  test('of two places either may be chosen; Enter alone chooses none of them', () => {
    const session = repairing(size).press('n', 'Enter');
    expect(session.take('write')).toEqual([]);
    expect(session.screen).toContain('several places');
    session.press('2');
    const [edit] = stepOf(session).pages[0]?.edits ?? [];
    expect(edit?.after?.range?.start).toBe(edited.text.lastIndexOf('Light the pier on both'));
    expect(wordsOf(edit?.after?.annotation.selector)).toBe('Light the pier on both sides.');
  });

  test('what waits is never placed twice, and a third key does nothing', () => {
    const session = repairing(size).press('n', '1').press('N', 'N', 'n', '1');
    expect(session.take('write')).toHaveLength(1);
    expect(session.screen).toContain('placed already');
  });

  test('the same theme is not put twice on the same words', () => {
    const [first, second, ...others] = doubts();
    if (!first || !second) throw new Error('no samples');
    const taken = second.candidates.map(one => ({ ...one, taken: true }));
    const session = repairing(size, {
      found: [{ ...second, candidates: taken }, first, ...others],
    }).press('1');
    expect(session.take('write')).toEqual([]);
    expect(session.screen).toContain('Money is on it already');
  });

  test('undo brings it back as it was, and shows it', () => {
    const session = repairing(size).press('Enter').save().press('u');
    expect(session.screen).toContain('1 of 4');
    expect(session.screen).toContain('found by likeness only');
    expect(session.screen).toContain('0 settled, 3 to go');
    const [edit] = stepOf(session).pages[0]?.edits ?? [];
    expect(edit?.after?.annotation.selector).toEqual(similar?.selector);
    const shown = session.reading.placed.find(({ annotation }) => annotation.id === similar?.id);
    expect(shown?.anchor?.kind).toBe('similar');
    expect(session.press('Ctrl+R').screen).toContain('1 settled, 2 to go');
  });

  test('x removes the tag, undo brings back even one without a place', () => {
    const session = repairing(size).press('n', 'n', 'x');
    expect(stepOf(session).pages[0]?.edits).toEqual([
      { before: expect.objectContaining({ annotation: orphan }), after: null },
    ]);
    session.press('u');
    const shown = session.reading.placed.find(({ annotation }) => annotation.id === orphan?.id);
    expect(shown?.anchor).toEqual({ kind: 'orphaned' });
  });
});

describe('keeping', () => {
  test('4 keeps it as it is, undo lets it wait again', () => {
    const session = repairing(size).press('n', 'n', '4');
    const { pages, keeps } = stepOf(session);
    expect(pages).toEqual([]);
    expect(keeps).toEqual([{ id: orphan?.id, text: 'night-ferry', before: false, after: true }]);
    const placed = () =>
      session.reading.placed.find(({ annotation }) => annotation.id === orphan?.id);
    expect(placed()?.kept).toBe(true);
    session.press('u');
    expect(placed()?.kept).toBe(false);
    expect(stepOf(session).keeps?.[0]).toMatchObject({ before: true, after: false });
  });

  test('what is kept can wait again, or be placed and is not kept then', () => {
    const session = repairing(size).press('n', 'n', 'n', '4');
    expect(stepOf(session).keeps?.[0]).toMatchObject({ id: kept?.id, before: true, after: false });
    expect(session.screen).toContain('4 to go');
    session.press('u');
    session.take('write');
    session.press('x');
    const { pages, keeps } = stepOf(session);
    expect(pages[0]?.edits[0]?.after).toBeNull();
    expect(keeps?.[0]).toMatchObject({ before: true, after: false });
  });
});

describe('pointing by hand', () => {
  test('v and Enter in the text: the tag is on what was selected, and the next one waits', () => {
    const session = repairing(size).press('n', 'n', '3');
    expect(session.screen).toContain('where is “Weather stopped the boat');
    expect(session.screen).toContain('it is this paragraph');
    session.press('v', 'w', 'w', 'Enter');
    const { label, pages } = stepOf(session);
    const [edit] = pages[0]?.edits ?? [];
    const { start = 0, end = 0 } = edit?.after?.range ?? {};
    expect(edit?.before?.annotation).toBe(orphan);
    expect(edit?.after?.annotation.selector).toBeNull();
    expect(edited.text.slice(start, end).split(' ')).toHaveLength(2);
    expect(label).toMatch(/^Weather placed on ¶ \d+$/);
    expect(session.screen).toContain('Repair');
    expect(session.screen).toContain('1 settled, 2 to go');
  });

  test('Enter without a selection is the paragraph; moving about, searching and help change nothing', () => {
    const session = repairing(size).press('n', 'n', '3', 'g', 'j', '?', 'Esc', 'Enter');
    const [edit] = stepOf(session).pages[0]?.edits ?? [];
    const { start, end } = edited.paragraphs.at(1);
    expect(edit?.after?.range).toEqual({ start, end });
  });

  test('Esc ends the selection, then leads back; nothing was done', () => {
    const session = repairing(size).press('n', '3', 'v', 'w', 'Esc');
    expect(session.screen).toContain('POINT');
    session.press('Esc');
    expect(session.screen).toContain('2 of 4');
    expect(session.take('write')).toEqual([]);
    expect(session.press('Esc').screen).toContain('¶');
    expect(session.state.placing).toBeNull();
  });

  test('a text that cannot be tagged is not pointed into', () => {
    const session = repairing(size);
    const { reading } = session.state;
    const locked = new Session({
      ...session.state,
      reading: reading && { ...reading, locked: 'two files of this name' },
    }).press('3');
    expect(locked.screen).toContain('two files of this name');
    expect(locked.state.placing).toBeNull();
  });

  test('who leaves the text for the library does not point any more', () => {
    const session = repairing(size).press('3', 'L');
    expect(session.state.placing).toBeNull();
    expect(session.press('Enter').screen).not.toContain('POINT');
  });
});

describe('across all transcripts', () => {
  test('once nothing waits in the open text, all are read', () => {
    const session = repairing(size).press('Enter', '1', '4');
    const asked = session.effects.filter(effect => effect.kind === 'doubts');
    expect(asked).toMatchObject([{ text: null }]);
    expect(answered(session, null, []).screen).toContain('Nothing to repair.');
  });

  test('from the library: the other transcript is opened to point, and the library comes back', () => {
    const library = { texts: [summaryOf(dialogue)], unreadable: [], loading: null, cursor: 0 };
    const session = new Session(firstState({ library })).press('R');
    expect(session.screen).toContain('Reading the transcripts');
    const asked = session.effects.find(effect => effect.kind === 'doubts');
    expect(asked).toMatchObject({ text: null });
    answered(session, null, doubts()).press('3');
    expect(session.take('openText')).toEqual([{ kind: 'openText', id: 'night-ferry' }]);
    session.send({ kind: 'textOpened', transcript: edited, placed: doubtfulTags, locked: null });
    expect(session.screen).toContain('POINT');
    session.press('Enter');
    expect(session.screen).toContain('1 settled');
    expect(session.state.page).toBe('library');
    expect(session.press('Esc').screen).toContain('Library');
  });

  test('an answer to an earlier question is dropped, one that comes under help is not', () => {
    const session = repairing(size);
    session.send({ kind: 'doubtsRead', request: 0, text: null, doubts: [], problem: null });
    expect(session.screen).toContain('1 of 4');
    const asking = repairing(size).press('Esc', 'R', '?');
    answered(asking, edited.id, doubts());
    expect(asking.press('Esc').screen).toContain('1 of 4');
  });

  test('o opens it in the text', () => {
    const session = repairing(size).press('o');
    expect(session.screen).toContain('¶ 6/');
    expect(session.state.layer).toBeNull();
  });
});
