import { HELP_SCOPES, helpItems } from '../../src/reader/helpItems.ts';
import { KEYMAP } from '../../src/reader/keymap/keymap.ts';
import type { Scope } from '../../src/reader/keymap/scopes.ts';

const NAMES: Partial<Record<Scope, string>> = {
  reading: 'Reading',
  select: 'Selecting a passage (`v`)',
  search: 'Reading, with a search on',
  library: 'Library',
  review: 'Looking through an import (`i`)',
  themes: 'Theme picker (`t`)',
  memo: 'Memo (`m`)',
  filter: 'Filter (`F`)',
  digest: 'Digest (`D`)',
  settings: 'Settings (`,`)',
};

/** The README's table of keys, made from the reader's own key table. */
export function keyTable(): string {
  const reading = new Set(helpItems(KEYMAP, 'reading', '').map(({ binding }) => binding));
  return HELP_SCOPES.map(scope => {
    const items = helpItems(KEYMAP, scope, '').filter(
      ({ binding }) => scope === 'reading' || !reading.has(binding),
    );
    const rows = items.map(
      ({ keys, does }) => `| ${keys.split(' ').map(code).join(' ')} | ${does} |`,
    );
    return rows.length === 0
      ? ''
      : [
          `**${NAMES[scope] ?? scope}**`,
          '',
          '| Keys | What they do |',
          '| --- | --- |',
          ...rows,
        ].join('\n');
  })
    .filter(Boolean)
    .join('\n\n');
}

const code = (key: string): string => `\`${key}\``;

export const BEGIN = '<!-- keys: made from src/reader/keymap/ by npm run readme -->';
export const END = '<!-- end of keys -->';

/** The README with its table of keys made anew. Throws where the marks around the table are missing. */
export function withKeyTable(readme: string): string {
  const [begin, end] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (begin === -1 || end < begin)
    throw new Error('README.md has lost the marks around its table of keys');
  return `${readme.slice(0, begin + BEGIN.length)}\n\n${keyTable()}\n\n${readme.slice(end)}`;
}
