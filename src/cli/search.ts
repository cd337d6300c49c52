import { UsageFault } from '../model/fault.ts';
import { readQuery } from '../model/searchQuery.ts';
import { searchTexts } from '../project/search.ts';
import { concordanceLines } from './concordanceLines.ts';
import type { Session } from './session.ts';
import { counted } from './words.ts';

export interface SearchOptions {
  regex?: boolean;
  theme?: string | undefined;
  text?: string | undefined;
  /** Words on each side, as it was typed. */
  context: string;
}

const MOST_CONTEXT = 500;

/** `search PATTERN`: every hit in every transcript, with the words around it. */
export async function search(
  session: Session,
  pattern: string,
  options: SearchOptions,
): Promise<number> {
  const query = readQuery(pattern, options.regex ?? false);
  if (query === null) throw new UsageFault('search: nothing to look for. Give a word or more');
  const context = wordCount(options.context);
  const { theme, text } = options;
  const coder = await session.coderFilter();
  const project = await session.project();
  const { hits, themes, faults } = await session.counting('texts', onProgress =>
    searchTexts(project, { query, theme, text, coder, context }, onProgress),
  );
  if (session.options.json) await session.printJson({ hits, total: hits.length });
  else {
    await session.print(await concordanceLines(session, hits, themes));
    const texts = new Set(hits.map(hit => hit.text)).size;
    const where = hits.length === 0 ? '' : ` in ${counted(texts, 'transcript')}`;
    await session.say(hits.length === 0 ? 'No hits' : `${counted(hits.length, 'hit')}${where}`);
  }
  await session.complain(faults);
  return session.status;
}

function wordCount(word: string): number {
  const count = Number(word);
  if (!/^\d+$/.test(word) || count > MOST_CONTEXT)
    throw new UsageFault(`--context ${word}: not a number of words. Give 0 to ${MOST_CONTEXT}`);
  return count;
}
