import type { Command, WrittenImport } from '../command.ts';
import { libraryRows } from '../libraryTexts.ts';
import type { ReaderState } from '../state.ts';
import { libraryRead } from './library.ts';
import { only, type Result, say, warn } from './result.ts';

type Imported = Extract<Command, { kind: 'imported' }>;

/** What was imported is on the disk: the library shows it, under the cursor. */
export function imported(state: ReaderState, { written, ...read }: Imported): Result {
  const shown: ReaderState = { ...state, layer: null, page: 'library', libraryWords: '' };
  const next = libraryRead(shown, { ...read, kind: 'libraryRead' }).state;
  const row = libraryRows(next).texts.findIndex(({ id }) => id === written.ids[0]);
  const landed = { ...next, library: { ...next.library, cursor: Math.max(0, row) } };
  const words = wordsOf(written);
  return only(
    written.refused === null
      ? say(landed, words)
      : warn(landed, `${words}; not all: ${written.refused}`),
  );
}

/** The counts first: a long id may be cut. */
function wordsOf({ ids, paragraphs, dropped }: WrittenImport): string {
  const count = `${paragraphs} paragraph${paragraphs === 1 ? '' : 's'}`;
  return `imported ${count}, ${dropped} left out · ${ids.join(' and ')}`;
}
