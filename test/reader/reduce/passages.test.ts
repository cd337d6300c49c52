import { describe, expect, test } from 'vitest';
import { passageOf } from '../../../src/model/passage.ts';
import { examplesOf, themePassages } from '../../../src/reader/themePassages.ts';
import { codebookOverAll } from '../passageSamples.ts';
import { codebook, dialogue, report, tagOn, wordsRange } from '../samples.ts';
import { firstState, reading, Session } from '../session.ts';

const open = () => codebookOverAll({ columns: 100, rows: 40 });

/** The first words of what the page lists, each with `>` where it goes over. */
const listed = ({ state }: Session) =>
  themePassages(state, state.layer?.kind === 'passages' ? state.layer.theme : '').map(
    ({ quote, placed }) =>
      (state.layer?.kind === 'passages' && state.layer.split?.going.has(placed.annotation.id)
        ? '> '
        : '') + quote.slice(0, 14),
  );

const SAFETY = ['Three things w', 'the rail that ', 'In winter I wo', '[00:00:40] Dec'];

describe('the passages of a theme', () => {
  test('are those of all transcripts in the order of the library, merged themes’ too', () => {
    const session = open().press('Enter');
    expect(listed(session)).toEqual(SAFETY);
    expect(session.screen).toContain('4 passages in 2 transcripts');
    expect(session.screen).toMatch(/▌ +The night ferry, ¶ 3/);
  });

  test('of the open transcript are as they are now', () => {
    const session = open().press('Esc').press('g', 'j', '1', 'T', 'Enter');
    expect(listed(session)).toEqual(['The last boat ', ...SAFETY]);
  });

  test('Enter leads to one in the open transcript, and Esc back to the codebook', () => {
    const session = open().press('Enter', 'j', 'Enter');
    expect(session.state).toMatchObject({ layer: null, page: 'reading' });
    expect(session.paragraph).toBe(6);
    session.press('T', 'Enter', 'Esc');
    expect(session.state.layer).toMatchObject({ kind: 'codebook', cursor: 0 });
  });

  test('Enter leads to one in another transcript, at its paragraph', () => {
    const session = open().press('Enter', 'G', 'Enter');
    expect(session.take('openText')).toEqual([{ kind: 'openText', id: dialogue.id }]);
    session.send({ kind: 'textOpened', transcript: dialogue, placed: [], locked: null });
    expect(session.paragraph).toBe(6);
  });

  test('a theme that nothing is tagged with says so, and no key does anything', () => {
    const session = open().press('G', 'k', 'Enter');
    expect(session.screen).toContain('nothing is tagged with it');
    expect(session.press('Enter', 'j', '1').state.layer).toMatchObject({ kind: 'passages' });
  });

  test('an answer to an earlier question is dropped, and what could not be read is told', () => {
    const session = new Session(firstState()).press('T', 'Esc', 'T');
    const [first, second] = session.take('passages');
    const passages = [passageOf(report, tagOn(report, 3))];
    session.send({ kind: 'passagesRead', request: first?.request ?? 0, passages, problem: null });
    expect(session.state.passages.known).toBeNull();
    const problem = 'texts/old.txt: not UTF-8';
    session.send({ kind: 'passagesRead', request: second?.request ?? 0, passages, problem });
    expect(session.state.passages.known).toEqual(passages);
    expect(session.state.message).toEqual({ text: problem, warns: true });
  });
});

describe('examples', () => {
  test('are two from any transcript: key quotations first, then one’s own', () => {
    const quotes = (theme: string) =>
      examplesOf(open().state, theme).map(({ quote }) => quote.slice(0, 14));
    expect(quotes('safety')).toEqual(['In winter I wo', 'Three things w']);
    expect(quotes('weather')).toEqual(['ice forms on t', 'Weather stoppe']);
  });

  test('are read once when the panel beside the text wants them', () => {
    const session = reading();
    expect(session.take('passages')).toEqual([]);
    session.press('i');
    expect(session.take('passages')).toHaveLength(1);
    session.press('j', 'i', 'i');
    expect(session.take('passages')).toEqual([]);
  });
});

describe('splitting a theme', () => {
  const split = () => open().press('S').type('Night work').press('Enter');

  test('walks one’s own passages and sends each to a side', () => {
    const session = split().press('2', '1', '2');
    expect(listed(session)).toEqual([
      '> Three things w',
      'the rail that ',
      '> In winter I wo',
      SAFETY[3],
    ]);
    expect(listed(session.press('g', '1'))[0]).toBe('Three things w');
    const money = open().press('j', 'j', 'S').type('Pay').press('Enter');
    expect(money.screen).not.toContain('Nineteen years');
  });

  test('says what it would do, and does it as one step on the second Enter', () => {
    const session = split().press('2', '1', '2', 'Enter');
    expect(session.screen).toContain('gives 2 passages of 4 to Night work · Enter again');
    expect(session.take('write')).toEqual([]);
    session.press('Enter');
    const [written] = session.take('write');
    const { themes = [], pages = [] } = written?.step ?? {};
    expect(themes.map(({ after }) => after?.name)).toEqual(['Night work']);
    expect(
      pages.map(({ text, edits }) => [text, edits.map(edit => edit.after?.annotation.theme)]),
    ).toEqual([
      ['night-ferry', ['night-work']],
      ['talk-at-the-pier', ['night-work']],
    ]);
    expect(session.state.layer).toMatchObject({ kind: 'codebook', doing: null });
    expect(session.screen).toMatch(/▌ +\S Night work/);
    expect(session.take('passages')).toHaveLength(1);
    session.press('u');
    expect(session.state.codebook).toEqual(codebook);
    expect(session.state.message?.text).toBe(
      'undid split of Safety into Night work in 2 transcripts',
    );
    expect(session.take('passages')).toHaveLength(1);
  });

  test('gives to a theme that is there, and what has it already stays', () => {
    const session = open().press('S').type('money').press('Enter', '2', '2', 'Enter', 'Enter');
    const [written] = session.take('write');
    expect(written?.step.themes).toEqual([]);
    const [page] = written?.step.pages ?? [];
    expect(page?.edits.map(({ before }) => before?.range)).toEqual([
      wordsRange(report, 'the rail that was taken away for repairs'),
    ]);
  });

  test('moving on takes the question back; nothing sent is nothing done', () => {
    const session = split().press('Enter');
    expect(session.state.message).toMatchObject({ text: 'no passage goes over yet' });
    session.press('2', 'Enter', 'j', 'Enter');
    expect(session.take('write')).toEqual([]);
    session.press('Esc');
    expect(session.state.layer).toMatchObject({ kind: 'codebook', doing: null });
  });

  test.each([
    ['', 'a name is needed'],
    ['safety', 'split it into another theme'],
  ])('refuses the name "%s"', (name, reason) => {
    const session = open().press('S').type(name).press('Enter');
    expect(session.state.message?.text).toContain(reason);
    expect(session.state.layer).toMatchObject({ kind: 'codebook' });
  });

  test('refuses a theme that only others have used', () => {
    const session = open().press('G', 'k', 'S').type('New').press('Enter');
    expect(session.state.message?.text).toContain('none of its passages is your own');
  });
});
