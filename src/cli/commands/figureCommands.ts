import type { Command } from 'commander';
import { GROUPINGS } from '../../model/tally.ts';
import type { MatrixOptions } from '../matrix.ts';
import type { StatsOptions } from '../stats.ts';
import { type Act, choice, declare, repeatable } from './declare.ts';

export function addStats(program: Command, act: Act): void {
  const command = declare(program, 'stats', 'count tags and the words they cover', [
    'stats',
    'stats --by speaker --theme encryption',
    'stats --coverage',
    'stats --by month --format csv > months.csv',
  ])
    .addOption(choice('--by <WHAT>', 'what its rows are', [...GROUPINGS]).default('theme'))
    .option('--coverage', 'what has not been read or tagged, transcript by transcript');
  withFilters(command);
  act(command, async (session, options: StatsOptions) => {
    const { stats } = await import('../stats.ts');
    return stats(session, options);
  });
}

export function addMatrix(program: Command, act: Act): void {
  const command = declare(
    program,
    'matrix',
    'theme by transcript, and themes that stand together',
    [
      'matrix',
      'matrix --near overlap',
      'matrix --near 2 --coder sam',
      'matrix --where --theme encryption',
    ],
  )
    .option(
      '--near <HOW>',
      'themes with themes: on the same "passage", where they "overlap", in a "paragraph", or so many paragraphs apart',
    )
    .option('--where', 'where in each transcript each theme stands');
  withFilters(command);
  act(command, async (session, options: MatrixOptions) => {
    const { matrix } = await import('../matrix.ts');
    return matrix(session, options);
  });
}

/** What `digest` has as well. */
function withFilters(command: Command): void {
  command
    .addOption(repeatable('--theme <THEME>', 'this theme, id or name (repeatable)', 'all'))
    .option('--with-children', 'and the themes under it')
    .addOption(repeatable('--text <TEXT>', 'of this transcript only (repeatable)', 'all'))
    .option('--since <DAY>', 'tagged on this day or later, as 2026-11-03')
    .option('--key-only', 'key quotations only')
    .addOption(choice('--format <FORMAT>', 'how it is printed', ['text', 'csv', 'json']))
    .option('--bom', 'CSV for Excel: begin with the sign of UTF-8');
}
