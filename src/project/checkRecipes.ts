import { join } from 'node:path';
import { type Codebook, findTheme } from '../model/codebook.ts';
import { type OnFault, tolerating } from './placed.ts';
import type { Report } from './problem.ts';
import type { Project } from './project.ts';

/** What is wrong with the recipes of digests: a file that cannot be read, themes and texts that are not there. */
export async function checkRecipes(
  project: Project,
  known: { codebook: Codebook | null; texts: ReadonlySet<string> },
  report: Report,
  onFault: OnFault,
): Promise<void> {
  const path = join(project.root, 'annotations', 'digests.json');
  const recipes = await tolerating(onFault, () => project.store.readRecipes());
  const { codebook, texts } = known;
  for (const { name, ...recipe } of recipes ?? []) {
    for (const theme of [...recipe.themes, ...recipe.not])
      if (codebook && !findTheme(codebook, theme))
        report(
          'unknown-theme',
          path,
          `the recipe ${name} asks for the theme ${theme}, which is not there. Save it anew`,
        );
    for (const text of recipe.texts)
      if (!texts.has(text))
        report(
          'no-text',
          path,
          `the recipe ${name} asks for the text ${text}, which is not there. Save it anew`,
        );
  }
}
