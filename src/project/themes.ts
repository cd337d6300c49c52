import type { Theme } from '../model/codebook.ts';
import type { Fault } from '../model/fault.ts';
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
