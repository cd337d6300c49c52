import type { Command } from 'commander';
import type { ThemesAddOptions } from '../themesAdd.ts';
import type { ThemesEditOptions, ThemesMoveOptions } from '../themesChange.ts';
import type { ThemesExchangeOptions } from '../themesExchange.ts';
import type { ThemesSplitOptions } from '../themesSplit.ts';
import { type Act, choice, declare, repeatable } from './declare.ts';

export function addThemes(program: Command, act: Act): void {
  const command = declare(program, 'themes', 'list the codebook, or change it', [
    'themes',
    'themes add "Lawful access" --parent encryption --key 5',
    'themes merge radicalisation "Online spaces"',
  ]);
  act(command, async session => {
    const { themes } = await import('../themes.ts');
    return themes(session);
  });
  addThemesAdd(command, act);
  addThemesEdit(command, act);
  addThemesMove(command, act);
  addThemesMerge(command, act);
  addThemesSplit(command, act);
  addThemesRetire(command, act);
  addThemesExchange(command, act);
}

const fieldOptions = (command: Command): Command =>
  command
    .option('--definition <WORDS>', 'what the theme means')
    .option('--include <WORDS>', 'what belongs to it')
    .option('--exclude <WORDS>', 'what does not')
    .option('--memo <WORDS>', 'a memo on the theme')
    .option('--key <DIGIT>', 'the key that tags with it, 1 to 9; none takes it off')
    .option('--colour <NAME>', 'sky, orange, green, pink, yellow, vermillion, violet or grey')
    .option('--mark <SIGN>', 'the sign that stands for it, one cell wide')
    .addOption(repeatable('--pattern <WORDS>', 'words that suggest it (repeatable)', 'none'));

const THEME = 'the id or the name of a theme';

function addThemesAdd(themes: Command, act: Act): void {
  const command = declare(themes, 'add', 'add a theme', [
    'themes add "Lawful access" --definition "Who may read what"',
  ]).argument('<NAME>', 'its name; its id is made of it and never changes');
  fieldOptions(command).option('--parent <THEME>', 'the theme that it belongs under');
  act(command, async (session, name: string, options: ThemesAddOptions) => {
    const { themesAdd } = await import('../themesAdd.ts');
    return themesAdd(session, name, options);
  });
}

function addThemesEdit(themes: Command, act: Act): void {
  const command = declare(themes, 'edit', 'change the words, the look or the key of a theme', [
    'themes edit erwt --name "Far right" --key none',
    'themes edit encryption --pattern "zero knowledge" --remove-pattern privacy',
  ]).argument('<THEME>', THEME);
  fieldOptions(command.option('--name <NAME>', 'another name; the id stays')).addOption(
    repeatable('--remove-pattern <WORDS>', 'a pattern that goes (repeatable)', 'none'),
  );
  act(command, async (session, theme: string, options: ThemesEditOptions) => {
    const { themesEdit } = await import('../themesChange.ts');
    return themesEdit(session, theme, options);
  });
}

function addThemesMove(themes: Command, act: Act): void {
  const command = declare(themes, 'move', 'move a theme in the tree', [
    'themes move lawful-access --parent encryption',
    'themes move erwt --before state-threats',
  ])
    .argument('<THEME>', THEME)
    .option('--parent <THEME>', 'under this theme')
    .option('--top', 'under none')
    .option('--before <THEME>', 'right before this one, on its level')
    .option('--after <THEME>', 'right behind this one, on its level')
    .option('--first', 'the first of its level')
    .option('--last', 'the last of its level');
  act(command, async (session, theme: string, options: ThemesMoveOptions) => {
    const { themesMove } = await import('../themesChange.ts');
    return themesMove(session, theme, options);
  });
}

function addThemesMerge(themes: Command, act: Act): void {
  const command = declare(themes, 'merge', 'let the tags of one theme count for another', [
    'themes merge radicalisation online-spaces',
  ])
    .argument('<SOURCE>', 'the theme that goes; no annotation is written')
    .argument('<TARGET>', 'the theme that its tags count for from now on');
  act(command, async (session, source: string, target: string) => {
    const { themesMerge } = await import('../themesChange.ts');
    return themesMerge(session, source, target);
  });
}

function addThemesSplit(themes: Command, act: Act): void {
  const command = declare(themes, 'split', 'give some of your passages to another theme', [
    'themes split erwt "Young people" --matching teenager',
    'themes split erwt "Young people" --ids 1f0c9a52 83b1c2d4',
  ])
    .argument('<OLD>', THEME)
    .argument('<NEW>', 'the theme that takes them; made if there is none of this name')
    .option('--ids <ID...>', 'these annotations, by the beginnings of their ids')
    .option('--text <TEXT>', 'those on this transcript')
    .option('--matching <WORDS>', 'those with these words in them');
  act(command, async (session, from: string, into: string, options: ThemesSplitOptions) => {
    const { themesSplit } = await import('../themesSplit.ts');
    return themesSplit(session, from, into, options);
  });
}

function addThemesRetire(themes: Command, act: Act): void {
  const command = declare(themes, 'retire', 'take a theme out of use, or bring it back', [
    'themes retire state-threats',
    'themes retire state-threats --back',
  ])
    .argument('<THEME>', `${THEME}; its tags stay and count`)
    .option('--back', 'into use again; a merged one gets its own tags back');
  act(command, async (session, theme: string, options: { back?: boolean }) => {
    const { themesRetire } = await import('../themesChange.ts');
    return themesRetire(session, theme, options);
  });
}

function addThemesExchange(themes: Command, act: Act): void {
  const format = () =>
    choice('--format <FORMAT>', 'else the ending of FILE decides', ['json', 'qdc', 'csv']);
  const writing = declare(themes, 'export', 'write the codebook for another project or program', [
    'themes export codebook.qdc',
  ])
    .argument('<FILE>', '.json, .qdc (REFI-QDA) or .csv; - is stdout')
    .addOption(format());
  act(writing, async (session, file: string, options: ThemesExchangeOptions) => {
    const { themesExport } = await import('../themesExchange.ts');
    return themesExport(session, file, options);
  });
  const reading = declare(themes, 'import', 'bring in the themes of another codebook', [
    'themes import colleague.json',
  ])
    .argument('<FILE>', '.json, .qdc (REFI-QDA) or .csv')
    .addOption(format())
    .option('--replace', 'where both say something else, take theirs');
  act(reading, async (session, file: string, options: ThemesExchangeOptions) => {
    const { themesImport } = await import('../themesExchange.ts');
    return themesImport(session, file, options);
  });
}
