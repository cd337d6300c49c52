import type { Range } from '../../model/annotation.ts';
import { allMatches, wordsPattern } from '../../model/matching.ts';
import type { Project } from '../../project/project.ts';
import { listTexts, loadText } from '../../project/texts.ts';
import type { ReaderPorts } from '../ports.ts';
import { type Desk, loadedText } from './desk.ts';

const MOST_HITS = 100_000;

/** Looking for words, in the open transcript and in all of them. */
export const findDoors = (desk: Desk): Pick<ReaderPorts, 'find' | 'findEverywhere'> => ({
  find: async (query, text) => hitsIn((await loadedText(desk, text)).transcript.text, query),
  findEverywhere: query => findEverywhere(desk.project, query),
});

function hitsIn(text: string, query: string): Range[] {
  const pattern = wordsPattern(query, { case: 'smart' });
  return pattern ? allMatches(text, pattern, MOST_HITS) : [];
}

async function findEverywhere(
  project: Project,
  query: string,
): Promise<{ hits: number; transcripts: number }> {
  let hits = 0;
  let transcripts = 0;
  for (const entry of await listTexts(project.root)) {
    const found = await loadText(project.root, entry).then(
      loaded => hitsIn(loaded.transcript.text, query).length,
      () => 0,
    );
    hits += found;
    transcripts += Number(found > 0);
  }
  return { hits, transcripts };
}
