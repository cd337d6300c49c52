import { codebookSeen, filesSeen } from '../../project/filesSeen.ts';
import { readLibrary } from '../../project/library.ts';
import { savePlaces } from '../../project/places.ts';
import { codebookOrFault } from '../../project/project.ts';
import type { ReaderPorts } from '../ports.ts';
import type { Desk } from './desk.ts';

/** The library: the transcripts of the project, what others do to them, and where the user was in them. */
export function libraryDoors(
  desk: Desk,
): Pick<ReaderPorts, 'readLibrary' | 'lookAround' | 'savePlaces'> {
  const { project, env } = desk;
  let seen: Seen | null = null;
  let next = 0;
  const look = async (): Promise<Seen> => {
    const from = performance.now();
    const now = await seenNow(desk);
    const took = performance.now() - from;
    next = took < QUICK ? 0 : performance.now() + REST * took;
    return now;
  };
  const read = async (onProgress: OnProgress) => {
    const now = await look();
    const found = await readAll(desk, onProgress);
    seen = now;
    return found;
  };
  return {
    readLibrary: read,
    lookAround: async (whole, fresh) => {
      if (seen === null) return null;
      if (whole && !fresh && performance.now() < next) return null;
      if (whole) return fresh || (await look()).files !== seen.files ? read(() => undefined) : null;
      const now = await seenNow(desk, false);
      if (!fresh && now.codebook === seen.codebook) return null;
      seen = { ...seen, codebook: now.codebook };
      return { codebook: (await codebookOrFault(project)).codebook };
    },
    savePlaces: places => savePlaces(env, project.root, places),
  };
}

/** Of very many files a look takes a while: longer ones are a tenth of the time at most. Milliseconds. */
const QUICK = 100;
const REST = 9;

type OnProgress = (done: number, total: number) => void;

/** What the files looked like before they were read: what is written meanwhile is found the next time. */
interface Seen {
  files: string;
  codebook: string;
}

async function seenNow({ project: { root } }: Desk, whole = true): Promise<Seen> {
  const [files, codebook] = await Promise.all([whole ? filesSeen(root) : '', codebookSeen(root)]);
  return { files, codebook };
}

async function readAll({ project }: Desk, onProgress: OnProgress) {
  const query = { coder: null, words: false };
  const library = await readLibrary(project, query, throttled(onProgress));
  const { codebook } = await codebookOrFault(project);
  const faults = [...library.faults, ...project.store.newerFiles()];
  return { library: { ...library, faults }, codebook };
}

const BETWEEN_REPORTS = 100;

/** Progress at most ten times a second: drawing must not be what takes the time. */
function throttled(onProgress: OnProgress) {
  let last = performance.now();
  return (done: number, total: number) => {
    const now = performance.now();
    if (now - last < BETWEEN_REPORTS) return;
    last = now;
    onProgress(done, total);
  };
}
