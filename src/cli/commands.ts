import { type Command, Option } from 'commander';
import type { AnnotationsOptions } from './annotations.ts';
import type { DigestOptions } from './digest.ts';
import { addGlobalOptions, globalOptions } from './options.ts';
import { Session } from './session.ts';
import type { TagOptions } from './tag.ts';
import type { ThemesAddOptions } from './themesAdd.ts';
import type { World } from './world.ts';

/** Takes the exit status of the command that was called. */
export type Finish = (status: number) => void;

/** The arguments of a command, one by one, and its options, as commander hands them over. */
type Words = Parameters<Parameters<Command['action']>[0]>;

/** Completes a command: the options that go everywhere, and what it does when it is called. */
type Act = (command: Command, work: (session: Session, ...words: Words) => Promise<number>) => void;

/** Adds every command to the program. What a command does is loaded when it is called. */
export function addCommands(program: Command, world: World, finish: Finish): void {
  const act: Act = (command, work) => {
    addGlobalOptions(command);
    command.action(async (...words) => {
      finish(await work(new Session(world, globalOptions(command)), ...words));
    });
  };
  addInit(program, act);
  addTexts(program, act);
  addShow(program, act);
  addTag(program, act);
  addUntag(program, act);
  addAnnotations(program, act);
  addThemes(program, act);
  addDigest(program, act);
  addCheck(program, act);
}

function addInit(program: Command, act: Act): void {
  const command = declare(program, 'init', 'make a project: texts/ and the starter themes', [
    'init my-study',
  ]).argument('[DIR]', 'the folder (default: here)');
  act(command, async (session, folder?: string) => {
    const { init } = await import('./init.ts');
    return init(session, folder);
  });
}

function addTexts(program: Command, act: Act): void {
  const command = declare(program, 'texts', 'list the transcripts', ['texts', 'texts --json']);
  act(command, async session => {
    const { texts } = await import('./texts.ts');
    return texts(session);
  });
}

function addShow(program: Command, act: Act): void {
  const command = declare(program, 'show', 'print numbered paragraphs with their tags', [
    'show speech-2021',
    'show speech-2021 12-14',
  ])
    .argument('<TEXT>', 'the id of a transcript, as "marginalia texts" lists it')
    .argument('[RANGE]', 'a paragraph (12) or several (12-14)');
  act(command, async (session, text: string, range?: string) => {
    const { show } = await import('./show.ts');
    return show(session, text, range);
  });
}

function addTag(program: Command, act: Act): void {
  const command = declare(program, 'tag', 'put a theme on a passage', [
    'tag speech-2021 12 encryption',
    'tag speech-2021 12-14 "State threats" --key',
    'tag speech-2021 12:5-40 erwt --memo "who says so?"',
    'tag speech-2021 encryption --quote "the end of lawful access"',
  ])
    .usage('TEXT WHERE THEME [options]\n       marginalia tag TEXT THEME --quote WORDS [options]')
    .argument(
      '[WORDS...]',
      'WHERE is a paragraph (12), one passage over several (12-14), or characters 5 to 40 of a paragraph (12:5-40); THEME is an id or a name',
    )
    .option('--quote <WORDS>', 'the words of the passage; they must stand in one place only')
    .option('--memo <WORDS>', 'a memo on the passage')
    .option('--key', 'mark it as a key quotation');
  act(command, async (session, words: string[], options: TagOptions) => {
    const { tag } = await import('./tag.ts');
    return tag(session, words, options);
  });
}

function addUntag(program: Command, act: Act): void {
  const command = declare(program, 'untag', 'remove annotations of your own', [
    'untag 1f0c9a52',
  ]).argument('<ID...>', 'the beginning of an id, six characters or more');
  act(command, async (session, ids: string[]) => {
    const { untag } = await import('./untag.ts');
    return untag(session, ids);
  });
}

function addAnnotations(program: Command, act: Act): void {
  const command = declare(program, 'annotations', 'list what has been tagged', [
    'annotations speech-2021',
    'annotations --theme encryption --theme erwt --key-only',
  ])
    .argument('[TEXT]', 'of one transcript only')
    .addOption(repeatable('--theme <THEME>', 'of this theme, id or name (repeatable)', 'all'))
    .option('--key-only', 'key quotations only');
  act(command, async (session, text: string | undefined, options: AnnotationsOptions) => {
    const { annotations } = await import('./annotations.ts');
    return annotations(session, text, options);
  });
}

function addThemes(program: Command, act: Act): void {
  const command = declare(program, 'themes', 'list the codebook, or add to it', [
    'themes',
    'themes add "Lawful access" --parent encryption --key 5',
  ]);
  act(command, async session => {
    const { themes } = await import('./themes.ts');
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
    const { themesAdd } = await import('./themesAdd.ts');
    return themesAdd(session, name, options);
  });
}

function addDigest(program: Command, act: Act): void {
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
    const { digest } = await import('./digest.ts');
    return digest(session, options);
  });
}

function addCheck(program: Command, act: Act): void {
  const command = declare(program, 'check', 'read the whole project and report what is wrong', [
    'check',
    'check --json',
  ]);
  act(command, async session => {
    const { check } = await import('./check.ts');
    return check(session);
  });
}

/** A command with examples in its help. */
function declare(parent: Command, name: string, about: string, examples: string[]): Command {
  const lines = examples.map(example => `\n  $ marginalia ${example}`);
  return parent
    .command(name)
    .description(about)
    .allowExcessArguments(false)
    .addHelpText('after', `\nExamples:${lines.join('')}`);
}

function repeatable(flags: string, about: string, none: string): Option {
  const collect = (word: string, before: readonly string[]) => [...before, word];
  return new Option(flags, about).argParser<readonly string[]>(collect).default([], none);
}

const choice = (flags: string, about: string, words: string[]): Option =>
  new Option(flags, about).choices(words);
