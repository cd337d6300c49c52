import { describe, expect, test } from 'vitest';
import { reading } from '../session.ts';

const WORDS = 'read only: no permission in annotations · mend that, then open it again';
const readOnly = (locked?: string) =>
  reading({ state: { readOnly: WORDS }, ...(locked === undefined ? {} : { locked }) });

const WRITES = ['write', 'editText', 'planImport', 'writeImport'] as const;

describe('a project that cannot be written', () => {
  test.each([
    ['a digit', ['1']],
    ['a theme of the picker', ['t', 'Enter']],
    ['a new theme of the picker', ['t', 'q', 'q', 'Enter']],
    ['a memo', ['m', 'x', 'Enter']],
    ['a star', ['*']],
    ['the last theme', ['.']],
    ['untag', ['x']],
    ['an edit', ['E']],
    ['import from the library', ['Esc', 'i', 'x', 'Enter']],
    ['a new theme of the codebook', ['T', 'a', 'N', 'e', 'w', 'Enter']],
    ['retire', ['T', 'x', 'Enter']],
    ['undo', ['u']],
  ])('%s: nothing is written, nothing is shown as done', (_, keys) => {
    const session = readOnly(WORDS);
    const before = session.reading.placed;
    const themes = session.state.codebook;
    session.press(...keys);
    for (const kind of WRITES) expect(session.take(kind)).toEqual([]);
    expect(session.reading.placed).toBe(before);
    expect(session.state.codebook).toBe(themes);
    expect(session.state.save.kind).toBe('none');
  });

  test('a tag is refused with the reason; where nothing else is said, it stands at the bottom', () => {
    const session = readOnly(WORDS).press('1');
    expect(session.state.message).toEqual({ text: WORDS, warns: true });
    expect(session.screen).toContain('read only: no permission');
    expect(session.press('j').screen).toContain('read only · alex');
    expect(session.press('Esc').screen).toContain('read only · alex');
  });

  test('a text alone that cannot be tagged says so while it is open', () => {
    const session = reading({ locked: 'a.json is broken' });
    expect(session.screen).toContain('read only · alex');
    expect(session.press('Esc').screen).not.toContain('read only');
  });
});
