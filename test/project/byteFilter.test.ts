import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allHits, wordsFinder } from '../../src/model/hits.ts';
import { allMatches, wordsPattern } from '../../src/model/matching.ts';
import { readTranscript } from '../../src/model/transcript.ts';
import { mayHold } from '../../src/project/byteFilter.ts';
import { describeCorpus } from '../support/corpora.ts';

const words = (query: string) => ({ words: query, regex: false });
const holds = (text: string, query: string) => mayHold(Buffer.from(text), words(query));

describe('what bytes may hold', () => {
  test.each([
    ['the Encryption debate', 'encryption', true],
    ['the debate', 'encryption', false],
    ['end-to-end', 'end to encryption', false],
    ['caf\u00E9s', 'cafe\u0301s', true],
    ['it is ſo', 'is so', true],
    ['300 \u212Aelvin', '300 kelvin', true],
    ['anything', 'no', true],
    ['anything', '—', true],
  ])('%j, looked through for %j: %s', (text, query, expected) => {
    expect(holds(text, query)).toBe(expected);
  });

  test('an expression may be in any text', () => {
    expect(mayHold(Buffer.from('x'), { words: 'encrypt', regex: true })).toBe(true);
  });

  test('a hit over the edge of a piece is seen', () => {
    const text = `${'x'.repeat(7_999_995)}encryption${'x'.repeat(100)}`;
    expect(holds(text, 'encryption')).toBe(true);
  });

  test('never says no where there is a hit', () => {
    const unit = fc.constantFrom('s', 'K', 'a', 'ſ', '\u212A', 'é', 'e\u0301', ' ', "'", '’', '0');
    fc.assert(
      fc.property(
        fc.string({ unit, maxLength: 40 }),
        fc.string({ unit, maxLength: 6 }),
        (text, query) => {
          const pattern = wordsPattern(query, { case: 'smart' });
          if (pattern && allMatches(text, pattern).length > 0)
            expect(holds(text, query)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describeCorpus('corpora/blns', 1, folder => {
  test('every naughty string is found in a text that holds it, and its bytes may hold it', () => {
    const strings: string[] = JSON.parse(readFileSync(join(folder, 'blns.json'), 'utf8'));
    const lost = strings.filter(query => {
      const find = wordsFinder(query);
      const text = readTranscript('x.txt', `first\n\nbefore ${query} after\n\nlast`);
      const found = find === null || allHits(find, text).length > 0;
      return !found || !holds(text.text, query);
    });
    expect(lost).toEqual([]);
    expect(strings.filter(query => wordsFinder(query) !== null).length).toBeGreaterThan(500);
  });
});
