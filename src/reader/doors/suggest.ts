import { activeThemes } from '../../model/codebook.ts';
import type { Fault } from '../../model/fault.ts';
import { rejectable } from '../../project/decideSuggestions.ts';
import { codebookOf } from '../../project/project.ts';
import { suggestOn } from '../../project/suggest.ts';
import type { SuggestAnswer } from '../command.ts';
import type { ReaderSuggestion } from '../layer.ts';
import type { ReaderPorts } from '../ports.ts';
import { type Desk, loadedText } from './desk.ts';
import { Pause } from './pause.ts';

/** Passages of a transcript that match the themes' patterns. */
export const suggestDoors = (desk: Desk): Pick<ReaderPorts, 'suggest'> => ({
  suggest: text => suggestIn(desk, text),
});

async function suggestIn(desk: Desk, text: string): Promise<SuggestAnswer> {
  const { project, coder } = desk;
  const loaded = await loadedText(desk, text);
  const codebook = await codebookOf(project);
  const rejections = await project.store.readRejections(coder);
  const faults: Fault[] = [];
  const onFault = (fault: Fault) => faults.push(fault);
  const themes = activeThemes(codebook);
  const all = await suggestOn({ project, codebook, themes, coder, rejections, onFault }, loaded);
  const pause = new Pause(new AbortController().signal);
  const found: ReaderSuggestion[] = [];
  for (const one of all) {
    found.push({ ...one.suggestion, rejectable: rejectable(one) });
    await pause.goesOn();
  }
  return { found, problem: faults[0]?.message ?? null };
}
