import type { Override, SettingName, SettingsHere } from '../model/settings.ts';
import type { Environment } from './settings.ts';
import { readSettings, settingsLine } from './settingsFile.ts';

export interface SettingsQuestion {
  env: Environment;
  /** `--no-color` was given. */
  noColor: boolean;
  /** What `--coder` says. */
  coder: string | undefined;
}

/** The settings of a run: the file, with what the environment and the command line say over it. */
export function settingsHere(question: SettingsQuestion): SettingsHere {
  const { file, settings, given, problems } = readSettings(question.env);
  return {
    file,
    own: settings,
    given,
    over: overrides(question),
    problems: problems.map(({ message }) => settingsLine(file, message)),
  };
}

function overrides({ env, noColor, coder }: SettingsQuestion): SettingsHere['over'] {
  const over: Partial<Record<SettingName, Override>> = {};
  const colour = noColor
    ? commandLine('none', '--no-color')
    : env.NO_COLOR
      ? environment('none', 'NO_COLOR')
      : env.TERM === 'dumb'
        ? environment('none', 'TERM')
        : null;
  if (colour) over.colours = colour;
  if (env.INK_SCREEN_READER === 'true') over.screenReader = environment('on', 'INK_SCREEN_READER');
  if (coder !== undefined) over.coder = commandLine(coder, '--coder');
  else if (env.MARGINALIA_CODER) over.coder = environment(env.MARGINALIA_CODER, 'MARGINALIA_CODER');
  return over;
}

const environment = (value: string, by: string): Override => ({ value, from: 'environment', by });
const commandLine = (value: string, by: string): Override => ({ value, from: 'command line', by });
