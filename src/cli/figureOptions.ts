import { UsageFault } from '../model/fault.ts';
import { isDay } from '../model/recipe.ts';
import type { FigureQuery } from '../project/figures/gather.ts';
import type { Session } from './session.ts';
import { counted } from './words.ts';

/** What `stats` and `matrix` are told. */
export interface FigureOptions {
  theme: readonly string[];
  withChildren?: boolean;
  text: readonly string[];
  keyOnly?: boolean;
  since?: string;
  format?: 'text' | 'csv' | 'json';
  bom?: boolean;
}

/** What is to be counted. Throws a UsageFault for a day that is none. */
export async function figureQuery(session: Session, options: FigureOptions): Promise<FigureQuery> {
  const { theme, withChildren, text, keyOnly, since } = options;
  if (since !== undefined && !isDay(since))
    throw new UsageFault(`--since ${since}: not a day. Give it as 2026-11-03`);
  const coder = await session.coderFilter();
  return { themes: theme, withChildren, texts: text, coder, keyOnly, since };
}

/** How it is printed. Throws a UsageFault where `--json` and `--format` do not agree. */
export function figureFormat(session: Session, { format }: FigureOptions): 'text' | 'csv' | 'json' {
  if (!session.options.json) return format ?? 'text';
  if (format !== undefined && format !== 'json')
    throw new UsageFault(`--json and --format ${format} exclude each other. Give one of them`);
  return 'json';
}

/** What could not be counted, on stderr. */
export async function sayUncertain(session: Session, uncertain: number): Promise<void> {
  if (uncertain === 0) return;
  const place = uncertain === 1 ? 'its place is' : 'their places are';
  await session.say(`${counted(uncertain, 'annotation')} left out: ${place} not certain`);
}
