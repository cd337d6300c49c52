import { expect, test } from 'vitest';
import { mergeTexts } from '../../src/store/merge/mergeTexts.ts';

const bytes = (value: unknown) =>
  new TextEncoder().encode(value === null ? '' : JSON.stringify(value));

const rejected = (id: string) => ({
  id,
  text: 'a',
  theme: 'erwt',
  sha256: '',
  created: '2026-01-01T00:00:00.000Z',
  selector: { exact: id, prefix: '', suffix: '', start: 0, end: 1 },
});

const state = (ids: string[], fields: Record<string, unknown> = {}) => ({
  version: 1,
  ...fields,
  rejected: ids.map(rejected),
});

function merged(base: unknown, ours: unknown, theirs: unknown) {
  const result = mergeTexts({ base: bytes(base), ours: bytes(ours), theirs: bytes(theirs) });
  if (result.kind === 'refused') throw new Error(`${result.which} ${result.problem}`);
  return result.text === '' ? null : JSON.parse(result.text);
}

test('decisions of both sides stay, what one side took back is gone', () => {
  const base = state(['one', 'two'], { kept: ['k', 'l'], done: ['a'] });
  const ours = state(['one', 'two', 'three'], { kept: ['k', 'l', 'm'], done: ['a'] });
  const theirs = state(['two', 'four'], { kept: ['l', 'n'] });
  const { rejected: all, kept, done } = merged(base, ours, theirs);
  expect(all.map(({ id }: { id: string }) => id).sort()).toEqual(['four', 'three', 'two']);
  expect(kept.sort()).toEqual(['l', 'm', 'n']);
  expect(done).toEqual([]);
});

test('without a base nothing counts as taken back, and fields of other programs stay', () => {
  const both = merged(null, state(['one'], { other: 1 }), state(['two'], { kept: ['k'] }));
  expect(both).toMatchObject({ other: 1, kept: ['k'] });
  expect(both.rejected).toHaveLength(2);
});

test('a side that has no decisions any more; none on either side is no file', () => {
  const base = state(['one'], { kept: ['k'] });
  expect(merged(base, null, state(['one', 'two'], { kept: ['k'] })).rejected).toMatchObject([
    { id: 'two' },
  ]);
  expect(merged(base, null, base)).toBeNull();
});

test('decisions that cannot be read are refused', () => {
  expect(() => merged(null, state(['one']), { version: 1, rejected: 'no' })).toThrow(/theirs/);
});
