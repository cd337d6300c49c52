import type { Command } from 'commander';
import type { CheckOptions } from '../check.ts';
import { type Act, declare } from './declare.ts';

export function addInit(program: Command, act: Act): void {
  const command = declare(program, 'init', 'make a project: texts/ and the starter themes', [
    'init my-study',
  ]).argument('[DIR]', 'the folder (default: here)');
  act(command, async (session, folder?: string) => {
    const { init } = await import('../init.ts');
    return init(session, folder);
  });
}

export function addCheck(program: Command, act: Act): void {
  const command = declare(program, 'check', 'read the whole project and report what is wrong', [
    'check',
    'check --repair',
  ]).option('--repair', 'mend first what can be mended without a guess; old bytes are kept');
  act(command, async (session, options: CheckOptions) => {
    const { check } = await import('../check.ts');
    return check(session, options);
  });
}

export function addMergeFile(program: Command, act: Act): void {
  const command = declare(program, 'merge-file', 'merge three versions of a data file, for git', [
    'merge-file BASE OURS THEIRS',
  ])
    .argument('<BASE>', 'what both were made from')
    .argument('<OURS>', 'our version; the result is written to it')
    .argument('<THEIRS>', 'the other version')
    .addHelpText('after', GIT_SETUP);
  act(command, async (session, base: string, ours: string, theirs: string) => {
    const { mergeFile } = await import('../mergeFile.ts');
    return mergeFile(session, base, ours, theirs);
  });
}

const GIT_SETUP = `
So that git calls it, once in each copy of the project:
  $ git config merge.marginalia.name "Marginalia, by id"
  $ git config merge.marginalia.driver "marginalia merge-file %O %A %B"
  $ echo "annotations/**/*.json merge=marginalia" >> .gitattributes`;
