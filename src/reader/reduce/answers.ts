import type { Step } from '../../model/step.ts';
import type { Command } from '../command.ts';
import { layoutOf } from '../select.ts';
import type { ReaderState } from '../state.ts';
import { recounted } from './counts.ts';
import { digestAnswer } from './digest.ts';
import { editPlanned, textRenewed } from './edit.ts';
import { hitsListed } from './hits.ts';
import { imported } from './imported.ts';
import { importAnswered } from './importing.ts';
import { libraryRead, textOpened } from './library.ts';
import { mouseDid } from './mouse.ts';
import { passagesRead } from './passages.ts';
import { doubtsRead } from './repair.ts';
import { doing, inReading, only, type Result, say, warn } from './result.ts';
import { notImported } from './review.ts';
import { notWritten, refused, written } from './saving.ts';
import { found, foundEverywhere, notSearchable } from './search.ts';
import { settingNotSaved } from './settings.ts';
import { suggested } from './suggestions.ts';

/** What comes back from outside, and what the terminal reports. */
export type Answer = Exclude<Command, { kind: 'key' | 'typed' | 'submitted' }>;

/** What an answer makes of the state; one that nobody waits for any more changes nothing. */
export function onAnswer(state: ReaderState, answer: Answer): Result {
  switch (answer.kind) {
    case 'resized':
      return only(settled({ ...state, size: answer.size }));
    case 'mouse':
      return mouseDid(state, answer.report);
    case 'libraryProgress':
      return only({
        ...state,
        library: { ...state.library, loading: { done: answer.done, total: answer.total } },
      });
    case 'libraryRead':
      return libraryRead(state, answer);
    case 'codebookRead':
      return only({ ...state, codebook: answer.codebook });
    case 'textOpened':
      return textOpened(state, answer);
    case 'written':
      return withCounts(written(state, answer), answer.step);
    case 'refused':
      return refused(state, answer);
    case 'notWritten':
      return notWritten(state, answer.reason);
    case 'found':
      return found(state, answer);
    case 'foundEverywhere':
      return foundEverywhere(state, answer);
    case 'notSearchable':
      return notSearchable(state, answer);
    case 'hitsListed':
      return only(hitsListed(state, answer));
    case 'suggested':
      return suggested(state, answer);
    case 'doubtsRead':
      return doubtsRead(state, answer);
    case 'passagesRead':
      return passagesRead(state, answer);
    case 'editPlanned':
      return editPlanned(state, answer.plan);
    case 'editEnded':
      return only(answer.warns ? warn(state, answer.words) : say(state, answer.words));
    case 'textRenewed':
      return textRenewed(state, answer);
    case 'settingSaved':
      return only(say(state, `saved · ${answer.says}`));
    case 'settingNotSaved':
      return settingNotSaved(state, answer);
    case 'importPlanned':
    case 'importRefused':
      return importAnswered(state, answer);
    case 'imported':
      return imported(state, answer);
    case 'notImported':
      return notImported(state, answer.reason);
    case 'failed':
      return only(warn({ ...state, opening: false }, answer.reason));
    default:
      return digestAnswer(state, answer);
  }
}

/** The library counts what was undone from there; a transcript that is not open has to be read for it. */
function withCounts({ state, effects }: Result, { pages, keeps = [] }: Step): Result {
  if ([...pages, ...keeps].some(({ text }) => state.reading?.transcript.id !== text))
    return doing(state, ...effects, { kind: 'readLibrary' });
  return { state: state.page === 'library' ? recounted(state) : state, effects };
}

/** After a resize the current paragraph is in sight again. */
function settled(state: ReaderState): ReaderState {
  return inReading(state, reading => {
    if (reading.transcript.paragraphs.count === 0) return reading;
    return { ...reading, place: layoutOf(state, reading, 0).place };
  });
}
