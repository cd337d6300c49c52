import { resolve } from 'node:path';
import { UsageFault } from '../model/fault.ts';
import {
  choiceOfRecipe,
  type DigestChoice,
  type DigestFormat,
  plainChoice,
} from '../model/recipe.ts';
import { type GatheredDigest, gatherDigest } from '../project/digest.ts';
import type { Project } from '../project/project.ts';
import {
  fileOfRecipe,
  queryOfChoice,
  recipeFile,
  recipeOf,
  saveRecipe,
} from '../project/recipes.ts';
import { renderDigest, writeDigest } from '../project/writeDigest.ts';
import { chosen, type DigestOptions, formatOf } from './digestChoice.ts';
import type { Session } from './session.ts';
import { counted } from './words.ts';

/** `digest`: the passages theme by theme, on stdout or into a file; with `--json` as JSON on stdout too. */
export async function digest(session: Session, options: DigestOptions): Promise<number> {
  const project = await session.project();
  const recipe = await recipeAsked(project, options);
  const choice = chosen(options, await session.coderFilter(), recipe);
  const format = formatOf(options, session.options.json, recipe);
  const path = await pathOf(session, project, options, recipe);
  refuseBytes(session, format, path);
  const { input, faults, unknown } = await session.counting('texts', onProgress =>
    gatherDigest(project, queryOfChoice(choice), onProgress),
  );
  const { bom } = choice;
  if (path === null) await session.write(await renderDigest(input, format, { bom }));
  else {
    await writeDigest(project, input, format, path, { bom });
    if (session.options.json)
      await session.write(await renderDigest(input, 'json', { bom: false }));
    await session.say(`Wrote ${path}: ${writtenWords(input)}`);
  }
  if (options.save !== undefined)
    await save(session, project, options.save, { ...choice, format }, path);
  if (unknown.length > 0)
    await session.warn(
      `left out: what has a theme that is not in the codebook (${unknown.join(', ')}). "marginalia check" says where`,
    );
  await session.complain(faults);
  return session.status;
}

async function recipeAsked(project: Project, { recipe }: DigestOptions): Promise<DigestChoice> {
  return recipe === undefined ? plainChoice : choiceOfRecipe(await recipeOf(project, recipe));
}

/** Where it is written; `null`: on stdout. A recipe's own file is for the recipe's own format. */
async function pathOf(
  session: Session,
  project: Project,
  { out, format }: DigestOptions,
  recipe: DigestChoice,
): Promise<string | null> {
  if (out !== undefined) return resolve(session.world.here, out);
  const isOther = session.options.json || (format !== undefined && format !== recipe.format);
  return isOther ? null : fileOfRecipe(project, recipe);
}

/** Keeps the choice; a file that no recipe may name is not kept, and that is said. */
async function save(
  session: Session,
  project: Project,
  name: string,
  choice: DigestChoice,
  path: string | null,
): Promise<void> {
  const file = path === null ? null : recipeFile(project, path);
  const { replaced } = await saveRecipe(project, name, { ...choice, file });
  const lost = path !== null && file === null ? '; not its file, which lies elsewhere' : '';
  await session.say(`${replaced ? 'Replaced' : 'Saved'} the recipe ${name}${lost}`);
}

/** A terminal cannot show a Word document. */
function refuseBytes(session: Session, format: DigestFormat, path: string | null): void {
  if (format === 'docx' && path === null && session.world.stdout.isTTY)
    throw new UsageFault('digest: a Word document is not for a terminal. Give --out FILE');
}

/** What went into the file, and what could not. */
function writtenWords({ records, options: { keyOnly } }: GatheredDigest['input']): string {
  const chosen = keyOnly ? records.filter(({ key, theme }) => key || theme === null) : records;
  const placed = chosen.filter(record => record.start !== null).length;
  const uncertain = chosen.filter(record => record.start === null && record.quote !== null).length;
  const left = uncertain === 0 ? '' : `, ${uncertain} left out: their place is not certain`;
  return `${counted(placed, 'annotation')}${left}`;
}
