import { type Command, Option } from 'commander';
import { addGlobalOptions, globalOptions } from '../options.ts';
import { Session } from '../session.ts';
import type { World } from '../world.ts';

/** Takes the exit status of the command that was called. */
export type Finish = (status: number) => void;

/** The arguments of a command, one by one, and its options, as commander hands them over. */
type Words = Parameters<Parameters<Command['action']>[0]>;

/** Completes a command: the options that go everywhere, and what it does when it is called. */
export type Act = (
  command: Command,
  work: (session: Session, ...words: Words) => Promise<number>,
) => void;

/** What a command does is run in a session of its own. */
export function actIn(world: World, finish: Finish): Act {
  return (command, work) => {
    addGlobalOptions(command);
    command.action(async (...words) => {
      const session = new Session(world, globalOptions(command));
      finish(await work(session, ...words));
      await session.end();
    });
  };
}

/** A command with examples in its help. */
export function declare(parent: Command, name: string, about: string, examples: string[]): Command {
  const lines = examples.map(example => `\n  $ marginalia ${example}`);
  return parent
    .command(name)
    .description(about)
    .allowExcessArguments(false)
    .addHelpText('after', `\nExamples:${lines.join('')}`);
}

export function repeatable(flags: string, about: string, none: string): Option {
  const collect = (word: string, before: readonly string[]) => [...before, word];
  return new Option(flags, about).argParser<readonly string[]>(collect).default([], none);
}

export const choice = (flags: string, about: string, words: string[]): Option =>
  new Option(flags, about).choices(words);
