import type { Command } from 'commander';
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
    'check --json',
  ]);
  act(command, async session => {
    const { check } = await import('../check.ts');
    return check(session);
  });
}
