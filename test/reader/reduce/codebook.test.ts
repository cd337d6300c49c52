import { describe, expect, test } from 'vitest';
import { storedTheme } from '../../../src/model/codebook.ts';
import { codebookRows } from '../../../src/reader/codebookRows.ts';
import { codebook, report, summaryOf, tagOn } from '../samples.ts';
import { firstState, reading, Session } from '../session.ts';

const open = () => new Session().press('T');

/** The names in the order of the page, with two spaces a level. */
const tree = ({ state }: Session) =>
  codebookRows(state.codebook).map(({ theme, depth }) => '  '.repeat(depth) + theme.name);
const stored = ({ state }: Session, id: string) => {
  const found = storedTheme(state.codebook, id);
  if (!found) throw new Error(`no theme ${id}`);
  return found;
};

const FIRST = [
  'Safety',
  '  Reports not made',
  'Money',
  'Weather',
  'Who decides',
  'Old times',
  'Danger',
];

describe('the codebook page', () => {
  test('opens from the library and from the reading view, and Esc leads back', () => {
    expect(open().state.layer).toMatchObject({ kind: 'codebook', cursor: 0 });
    const session = reading().press('T');
    expect(session.state.layer).toMatchObject({ kind: 'codebook' });
    expect(session.press('Esc').state).toMatchObject({ layer: null, page: 'reading' });
  });

  test('lists the tree, retired themes in their places and merged ones at the end', () => {
    expect(tree(open())).toEqual(FIRST);
  });

  test('adds a theme with the name that is typed, and the cursor is on it', () => {
    const session = open().press('a').type('The chair').press('Enter');
    expect(stored(session, 'the-chair')).toMatchObject({ name: 'The chair', status: 'active' });
    expect(session.screen).toMatch(/▌ +\S The chair/);
    expect(session.take('write').map(one => one.step.label)).toEqual(['new theme The chair']);
  });

  test('a name that is taken keeps the field and its words, Esc drops it', () => {
    const session = open().press('a').type('money').press('Enter');
    expect(session.state.message).toMatchObject({ warns: true });
    expect(session.state.layer).toMatchObject({ doing: { kind: 'add', draft: 'money' } });
    session.press('Esc');
    expect(session.state).toMatchObject({ layer: { kind: 'codebook', doing: null }, codebook });
    expect(session.take('write')).toEqual([]);
  });

  test('renames a theme and keeps its id; Esc in the field drops what was typed', () => {
    const session = open().press('e', 'Enter').type(' at sea').press('Enter');
    expect(stored(session, 'safety').name).toBe('Safety at sea');
    session.press('Enter').type(' and land').press('Esc');
    expect(session.state.layer).toMatchObject({ doing: { kind: 'fields', field: 'name' } });
    expect(stored(session, 'safety').name).toBe('Safety at sea');
  });

  test('edits the other fields; patterns stand between dots', () => {
    const session = open().press('j', 'j', 'e', 'j', 'Enter').type(' And when.').press('Enter');
    expect(stored(session, 'money').definition).toBe('What it costs, and who pays. And when.');
    session.press('j', 'j', 'j', 'Enter').type('fuel · "five hours" ·').press('Enter');
    expect(stored(session, 'money').patterns).toEqual(['fuel', '"five hours"']);
    session.press('Enter').type(' crew; /a;b/ ;').press('Enter');
    expect(stored(session, 'money').patterns).toEqual(['fuel', '"five hours" crew', '/a;b/']);
  });

  test('pins a digit, says who has it, and takes it off again', () => {
    const session = open().press('j', '5');
    expect(stored(session, 'reports-not-made').key).toBe(5);
    session.press('2');
    expect(session.state.message?.text).toContain('pinned to Money');
    expect(stored(session, 'reports-not-made').key).toBe(5);
    expect(stored(session.press('5'), 'reports-not-made').key).toBeNull();
  });

  test('goes round the colours, then the marks, and back', () => {
    const session = open();
    const { colour, mark } = stored(session, 'safety');
    expect(stored(session.press('c'), 'safety')).toMatchObject({ colour: 'orange', mark });
    session.press('C', 'C');
    expect(stored(session, 'safety')).toMatchObject({ colour: 'grey', mark: '◎' });
    expect(stored(session.press('c'), 'safety')).toMatchObject({ colour, mark });
  });

  test('nests under the theme above and out again, and moves among its siblings', () => {
    const session = open().press('j', 'j', '>');
    expect(tree(session).slice(0, 4)).toEqual([
      'Safety',
      '  Reports not made',
      '  Money',
      'Weather',
    ]);
    session.press('K');
    expect(tree(session).slice(0, 3)).toEqual(['Safety', '  Money', '  Reports not made']);
    session.press('<', 'J');
    expect(tree(session).slice(0, 4)).toEqual(['Safety', '  Reports not made', 'Weather', 'Money']);
    expect(session.screen).toMatch(/▌ +\S Money/);
  });

  test('retires a theme and brings it back', () => {
    const session = open().press('j', 'j', 'x');
    expect(stored(session, 'money')).toMatchObject({ status: 'retired', key: null });
    expect(stored(session.press('x'), 'money').status).toBe('active');
    expect(stored(session.press('G', 'x'), 'danger')).toMatchObject({
      status: 'active',
      mergedInto: null,
    });
  });

  test('says what a merge does before it is done, on the second Enter', () => {
    const texts = [summaryOf(report, { byTheme: { money: 3, weather: 2 } })];
    const session = new Session(
      firstState({ library: { texts, unreadable: [], loading: null, cursor: 0 } }),
    ).press('T', 'j', 'j', 'M', 'j', 'Enter');
    expect(session.screen).toContain('merges 3 tags of Money into Weather');
    expect(session.take('write')).toEqual([]);
    session.press('Enter');
    expect(stored(session, 'money')).toMatchObject({ status: 'merged', mergedInto: 'weather' });
    expect(session.screen).toMatch(/▌.*Weather .* 5\b/);
    session.press('u');
    expect(session.screen).toMatch(/▌.*Money .* 3\b/);
    expect(session.state.message?.text).toBe('undid merge of Money into Weather');
  });

  test('another target or Esc takes the question back; a theme is not merged into itself', () => {
    const session = open().press('j', 'j', 'M', 'j', 'Enter', 'j', 'Enter', 'Esc');
    expect(session.state.codebook).toEqual(codebook);
    expect(session.screen).toMatch(/▌.*Money/);
    session.press('M', 'Enter');
    expect(session.state.message).toMatchObject({ warns: true });
    expect(session.state.codebook).toEqual(codebook);
  });

  test('counts tags on the screen that are not in the library yet, of merged themes too', () => {
    const session = reading({
      placed: [tagOn(report, 2, { theme: 'danger' }), tagOn(report, 3)],
    }).press('T');
    expect(session.screen).toMatch(/▌.*Safety .* 2\b/);
  });

  test('everything undone is the codebook that it began with, and redone what it became', () => {
    const session = open()
      .press('a')
      .type('The chair')
      .press('Enter', 'e', 'Enter')
      .type('woman')
      .press('Enter', 'Esc', '9', 'c', 'K', '>', '<', 'J', 'x', 'x', 'k', 'M', 'g', 'Enter')
      .press('Enter', 'g', 'J');
    const became = session.state.codebook;
    const steps = session.state.past.length;
    expect(steps).toBeGreaterThanOrEqual(10);
    session.press(...Array<string>(steps).fill('u'));
    expect(session.state.codebook).toEqual(codebook);
    session.press(...Array<string>(steps).fill('Ctrl+R'));
    expect(session.state.codebook).toEqual(became);
  });

  test('200 themes scroll, and the cursor stays in sight', () => {
    const many = Array.from({ length: 200 }, (_, i) => ({
      ...stored(open(), 'money'),
      id: `t${i}`,
      name: `Theme ${i}`,
      key: null,
    }));
    const session = new Session(firstState({ codebook: { version: 1, themes: many } })).press('T');
    expect(session.press('G').screen).toMatch(/▌.*Theme 199/);
    expect(session.press('g', 'Ctrl+D').screen).toMatch(/▌.*Theme 8/);
  });
});
