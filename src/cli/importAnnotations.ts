import { resolve } from 'node:path';
import { Fault, UsageFault } from '../model/fault.ts';
import type { TypedOptions } from '../project/import/options.ts';
import { digestCsv, importAnnotations } from '../project/importAnnotations.ts';
import type { ImportedAnnotations } from '../project/takeRows.ts';
import type { Session } from './session.ts';
import { counted } from './words.ts';

/**
 * `import FILE.csv`, where the file is a digest: its annotations come back. `null` where none of the
 * words names one. Throws a UsageFault where texts stand beside it, or options that are for texts.
 */
export async function importDigests(
  session: Session,
  words: readonly string[],
  typed: TypedOptions,
): Promise<number | null> {
  const files: { word: string; path: string; text: string }[] = [];
  for (const word of typed.as === undefined ? words : []) {
    const path = resolve(session.world.here, word);
    const text = await digestCsv(path);
    if (text !== null) files.push({ word, path, text });
  }
  const [first] = files;
  if (!first) return null;
  refuse(first.word, files.length < words.length, typed);
  return takeAll(session, files, typed.dryRun === true);
}

function refuse(word: string, hasOthers: boolean, typed: TypedOptions): void {
  if (hasOthers)
    throw new UsageFault(
      `${word} holds annotations, and the others are texts. Import them one after the other`,
    );
  const given = FOR_TEXTS.find(name => typed[name] !== undefined);
  if (given !== undefined)
    throw new UsageFault(
      `${word} holds annotations: --${dashed(given)} is for texts. Leave it out`,
    );
}

const FOR_TEXTS = [
  'id',
  'title',
  'speaker',
  'date',
  'source',
  'from',
  'to',
  'keepAll',
  'replace',
] as const;

const dashed = (name: string): string =>
  name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);

async function takeAll(
  session: Session,
  files: readonly { word: string; path: string; text: string }[],
  dryRun: boolean,
): Promise<number> {
  const project = await session.project();
  const found: (ImportedAnnotations & { file: string })[] = [];
  for (const { word, path, text } of files) {
    const taken = await importAnnotations(project, { path, text }, { dryRun });
    found.push({ ...taken, file: word });
    const refused = taken.refused.map(
      ({ line, reason }) => new Fault(`${word}: line ${line}: ${reason}`),
    );
    await session.complain(refused);
    await session.say(`${word}: ${summary(taken, dryRun)}`);
  }
  if (session.options.json) await session.printJson({ files: found.map(shape), dryRun });
  return session.status;
}

function summary({ written, present, moved, refused }: ImportedAnnotations, dry: boolean): string {
  const parts = [
    `${dry ? 'would write' : 'wrote'} ${counted(written.length, 'annotation')}`,
    moved > 0 && `${moved} of them found again in another place`,
    present > 0 && `${present} there already`,
    refused.length > 0 && `${counted(refused.length, 'row')} refused`,
  ];
  return parts.filter(part => part !== false).join('; ');
}

const shape = ({
  file,
  written,
  present,
  moved,
  refused,
}: ImportedAnnotations & { file: string }) => ({
  file,
  written: written.map(({ id, text, theme, coder }) => ({ id, text, theme, coder })),
  present,
  moved,
  refused,
});
