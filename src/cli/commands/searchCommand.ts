import type { Command } from 'commander';
import type { SearchOptions } from '../search.ts';
import { type Act, declare } from './declare.ts';

export function addSearch(program: Command, act: Act): void {
  const command = declare(
    program,
    'search',
    'find words in all texts, with the words around them',
    [
      'search encryption',
      'search "end-to-end" --theme encryption --context 12',
      "search --regex 'encrypt(ed|ion)'",
    ],
  )
    .argument('<PATTERN>', 'words; case counts only if one of them has a capital letter')
    .option('--regex', 'PATTERN is a regular expression (the syntax of RE2)')
    .option('--theme <THEME>', 'only in passages with this theme, id or name')
    .option('--text <TEXT>', 'of one transcript only')
    .option('--context <N>', 'words before and after each hit', '8');
  act(command, async (session, pattern: string, options: SearchOptions) => {
    const { search } = await import('../search.ts');
    return search(session, pattern, options);
  });
}
