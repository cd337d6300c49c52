import { type Command, Option } from 'commander';
import type { GlobalOptions } from './session.ts';

const GROUP = 'For every command:';

/** Adds the options that every command takes; the program's own copies stand before the command. */
export function addGlobalOptions(command: Command): void {
  const options = [
    new Option(
      '-p, --project <DIR>',
      'the project (default: here, or the nearest parent with texts/)',
    ),
    new Option(
      '--coder <NAME>',
      'whose work: who tags, or whose tags are shown (default: everybody’s)',
    ),
    new Option('--json', 'print JSON for other programs'),
    new Option('--quiet', 'no words on stderr but errors'),
    new Option('--no-color', 'no colours'),
  ];
  for (const option of options) command.addOption(option.helpGroup(GROUP));
}

/** The options of a call, wherever they stood; the last word counts. */
export function globalOptions(command: Command): GlobalOptions {
  const found: GlobalOptions = { json: false, quiet: false, colour: true };
  for (const one of lineage(command)) {
    const { project, coder, json, quiet, color } = one.opts();
    if (typeof project === 'string') found.project = project;
    if (typeof coder === 'string') found.coder = coder;
    found.json ||= json === true;
    found.quiet ||= quiet === true;
    found.colour &&= color !== false;
  }
  return found;
}

/** The program first, the command that was called last. */
function lineage(command: Command): Command[] {
  return command.parent ? [...lineage(command.parent), command] : [command];
}
