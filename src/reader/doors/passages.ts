import type { Fault } from '../../model/fault.ts';
import { projectPassages } from '../../project/taggedTexts.ts';
import type { ReaderPorts } from '../ports.ts';
import { copyToTerminal } from '../terminal/clipboard.ts';
import type { Desk } from './desk.ts';

/** What is tagged, wherever it is. */
export const passagesDoors = ({ project }: Desk): Pick<ReaderPorts, 'passages' | 'copyTable'> => ({
  copyTable: async rows => {
    const { tableCsv } = await import('../../project/tableCsv.ts');
    copyToTerminal(tableCsv(rows));
  },
  passages: async () => {
    const faults: Fault[] = [];
    const passages = await projectPassages(project, fault => faults.push(fault));
    return { passages, problem: faults[0]?.message ?? null };
  },
});
