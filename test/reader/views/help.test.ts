import { describe, expect, test } from 'vitest';
import { HELP_SCOPES, helpItems } from '../../../src/reader/helpItems.ts';
import { scopeOf } from '../../../src/reader/select.ts';
import { reading, type Session } from '../session.ts';

/** What the help of a page shows while the cursor goes down over all of it: its columns, one under the other. */
function allShown(session: Session, count: number): string {
  const { columns } = session.state.size;
  const shown = Math.max(1, Math.min(3, Math.floor((columns - 4) / 38)));
  const width = Math.floor((columns - 4) / shown);
  const seen = new Set<string>();
  for (let item = 0; item < count; item++) {
    const rows = session.screen.split('\n').slice(5, -3);
    for (let column = 0; column < shown; column++) {
      const from = 2 + column * width;
      seen.add(rows.map(row => row.slice(from, from + width).trim()).join(' '));
    }
    session.press('Down');
  }
  return [...seen].join('\n').replace(/[ ▌]+/g, ' ');
}

describe.each([
  { columns: 80, rows: 24 },
  { columns: 120, rows: 36 },
  { columns: 60, rows: 20 },
])('help at $columns × $rows', size => {
  test.each(HELP_SCOPES)('%s: what each key does is there to its last word', scope => {
    const tabs = HELP_SCOPES.indexOf(scope);
    const session = reading({ state: { size } }).press('?', ...Array(tabs).fill('Tab'));
    expect(session.state.layer).toMatchObject({ kind: 'help', scope });
    const items = helpItems(session.state.keymap, scope, '');
    const shown = allShown(session, items.length);
    for (const { does } of items) expect(shown).toContain(does);
  });
});

test('Enter where no key fits what is typed leaves help open, with the words', () => {
  const session = reading().press('?').type('zzz').press('Enter');
  expect(scopeOf(session.state)).toBe('help');
  expect(session.screen).toContain('No key and no action of that name.');
  expect(session.state.layer).toMatchObject({ query: 'zzz' });
});
