import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Fault } from '../../model/fault.ts';
import { gatherDigest } from '../../project/digest.ts';
import type { Project } from '../../project/project.ts';
import { renderDigest, writeDigest } from '../../project/writeDigest.ts';
import type { DigestChoice } from '../command.ts';
import type { ReaderPorts } from '../ports.ts';
import type { Desk } from './desk.ts';

/** The digest page: what the renderer makes of the choice, and the file. */
export const digestDoors = ({ project }: Desk): Pick<ReaderPorts, 'preview' | 'writeDigest'> => ({
  preview: choice => preview(project, choice),
  writeDigest: (choice, file, replace) => write(project, choice, file, replace),
});

async function preview(project: Project, choice: DigestChoice) {
  const gathered = await gather(project, choice);
  const { records } = gathered.input;
  const certain = records.filter(
    record => record.start !== null && (!choice.keyOnly || record.key),
  );
  return {
    text: String(await renderDigest(gathered.input, choice.format)),
    passages: certain.length,
    transcripts: new Set(certain.map(record => record.text)).size,
    leftOut: records.length - records.filter(record => record.start !== null).length,
  };
}

/** No theme chosen gives an empty digest, where a command without `--theme` means all. */
async function gather(project: Project, choice: DigestChoice) {
  const gathered = await gatherDigest(project, choice);
  if (choice.themes.length > 0) return gathered;
  return { ...gathered, input: { ...gathered.input, themes: [], records: [], texts: [] } };
}

async function write(
  project: Project,
  choice: DigestChoice,
  file: string,
  replace: boolean,
): Promise<'written' | 'exists'> {
  if (file.trim() === '') throw new Fault('no file named: choose a name first');
  const path = resolve(project.root, file);
  if (!replace && (await exists(path))) return 'exists';
  await writeDigest((await gather(project, choice)).input, choice.format, path);
  return 'written';
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
