import * as z from 'zod/mini';
import { type Checked, check, noDoubleIds } from './schema.ts';
import { oneLine } from './serialise.ts';
import { FORMAT_VERSION } from './versions.ts';

const text = z.string('must be text');
const position = z.int('must be a whole number').check(z.gte(0, 'must not be negative'));

const rejection = z.looseObject(
  {
    id: text.check(z.minLength(1, 'must not be empty')),
    text,
    theme: text,
    sha256: text,
    created: text,
    selector: z.looseObject(
      { exact: text, prefix: text, suffix: text, start: position, end: position },
      'must be a selector',
    ),
  },
  'must be a rejected suggestion',
);

/** A coder's decisions: rejected suggestions, texts marked done, orphans kept on purpose. */
const state = z.looseObject(
  {
    version: z.literal(FORMAT_VERSION, `must be ${FORMAT_VERSION}`),
    rejected: z.array(rejection, 'must be a list').check(noDoubleIds),
    /** Ids of transcripts. */
    done: z.optional(z.array(text, 'must be a list')),
    /** Ids of annotations. */
    kept: z.optional(z.array(text, 'must be a list')),
  },
  'must be the decisions of a coder',
);

export type StateData = z.output<typeof state>;
export type RejectionData = StateData['rejected'][number];

export const checkState = (data: unknown): Checked<StateData> => check(state, data, 'state');

/** One rejection a line, so that git merges them. `null`, so no file, where nothing is decided. */
export function stateText(data: StateData): string | null {
  const { rejected, ...rest } = data;
  const says = (value: unknown) => !Array.isArray(value) || value.length > 0;
  const others = Object.entries(rest).filter(([key]) => key !== 'version');
  if (rejected.length === 0 && !others.some(([, value]) => says(value))) return null;
  const lines = rejected.map(one => `\n${oneLine(one)}`).join(',');
  return `{${oneLine(rest).slice(1, -1)}, "rejected": [${lines}\n]}\n`;
}
