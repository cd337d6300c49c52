import type { Fault } from '../../model/fault.ts';
import { doubtsOf } from '../../project/doubts.ts';
import { tolerating } from '../../project/placed.ts';
import type { ReaderPorts } from '../ports.ts';
import type { Desk } from './desk.ts';

/** What waits to be repaired. */
export const doubtsDoors = (desk: Desk): Pick<ReaderPorts, 'doubts'> => ({
  doubts: async text => {
    const faults: Fault[] = [];
    const onFault = (fault: Fault) => faults.push(fault);
    const here = text === null ? [] : await doubts(desk, text, onFault);
    const isHere = here.some(({ placed }) => !placed.kept);
    const found = isHere ? here : await doubts(desk, undefined, onFault);
    return {
      text: isHere ? text : null,
      doubts: found,
      problem: faults[0]?.message ?? null,
    };
  },
});

/** Those of files that can be written: one of a newer version is left alone. */
async function doubts(
  { project, coder }: Desk,
  text: string | undefined,
  onFault: (fault: Fault) => void,
) {
  const found =
    (await tolerating(onFault, () => doubtsOf(project, { coder, text }, onFault))) ?? [];
  const newer = project.store.newerFiles();
  return found.filter(
    ({ placed }) =>
      !newer.some(({ file }) => file?.endsWith(`${coder}/${placed.annotation.text}.json`)),
  );
}
