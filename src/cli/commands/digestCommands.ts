import { type Command, Option } from 'commander';
import { DIGEST_FORMATS, GROUPS, ORDERS } from '../../model/recipe.ts';
import type { DigestOptions } from '../digestChoice.ts';
import type { RecipeOptions } from '../digestRecipes.ts';
import { type Act, choice, declare, repeatable } from './declare.ts';

export function addDigest(program: Command, act: Act): void {
  const command = declare(program, 'digest', 'compile the passages, theme by theme', [
    'digest --theme encryption --theme erwt --out digest.md',
    'digest --key-only --notes --title "On encryption"',
    'digest --theme erwt --out far-right.docx --save far-right',
    'digest --recipe far-right --since 2026-11-03',
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
    .addOption(new Option('--memos').hideHelp())
    .addOption(new Option('--table').hideHelp())
    .option('--once', 'a passage with several themes once, with all their marks')
    .option('--title <WORDS>', 'its title (default: Digest of the project)')
    .addOption(choice('--group-by <WHAT>', 'what its sections are', [...GROUPS]))
    .addOption(choice('--order <WHAT>', 'what orders the transcripts', [...ORDERS]))
    .addOption(
      choice('--format <FORMAT>', 'else the ending of FILE decides, else md', [...DIGEST_FORMATS]),
    )
    .option('--bom', 'CSV for Excel: begin with the sign of UTF-8')
    .option('--out <FILE>', 'write it into a file (default: stdout)')
    .option(
      '--recipe <NAME>',
      'as the project keeps it under this name; options beside it go before it',
    )
    .option('--save <NAME>', 'keep these choices in the project under a name')
    .option('--recipes', 'list the recipes that are kept')
    .option('--forget <NAME>', 'forget a recipe');
  for (const flag of ['with-children', 'key-only', 'notes', 'once', 'bom'])
    command.addOption(new Option(`--no-${flag}`).hideHelp());
  act(command, async (session, options: DigestOptions & RecipeOptions) => {
    if (options.recipes || options.forget !== undefined) {
      const { recipesCommand } = await import('../digestRecipes.ts');
      return recipesCommand(session, options);
    }
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
