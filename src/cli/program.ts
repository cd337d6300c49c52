import { Command, CommanderError } from 'commander';
import packageFile from '../../package.json' with { type: 'json' };
import { UsageFault } from '../model/fault.ts';
import type { Finish } from './commands/declare.ts';
import { addCommands } from './commands.ts';
import { failed } from './failure.ts';
import { nearestWord } from './nearest.ts';
import { addGlobalOptions, globalOptions } from './options.ts';
import { put, Session } from './session.ts';
import { processWorld, type World } from './world.ts';

/**
 * Runs the program: `argv` without node and script. Returns the exit status: 0 done, 1 it could not be
 * done or a check found something, 2 wrong usage. Throws only what is a bug.
 */
export async function run(argv: string[], world: World = processWorld()): Promise<number> {
  let status = 0;
  const program = buildProgram(world, result => {
    status = result;
  });
  try {
    refuseUnknownHelp(program, argv);
    await program.parseAsync(argv, { from: 'user' });
    return status;
  } catch (error) {
    if (!(error instanceof CommanderError)) return failed(error, world);
    return error.exitCode === 0 ? 0 : failed(usageFault(error, argv, program), world);
  }
}

const ABOUT = `Read transcripts paragraph by paragraph, tag passages by theme, export digests that can be checked.

Without a command the reader opens, on the project here (a folder with texts/ in it) or in DIR.`;

const EXAMPLES = `
Examples:
  $ marginalia init my-study               make a project; then fill its texts/
  $ marginalia                             open the reader here
  $ marginalia tag speech-2021 12 erwt     put a theme on paragraph 12
  $ marginalia digest --out digest.md      the tagged passages, theme by theme

"marginalia help COMMAND" explains a command. Exit status: 0 done, 1 not done
or something found, 2 wrong usage.`;

/** A command in the list of commands: its words without the options, which its own help explains. */
const subcommandTerm = (command: Command): string => {
  if (command.name() === 'tag') return 'tag TEXT WHERE THEME';
  const words = command.registeredArguments.map(argument => {
    const word = `${argument.name()}${argument.variadic ? '…' : ''}`;
    return argument.required ? word : `[${word}]`;
  });
  return [command.name(), ...words].join(' ');
};

function buildProgram(world: World, finish: Finish): Command {
  const program = new Command('marginalia')
    .description(ABOUT)
    .usage('[DIR] | COMMAND …')
    .version(packageFile.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [COMMAND]', 'explain a command')
    .argument('[DIR]', 'a project to open in the reader')
    .allowExcessArguments()
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: text => void put(world.stdout, text),
      writeErr: text => void put(world.stderr, text),
      // The error itself is thrown as well: it is told there, in one line.
      outputError: () => {},
      getOutHelpWidth: () => (world.stdout.isTTY && world.stdout.columns) || 80,
      getOutHasColors: () => false,
    })
    .configureHelp({ subcommandTerm })
    .addHelpText('after', EXAMPLES);
  addGlobalOptions(program);
  program.action(async (folder: string | undefined) => {
    const word = program.args[0];
    await refuseUnknown(program, folder, world);
    const { read } = await import('./read.ts');
    finish(await read(new Session(world, globalOptions(program)), word));
  });
  addCommands(program, world, finish);
  return program;
}

/** A word that names no command must name a folder. */
async function refuseUnknown(program: Command, word: string | undefined, world: World) {
  if (word === undefined) return;
  const { isFolder } = await import('../project/root.ts');
  const { resolve } = await import('node:path');
  if (!isFolder(resolve(world.here, word))) {
    throw new UsageFault(`${word}: no such command or folder. ${remedy(program, word)}`);
  }
  const [, ...rest] = program.args;
  if (rest.length > 0)
    throw new UsageFault(`${rest.join(' ')}: too many words after the folder ${word}`);
}

/** Of a word that is no command, commander would print the whole help, among the errors. */
function refuseUnknownHelp(program: Command, [first, word]: readonly string[]): void {
  if (first !== 'help' || word === undefined || word.startsWith('-')) return;
  if (namesOf(program).includes(word)) return;
  throw new UsageFault(`${word}: no such command. ${remedy(program, word)}`);
}

/** The command that was probably meant. */
function remedy(program: Command, word: string): string {
  const near = nearestWord(word, namesOf(program));
  return near ? `Did you mean ${near}?` : '"marginalia --help" lists the commands';
}

const namesOf = (program: Command) => [...program.commands.map(command => command.name()), 'help'];

/** What commander found wrong, as one line that says where to read more. */
function usageFault(error: CommanderError, argv: readonly string[], program: Command): UsageFault {
  const named = argv.find(word => namesOf(program).includes(word));
  const message = error.message
    .replace(/^error: /, '')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\.$/, '');
  const help = named ? `marginalia ${named} --help` : 'marginalia --help';
  return new UsageFault(`${message}. "${help}" explains it`, { cause: error });
}
