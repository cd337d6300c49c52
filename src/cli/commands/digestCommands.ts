import type { Command } from 'commander';
import type { DigestOptions } from '../digest.ts';
import { type Act, choice, declare, repeatable } from './declare.ts';

export function addDigest(program: Command, act: Act): void {
  const command = declare(program, 'digest', 'compile the passages, theme by theme', [
    'digest --theme encryption --theme erwt --out digest.md',
    'digest --key-only --notes --title "On encryption"',
  ])
    .addOption(repeatable('--theme <THEME>', 'this theme, id or name (repeatable)', 'all'))
    .option('--with-children', 'and the themes under it')
    .option('--any', 'what has any of the themes (the default)')
    .option('--all', 'only where all of the themes overlap')
    .addOption(repeatable('--not <THEME>', 'nothing that overlaps this theme (repeatable)', 'none'))
    .addOption(repeatable('--text <TEXT>', 'of this transcript only (repeatable)', 'all'))
    .option('--since <DAY>', 'tagged on this day or later, as 2026-11-03')
    .option('--key-only', 'key quotations only')
    .option('--notes', 'memos without a theme at the end')
    .option('--no-memos', 'without the memos of the passages')
    .option('--no-table', 'without the table and the figures')
    .option('--once', 'a passage with several themes once, with all their marks')
    .option('--title <WORDS>', 'its title (default: Digest of the project)')
    .addOption(
      choice('--group-by <WHAT>', 'what its sections are', ['theme', 'text', 'speaker']).default(
        'theme',
      ),
    )
    .addOption(
      choice('--order <WHAT>', 'what orders the transcripts', ['date', 'text']).default('date'),
    )
    .addOption(choice('--format <FORMAT>', 'else the ending of FILE decides, else md', FORMATS))
    .option('--bom', 'CSV for Excel: begin with the sign of UTF-8')
    .option('--out <FILE>', 'write it into a file (default: stdout)');
  act(command, async (session, options: DigestOptions) => {
    const { digest } = await import('../digest.ts');
    return digest(session, options);
  });
}

export function addVerify(program: Command, act: Act): void {
  const command = declare(
    program,
    'verify',
    'check every quotation of a digest against the texts',
    ['verify digest.docx'],
  ).argument('<FILE>', 'a digest: md, html, docx, csv, json or txt, edited by hand or not');
  act(command, async (session, file: string) => {
    const { verify } = await import('../verify.ts');
    return verify(session, file);
  });
}

const FORMATS = ['md', 'html', 'docx', 'csv', 'json', 'txt', 'csl'];
