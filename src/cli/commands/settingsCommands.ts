import type { Command } from 'commander';
import { type Act, declare } from './declare.ts';

/** `settings` and what can be done to them. */
export function addSettings(program: Command, act: Act): void {
  const command = declare(program, 'settings', 'list your settings, or change them', [
    'settings',
    'settings set colours contrast',
    'settings set keys.reading.nextUntagged Ctrl+N',
  ]);
  act(command, async session => (await import('../settings.ts')).settings(session));
  addSet(command, act);
  addReset(command, act);
  const keys = declare(command, 'keys', 'every command of the reader with its keys', [
    'settings keys reading',
  ]).argument('[SCOPE]', 'where they work (default: everywhere)');
  act(keys, async (session, scope?: string) =>
    (await import('../settingsKeys.ts')).settingsKeys(session, scope),
  );
  const path = declare(command, 'path', 'where the settings file is', ['settings path']);
  act(path, async session => (await import('../settings.ts')).settingsFile(session));
}

function addSet(settings: Command, act: Act): void {
  const command = declare(settings, 'set', 'change a setting', [
    'settings set map off',
    'settings set keys.everywhere.next n Down',
  ])
    .argument('<NAME>', 'a setting, or keys.SCOPE.COMMAND as "settings keys" lists them')
    .argument('<VALUE...>', 'its value; for keys, each key that the command is to have');
  act(command, async (session, name: string, words: string[]) =>
    (await import('../settings.ts')).settingsSet(session, name, words),
  );
}

function addReset(settings: Command, act: Act): void {
  const command = declare(settings, 'reset', 'a setting as it comes', [
    'settings reset colours',
    'settings reset keys',
  ]).argument('<NAME>', 'a setting, keys.SCOPE.COMMAND, keys.SCOPE or keys');
  act(command, async (session, name: string) =>
    (await import('../settings.ts')).settingsReset(session, name),
  );
}
