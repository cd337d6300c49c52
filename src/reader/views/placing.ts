import { visibleLine } from '../../model/visible.ts';
import type { Scope } from '../keymap/scopes.ts';
import { keyFor } from '../keymap/shown.ts';
import { footer, type Key } from '../layout/bars.ts';
import type { Line } from '../layout/line.ts';
import type { ReaderState } from '../state.ts';
import { factBar, footerKeys, statusLook, statusWords } from './bottom.ts';

/** The words whose place is pointed to, where the themes stand else; `null` where no place is pointed to. */
export function placingBar(state: ReaderState): Line | null {
  if (!state.placing || state.layer !== null) return null;
  const exact = state.placing.doubt.placed.annotation.selector?.exact ?? '';
  const quote = visibleLine(exact.slice(0, 4 * state.size.columns)).trim();
  return factBar(state, `where is “${quote}”`, statusWords(state), statusLook(state));
}

/** The keys that point to a place; `null` where no place is pointed to. */
export function placingKeys(state: ReaderState, scope: Scope): Line | null {
  if (!state.placing) return null;
  const key = (
    command: 'annotations' | 'choose' | 'select' | 'search' | 'close',
    word: string,
  ) => ({
    shows: keyFor(state.keymap, scope, command),
    word,
  });
  const isSelecting = scope === 'select';
  const keys: Key[] = isSelecting
    ? [key('choose', 'it is this'), ...footerKeys(state, scope).filter(one => one.last !== true)]
    : [
        key('annotations', 'it is this paragraph'),
        key('select', 'select the words'),
        key('search', 'search'),
      ];
  const last = { ...key('close', isSelecting ? 'cancel' : 'back to repair'), last: true };
  return footer(state.size.columns, 'POINT', [...keys, last]);
}
