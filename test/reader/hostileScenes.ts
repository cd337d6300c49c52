import type { Placed, Range } from '../../src/model/annotation.ts';
import type { Codebook } from '../../src/model/codebook.ts';
import { BrokenFile } from '../../src/model/fault.ts';
import type { OutlineKind } from '../../src/model/outline.ts';
import { plainChoice } from '../../src/model/recipe.ts';
import { readTranscript, type Transcript } from '../../src/model/transcript.ts';
import type { ImportPreview } from '../../src/reader/importLayer.ts';
import type { Size } from '../../src/reader/layout/geometry.ts';
import type { ReaderState } from '../../src/reader/state.ts';
import { blockOf } from './importSamples.ts';
import { asked, reviewed } from './importScenes.ts';
import { codebook, summaryOf, tagOn } from './samples.ts';
import { firstState, reading, Session } from './session.ts';

const KINDS: readonly OutlineKind[] = [
  'title',
  'part',
  'rule',
  'quote',
  'key quote',
  'memo',
  'row',
];

/** Every screen with the words wherever a file, a name or the user could have put them. */
export function hostileStates(words: string, size: Size): Record<string, ReaderState> {
  const base: Partial<ReaderState> = { ...hostileBase(words), size };
  const text = hostileText(words);
  const open = () => reading({ transcript: text, placed: hostileTags(text, words), state: base });
  const digest = () => {
    const session = open().press('D');
    const [preview] = session.take('preview');
    return session.send({
      kind: 'previewed',
      request: preview?.request ?? 0,
      preview: {
        body: {
          kind: 'document',
          blocks: KINDS.map(kind => ({ kind, words, theme: { mark: '●', colour: words } })),
        },
        passages: 1,
        transcripts: 1,
        leftOut: { [words]: 1 },
      },
    });
  };
  const sessions: Record<string, Session> = {
    library: new Session(firstState({ ...base, library: hostileLibrary(text, words) })),
    reading: open().press('j'),
    message: open().send({ kind: 'failed', reason: words }),
    'not saved': open().press('1').send({ kind: 'notWritten', reason: words }),
    locked: reading({ transcript: text, locked: words, state: base }).press('1'),
    picker: open().press('t').send({ kind: 'typed', value: words }),
    'picker, a new name': open()
      .press('t')
      .send({ kind: 'typed', value: `new ${words}` }),
    'picker, everything': open().press('t', 'Tab'),
    memo: open().press('m', 'Enter'),
    which: open().press('x'),
    prompt: open().press('/', 'Ctrl+E').send({ kind: 'typed', value: words }),
    search: searched(open(), words, [{ start: 0, end: 2 }]),
    'no hits': searched(open(), words, []),
    'no expression': notSearchable(open(), words),
    help: open().press('?').send({ kind: 'typed', value: words }),
    digest: digest(),
    'digest, preview': digest().press('Tab'),
    'digest, a text': digest().send({
      kind: 'previewed',
      request: 1,
      preview: { body: { kind: 'text', text: words }, passages: 1, transcripts: 1, leftOut: {} },
    }),
    'digest, recipes': digest()
      .send({
        kind: 'recipesRead',
        recipes: [{ ...plainChoice, name: words, title: words, since: words, file: words }],
        coders: [words, `${words}!`],
        problem: null,
      })
      .press('G', 'Space', 'k', 'k'),
    'digest, no recipes': digest()
      .send({ kind: 'recipesRead', recipes: [], coders: [], problem: words })
      .press('S'),
    'digest, said': digest().send({ kind: 'digestSaid', words, warns: true }),
    'digest, written': digest().send({ kind: 'digestWritten', file: words }),
    'import, refused': reviewRefused(new Session(firstState(base)), words),
    review: reviewed(new Session(firstState(base)), hostilePage(words)).press('g'),
    'review, splitting': reviewed(new Session(firstState(base)), hostilePage(words)).press('S'),
    'review, a field': reviewed(new Session(firstState(base)), hostilePage(words)).press('e'),
    'digest, there already': digest().send({ kind: 'digestExists', file: words }),
  };
  return Object.fromEntries(Object.entries(sessions).map(([name, { state }]) => [name, state]));
}

function searched(session: Session, words: string, hits: Range[]): Session {
  session.press('/').send({ kind: 'submitted', value: words });
  const [asked] = session.take('find');
  return session.send({ kind: 'found', request: asked?.request ?? 0, hits });
}

function reviewRefused(session: Session, words: string): Session {
  const request = asked(session, 'x').take('planImport')[0]?.request ?? 0;
  return session
    .send({ kind: 'importRefused', request, reason: words })
    .send({ kind: 'typed', value: words });
}

/** A page whose every word comes from elsewhere; its first paragraph is left out. */
const hostilePage = (words: string): ImportPreview => ({
  source: words,
  name: words,
  notes: [words],
  review: {
    blocks: [
      blockOf(words, { drop: words, speaker: words, page: words }),
      blockOf(`${words} one. ${words} two`, { time: words }),
    ],
    parts: [
      { from: 0, meta: { title: words, speaker: words, date: words, source: words, id: null } },
      { from: 1, meta: { title: words, speaker: null, date: null, source: null, id: words } },
    ],
  },
});

function notSearchable(session: Session, words: string): Session {
  session.press('/', 'Ctrl+E').send({ kind: 'submitted', value: words });
  const [asked] = session.take('find');
  return session.send({ kind: 'notSearchable', request: asked?.request ?? 0, reason: words });
}

function hostileBase(words: string): Partial<ReaderState> {
  const themes = codebook.themes.map((theme, i) =>
    i < 2 ? { ...theme, name: words, definition: words, include: words, exclude: words } : theme,
  );
  const named: Codebook = { ...codebook, themes };
  return { codebook: named, coder: words, project: words };
}

function hostileText(words: string): Transcript {
  const body = `${words}\n\n[00:00:01] Speaker: ${words}\n\n# ${words}\n\n${words.repeat(4)}`;
  const text = readTranscript('hostile.txt', body);
  return { ...text, title: words, speaker: words, date: words };
}

const hostileTags = (text: Transcript, memo: string): Placed[] =>
  Array.from({ length: text.paragraphs.count }, (_, i) => i + 1).flatMap(n => [
    tagOn(text, n, { coder: memo, memo }),
    tagOn(text, n, { coder: memo, theme: 'money', memo, key: true }),
  ]);

const hostileLibrary = (text: Transcript, words: string): ReaderState['library'] => ({
  texts: [summaryOf(text, { toRepair: 2 }), summaryOf(text, { id: 'other' })],
  unreadable: [{ id: words, file: words, fault: new BrokenFile(`${words}: ${words}`) }],
  loading: null,
  cursor: 1,
});
