import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Fault, systemReason } from '../model/fault.ts';
import { starterCodebook } from '../model/starterCodebook.ts';
import { openProject, type Ports } from './project.ts';
import { isFolder } from './root.ts';

export interface Initialised {
  root: string;
  /** What was made, relative to the root; empty where everything was there. */
  made: string[];
}

/** Makes `texts/` and the codebook with the starter themes where they are missing; never overwrites. */
export async function initProject(folder: string, ports: Ports): Promise<Initialised> {
  const root = resolve(folder);
  const made: string[] = [];
  const texts = join(root, 'texts');
  if (!isFolder(texts)) {
    await makeFolder(texts);
    made.push('texts/');
  }
  const { store } = openProject(root, ports);
  if ((await store.readCodebook()) === null) {
    await store.changeCodebook(found => found ?? starterCodebook);
    made.push('annotations/codebook.json');
  }
  return { root, made };
}

async function makeFolder(path: string): Promise<void> {
  if (existsSync(path))
    throw new Fault(
      `${path}: a file stands where the folder should be. Rename it, then try again`,
      {
        file: path,
      },
    );
  await mkdir(path, { recursive: true }).catch((cause: unknown) => {
    throw new Fault(`${path}: cannot be made: ${systemReason(cause)}. Choose another folder`, {
      file: path,
      cause,
    });
  });
}
