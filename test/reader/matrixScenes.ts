import type { Size } from '../../src/reader/layout/geometry.ts';
import { codebookOverAll } from './passageSamples.ts';
import type { Session } from './session.ts';

/** The matrix over the report, when the passages of all transcripts are known. */
const matrix = (size: Size): Session => {
  const session = codebookOverAll(size).press('Esc', 'M');
  const [asked] = session.take('passages');
  return session.send({
    kind: 'passagesRead',
    request: asked?.request ?? -1,
    passages: session.state.passages.known ?? [],
    problem: null,
  });
};

/** The matrix in its views. */
export const MATRIX_SCENES: Readonly<Record<string, (size: Size) => Session>> = {
  matrix: size => matrix(size).press('l'),
  'matrix, all of a theme': size => matrix(size).press('j', 'l', 'l', 'l', 'l'),
  'matrix, shares of a coder': size => matrix(size).press('%', 'Tab'),
  'matrix, co-occurrence': size => matrix(size).press('c', 'n', 'n', 'l'),
  'matrix, where': size => matrix(size).press('l', 'w'),
  'matrix, coverage': size => matrix(size).press('v', 'j'),
  'matrix, passages of a number': size => matrix(size).press('l', 'Enter'),
  'matrix, passages of two themes': size => matrix(size).press('c', 'n', 'n', 'l', 'Enter', 'j'),
};
