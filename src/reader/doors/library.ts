import { readLibrary } from '../../project/library.ts';
import { savePlaces } from '../../project/places.ts';
import { codebookOrFault } from '../../project/project.ts';
import type { ReaderPorts } from '../ports.ts';
import type { Desk } from './desk.ts';

/** The library: the transcripts of the project, and where the user was in them. */
export const libraryDoors = ({
  project,
  env,
}: Desk): Pick<ReaderPorts, 'readLibrary' | 'savePlaces'> => ({
  readLibrary: async onProgress => {
    const query = { coder: null, words: false };
    const library = await readLibrary(project, query, throttled(onProgress));
    const { codebook } = await codebookOrFault(project);
    return {
      library: { ...library, faults: [...library.faults, ...project.store.newerFiles()] },
      codebook,
    };
  },
  savePlaces: places => savePlaces(env, project.root, places),
});

const BETWEEN_REPORTS = 100;

/** Progress at most ten times a second: drawing must not be what takes the time. */
function throttled(onProgress: (done: number, total: number) => void) {
  let last = performance.now();
  return (done: number, total: number) => {
    const now = performance.now();
    if (now - last < BETWEEN_REPORTS) return;
    last = now;
    onProgress(done, total);
  };
}
