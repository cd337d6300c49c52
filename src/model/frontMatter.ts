import { CORE_SCHEMA, loadAll } from 'js-yaml';
import { plainMapping } from './plainMapping.ts';

/** What a transcript file's front matter says. Unknown keys are kept in `fields`. */
export interface FrontMatter {
  fields: Readonly<Record<string, unknown>>;
  /** Where the body begins: UTF-16 offset into the file's text, 0 without front matter. */
  bodyStart: number;
  /** Why the front matter could not be read, in words; `null` when all is well. */
  problem: string | null;
}

const none: FrontMatter = { fields: {}, bodyStart: 0, problem: null };
/** Aliases can make a few lines huge. */
const MOST_ALIASES = 50;
const OPENING = /^---[ \t]*\n/;
const CLOSING = /^---[ \t]*(?:\n|$)/gm;

/**
 * Reads YAML front matter: a first line `---`, a mapping, and a line `---`. Anything else, a rule
 * over the first paragraph for instance, is body. `file` has LF line ends and no BOM. Never throws:
 * YAML that cannot be read stays out of the body and is named in `problem`.
 */
export function readFrontMatter(file: string): FrontMatter {
  const opening = OPENING.exec(file);
  if (!opening) return none;
  CLOSING.lastIndex = opening[0].length;
  const closing = CLOSING.exec(file);
  if (!closing) return none;
  const yaml = file.slice(opening[0].length, closing.index);
  const bodyStart = closing.index + closing[0].length;
  return readMapping(yaml, bodyStart);
}

function readMapping(yaml: string, bodyStart: number): FrontMatter {
  let fields: unknown;
  try {
    fields = plainMapping(yaml) ?? parsed(yaml);
  } catch (cause) {
    // Prose between two rules seldom fails to parse; a line with `key:` in it was meant as front matter.
    if (!/^[\w-]+:/m.test(yaml)) return none;
    return { fields: {}, bodyStart, problem: firstLine(cause) };
  }
  if (fields === null) return { fields: {}, bodyStart, problem: null };
  if (typeof fields !== 'object' || Array.isArray(fields)) return none;
  return { fields: fields as Record<string, unknown>, bodyStart, problem: null };
}

/** All documents of it, of which there is one, or none where there are comments alone. */
const parsed = (yaml: string): unknown =>
  loadAll(yaml, { schema: CORE_SCHEMA, maxAliases: MOST_ALIASES })[0] ?? null;

const firstLine = (cause: unknown) =>
  (cause instanceof Error ? cause.message : String(cause)).split('\n', 1)[0] ?? '';
