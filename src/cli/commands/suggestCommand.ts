import type { Command } from 'commander';
import type { SuggestOptions } from '../suggest.ts';
import { type Act, declare, repeatable } from './declare.ts';

export function addSuggest(program: Command, act: Act): void {
  const command = declare(
    program,
    'suggest',
    'list passages that match the patterns of the themes, best first',
    [
      'suggest',
      'suggest speech-2021 --theme encryption --limit 20',
      'suggest --accept speech-2021:encryption:120-310',
      'suggest --theme encryption --apply --yes',
    ],
  )
    .argument('[TEXT]', 'in one transcript only')
    .addOption(repeatable('--theme <THEME>', 'for this theme, id or name (repeatable)', 'all'))
    .option('--limit <N>', 'the best so many only')
    .addOption(repeatable('--accept <ID>', 'tag this one (repeatable)', 'none'))
    .addOption(repeatable('--reject <ID>', 'never suggest it again (repeatable)', 'none'))
    .option('--apply', 'tag all that are listed, after a question')
    .option('--yes', 'with --apply: do not ask')
    .option('--rejected', 'list what was rejected')
    .addOption(repeatable('--restore <ID>', 'take a rejection back (repeatable)', 'none'));
  act(command, async (session, text: string | undefined, options: SuggestOptions) => {
    const { suggest } = await import('../suggest.ts');
    return suggest(session, text, options);
  });
}
