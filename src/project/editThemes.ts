import { changeCodebook } from '../model/changeCodebook.ts';
import { type Codebook, findStored, type Theme, themeById } from '../model/codebook.ts';
import {
  editTheme,
  mergeTheme,
  type Planned,
  type PlannedEdits,
  addTheme as planTheme,
  retireTheme,
  reviveTheme,
  type ThemeFields,
} from '../model/codebookEdits.ts';
import { type Move, moveTheme, type Spot } from '../model/codebookOrder.ts';
import { Fault, UsageFault } from '../model/fault.ts';
import { starterCodebook } from '../model/starterCodebook.ts';
import { patternFault } from './patternFaults.ts';
import type { Project } from './project.ts';

/**
 * Changes the codebook under its lock and against what is on the disk at that moment. Throws a Fault
 * with the plan's reason where it is refused, and if the disk refuses; then nothing was written.
 */
export async function changeThemes(
  project: Project,
  plan: (codebook: Codebook) => Planned,
): Promise<PlannedEdits> {
  let done: PlannedEdits | undefined;
  await project.store.changeCodebook(found => {
    const codebook = found ?? starterCodebook;
    const planned = plan(codebook);
    if (planned.kind === 'refused') throw new Fault(planned.reason);
    const outcome = changeCodebook(codebook, planned.edits);
    if (outcome.kind === 'refused') throw new Fault(outcome.reason);
    done = planned;
    return outcome.codebook;
  });
  if (!done) throw new Fault('the codebook was not changed. Try again');
  return done;
}

/** Adds a theme; `parent` is an id or a name. Throws a UsageFault for an empty name, else as `changeThemes`. */
export async function addTheme(
  project: Project,
  name: string,
  fields: ThemeFields,
): Promise<Theme> {
  if (name.trim() === '') throw new UsageFault('a theme needs a name');
  await refuseUnreadable(fields.patterns ?? []);
  const { theme } = await changeThemes(project, codebook => {
    const parent = fields.parent ?? null;
    return planTheme(codebook, name, {
      ...fields,
      parent: parent === null ? null : parentId(codebook, parent),
    });
  });
  return theme;
}

/** Throws a UsageFault for an expression that cannot be read. */
async function refuseUnreadable(patterns: readonly string[]): Promise<void> {
  const reason = await patternFault(patterns);
  if (reason !== null) throw new UsageFault(reason);
}

/** What an edit changes: fields as they shall be, and patterns to add and to take out. */
export interface ThemeChanges extends Omit<ThemeFields, 'parent' | 'patterns'> {
  name?: string;
  addPatterns: readonly string[];
  removePatterns: readonly string[];
}

/** Changes fields of a theme, by id or name. */
export async function changeTheme(
  project: Project,
  word: string,
  { addPatterns, removePatterns, ...fields }: ThemeChanges,
): Promise<Theme> {
  await refuseUnreadable(addPatterns);
  const { theme } = await changeThemes(project, codebook => {
    const { id, patterns } = unmerged(codebook, word);
    const missing = removePatterns.find(pattern => !patterns.includes(pattern));
    if (missing !== undefined)
      throw new Fault(`${missing}: no such pattern. It has ${patterns.join(', ') || 'none'}`);
    const kept = patterns.filter(pattern => !removePatterns.includes(pattern));
    const more = addPatterns.filter(pattern => !kept.includes(pattern));
    return editTheme(codebook, id, { ...fields, patterns: [...kept, ...more] });
  });
  return theme;
}

/** Where a theme is to go, with ids or names. */
export interface MoveWords {
  parent?: string | null;
  spot?: Spot;
}

/** Moves a theme in the tree. */
export async function relocateTheme(
  project: Project,
  word: string,
  { parent, spot }: MoveWords,
): Promise<Theme> {
  const { theme } = await changeThemes(project, codebook => {
    const move: Move = {
      ...(parent === undefined
        ? {}
        : { parent: parent === null ? null : parentId(codebook, parent) }),
      ...(spot === undefined ? {} : { spot: spotOf(codebook, spot) }),
    };
    return moveTheme(codebook, unmerged(codebook, word).id, move);
  });
  return theme;
}

const spotOf = (codebook: Codebook, spot: Spot): Spot =>
  'neighbour' in spot ? { ...spot, neighbour: unmerged(codebook, spot.neighbour).id } : spot;

/** Merges one theme into another; answers with both as they are then. */
export async function mergeThemes(
  project: Project,
  source: string,
  into: string,
): Promise<{ source: Theme; target: Theme }> {
  const target: Theme[] = [];
  const { theme, edits } = await changeThemes(project, codebook => {
    const goal = unmerged(codebook, into);
    target.splice(0, 1, goal);
    return mergeTheme(codebook, named(codebook, source).id, goal.id);
  });
  const [was] = target;
  const changed = edits.themes.find(edit => edit.after?.id === was?.id)?.after ?? was;
  return { source: theme, target: changed ?? theme };
}

/** Takes a theme out of use, or brings one back that was retired or merged away. */
export async function setInUse(project: Project, word: string, inUse: boolean): Promise<Theme> {
  const { theme } = await changeThemes(project, codebook => {
    const { id } = inUse ? named(codebook, word) : unmerged(codebook, word);
    return inUse ? reviveTheme(codebook, id) : retireTheme(codebook, id);
  });
  return theme;
}

/** The theme of an id or a name, one that was merged away included. */
export function named(codebook: Codebook, word: string): Theme {
  const theme = findStored(codebook, word);
  if (!theme) throw new Fault(`${word}: no such theme. "marginalia themes" lists them`);
  return theme;
}

/** The same for what a merged theme cannot do any more. */
export function unmerged(codebook: Codebook, word: string): Theme {
  const theme = named(codebook, word);
  if (theme.status !== 'merged') return theme;
  const into = themeById(codebook, theme.id)?.name ?? theme.mergedInto;
  throw new Fault(`${theme.name}: merged into ${into}. Name that one, or bring it back first`);
}

function parentId(codebook: Codebook, word: string): string {
  const theme = findStored(codebook, word);
  if (!theme)
    throw new Fault(`${word}: no such theme to put it under. "marginalia themes" lists them`);
  return theme.status === 'merged' ? (themeById(codebook, theme.id)?.id ?? theme.id) : theme.id;
}
