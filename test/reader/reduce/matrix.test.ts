import { describe, expect, test } from 'vitest';
import { spokenOf } from '../../../src/reader/spoken/spoken.ts';
import { passagesIn } from '../../../src/reader/themePassages.ts';
import { MATRIX_SCENES } from '../matrixScenes.ts';
import type { Session } from '../session.ts';

const open = (): Session => {
  const scene = MATRIX_SCENES.matrix;
  if (!scene) throw new Error('no such scene');
  // The scene stands on the second column.
  return scene({ columns: 120, rows: 36 }).press('h');
};

/** The number at the cursor, as it is drawn in brackets. */
const numberAt = (session: Session): string =>
  /\[[░▒▓█]*\s*(\S+?)\]/.exec(session.screen)?.[1] ?? '?';

const listed = ({ state }: Session): string[] =>
  state.layer?.kind === 'passages'
    ? passagesIn(state, state.layer).map(({ quote }) => quote.slice(0, 14))
    : [];

describe('the matrix', () => {
  test('Enter on any number lists as many passages, and Esc leads back to it', () => {
    const session = open();
    for (let row = 0; row < 6; row++) {
      session.press('g', ...Array(row).fill('j'), ...Array(5).fill('h'));
      for (let column = 0; column < 5; column++) {
        const number = numberAt(session);
        session.press('Enter');
        expect(String(listed(session).length)).toBe(number.replace('·', '0'));
        session.press('Esc');
        expect(session.state.layer).toMatchObject({ kind: 'matrix', row, column });
        session.press('l');
      }
    }
  });

  test('Enter again goes to the passage', () => {
    const session = open().press('l', 'Enter');
    expect(listed(session)).toEqual(['Three things w', 'the rail that ']);
    expect(session.screen).toContain('in The night ferry');
    session.press('j', 'Enter');
    expect(session.state).toMatchObject({ layer: null, page: 'reading' });
    expect(session.paragraph).toBe(6);
  });

  test('what has no certain place or no known theme is left out and said', () => {
    const session = open();
    const known = session.state.passages.known ?? [];
    const [one] = known.filter(({ placed }) => placed.annotation.text !== 'night-ferry');
    if (!one) throw new Error('nothing is tagged in another transcript');
    const { annotation } = one.placed;
    const lost = { ...one, placed: { annotation, anchor: { kind: 'orphaned' as const } } };
    const strange = {
      ...one,
      placed: { ...one.placed, annotation: { ...annotation, theme: 'nobody-knows' } },
    };
    session.send({
      kind: 'passagesRead',
      request: session.state.passages.request,
      passages: [...known, lost, strange],
      problem: null,
    });
    expect(session.screen).toContain('12 tags · all coders');
    expect(session.screen).toContain('? left out: 1 not certain where, 1 of unknown themes ·');
  });

  test('a passage that was just tagged counts', () => {
    const session = open().press('l');
    expect(numberAt(session)).toBe('2');
    session.press('Esc', 'g', 'j', '1', 'M', 'l');
    expect(numberAt(session)).toBe('3');
  });

  test('Tab goes through the coders, and what is listed is theirs', () => {
    const session = open().press('j', 'j', 'j', 'l');
    expect(numberAt(session)).toBe('2');
    session.press('Tab', 'Tab');
    expect(session.screen).toContain('2 tags · sam');
    expect(numberAt(session)).toBe('1');
    session.press('Enter');
    expect(listed(session)).toEqual(['Weather stoppe']);
    expect(session.screen).toContain('of sam');
    session.press('Esc', 'Tab');
    expect(session.screen).toContain('12 tags · all coders');
  });

  test('co-occurrence goes from overlapping to near, and lists both passages of a pair', () => {
    const session = open().press('c', 'l', 'l');
    // Safety and Money stand on the whole of ¶ 3 both.
    expect(numberAt(session)).toBe('1');
    session.press('n');
    expect(session.screen).toContain('themes on the same passage');
    expect(numberAt(session)).toBe('1');
    session.press('n', 'n');
    expect(session.screen).toContain('themes within 1 paragraph');
    // Money on ¶ 4 as well; and in the talk Money on ¶ 2 is two from Safety on ¶ 4.
    expect(numberAt(session)).toBe('2');
    session.press('Enter');
    expect(listed(session)).toHaveLength(3);
    session.press('Esc', 'h', 'h');
    expect(numberAt(session)).toBe('?');
    const { layer } = session.state;
    expect(session.press('Enter').state.layer).toEqual(layer);
  });

  test('where: one transcript after the other; coverage: Enter goes to what is untagged', () => {
    const session = open().press('w');
    expect(session.screen).toContain('1 of 4 ›');
    session.press('l');
    expect(session.screen).toMatch(/● Safety +·+[█▓▒░]+·+/);
    session.press('v');
    expect(session.screen).toMatch(/▌ The night ferry +left at ¶ 1 .* 5\/14/);
    expect(session.screen).toMatch(/untagged ¶ 1-2, 5, 7, 10-14/);
    session.press('Enter');
    expect(session.paragraph).toBe(1);
    expect(session.state.layer).toBeNull();
  });

  test('y gives what is shown to the clipboard as a table', () => {
    const session = open().press('y');
    const [copied] = session.take('copyTable');
    expect(copied?.rows.slice(0, 2)).toEqual([
      ['theme', 'name', 'letters', 'night-ferry', 'talk-at-the-pier', 'blank'],
      ['safety', 'Safety', 0, 2, 2, 0],
    ]);
  });

  test('is told in words', () => {
    const session = open().press('l');
    const [number, view] = spokenOf(session.state).lines;
    expect(number).toBe('Safety in The night ferry: 2 passages.');
    expect(view).toBe('Matrix, themes by transcripts, all coders.');
    const [pair] = spokenOf(session.press('c', 'l', 'l').state).lines;
    expect(pair).toMatch(/^Safety and Money, overlapping: 2 passages\.$/);
    const [text] = spokenOf(session.press('v', 'g', 'j').state).lines;
    expect(text).toBe('The night ferry: 5 of 14 paragraphs tagged, left at paragraph 1.');
  });
});
