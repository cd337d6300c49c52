import { basename, join } from 'node:path';
import { type Codebook, emptyCodebook, themeById } from '../model/codebook.ts';
import { Fault } from '../model/fault.ts';
import { starterCodebook } from '../model/starterCodebook.ts';
import { Store } from '../store/store.ts';

/** Clock and ids, passed in so that the same input gives the same files. */
export interface Ports {
  /** UTC, ISO 8601 with milliseconds. */
  now(): string;
  /** `urn:uuid:…`, never the same twice. */
  newId(): string;
}

/** An opened folder. Opening reads nothing; each use case reads what it needs. */
export interface Project {
  root: string;
  /** The folder's name, shown on screen and used as a digest's default title. */
  name: string;
  store: Store;
  ports: Ports;
}

export function openProject(root: string, ports: Ports): Project {
  return { root, name: basename(root), store: new Store(join(root, 'annotations')), ports };
}

/** The codebook on the disk; a project that has none yet works with the starter themes. */
export async function codebookOf(project: Project): Promise<Codebook> {
  return (await project.store.readCodebook()) ?? starterCodebook;
}

/** The same for those who only look: a codebook that cannot be read counts as empty and is named. */
export async function codebookOrFault(
  project: Project,
): Promise<{ codebook: Codebook; faults: Fault[] }> {
  try {
    return { codebook: await codebookOf(project), faults: [] };
  } catch (cause) {
    if (!(cause instanceof Fault)) throw cause;
    return { codebook: emptyCodebook, faults: [cause] };
  }
}

/** Removes what killed processes left lying about; `check` lists what is nobody's to remove. Never throws. */
export async function tidyUp(project: Project): Promise<void> {
  await project.store.sweep();
}

/** The id that an annotation's theme counts for, merges followed. */
export const resolver = (codebook: Codebook) => {
  const known = new Map<string, string>();
  return (id: string): string => {
    const found = known.get(id) ?? themeById(codebook, id)?.id ?? id;
    known.set(id, found);
    return found;
  };
};
