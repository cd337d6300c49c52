import type { Command } from 'commander';
import type { DigestOptions } from '../digest.ts';
import { type Act, choice, declare, repeatable } from './declare.ts';

export function addDigest(program: Command, act: Act): void {
  const command = declare(program, 'digest', 'compile the passages, theme by theme', [
    'digest --theme encryption --theme erwt --out digest.md',
    'digest --key-only --notes --title "On encryption"',
  ])
    .addOption(repeatable('--theme <THEME>', 'this theme, id or name (repeatable)', 'all'))
    .option('--text <TEXT>', 'of one transcript only')
    .option('--key-only', 'key quotations only')
    .option('--notes', 'memos without a theme at the end')
    .option('--title <WORDS>', 'its title (default: Digest of the project)')
    .addOption(
      choice('--group-by <WHAT>', 'what its sections are', ['theme', 'text']).default('theme'),
    )
    .addOption(
      choice('--format <FORMAT>', 'else the ending of FILE decides, else md', ['md', 'json']),
    )
    .option('--out <FILE>', 'write it into a file (default: stdout)');
  act(command, async (session, options: DigestOptions) => {
    const { digest } = await import('../digest.ts');
    return digest(session, options);
  });
}
