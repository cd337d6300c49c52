import { visibleLine } from '../model/visible.ts';
import type { Imported } from '../project/import/request.ts';
import { cellsOf, cut, pad, prepareCells } from './cells.ts';
import type { Session } from './session.ts';
import { counted } from './words.ts';

/** The least that is shown of a block's words, in cells. */
const LEAST = 20;

/** What an import would do, a line for each block: its number, `-` where it is left out, its words, the reason. */
export async function planLines(
  session: Session,
  { id, source, paragraphs, dropped, plan }: Imported,
): Promise<string[]> {
  await prepareCells(plan.map(({ text }) => text));
  const digits = String(plan.length).length;
  const title = `${id}  ${counted(paragraphs, 'paragraph')}, ${dropped} left out  ${source}`;
  const lines = plan.map(({ kind, text, drop }, index) => {
    const number = pad(String(index + 1), digits, true);
    const reason = drop === null ? '' : `  [${visibleLine(drop)}]`;
    const words = visibleLine(kind === 'heading' ? `# ${text}` : text);
    const room = Math.max(LEAST, session.width - digits - 3 - cellsOf(reason));
    const line = `${number} ${drop === null ? ' ' : '-'} ${cut(words, room)}${reason}`;
    return drop === null ? line : session.dim(line);
  });
  return [session.bold(visibleLine(title)), ...lines];
}
