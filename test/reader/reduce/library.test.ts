import { describe, expect, test } from 'vitest';
import { BrokenFile } from '../../../src/model/fault.ts';
import { codebook, dialogue, empty, report, summaryOf, tagOn } from '../samples.ts';
import { firstState, reading, Session } from '../session.ts';

const texts = [summaryOf(report), summaryOf(dialogue, { date: '2024-04-02' }), summaryOf(empty)];
const unreadable = [
  {
    id: 'bad',
    file: 'bad.txt',
    fault: new BrokenFile('bad.txt: not UTF-8, import it', { file: 'bad.txt' }),
  },
];
const library = () =>
  new Session(firstState({ library: { texts, unreadable, loading: null, cursor: 0 } }));

describe('the library', () => {
  test('is read in the order of dates, undated last, and the cursor stays on its text', () => {
    const session = new Session(
      firstState({
        library: { texts: [summaryOf(dialogue)], unreadable: [], loading: null, cursor: 0 },
      }),
    );
    const late = summaryOf(report, { id: 'late', date: '2025-01-01' });
    session.send({
      kind: 'libraryRead',
      library: {
        texts: [summaryOf(dialogue), late, summaryOf(report)],
        unreadable: [],
        faults: [],
      },
      codebook,
    });
    expect(session.state.library.texts.map(text => text.id)).toEqual([
      'night-ferry',
      'late',
      'talk-at-the-pier',
    ]);
    expect(session.state.library.cursor).toBe(2);
  });

  test.each([
    [['j'], 1],
    [['j', 'j', 'j', 'j', 'j'], 3],
    [['j', 'k', 'k'], 0],
    [['G'], 3],
    [['End', 'Home'], 0],
    [['Space'], 3],
    [['G', 'b'], 0],
    [['Ctrl+D', 'Ctrl+U'], 0],
  ])('%j leads to row %i', (keys, row) => {
    expect(library().press(...keys).state.library.cursor).toBe(row);
  });

  test('a file that cannot be read says why', () => {
    const session = library().press('G', 'Enter');
    expect(session.state.message).toEqual({ text: 'bad.txt: not UTF-8, import it', warns: true });
    expect(session.effects).toEqual([]);
  });

  test('Enter opens, and what is open opens at once', () => {
    const session = library().press('j', 'Enter');
    expect(session.take('openText')).toEqual([{ kind: 'openText', id: 'talk-at-the-pier' }]);
    session.send({ kind: 'textOpened', transcript: dialogue, placed: [], locked: null });
    session.press('Esc', 'Enter');
    expect(session.take('openText')).toEqual([]);
    expect(session.state.page).toBe('reading');
  });

  test('an empty one does nothing on any key', () => {
    const session = new Session(
      firstState({ library: { texts: [], unreadable: [], loading: null, cursor: 0 } }),
    );
    session.press('j', 'k', 'Space', 'G', 'Enter', 'Esc', 'u', 'L');
    expect(session.state.page).toBe('library');
    expect(session.state.library.cursor).toBe(0);
    expect(session.take('openText')).toEqual([]);
  });

  test('an error of the disk is said', () => {
    const session = library().send({ kind: 'failed', reason: 'blank.txt: no permission' });
    expect(session.state.message).toEqual({ text: 'blank.txt: no permission', warns: true });
  });
});

describe('places', () => {
  test('are kept when a text is left, and found when it is opened again', () => {
    const session = reading().press('j', 'j', 'L');
    expect(session.state.places).toEqual({ 'night-ferry': 2 });
    expect(session.take('savePlaces').at(-1)?.places).toEqual({ 'night-ferry': 2 });
    session
      .send({ kind: 'textOpened', transcript: dialogue, placed: [], locked: null })
      .press('j', 'Esc');
    session.send({ kind: 'textOpened', transcript: report, placed: [], locked: null });
    expect(session.paragraph).toBe(3);
    expect(session.state.places).toEqual({ 'night-ferry': 2, 'talk-at-the-pier': 1 });
  });

  test('are kept when the reader is quit', () => {
    const session = reading().press('j', 'q');
    expect(session.effects.map(effect => effect.kind)).toEqual(['savePlaces', 'quit']);
    expect(session.take('savePlaces')[0]?.places).toEqual({ 'night-ferry': 1 });
  });

  test('of a text that has become shorter lead to its last paragraph', () => {
    const session = reading({
      transcript: dialogue,
      state: { places: { 'talk-at-the-pier': 400 } },
    });
    expect(session.paragraph).toBe(dialogue.paragraphs.count);
  });
});

test('counts in the library follow what was tagged', () => {
  const placed = [
    tagOn(report, 1),
    tagOn(report, 1, { theme: 'danger' }),
    tagOn(report, 2, { theme: null, memo: 'x' }),
  ];
  const session = reading({ placed }).press('j', 'j', '2', 'Esc');
  expect(session.state.library.texts[0]).toMatchObject({
    annotations: 4,
    byTheme: { safety: 1, danger: 1, money: 1 },
    tagged: 2 / report.paragraphs.count,
  });
});
