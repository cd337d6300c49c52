import { shortId } from '../model/annotation.ts';
import { type Fault, UsageFault } from '../model/fault.ts';
import { visibleLine } from '../model/visible.ts';
import { type Settled, settleDoubts } from '../project/settleDoubts.ts';
import type { Session } from './session.ts';
import { counted } from './words.ts';

export interface SettleOptions {
  accept?: readonly string[];
  candidate?: string;
  keep?: readonly string[];
}

/** `check --accept` and `--keep`: settles doubtful annotations of one's own, and looks at nothing else. */
export async function settle(
  session: Session,
  { accept = [], candidate, keep = [] }: SettleOptions,
): Promise<number> {
  const which = candidateOf(candidate, accept.length);
  const project = await session.project();
  const coder = await session.coder();
  const faults: Fault[] = [];
  try {
    const request = { accept, candidate: which, keep };
    const settled = await settleDoubts(project, coder, request, fault => faults.push(fault));
    if (session.options.json) await session.printJson({ settled: settled.map(shape) });
    else await session.print(settled.map(line));
    await session.say(`Settled ${counted(settled.length, 'annotation')}`);
  } finally {
    // The id that was not found may be in one of these.
    await session.complain(faults);
  }
  return session.status;
}

function candidateOf(word: string | undefined, accepted: number): number | null {
  if (word === undefined) return null;
  if (!/^[1-9]\d{0,5}$/.test(word))
    throw new UsageFault(`--candidate ${word}: give its number, counted from 1`);
  if (accepted !== 1) throw new UsageFault('--candidate goes with one --accept');
  return Number(word);
}

const shape = ({ id, ...rest }: Settled) => ({ id: shortId(id), ...rest });

const line = ({ id, text, kind, paragraph, quote }: Settled): string => {
  const what = kind === 'placed' ? `placed on ¶ ${paragraph}` : 'kept as it is';
  const words = Array.from(quote.replace(/\s+/g, ' ').trim());
  const shown = words.length > 60 ? `${words.slice(0, 60).join('')}…` : words.join('');
  return visibleLine(`${what}  ${text} ${shortId(id)}: "${shown}"`);
};
