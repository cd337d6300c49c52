import type { Command } from 'commander';
import type { ThemesAddOptions } from '../themesAdd.ts';
import { type Act, declare, repeatable } from './declare.ts';

export function addThemes(program: Command, act: Act): void {
  const command = declare(program, 'themes', 'list the codebook, or add to it', [
    'themes',
    'themes add "Lawful access" --parent encryption --key 5',
  ]);
  act(command, async session => {
    const { themes } = await import('../themes.ts');
    return themes(session);
  });
  addThemesAdd(command, act);
}

function addThemesAdd(themes: Command, act: Act): void {
  const command = declare(themes, 'add', 'add a theme', [
    'themes add "Lawful access" --definition "Who may read what"',
  ])
    .argument('<NAME>', 'its name; its id is made of it and never changes')
    .option('--definition <WORDS>', 'what the theme means')
    .option('--include <WORDS>', 'what belongs to it')
    .option('--exclude <WORDS>', 'what does not')
    .option('--memo <WORDS>', 'a memo on the theme')
    .option('--key <DIGIT>', 'the key that tags with it, 1 to 9')
    .option('--colour <NAME>', 'sky, orange, green, pink, yellow, vermillion, violet or grey')
    .option('--mark <SIGN>', 'the sign that stands for it, one cell wide')
    .option('--parent <THEME>', 'the theme that it belongs under')
    .addOption(repeatable('--pattern <WORDS>', 'words that suggest it (repeatable)', 'none'));
  act(command, async (session, name: string, options: ThemesAddOptions) => {
    const { themesAdd } = await import('../themesAdd.ts');
    return themesAdd(session, name, options);
  });
}
