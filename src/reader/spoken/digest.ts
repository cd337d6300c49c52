import { digestFields } from '../digestForm.ts';
import type { DigestLayer } from '../digestLayer.ts';
import { FLAG_WORDS, isOn } from '../digestWords.ts';
import type { ReaderState } from '../state.ts';

import { inWords, sentence } from './words.ts';

/** The box at the cursor of the digest page, where several stand in a row; `null` for other fields. */
export function digestLines(state: ReaderState, layer: DigestLayer): string[] | null {
  const field = layer.showsPreview ? undefined : digestFields(state, layer)[layer.cursor];
  if (field?.kind !== 'flag' && field?.kind !== 'coder') return null;
  const label = field.kind === 'flag' ? FLAG_WORDS[field.flag].label : 'coders';
  const words = field.kind === 'flag' ? FLAG_WORDS[field.flag].words : field.name;
  const chosen = isOn(layer, field) ? 'chosen' : 'not chosen';
  return [
    sentence(`${label}: ${inWords(words)}, ${chosen}`),
    sentence(`Digest, ${inWords(state.project)}`),
  ];
}
