import { isAscii, toAscii } from '../model/plainGlyphs.ts';
import type { Table } from '../project/tableCsv.ts';
import type { Session } from './session.ts';

/** A figure in each form in which it can be printed; made when it is asked for. */
export interface FigureOutput {
  json(): unknown;
  csv(): Table;
  lines(): Promise<string[]>;
}

/** Prints a figure; with plain characters alone where the terminal has no others. */
export async function printFigures(
  session: Session,
  format: 'text' | 'csv' | 'json',
  { bom }: { bom?: boolean },
  output: FigureOutput,
): Promise<void> {
  if (format === 'json') return session.printJson(output.json());
  if (format === 'csv') {
    const { tableCsv } = await import('../project/tableCsv.ts');
    return session.write(tableCsv(output.csv(), { bom }));
  }
  const lines = await output.lines();
  await session.print(isAscii(session.world.env) ? lines.map(toAscii) : lines);
}

const BAR = 12;

/** A share as a bar beside the largest one; a share that is not nothing is seen. */
export function bar(part: number, most: number): string {
  if (part <= 0) return '';
  return '█'.repeat(Math.round((part / most) * BAR)) || '▏';
}

/** A share as a percentage that is 0 or 100 only where it is nothing or everything. */
export function share(part: number): string {
  if (part === 0 || part === 1) return `${part * 100}%`;
  return `${Math.min(99, Math.max(1, Math.round(part * 100)))}%`;
}
