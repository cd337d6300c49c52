import { describe, expect, test } from 'vitest';
import { spokenOf } from '../../../src/reader/spoken/spoken.ts';
import { choicesInWords, inWords, keysInWords } from '../../../src/reader/spoken/words.ts';
import { SCENES } from '../scenes.ts';

const size = { columns: 80, rows: 24 };

/** The scenes whose words are kept, to be read: what a screen reader gets to tell. */
const KEPT = [
  'library',
  'library, the last row',
  'library, words typed',
  'library, nothing fits',
  'filter, of a conversation',
  'palette, filtered',
  'contents',
  'empty library',
  'reading, plain',
  'reading, tagged, with memos',
  'reading, spans',
  'reading, not saved',
  'interview',
  'empty text',
  'picker',
  'memo drawer',
  'which drawer',
  'prompt',
  'search',
  'search without a hit',
  'help',
  'digest',
  'import, being read',
  'import, refused',
  'review',
  'review, two transcripts',
  'review, a date that is none',
  'review, splitting',
  'settings',
  'settings, a key that is taken',
  'repair, similar',
  'repair, ambiguous',
  'repair, nothing',
];

function wordsOf(name: string): string {
  const scene = SCENES[name];
  if (!scene) throw new Error(`no scene ${name}`);
  const { lines, field } = spokenOf(scene(size).state);
  return [...lines, ...(field === null ? [] : [`${field}: …`])].join('\n');
}

test.each(KEPT)('%s', async name => {
  const file = name.replaceAll(', ', '-').replaceAll(' ', '-');
  await expect(`${wordsOf(name)}\n`).toMatchFileSnapshot(`__snapshots__/${file}.txt`);
});

describe('whatever is on the screen', () => {
  test.each(Object.keys(SCENES))('%s is told in words: no mark, no rule, no map', name => {
    const words = wordsOf(name);
    expect(words).toMatch(/\p{L}{2}/u);
    expect(words).not.toMatch(/[\u2190-\u21FF\u2500-\u27BF¶★·]|\[[x -]\]| {2}/u);
    for (const line of words.split('\n')) expect(line).toMatch(/[.!?…”:]$/u);
  });
});

test('the digest page tells the box at the cursor, not its row', () => {
  const session = SCENES['digest, a recipe']?.(size).press('g');
  const told: string[] = [];
  for (let i = 0; session && i < 21; i++)
    told.push(spokenOf(session.press('j').state).lines[0] ?? '');
  expect(told).toContain('with: memos, chosen.');
  expect(told).toContain('with: loose memos, not chosen.');
  expect(told).toContain('coders: sam, chosen.');
  expect(told).toContain('only: key quotation key quotations, not chosen.');
});

test.each([
  ['undid Money on ¶ 3', 'undid Money on paragraph 3'],
  [
    'saved · colours dark · NO_COLOR goes before it',
    'saved, colours dark, NO_COLOR goes before it',
  ],
  ['━━ Tag ¶ 31 ━━━━━━', 'Tag paragraph 31'],
  ['m is memo (memo) in reading', 'm is memo (memo) in reading'],
  ['a\u001b[2J', 'a␛[2J'],
])('%j is told as %j', (shown, words) => {
  expect(inWords(shown)).toBe(words);
});

test('choices are told', () => {
  const told = (line: string) => inWords(choicesInWords(line));
  expect(told('▌            [x] ◆ Encryption          26')).toBe('chosen: Encryption 26');
  expect(told('▌  with       [x] memos   [ ] matrix')).toBe(
    'with chosen: memos not chosen: matrix',
  );
  expect(told('  group by  (theme) text')).toBe('group by theme (chosen) text');
});

test('keys have names that can be heard', () => {
  expect(keysInWords('j ↓')).toBe('j or down arrow');
  expect(keysInWords('G End')).toBe('capital G or End');
  expect(keysInWords('[')).toBe('left bracket');
});
