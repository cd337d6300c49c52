import { describe, expect, test } from 'vitest';
import { readTranscript } from '../../../src/model/transcript.ts';
import { contentsOf } from '../../../src/reader/contentsItems.ts';
import { dialogue, report } from '../samples.ts';
import { reading } from '../session.ts';

describe('o', () => {
  test('lists headings in text order, and speakers with their turns', () => {
    const text = readTranscript('x.md', '# One\n\nAna: a\n\nBo: b\n\n### Two #\n\nAna: c\n');
    expect(contentsOf(text)).toEqual([
      { kind: 'heading', words: 'One', index: 0, level: 1 },
      { kind: 'heading', words: 'Two', index: 3, level: 3 },
      { kind: 'speaker', words: 'Ana', turns: 2 },
      { kind: 'speaker', words: 'Bo', turns: 1 },
    ]);
  });

  test('opens at the heading that one is under; Enter goes to another, Ctrl+O back', () => {
    const session = reading();
    while (session.paragraph < 7) session.press('j');
    session.press('o');
    expect(session.screen).toMatch(/▌ # {4}What the crews say +¶ 5$/m);
    expect(session.press('Down', 'Enter').paragraph).toBe(11);
    expect(session.press('Ctrl+O').paragraph).toBe(7);
  });

  test('is shortened by what is typed', () => {
    const session = reading().press('o').type('propo');
    expect(session.screen).toContain('1 heading ━━');
    expect(session.press('Enter').paragraph).toBe(11);
    const none = reading().press('o').type('zzz').press('Enter');
    expect(none.paragraph).toBe(1);
    expect(none.state.message?.text).toBe('nothing of that name');
  });

  test('a speaker leads to their next turn, after the last to the first', () => {
    const session = reading({ transcript: dialogue });
    const next = () => session.press('o').type('deck').press('Enter').paragraph;
    expect([next(), next(), next(), next()]).toEqual([2, 4, 6, 2]);
  });

  test('a heading that a filter hides is shown all the same', () => {
    const session = reading().press('1', 'F', 'Space', 'Enter').press('o').type('propo');
    expect(session.press('Enter').paragraph).toBe(11);
    expect(session.screen).toContain('showing 1 of 14   ¶ 11/14');
  });

  test('where there is neither, says so', () => {
    const text = readTranscript('x.txt', 'One.\n\nTwo.');
    const session = reading({ transcript: text }).press('o');
    expect(session.state.layer).toBeNull();
    expect(session.state.message?.text).toBe('no headings and no speakers here');
    expect(reading({ transcript: report }).press('o').state.layer?.kind).toBe('contents');
  });
});
