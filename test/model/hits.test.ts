import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileExpression } from '../../src/model/expression.ts';
import { allHits, type Finder, hitsByWindow, wordsFinder } from '../../src/model/hits.ts';
import { allMatches, wordsPattern } from '../../src/model/matching.ts';
import { Paragraphs } from '../../src/model/paragraphs.ts';

const searched = (text: string) => ({ text, paragraphs: new Paragraphs(text) });

function finder(words: string): Finder {
  const find = wordsFinder(words);
  if (!find) throw new Error(`nothing to look for in ${JSON.stringify(words)}`);
  return find;
}

function expression(source: string): Finder {
  const compiled = compileExpression(source);
  if (compiled.kind === 'invalid') throw new Error(compiled.reason);
  return compiled.find;
}

const pieces = (text: string, find: Finder) =>
  allHits(find, searched(text)).map(({ start, end }) => text.slice(start, end));

describe('words', () => {
  test('are found in a text of many windows as in one that is read at once', () => {
    const paragraph = fc.constantFrom('the rail', 'Rail\nof the', 'no', 'x'.repeat(60_000), 'rail');
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 12 }), all => {
        const text = all.join('\n\n');
        const pattern = wordsPattern('rail', { case: 'smart' });
        expect(allHits(finder('rail'), searched(text))).toEqual(
          pattern ? allMatches(text, pattern) : [],
        );
      }),
    );
  });

  test('that stand in two paragraphs are found, over the edge of a window too', () => {
    const text = `${'x'.repeat(99_998)}\n\nend\n\nof it\n\n${'y'.repeat(99_998)}\n\nend\n\nof`;
    expect(pieces(text, finder('end of'))).toEqual(['end\n\nof', 'end\n\nof']);
  });

  test('of nothing are none', () => {
    expect(wordsFinder(' \n ')).toBeNull();
  });

  test('come window by window, a paragraph at least', () => {
    const text = Array.from({ length: 5 }, () => 'rail '.repeat(20_000)).join('\n\n');
    const windows = [...hitsByWindow(finder('rail'), searched(text))];
    expect(windows.length).toBeGreaterThan(2);
    expect(windows.reduce((sum, hits) => sum + hits.length, 0)).toBe(100_000);
  });

  test('at most as many as are wanted', () => {
    expect(allHits(finder('a'), searched('a a a\n\na a'), 4)).toHaveLength(4);
  });
});

describe('an expression', () => {
  test.each([
    [
      'case does not count',
      'encrypt(ed|ion)',
      'Encryption, encrypted',
      ['Encryption', 'encrypted'],
    ],
    ['a capital letter counts', 'Encrypt\\w+', 'Encryption, encrypted', ['Encryption']],
    ['capitals of the syntax do not', 'ends\\S\\W\\D+', 'ENDS, here', ['ENDS, here']],
    ['nor those of a property', '\\p{L}+', 'Été 12 ici', ['Été', 'ici']],
    ['but upper case does', '\\p{Lu}\\p{L}+', 'Été ici', ['Été']],
    ['^ and $ are the ends of lines', '^b.*$', 'a b\nb c\n\nB\n', ['b c', 'B']],
    ['. stays on its line', 'a.*', 'a b\nc\n\na', ['a b', 'a']],
    ['a hit stays in its paragraph', '(?s)a.*b', 'a\n\nb\n\na b', ['a b']],
    ['empty hits are none', 'x*', 'axxb\n\nc', ['xx']],
    ['a letter outside the first plane is one', '.', '😀a', ['😀', 'a']],
    ['a name is no capital letter', '(?P<Who>rail)', 'RAIL', ['RAIL']],
  ])('%s', (_name, source, text, expected) => {
    expect(pieces(text, expression(source))).toEqual(expected);
  });

  test('is the text at each hit', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'é', '😀') });
    fc.assert(
      fc.property(letters, fc.constantFrom('a+', 'b|é', '[^a]+b', '\\w+\\s\\w'), (text, source) => {
        for (const piece of pieces(text, expression(source)))
          expect(piece).toMatch(new RegExp(`^(?:${source})$`, 'iu'));
      }),
    );
  });

  test.each([
    ['(', 'missing closing ): ('],
    ['[a', 'missing closing ]: [a'],
    ['a**', 'invalid nested repetition operator: **'],
    ['(a)\\1', 'invalid escape sequence: \\1'],
    ['a(?=b)', 'invalid or unsupported Perl syntax: (?='],
  ])('%s is none', (source, reason) => {
    expect(compileExpression(source)).toEqual({ kind: 'invalid', reason });
  });

  test('takes linear time where others take forever', () => {
    const text = `${'a'.repeat(5000)}!`;
    expect(pieces(text, expression('(a+)+$'))).toEqual([]);
    expect(pieces(text, expression('(a|aa)+$'))).toEqual([]);
  });
});
