import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Fault } from '../../model/fault.ts';
import type { DigestChoice } from '../../model/recipe.ts';
import type { CitedRecord } from '../../model/record.ts';
import { type DigestStock, gatherDigest, readStock } from '../../project/digest.ts';
import { saveLastDigest } from '../../project/lastDigest.ts';
import { refuseOwnFile } from '../../project/ownFiles.ts';
import { previewDigest } from '../../project/previewDigest.ts';
import type { Project } from '../../project/project.ts';
import { queryOfChoice } from '../../project/recipes.ts';
import { verifyDigest } from '../../project/verify.ts';
import { renderDigest, writeDigest } from '../../project/writeDigest.ts';
import type { DigestDesk } from '../command.ts';
import type { DigestPreview } from '../digestLayer.ts';
import type { ReaderPorts } from '../ports.ts';
import { copyToTerminal } from '../terminal/clipboard.ts';
import type { Desk } from './desk.ts';

type Doors =
  | 'preview'
  | 'writeDigest'
  | 'digestDesk'
  | 'copyDigest'
  | 'verifyDigest'
  | 'saveLastDigest';

/** The digest page: what the renderer makes of the choice, the file, and the recipes that are kept. */
export function digestDoors({ project, coder, env }: Desk): Pick<ReaderPorts, Doors> {
  let stock: Promise<DigestStock> | null = null;
  const forgotten = (cause: unknown): never => {
    stock = null;
    throw cause;
  };
  return {
    preview: async (choice, fresh) => {
      // To read all of a large project for every key would be felt.
      if (fresh || stock === null) stock = readStock(project).catch(forgotten);
      return preview(project, choice, await stock);
    },
    writeDigest: (choice, file, replace) => write(project, choice, file, replace),
    digestDesk: () => deskOf(project, coder),
    copyDigest: choice => copy(project, choice),
    verifyDigest: file => verify(project, resolve(project.root, file)),
    saveLastDigest: choice => {
      // It is said at the end, and when a file was written: what was read is not held any longer.
      stock = null;
      return saveLastDigest(env, project.root, choice);
    },
  };
}

const gather = (project: Project, choice: DigestChoice) =>
  gatherDigest(project, queryOfChoice(choice));

async function preview(
  project: Project,
  choice: DigestChoice,
  stock: DigestStock,
): Promise<DigestPreview> {
  const { input } = await gatherDigest(project, queryOfChoice(choice), undefined, stock);
  const chosen = input.records.filter(record => !choice.keyOnly || record.key);
  const certain = chosen.filter(record => record.start !== null);
  return {
    body: await previewDigest(input, choice.format),
    passages: certain.length,
    transcripts: new Set(certain.map(record => record.text)).size,
    leftOut: countedByTheme(
      chosen.filter(record => record.start === null && record.quote !== null),
    ),
  };
}

function countedByTheme(records: readonly CitedRecord[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { theme } of records) counts.set(theme ?? '', (counts.get(theme ?? '') ?? 0) + 1);
  return Object.fromEntries(counts);
}

async function deskOf(project: Project, coder: string): Promise<DigestDesk> {
  const coders = await project.store.coders().catch(() => []);
  const all = coders.length === 0 ? [coder] : coders;
  try {
    return { recipes: await project.store.readRecipes(), coders: all, problem: null };
  } catch (cause) {
    if (!(cause instanceof Fault)) throw cause;
    return { recipes: [], coders: all, problem: cause.message };
  }
}

async function write(
  project: Project,
  choice: DigestChoice,
  file: string,
  replace: boolean,
): Promise<'written' | 'exists'> {
  if (file.trim() === '') throw new Fault('no file named: choose a name first');
  const path = resolve(project.root, file);
  await refuseOwnFile(project, path);
  if (!replace && (await exists(path))) return 'exists';
  const { input } = await gather(project, choice);
  await writeDigest(project, input, choice.format, path, { bom: choice.bom });
  return 'written';
}

/** A terminal's clipboard holds text: a Word document goes there as plain text. */
async function copy(project: Project, choice: DigestChoice): Promise<string> {
  const format = choice.format === 'docx' ? 'txt' : choice.format;
  const text = String(await renderDigest((await gather(project, choice)).input, format));
  copyToTerminal(text);
  return `given to the terminal’s clipboard as ${format}`;
}

async function verify(project: Project, path: string): Promise<{ words: string; ok: boolean }> {
  const quotations = await verifyDigest(project, path);
  const failed = quotations.filter(({ status }) => status !== 'verified');
  const [first] = failed;
  if (!first) return { words: `all ${quotations.length} quotations are as in the texts`, ok: true };
  const place = `${first.text ?? '?'}${first.paragraph === null ? '' : ` ¶ ${first.paragraph}`}`;
  const words = `${failed.length} of ${quotations.length} quotations not as in the texts: ${first.status} in ${place} · marginalia verify lists them`;
  return { words, ok: false };
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
