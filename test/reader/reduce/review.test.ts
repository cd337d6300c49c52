import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scopeOf } from '../../../src/reader/select.ts';
import { pierPage } from '../importSamples.ts';
import { asked, reviewed } from '../importScenes.ts';
import { codebook, report, summaryOf } from '../samples.ts';
import { Session } from '../session.ts';

function layerOf({ state }: Session) {
  if (state.layer?.kind !== 'review') throw new Error('no import is looked through');
  return state.layer;
}

const open = () => reviewed(new Session());
const messageOf = ({ state }: Session) => state.message?.text;
const kept = (session: Session) =>
  layerOf(session).review.blocks.flatMap((one, i) => (one.drop === null ? [i + 1] : []));

describe('i in the library', () => {
  test('asks for a path, reads it, and opens the page at the first that is kept', () => {
    const session = asked(new Session(), 'a b.html');
    const [effect] = session.take('planImport');
    expect(effect).toMatchObject({ words: 'a b.html' });
    session.send({ kind: 'importPlanned', request: effect?.request ?? 0, plan: pierPage });
    expect(layerOf(session)).toMatchObject({ cursor: 2, past: [], asks: null });
    expect(session.take('writeImport')).toEqual([]);
  });

  test('a refusal is said, the words stay, and Enter tries once more', () => {
    const session = asked(new Session(), 'gone');
    const request = session.take('planImport')[0]?.request ?? 0;
    session.send({ kind: 'importRefused', request, reason: 'no such file' });
    expect(messageOf(session)).toBe('no such file');
    expect(session.state.layer).toMatchObject({ kind: 'import', words: 'gone' });
    session.type('.txt').press('Enter');
    expect(session.take('planImport')).toMatchObject([{ words: 'gone.txt' }]);
  });

  test('what is not waited for any more opens nothing', () => {
    const session = asked(new Session());
    const request = session.take('planImport')[0]?.request ?? 0;
    session.press('Enter');
    expect(session.take('planImport')).toEqual([]);
    session.type('x').send({ kind: 'importPlanned', request, plan: pierPage });
    expect(session.state.layer).toMatchObject({ kind: 'import', request: null });
    session.press('Esc').send({ kind: 'importPlanned', request, plan: pierPage });
    expect(session.state.layer).toBeNull();
  });

  test('no words are no path', () => {
    const session = asked(new Session(), ' ');
    expect(messageOf(session)).toBe('type a path or an address');
    expect(session.effects).toEqual([]);
  });
});

describe('on the page', () => {
  test('x and Space keep and drop; u and Ctrl+R go back and on, the cursor with them', () => {
    const session = open().press('x', 'j', 'j', 'Space');
    expect(kept(session)).toEqual([4, 6, 7, 8, 9]);
    session.press('G', 'u');
    expect(kept(session)).toEqual([4, 5, 6, 7, 8, 9]);
    expect(layerOf(session).cursor).toBe(4);
    session.press('u');
    expect(layerOf(session).review).toEqual(pierPage.review);
    expect(messageOf(session.press('u'))).toBe('nothing to undo');
    session.press('Ctrl+R', 'Ctrl+R');
    expect(kept(session)).toEqual([4, 6, 7, 8, 9]);
    expect(messageOf(session.press('Ctrl+R'))).toBe('nothing to redo');
  });

  test('a change after u is the last one: there is nothing to redo', () => {
    const session = open().press('x', 'u', 'J', 'Ctrl+R');
    expect(messageOf(session)).toBe('nothing to redo');
    expect(layerOf(session).review.blocks).toHaveLength(10);
  });

  test('[ and ] mark the ends, J joins, S splits at the chosen word, N begins a second transcript', () => {
    const session = open().press('j', 'j', '[', 'j', 'j', ']');
    expect(kept(session)).toEqual([5, 6, 7]);
    session.press('k', 'J');
    expect(layerOf(session).review.blocks).toHaveLength(10);
    session.press('k', 'S', 'w', 'Enter');
    const { blocks, parts } = layerOf(session).review;
    expect(blocks.slice(4, 6).map(({ text }) => text)).toEqual([
      'In March the rail was taken away. Nothing',
      'has come in its place.',
    ]);
    session.press('j', 'N');
    expect(layerOf(session).review.parts.map(({ from }) => from)).toEqual([0, 5]);
    expect(parts).toHaveLength(1);
  });

  test('the fields: Tab keeps and goes on, Esc drops, what is no date stays open', () => {
    const session = open().press('e').type('!').press('Tab', 'Tab');
    session.send({ kind: 'typed', value: '3/4/2021' }).press('Enter');
    expect(scopeOf(session.state)).toBe('review field');
    expect(messageOf(session)).toMatch(/^3\/4\/2021: no date/);
    session.press('Esc');
    expect(layerOf(session).review.parts[0]?.meta).toMatchObject({
      title: 'The pier at Holm!',
      date: '2024-03-09',
    });
    session.press('u');
    expect(layerOf(session).review).toEqual(pierPage.review);
  });

  test('help and commands lie over it and leave it as it was', () => {
    const session = open().press('x', '?');
    expect(session.state.layer).toMatchObject({ kind: 'help', scope: 'review' });
    expect(kept(session.press('Esc'))).toEqual([4, 5, 6, 7, 8, 9]);
    session.press('?').type('leave it out').press('Enter');
    expect(kept(session)).toEqual([3, 4, 5, 6, 7, 8, 9]);
    session.press(':', 'Esc');
    expect(scopeOf(session.state)).toBe('review');
  });

  test('Esc leaves, and nothing was asked of the disk', () => {
    const session = open().press('x', 'J', 'Esc');
    expect(session.state.layer).toBeNull();
    expect(session.effects).toEqual([]);
  });
});

describe('Enter', () => {
  const written = { ids: ['b', 'c'], paragraphs: 9, dropped: 2, refused: null };
  const library = {
    texts: ['a', 'b', 'c'].map(id => summaryOf(report, { id })),
    unreadable: [],
    faults: [],
  };

  test('writes what is decided, once; then the library has it under the cursor', () => {
    const session = open().press('x', 'Enter', 'Enter', 'x', 'Esc');
    const effects = session.take('writeImport');
    expect(effects).toHaveLength(1);
    expect(effects[0]?.review.blocks[2]?.drop).toBe('by hand');
    expect(session.screen).toContain('writing…');
    session.send({ kind: 'imported', written, library, codebook });
    expect(session.state).toMatchObject({ layer: null, page: 'library', library: { cursor: 1 } });
    expect(messageOf(session)).toBe('imported 9 paragraphs, 2 left out · b and c');
  });

  test('what the disk refuses is said, and the review goes on, under help as well', () => {
    const session = open().press('x', 'Enter', '?');
    session.send({ kind: 'notImported', reason: 'the id b is taken. Give it another one' });
    session.press('Esc');
    expect(kept(session.press('u'))).toContain(3);
    expect(session.press('Enter').take('writeImport')).toHaveLength(2);
  });

  test('a transcript without a paragraph is not written', () => {
    const session = open().press('G', 'N', 'Enter');
    expect(messageOf(session)).toBe('nothing of transcript 2 would be left');
    expect(session.effects).toEqual([]);
  });

  test('what was not imported of two is said', () => {
    const session = open().press('Enter');
    const half = { ...written, ids: ['b'], refused: 'the disk is full' };
    session.send({ kind: 'imported', written: half, library, codebook });
    expect(session.state.message).toMatchObject({
      text: 'imported 9 paragraphs, 2 left out · b; not all: the disk is full',
      warns: true,
    });
  });
});

test('undo all gives the plan as it was, redo all what had become of it', () => {
  const keys = fc.constantFrom(
    ...['x', 'J', '[', ']', 'N', 'j', 'k', 'g', 'G', 'u', 'Ctrl+R'],
    ...['S Enter', 'S w w Enter', 'e a Enter', 'e Tab b Enter'],
  );
  fc.assert(
    fc.property(fc.array(keys, { maxLength: 40 }), presses => {
      const session = open();
      for (const one of presses) {
        session.press(...one.split(' '));
        // `S` on a single word opens nothing, and its Enter writes: the disk is full.
        if (layerOf(session).writing) session.send({ kind: 'notImported', reason: 'full' });
      }
      const end = layerOf(session);
      session.press(...end.past.map(() => 'u'));
      expect(layerOf(session).review).toEqual(pierPage.review);
      session.press(...end.past.map(() => 'Ctrl+R'));
      expect(layerOf(session).review).toEqual(end.review);
    }),
    { numRuns: 60 },
  );
});
