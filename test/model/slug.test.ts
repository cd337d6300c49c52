import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeSlug, slug } from '../../src/model/slug.ts';

test.each([
  ['State threats', 'state-threats'],
  ['  ERWT  ', 'erwt'],
  ['Prevent: referrals & cases', 'prevent-referrals-cases'],
  ['MI5’s view', 'mi5s-view'],
  ["O'Neill", 'oneill'],
  ['E\u0301tude', '\u00E9tude'],
  ['Безопасность', 'безопасность'],
  ['端到端 加密', '端到端-加密'],
  ['हिन्दी', 'हिन्दी'],
  ['../../etc/passwd', 'etc-passwd'],
  ['a\\b:c*d', 'a-b-c-d'],
  ['--a--', 'a'],
  ['\u0301a', 'a'],
  ['CON', 'con-1'],
  ['lpt9', 'lpt9-1'],
  ['console', 'console'],
  ['?!', ''],
  ['', ''],
])('%j becomes %j', (name, expected) => {
  expect(slug(name)).toBe(expected);
});

test('a slug is safe as a file name, and its own slug', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), name => {
      const made = slug(name);
      expect(made).toMatch(/^(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?)?$/u);
      expect(made).not.toContain('--');
      expect(Array.from(made).length).toBeLessThanOrEqual(82);
      expect(slug(made)).toBe(made);
    }),
    { numRuns: 2000 },
  );
});

test('a mark that was parted from its letter does not leave two ways to write one name', () => {
  expect(slug("e'\u0301tude")).toBe('\u00E9tude');
});

test('a long name is cut between characters', () => {
  expect(slug('𝐚'.repeat(200))).toBe('𝐚'.repeat(80));
  expect(slug(`${'a'.repeat(79)} b`)).toBe('a'.repeat(79));
});

test('a taken slug is counted on', () => {
  const taken = new Set(['erwt', 'erwt-2', 'theme']);
  const isTaken = (id: string) => taken.has(id);
  expect(freeSlug('ERWT', 'theme', isTaken)).toBe('erwt-3');
  expect(freeSlug('Encryption', 'theme', isTaken)).toBe('encryption');
  expect(freeSlug('?', 'theme', isTaken)).toBe('theme-2');
});
