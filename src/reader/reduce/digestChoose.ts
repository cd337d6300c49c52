import type { DigestChoice } from '../../model/recipe.ts';
import {
  type DigestField,
  type DigestRadio,
  digestFields,
  RADIO_WORDS,
  themesOf,
} from '../digestForm.ts';
import type { DigestLayer } from '../digestLayer.ts';
import type { ReaderState } from '../state.ts';

type Chosen = Exclude<DigestField, { kind: 'title' | 'file' | 'since' | 'recipe' | 'texts' }>;

/** The choice after Space on a field, or with `by` -1 after its way back; words where it cannot be. */
export function turned(
  { digests }: ReaderState,
  { choice }: DigestLayer,
  field: Chosen,
  by: 1 | -1,
): DigestChoice | string {
  switch (field.kind) {
    case 'theme':
      return themeTurned(choice, field.theme.id, by);
    case 'radio':
      return { ...choice, [field.radio]: nextWord(choice, field.radio, by) };
    case 'flag':
      return { ...choice, [field.flag]: !choice[field.flag] };
    case 'text':
      return { ...choice, texts: withOrWithout(choice.texts, field.id) };
    case 'coder':
      return coderTurned(choice, digests.coders, field.name);
  }
}

/** `[ ]`, `[x]`, `[-]`: not asked for, asked for, and nothing that overlaps it. */
function themeTurned(choice: DigestChoice, id: string, by: 1 | -1): DigestChoice {
  const now = choice.not.includes(id) ? 2 : choice.themes.includes(id) ? 1 : 0;
  const next = (now + by + 3) % 3;
  const themes = choice.themes.filter(one => one !== id);
  const not = choice.not.filter(one => one !== id);
  if (next === 1) return { ...choice, themes: [...themes, id], not };
  return next === 2 ? { ...choice, themes, not: [...not, id] } : { ...choice, themes, not };
}

function nextWord(choice: DigestChoice, radio: DigestRadio, by: 1 | -1): string {
  const words = RADIO_WORDS[radio];
  const at = words.indexOf(choice[radio]) + by;
  return words[(at + words.length) % words.length] ?? choice[radio];
}

/** All coders are none in particular; one at least stays. */
function coderTurned(
  choice: DigestChoice,
  all: readonly string[],
  name: string,
): DigestChoice | string {
  const named = choice.coders.length === 0 ? all : choice.coders;
  const coders = withOrWithout(named, name).filter(one => all.includes(one));
  if (coders.length === 0) return 'a digest needs one coder at least';
  return { ...choice, coders: coders.length === all.length ? [] : coders };
}

const withOrWithout = (names: readonly string[], name: string): string[] =>
  names.includes(name) ? names.filter(one => one !== name) : [...names, name];

/** All of the list that the cursor stands in, or none where all are; words where it stands in none. */
export function allOrNone(state: ReaderState, layer: DigestLayer): DigestChoice | string {
  const { choice } = layer;
  const field = digestFields(state, layer)[layer.cursor];
  switch (field?.kind) {
    case 'theme': {
      const all = themesOf(state.codebook).map(theme => theme.id);
      const isAll = all.every(id => choice.themes.includes(id));
      return { ...choice, themes: isAll ? [] : all, not: [] };
    }
    case 'text':
    case 'texts':
      return { ...choice, texts: [] };
    case 'coder':
      return { ...choice, coders: [] };
    default:
      return 'all or none: of the themes, the coders or the texts';
  }
}
