import type { Theme } from '../model/codebook.ts';
import type { Spot } from '../model/codebookOrder.ts';
import { UsageFault } from '../model/fault.ts';
import {
  changeTheme,
  type MoveWords,
  mergeThemes,
  relocateTheme,
  setInUse,
} from '../project/editThemes.ts';
import type { Project } from '../project/project.ts';
import { countedThemes } from '../project/themes.ts';
import type { Session } from './session.ts';
import { type FieldOptions, fieldsOf } from './themeFields.ts';
import { lines, shape } from './themes.ts';
import { counted } from './words.ts';

export interface ThemesEditOptions extends FieldOptions {
  name?: string | undefined;
  pattern: readonly string[];
  removePattern: readonly string[];
}

/** `themes edit THEME`: other words, another look, another digit; the id stays. */
export async function themesEdit(
  session: Session,
  word: string,
  { name, pattern, removePattern, ...options }: ThemesEditOptions,
): Promise<number> {
  const fields = await fieldsOf(options);
  if (
    Object.keys(fields).length + pattern.length + removePattern.length === 0 &&
    name === undefined
  )
    throw new UsageFault(
      'themes edit: nothing to change. "marginalia themes edit --help" lists the fields',
    );
  if (name?.trim() === '') throw new UsageFault('--name: a theme needs a name');
  const project = await session.project();
  const theme = await changeTheme(project, word, {
    ...fields,
    ...(name === undefined ? {} : { name }),
    addPatterns: pattern,
    removePatterns: removePattern,
  });
  await show(session, project, [theme]);
  await session.say(`Changed ${theme.name}`);
  return session.status;
}

export interface ThemesMoveOptions {
  parent?: string | undefined;
  top?: boolean;
  before?: string | undefined;
  after?: string | undefined;
  first?: boolean;
  last?: boolean;
}

/** `themes move THEME`: to another parent, or to another place in its row. */
export async function themesMove(
  session: Session,
  word: string,
  options: ThemesMoveOptions,
): Promise<number> {
  const project = await session.project();
  const theme = await relocateTheme(project, word, moveOf(options));
  await show(session, project, [theme]);
  await session.say(`Moved ${theme.name}`);
  return session.status;
}

function moveOf(options: ThemesMoveOptions): MoveWords {
  const { parent, top = false } = options;
  const [spot, ...more] = spotsOf(options);
  const hasLevel = top || parent !== undefined;
  if (more.length > 0) throw misused('give one of --before, --after, --first and --last');
  if (top && parent !== undefined) throw misused('give --parent or --top, not both');
  if (spot && 'neighbour' in spot && hasLevel)
    throw misused('--before and --after bring their own level. Leave --parent and --top out');
  if (!spot && !hasLevel)
    throw misused('say where to, with --parent, --top, --before, --after, --first or --last');
  return { ...(hasLevel ? { parent: parent ?? null } : {}), ...(spot ? { spot } : {}) };
}

const misused = (words: string) => new UsageFault(`themes move: ${words}`);

function spotsOf({ before, after, first, last }: ThemesMoveOptions): Spot[] {
  return [
    ...(before === undefined ? [] : [{ kind: 'before' as const, neighbour: before }]),
    ...(after === undefined ? [] : [{ kind: 'after' as const, neighbour: after }]),
    ...(first ? [{ kind: 'first' as const }] : []),
    ...(last ? [{ kind: 'last' as const }] : []),
  ];
}

/** `themes merge SOURCE TARGET`: the annotations of one count for the other from now on. */
export async function themesMerge(session: Session, from: string, into: string): Promise<number> {
  const project = await session.project();
  const { source, target } = await mergeThemes(project, from, into);
  const [, after] = await show(session, project, [source, target]);
  await session.say(
    `Merged ${source.name} into ${target.name}, which counts ${counted(after?.count ?? 0, 'tag')} now`,
  );
  return session.status;
}

/** `themes retire THEME`, or `--back`: out of use, and into it again. */
export async function themesRetire(
  session: Session,
  word: string,
  { back = false }: { back?: boolean },
): Promise<number> {
  const project = await session.project();
  const theme = await setInUse(project, word, back);
  const [after] = await show(session, project, [theme]);
  const count = after?.count ?? 0;
  const kept = `its ${counted(count, 'tag')} ${count === 1 ? 'stays and counts' : 'stay and count'}`;
  await session.say(back ? `${theme.name} is in use again` : `Retired ${theme.name}: ${kept}`);
  return session.status;
}

/** Prints themes as they stand, with their counts, and answers with them. */
async function show(session: Session, project: Project, themes: readonly Theme[]) {
  const all = await session.counting('texts', onProgress =>
    countedThemes(project, undefined, onProgress),
  );
  const shown = themes.flatMap(theme => all.themes.find(one => one.id === theme.id) ?? []);
  if (session.options.json) await session.printJson({ themes: shown.map(shape) });
  else await session.print(await lines(session, shown));
  await session.complain(all.faults);
  return shown;
}
