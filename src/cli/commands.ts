import type { Command } from 'commander';
import { actIn, type Finish } from './commands/declare.ts';
import { addDigest, addVerify } from './commands/digestCommands.ts';
import { addMatrix, addStats } from './commands/figureCommands.ts';
import { addCheck, addInit, addMergeFile } from './commands/projectCommands.ts';
import { addSearch } from './commands/searchCommand.ts';
import { addSettings } from './commands/settingsCommands.ts';
import { addSuggest } from './commands/suggestCommand.ts';
import { addAnnotations, addTag, addUntag } from './commands/tagCommands.ts';
import { addEdit, addImport, addShow, addTexts } from './commands/textCommands.ts';
import { addThemes } from './commands/themeCommands.ts';
import type { World } from './world.ts';

/**
 * Adds every command to the program, in the order of the help. What a command does is loaded when it
 * is called.
 */
export function addCommands(program: Command, world: World, finish: Finish): void {
  const act = actIn(world, finish);
  addInit(program, act);
  addImport(program, act);
  addTexts(program, act);
  addShow(program, act);
  addEdit(program, act);
  addTag(program, act);
  addUntag(program, act);
  addAnnotations(program, act);
  addThemes(program, act);
  addSearch(program, act);
  addSuggest(program, act);
  addStats(program, act);
  addMatrix(program, act);
  addDigest(program, act);
  addVerify(program, act);
  addCheck(program, act);
  addSettings(program, act);
  addMergeFile(program, act);
}
