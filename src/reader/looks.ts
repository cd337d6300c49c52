import type { Effect } from './command.ts';
import type { ReaderState } from './state.ts';

/**
 * Where it is looked whether another program has written: at the open text, and at the whole project
 * where its texts or themes are listed, else at the codebook. A drawer that is open keeps what it was
 * opened for, and nothing is looked at while something is on its way to the disk.
 */
export function looksAt({ reading, page, layer, library, unwritten }: ReaderState): Effect[] {
  const isCodebook = layer?.kind === 'codebook' && layer.doing === null;
  if (unwritten.length > 0 || library.loading !== null || (layer !== null && !isCodebook))
    return [];
  const isReading = page === 'reading' && reading !== null && layer === null;
  const around: Effect = { kind: 'lookAround', whole: !isReading };
  return reading && layer === null
    ? [around, { kind: 'lookAgain', id: reading.transcript.id }]
    : [around];
}
