import type { Command } from 'commander';
import type { CheckOptions } from '../check.ts';
import type { SettleOptions } from '../settle.ts';
import { type Act, declare, repeatable } from './declare.ts';

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
    'check --accept 0192f3 --candidate 2',
    'check --keep 0192f3',
  ])
    .option('--repair', 'mend first what can be mended without a guess; old bytes are kept')
    .addOption(
      repeatable('--accept <ID>', 'your annotation is at the place that was listed', 'none'),
    )
    .option('--candidate <N>', 'which of the places that were listed, counted from 1')
    .addOption(
      repeatable('--keep <ID>', 'leave your annotation as it is: no problem any more', 'none'),
    );
  act(command, async (session, options: CheckOptions & SettleOptions) => {
    if (isSettling(options)) {
      const { settle } = await import('../settle.ts');
      return settle(session, options);
    }
    const { check } = await import('../check.ts');
    return check(session, options);
  });
}

const isSettling = ({ accept = [], keep = [], candidate }: SettleOptions): boolean =>
  accept.length > 0 || keep.length > 0 || candidate !== undefined;

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
