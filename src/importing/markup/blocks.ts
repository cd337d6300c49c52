import type { Root } from 'hast';
import type { ImportedBlock } from '../imported.ts';
import { withTurnHeaders } from '../turnHeaders.ts';
import { Notes } from './notes.ts';
import { speakersOf } from './speakers.ts';
import { Walk } from './walk.ts';

/**
 * The blocks of a page in the order of its source: headings, paragraphs, items of lists (`1. ` before
 * those of a numbered one), tables as text. A note stands after the block that refers to it. A name in
 * bold that stands where names of speakers stand becomes the speaker.
 */
export function blocksOf(root: Root): ImportedBlock[] {
  const walk = new Walk(new Notes(root));
  walk.all(root);
  return withTurnHeaders(speakersOf(walk.found));
}
