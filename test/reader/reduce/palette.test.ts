import { describe, expect, test } from 'vitest';
import { bindingsOf, KEYMAP } from '../../../src/reader/keymap/keymap.ts';
import { paletteItems } from '../../../src/reader/paletteItems.ts';
import { dialogue, report, summaryOf } from '../samples.ts';
import { firstState, reading, Session } from '../session.ts';

/** The words of the palette's items, as they stand. */
function items({ state }: Session): string[] {
  if (state.layer?.kind !== 'palette') throw new Error('the palette is not open');
  return paletteItems(state, state.layer, state.layer.query).map(({ item }) => item.words);
}

const run = (session: Session, words: string): Session =>
  session.press(':').type(words).press('Enter');

const library = () =>
  new Session(
    firstState({
      library: {
        ...firstState().library,
        texts: [summaryOf(report), summaryOf(dialogue)],
      },
    }),
  );

describe('the palette', () => {
  test.each([':', 'Ctrl+P'])(
    'opens on %s over the reading view, a search, the library, a page',
    key => {
      for (const session of [
        reading(),
        reading().press('/').type('rail').press('Enter'),
        library(),
        reading().press('D'),
        reading().press(','),
      ])
        expect(session.press(key).state.layer?.kind).toBe('palette');
    },
  );

  test('has every command of the page below, each with its key', () => {
    const words = items(reading().press(':'));
    const commands = bindingsOf(KEYMAP, 'reading').filter(
      ({ command }) => command !== 'digit' && command !== 'palette',
    );
    for (const { does, group } of commands)
      expect(words).toContain(group === 'Move' ? `go: ${does}` : does);
    expect(reading().press(':').type('undo').screen).toMatch(/▌ {4}undo +u$/m);
  });

  test('does what the cursor is on', () => {
    expect(run(reading(), 'key quotation').state.message?.text).toBe(
      'tag it first, then * marks it',
    );
    expect(run(reading(), 'filter the').state.layer?.kind).toBe('filter');
    expect(run(reading(), 'contents').state.layer?.kind).toBe('contents');
    expect(run(library(), 'digest').state.layer?.kind).toBe('digest');
  });

  test('tags with any theme', () => {
    expect(run(reading(), 'tag with money').tagsOn(1)).toEqual(['money by alex']);
    expect(run(reading(), 'reports not').tagsOn(1)).toEqual(['reports-not-made by alex']);
  });

  test('goes to a paragraph by its number, and back', () => {
    const session = run(reading(), '12');
    expect(session.paragraph).toBe(12);
    expect(session.press('Ctrl+O').paragraph).toBe(1);
    expect(run(reading(), '99').state.message?.text).toBe('no ¶ 99: they go to ¶ 14');
    expect(run(library(), '3').state.message?.text).toBe('no such command');
  });

  test('opens a transcript by its title', () => {
    expect(run(library(), 'pier').take('openText')).toEqual([
      { kind: 'openText', id: dialogue.id },
    ]);
  });

  test('acts on the page that it was opened over', () => {
    const session = run(reading().press('D'), 'go: last');
    const { layer } = session.state;
    expect(layer).toMatchObject({ kind: 'digest' });
    expect(layer?.kind === 'digest' && layer.cursor).toBeGreaterThan(1);
  });

  test('Esc leaves everything as it was', () => {
    const session = reading().press('D', 'j');
    const before = session.state;
    expect(session.press(':').type('memo').press('Esc').state.layer).toEqual(before.layer);
    expect(library().press(':', 'Esc').state.layer).toBeNull();
  });

  test('shows what was done last first, and what fits best once words are typed', () => {
    const session = run(run(reading(), 'go: last'), 'tag with money').press(':');
    expect(items(session).slice(0, 2)).toEqual(['tag with Money', 'go: last']);
    expect(items(session.type('redo'))[0]).toBe('redo');
  });

  test('↑ and ↓ stay inside', () => {
    const session = reading().press(':').type('12').press('Down', 'Down', 'Up', 'Enter');
    expect(session.paragraph).toBe(12);
    expect(reading().press(':').type('zzz').press('Down', 'Enter').state.message?.text).toBe(
      'no such command',
    );
  });
});
