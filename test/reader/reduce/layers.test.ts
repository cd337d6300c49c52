import { describe, expect, test } from 'vitest';
import { scopeOf } from '../../../src/reader/select.ts';
import { report, tagOn } from '../samples.ts';
import { reading, Session } from '../session.ts';

describe('Esc closes one layer', () => {
  test.each([
    ['t', 'themes'],
    ['m', 'memo'],
    ['/', 'prompt'],
    ['?', 'help'],
    ['D', 'digest'],
  ])('%s, over the reading view', (key, scope) => {
    const session = reading().press(key);
    expect(scopeOf(session.state)).toBe(scope);
    session.press('Esc');
    expect(scopeOf(session.state)).toBe('reading');
  });

  test('and from the reading view it leads to the library, where it does nothing', () => {
    const session = reading().press('Esc');
    expect(scopeOf(session.state)).toBe('library');
    expect(scopeOf(session.press('Esc').state)).toBe('library');
    expect(session.take('quit')).toEqual([]);
  });

  test('a field of the digest first, then the digest, then the text', () => {
    const session = reading().press('D', 'g', 'Enter');
    expect(scopeOf(session.state)).toBe('digest field');
    expect(scopeOf(session.press('Esc').state)).toBe('digest');
    expect(scopeOf(session.press('Esc').state)).toBe('reading');
  });

  test('Ctrl+C quits from anywhere', () => {
    for (const key of ['t', 'm', '/', '?', 'D', 'j'])
      expect(reading().press(key, 'Ctrl+C').take('quit')).toHaveLength(1);
  });

  test('q is a letter where words are typed', () => {
    const session = reading().press('t', 'q');
    expect(session.take('quit')).toEqual([]);
    expect(session.state.layer).toMatchObject({ kind: 'picker', query: 'q' });
  });
});

describe('help', () => {
  test('shows the keys of where it was opened; Tab those of another page', () => {
    const session = reading().press('?');
    expect(session.state.layer).toMatchObject({ scope: 'reading' });
    const scopes = Array.from({ length: 12 }, () => {
      const { layer } = session.press('Tab').state;
      return layer?.kind === 'help' ? layer.scope : null;
    });
    expect(scopes).toEqual([
      'select',
      'search',
      'library',
      'review',
      'themes',
      'memo',
      'filter',
      'suggestions',
      'digest',
      'settings',
      'codebook',
      'reading',
    ]);
  });

  test('filters by what is typed, and Enter does the first that is found', () => {
    const session = reading().press('j', '?').type('untag').press('Enter');
    expect(session.state.layer).toBeNull();
    expect(session.paragraph).toBe(3);
  });

  test.each([
    ['any theme', 'themes'],
    ['memo', 'memo'],
    ['digest', 'digest'],
    ['library', 'library'],
  ])('%s and Enter open %s', (words, scope) => {
    const session = reading({ placed: [tagOn(report, 1)] })
      .press('?')
      .type(words)
      .press('Enter');
    expect(scopeOf(session.state)).toBe(scope);
  });

  test('the cursor chooses among what is found', () => {
    const session = reading().press('?').type('untagged').press('Down', 'Up', 'Enter');
    expect(session.paragraph).toBe(2);
  });

  test('Enter on nothing typed does nothing but close', () => {
    const session = reading().press('?', 'Enter');
    expect(scopeOf(session.state)).toBe('reading');
    expect(session.effects).toEqual([]);
  });

  test('what means nothing on the page below says so', () => {
    const session = reading().press('?', 'Tab', 'Tab').type('next hit').press('Enter');
    expect(session.state.message).toEqual({ text: 'n: not here', warns: true });
  });

  test('in the library has no reading keys', () => {
    const session = new Session().press('?').type('memo').press('Enter');
    expect(session.state.layer).toMatchObject({ kind: 'help', query: 'memo' });
    expect(session.screen).toContain('No key and no action of that name.');
    expect(session.press('Esc').state).toMatchObject({ layer: null, page: 'library' });
  });
});
