import { allMatches, wordsPattern } from '../../src/model/matching.ts';
import type { SearchQuery } from '../../src/model/searchQuery.ts';
import { inContext } from '../../src/project/hitContext.ts';
import type { Size } from '../../src/reader/layout/geometry.ts';
import { codebookOverAll } from './passageSamples.ts';
import { dialogue, report } from './samples.ts';
import type { Session } from './session.ts';

/** The hits of a query in the report and the dialogue, by a search that shares no code with ours. */
export function hitsOf({ words }: SearchQuery) {
  const pattern = wordsPattern(words, { case: 'smart' });
  return [report, dialogue].flatMap(one =>
    (pattern ? allMatches(one.text, pattern) : []).map(hit => ({
      text: one.id,
      ...hit,
      ...inContext(one, hit, 24),
    })),
  );
}

/** Answers the list that was asked for, and the passages beside it. */
export function listed(session: Session): Session {
  for (const { request, query } of session.take('listHits')) {
    const hits = hitsOf(query);
    const texts = new Set(hits.map(({ text }) => text)).size;
    session.send({
      kind: 'hitsListed',
      request,
      hits,
      total: hits.length,
      texts,
      done: 2,
      of: 2,
      problem: null,
    });
  }
  return session;
}

const list = (size: Size, words: string): Session => {
  const session = codebookOverAll(size).press('Esc', '/').type(words).press('Tab');
  const [asked] = session.take('passages');
  session.send({
    kind: 'passagesRead',
    request: asked?.request ?? -1,
    passages: session.state.passages.known ?? [],
    problem: null,
  });
  return session;
};

/** Keyword in context, over all transcripts. */
export const HITS_SCENES: Readonly<Record<string, (size: Size) => Session>> = {
  'search, all transcripts asked': size => codebookOverAll(size).press('Esc', 'W'),
  hits: size => listed(list(size, 'the')).press('j', 'j'),
  'hits, by the words after': size => listed(list(size, 'the')).press('s', 'j'),
  'hits, looking': size => list(size, 'the'),
  'hits, none': size => listed(list(size, 'zeppelin')),
};
