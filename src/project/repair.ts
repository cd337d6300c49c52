import { rm } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { Fault } from '../model/fault.ts';
import type { Problem, ProblemKind } from './problem.ts';
import type { Project } from './project.ts';
import { joinDoubles, renameDoubleIds } from './repairDoubles.ts';

/** Something that was mended: the problem it was, and what was done. */
export interface Repaired {
  kind: ProblemKind;
  /** Relative to the project, with `/` between the names. */
  file: string;
  message: string;
}

/** What a repair came to: what was mended, and the Faults of what the disk refused. */
export interface Repairs {
  repaired: Repaired[];
  faults: Fault[];
}

/**
 * Mends what can be mended without a guess, each file under its lock and with the old bytes kept on
 * the shelf: broken files from their last good version or from both sides of a git conflict, copies of
 * sync tools, double tags, double ids, what killed programs left. Everything else stays for people.
 */
export async function repairProject(
  project: Project,
  problems: readonly Problem[],
): Promise<Repairs> {
  const repairs: Repairs = { repaired: await swept(project), faults: [] };
  const seen = new Set<string>();
  const doubtful = problems.filter(({ kind }) => NOT_RENAMED.has(kind)).map(one => one.file);
  for (const { kind, file } of brokenFirst(problems)) {
    const name = `${kind} ${file}`;
    if (seen.has(name)) continue;
    if (kind === 'duplicate-id' && doubtful.some(path => isIn(file, path))) continue;
    seen.add(name);
    try {
      for (const message of await mend(project, kind, file))
        repairs.repaired.push({ kind, file, message });
    } catch (cause) {
      if (!(cause instanceof Fault)) throw cause;
      repairs.faults.push(cause);
    }
  }
  return repairs;
}

/** A copy can only be merged into a file that can be read. */
const brokenFirst = (problems: readonly Problem[]): Problem[] =>
  problems.toSorted((a, b) => Number(b.kind === 'broken-file') - Number(a.kind === 'broken-file'));

/**
 * What may be a copy, or the same file twice: with new ids its tags would count twice. A clash may be
 * a folder's.
 */
const NOT_RENAMED: ReadonlySet<ProblemKind> = new Set(['no-text', 'conflict-copy', 'name-clash']);

const isIn = (file: string, path: string): boolean => file === path || file.startsWith(`${path}/`);

async function swept(project: Project): Promise<Repaired[]> {
  const { removed } = await project.store.sweep();
  return removed.map(path => ({
    kind: path.endsWith('.lock') ? 'stale-lock' : 'left-over',
    file: relative(project.root, path).split(sep).join('/'),
    message: 'removed, its program has ended',
  }));
}

const ANNOTATIONS = 'annotations/';

async function mend(project: Project, kind: ProblemKind, file: string): Promise<string[]> {
  if (kind === 'left-over' && !file.startsWith(ANNOTATIONS)) {
    await rm(join(project.root, file), { force: true });
    return ['removed, its program has ended'];
  }
  const inside = file.slice(ANNOTATIONS.length);
  if (!file.startsWith(ANNOTATIONS)) return [];
  if (kind === 'broken-file') return said(project, await project.store.mend(inside));
  if (kind === 'conflict-copy') return said(project, await project.store.absorb(inside));
  const { coder, text } = /^(?<coder>[^/]+)\/(?<text>[^/]+)\.json$/.exec(inside)?.groups ?? {};
  if (coder === undefined || text === undefined) return [];
  if (kind === 'duplicate') return joinDoubles(project, coder, text);
  return kind === 'duplicate-id' ? renameDoubleIds(project, coder, text) : [];
}

/** Words of the store, with paths as seen from the project. */
const said = (project: Project, words: string | null): string[] =>
  words === null ? [] : [words.replaceAll(`${project.root}${sep}`, '')];
