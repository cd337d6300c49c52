import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonFaultAt } from '../../src/store/jsonPlace.ts';
import { describeCorpus } from '../support/corpora.ts';

describe('where a text stops being JSON', () => {
  // The caret stands before the first character that cannot be; at the end: more had to come.
  it.each([
    '{"a": ^tru}',
    '[1, 2 ^3]',
    '[1,^]',
    '{"a" ^1}',
    '{^a: 1}',
    '{"a": 1,^}',
    '["tab ^\t"]',
    '["^\\u00"]',
    '["a"]^]',
    '[0^1]',
    '[^+1]',
    '[1^.]',
    '["open^',
    '{"a": [1, {"b": 2}^',
    '^',
    ' \n ^',
    '{"a": 1^]',
  ])('%j', marked => {
    expect(jsonFaultAt(marked.replace('^', ''))).toBe(marked.indexOf('^'));
  });

  it('finds nothing wrong with what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.nat(2), (json, indent) => {
        expect(jsonFaultAt(JSON.stringify(JSON.parse(json), null, indent))).toBeNull();
      }),
    );
  });

  it('agrees with JSON.parse on texts with one character taken out, doubled or changed', () => {
    const broken = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', '"', ',', '}', '[', '0', '\\', ' ', 'e'))
      .map(([json, at, put]) => {
        const place = at % (json.length + 1);
        return json.slice(0, place) + put + json.slice(place + 1);
      });
    fc.assert(
      fc.property(broken, text => {
        expect(jsonFaultAt(text) === null).toBe(parses(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is quick and does not overflow on deep nesting', () => {
    expect(jsonFaultAt('['.repeat(100_000))).toBe(100_000);
    expect(jsonFaultAt('['.repeat(100_000) + ']'.repeat(100_000))).toBeNull();
  });
});

describeCorpus('corpora/jsontestsuite/test_parsing', 2, folder => {
  const textsOf = (kind: string) =>
    readdirSync(folder)
      .filter(name => name.startsWith(kind))
      .map(name => ({ name, text: decoded(readFileSync(join(folder, name))) }))
      .filter(({ text }) => text !== null);

  it('finds a place in every file that is not JSON, and none in those that are', () => {
    const wrong = [...textsOf('n_'), ...textsOf('y_')].filter(
      ({ name, text }) => (jsonFaultAt(text ?? '') === null) !== name.startsWith('y_'),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('and agrees with JSON.parse where the standard leaves it open', () => {
    for (const { name, text } of textsOf('i_')) {
      expect([name, jsonFaultAt(text ?? '') === null]).toEqual([name, parses(text ?? '')]);
    }
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
