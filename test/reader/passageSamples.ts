import { passageOf } from '../../src/model/passage.ts';
import type { Size } from '../../src/reader/layout/geometry.ts';
import type { ReaderState } from '../../src/reader/state.ts';
import { annotationOn, dialogue, report, tagOn, wordsRange } from './samples.ts';
import { reading, type Session } from './session.ts';
import { libraryTexts, tags } from './taggedTexts.ts';

/** What was tagged in the other transcript. */
export const elsewhere = [
  annotationOn(dialogue, wordsRange(dialogue, 'In winter I would first want that rail back.'), {
    theme: 'safety',
    key: true,
  }),
  tagOn(dialogue, 6, { theme: 'danger', memo: 'To whom?' }),
  tagOn(dialogue, 2, { theme: 'money', coder: 'sam' }),
].map(one => passageOf(dialogue, one));

/** The codebook over the report, when the passages of all transcripts are known. */
export function codebookOverAll(size: Size, state: Partial<ReaderState> = {}): Session {
  const session = reading({
    placed: tags,
    state: {
      size,
      save: { kind: 'saved' },
      library: { texts: libraryTexts, unreadable: [], loading: null, cursor: 0 },
      ...state,
    },
  }).press('T');
  const [asked] = session.take('passages');
  const passages = [...elsewhere, ...tags.map(one => passageOf(report, one))];
  return session.send({
    kind: 'passagesRead',
    request: asked?.request ?? -1,
    passages,
    problem: null,
  });
}

/** The passages of a theme and its split, by what is done. */
export const PASSAGE_SCENES: Readonly<Record<string, (size: Size) => Session>> = {
  'codebook, examples from all': size => codebookOverAll(size),
  'codebook, the name of a split': size => codebookOverAll(size).press('S').type('Night work'),
  passages: size => codebookOverAll(size).press('Enter', 'j'),
  'passages, none': size => codebookOverAll(size).press('G', 'k', 'Enter'),
  split: size => codebookOverAll(size).press('S').type('Night work').press('Enter', '2', '1'),
  'split, asked': size =>
    codebookOverAll(size).press('S').type('Night work').press('Enter', '2', '1', '2', 'Enter'),
};
