import type { ImportPreview } from '../../src/reader/importLayer.ts';
import { pierPage } from './importSamples.ts';
import type { Session } from './session.ts';

/** Types a path into the library's field and hands it in. */
export const asked = (library: Session, words = 'pier.html'): Session =>
  library.press('i').type(words).press('Enter');

/** The page of an import that was read. */
export function reviewed(library: Session, plan: ImportPreview = pierPage): Session {
  const request = asked(library).take('planImport')[0]?.request ?? 0;
  return library.send({ kind: 'importPlanned', request, plan });
}

/** The screens of importing, from a library at a size on. */
export const importScenes = <Place>(
  library: (place: Place) => Session,
): Record<string, (place: Place) => Session> => ({
  'import, a path typed': place => library(place).press('i').type('~/minutes/pier.html'),
  'import, being read': place => asked(library(place)),
  'import, refused': place => {
    const session = asked(library(place));
    const request = session.take('planImport')[0]?.request ?? 0;
    return session.send({
      kind: 'importRefused',
      request,
      reason: 'no such file or folder. Check the name',
    });
  },
  review: place => reviewed(library(place)),
  'review, one more left out': place => reviewed(library(place)).press('j', 'j', 'j', 'x'),
  'review, two transcripts': place => reviewed(library(place)).press('j', 'N', 'j'),
  'review, a title typed': place => reviewed(library(place)).press('e').type(', again'),
  'review, a date that is none': place =>
    reviewed(library(place))
      .press('e', 'Tab', 'Tab')
      .send({ kind: 'typed', value: '3/4/2021' })
      .press('Enter'),
  'review, splitting': place => reviewed(library(place)).press('S', ')', 'w'),
  'review, a turn': place => reviewed(library(place)).press('j', 'j', 'j', 'j'),
});
