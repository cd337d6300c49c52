import { describe, expect, test } from 'vitest';
import { Paragraphs } from '../../src/model/paragraphs.ts';
import { readLabel } from '../../src/model/speakers.ts';

function labelOf(text: string) {
  return readLabel(text, 0, text.length);
}

describe('a label', () => {
  test.each([
    ['Anna: Hello.', 'Anna', null, 6],
    ['Dr Anna Smith-Jones: Hello.', 'Dr Anna Smith-Jones', null, 21],
    ['Q: Why?', 'Q', null, 3],
    ['Speaker 2:\nHello.', 'Speaker 2', null, 11],
    ['Müller\u00A0: Hallo.', 'Müller', null, 9],
    ['Интервьюер: Да.', 'Интервьюер', null, 12],
    ['[00:12:03] Anna: Hello.', 'Anna', '00:12:03', 17],
    ['[12:03] Anna: Hello.', 'Anna', '12:03', 14],
    ['[1:02:03.250]Anna: Hello.', 'Anna', '1:02:03.250', 19],
    ['[00:12:03] Hello.', null, '00:12:03', 11],
    ['  Anna: Hello.', 'Anna', null, 8],
    ['Anna:', 'Anna', null, 5],
  ])('%j: speaker %j, time %j', (text, speaker, time, length) => {
    expect(labelOf(text)).toEqual({ speaker, time, length });
  });

  test.each([
    ['no colon', 'Anna said hello.'],
    ['no white space after the colon', 'https://example.org'],
    ['a clock time', '10:30 was the hour'],
    ['more than eight words', 'One two three four five six seven eight nine: no.'],
    ['a colon in the next line', 'Hello\nAnna: you'],
    ['a quotation mark first', '“Anna: no”'],
    ['no such time', '[99] Hello.'],
    ['nothing', ''],
  ])('is not read from %s', (_name, text) => {
    expect(labelOf(text)).toEqual({ speaker: null, time: null, length: 0 });
  });

  test('does not reach beyond its block', () => {
    const text = 'Anna:\n\nHello.';
    expect(readLabel(text, 0, 5)).toEqual({ speaker: 'Anna', time: null, length: 5 });
  });

  test('is read where the block begins', () => {
    const text = 'Anna: Yes.\n\nBen: No.';
    expect(readLabel(text, 12, text.length)).toMatchObject({ speaker: 'Ben', length: 5 });
  });
});

/** Speaker and kind of each paragraph. */
function turnsOf(text: string): string[] {
  const paragraphs = new Paragraphs(text);
  return Array.from({ length: paragraphs.count }, (_, index) => {
    const { kind, speaker } = paragraphs.at(index);
    return `${kind} ${speaker ?? '-'}`;
  });
}

describe('speakers', () => {
  test('are named by labels that stand on a third of the blocks, one of them twice', () => {
    expect(turnsOf('Anna: One.\n\nBen: Two.\n\nAnna: Three.')).toEqual([
      ...['turn Anna', 'turn Ben', 'turn Anna'],
    ]);
    expect(turnsOf('A: x\n\nA: x\n\none\n\ntwo\n\nthree\n\nfour')).toEqual([
      ...['turn A', 'turn A', 'paragraph -', 'paragraph -', 'paragraph -', 'paragraph -'],
    ]);
  });

  test('are not named by labels on fewer than a third', () => {
    expect(turnsOf('A: x\n\nA: x\n\none\n\ntwo\n\nthree\n\nfour\n\nfive')).toEqual(
      Array(7).fill('paragraph -'),
    );
  });

  test('are not named if no label recurs', () => {
    expect(turnsOf('She said: yes.\n\nHe said: no.')).toEqual(Array(2).fill('paragraph -'));
  });

  test('are named by any label after a time', () => {
    expect(turnsOf('[00:01] Anna: One.\n\nPlain.\n\nPlain.\n\nShe said: no.')).toEqual([
      ...['turn Anna', 'paragraph -', 'paragraph -', 'paragraph -'],
    ]);
  });

  test('bounds include label and time, the words begin after them', () => {
    const text = '[00:12:03] Anna: Hello.\n\n[00:12:09] Well.';
    const paragraphs = new Paragraphs(text);
    const [first, second] = [paragraphs.at(0), paragraphs.at(1)];
    expect(first).toMatchObject({ start: 0, time: '00:12:03', speaker: 'Anna', kind: 'turn' });
    expect(text.slice(first.wordsStart, first.end)).toBe('Hello.');
    expect(second).toMatchObject({ time: '00:12:09', speaker: null, kind: 'paragraph' });
    expect(text.slice(second.wordsStart, second.end)).toBe('Well.');
  });

  test('a heading is never a turn', () => {
    expect(turnsOf('# Anna: a life\n\nAnna: One.\n\nAnna: Two.')).toEqual([
      ...['heading -', 'turn Anna', 'turn Anna'],
    ]);
  });
});
