import { FORMAT_NAMES } from '../../importing/formats.ts';
import type { ImportedMeta } from '../../importing/imported.ts';
import { UsageFault } from '../../model/fault.ts';
import type { ImportOptions } from './request.ts';
import { idProblem, typedDate } from './typed.ts';

/** The options as they were typed. */
export interface TypedOptions extends Omit<ImportOptions, 'meta'> {
  title?: string | undefined;
  speaker?: string | undefined;
  date?: string | undefined;
  source?: string | undefined;
}

/** Checks what was typed. Throws a UsageFault for an id that is no file name, an unknown format, a date that is none. */
export function checkOptions(typed: TypedOptions): ImportOptions {
  const { title, speaker, date, source, ...rest } = typed;
  const id = typed.id?.normalize('NFC');
  const problem = id === undefined ? null : idProblem(id);
  if (problem !== null) throw new UsageFault(`--id: ${problem}`);
  if (typed.as !== undefined && !FORMAT_NAMES.includes(typed.as))
    throw new UsageFault(`--as ${typed.as}: no such format. There are ${FORMAT_NAMES.join(', ')}`);
  if (typed.keepAll && (typed.from !== undefined || typed.to !== undefined))
    throw new UsageFault('--keep-all keeps everything: leave --from and --to out');
  return { ...rest, id, meta: knownOf({ title, speaker, date: dateOf(date), source }) };
}

function dateOf(date: string | undefined): string | undefined {
  if (date === undefined) return undefined;
  const found = typedDate(date);
  if (found === null)
    throw new UsageFault(`--date ${date}: no date, or one of two. Write 2021-07-14`);
  return found;
}

function knownOf(
  meta: Partial<Record<keyof ImportedMeta, string | undefined>>,
): Partial<ImportedMeta> {
  return Object.fromEntries(Object.entries(meta).filter(([, value]) => value !== undefined));
}
