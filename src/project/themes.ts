import { type Codebook, findTheme, foldName, newTheme, type Theme } from '../model/codebook.ts';
import { Fault, UsageFault } from '../model/fault.ts';
import { starterCodebook } from '../model/starterCodebook.ts';
import { findAnnotations, type OnProgress } from './annotations.ts';
import { codebookOf, type Project } from './project.ts';

export interface CountedTheme extends Theme {
  /** Annotations of all coders, or of the one asked for. */
  count: number;
}

/** The codebook in its order with the number of annotations of each theme; merges count for their target. */
export async function countedThemes(
  project: Project,
  coder?: string,
  onProgress?: OnProgress,
): Promise<{ themes: CountedTheme[]; faults: Fault[] }> {
  const codebook = await codebookOf(project);
  const { records, faults } = await findAnnotations(project, { coder }, onProgress);
  const counts = new Map<string, number>();
  for (const { theme } of records)
    if (theme !== null) counts.set(theme, (counts.get(theme) ?? 0) + 1);
  return {
    themes: codebook.themes.map(theme => ({ ...theme, count: counts.get(theme.id) ?? 0 })),
    faults,
  };
}

/** The fields that a new theme may be given by name. */
export type ThemeFields = Partial<
  Pick<
    Theme,
    | 'definition'
    | 'include'
    | 'exclude'
    | 'memo'
    | 'colour'
    | 'mark'
    | 'key'
    | 'patterns'
    | 'parent'
  >
>;

/** Adds a theme. Throws a UsageFault for an empty name, a Fault where the name or the digit is taken. */
export async function addTheme(
  project: Project,
  name: string,
  fields: ThemeFields,
): Promise<Theme> {
  if (name.trim() === '')
    throw new UsageFault('a theme needs a name with a letter or a digit in it');
  let added: Theme | undefined;
  await project.store.changeCodebook(found => {
    const codebook = found ?? starterCodebook;
    refuseTaken(codebook, name, fields.key ?? null);
    added = newTheme(codebook, name, {
      ...fields,
      parent: parentId(codebook, fields.parent ?? null),
    });
    return { ...codebook, themes: [...codebook.themes, added] };
  });
  if (!added) throw new Fault(`${name}: the theme was not added`);
  return added;
}

function refuseTaken(codebook: Codebook, name: string, key: number | null): void {
  const same = codebook.themes.find(theme => foldName(theme.name) === foldName(name));
  if (same)
    throw new Fault(
      `${same.name}: there is a theme of this name already (${same.status}). Use it, or choose another name`,
    );
  const pinned =
    key === null
      ? undefined
      : codebook.themes.find(theme => theme.key === key && theme.status === 'active');
  if (pinned) throw new Fault(`${key}: this digit is pinned to ${pinned.name}. Choose another one`);
}

function parentId(codebook: Codebook, parent: string | null): string | null {
  if (parent === null) return null;
  const found = findTheme(codebook, parent);
  if (!found)
    throw new Fault(`${parent}: no such theme to put it under. "marginalia themes" lists them`);
  return found.id;
}
