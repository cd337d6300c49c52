import { Box, type Key, Text, Transform, useApp, useInput, usePaste, useStdout } from 'ink';
import { memo, type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { settingOf } from '../model/settings.ts';
import { EarlyKeys } from './earlyKeys.ts';
import { Flood } from './flood.ts';
import { bindingFor } from './keymap/keymap.ts';
import { TYPING, WAITING } from './keymap/scopes.ts';
import { characterOf, isCharacter, keyNames } from './keys.ts';
import { paint } from './layout/line.ts';
import { type Palette, styleCodes } from './layout/palette.ts';
import { wrap } from './layout/wrap.ts';
import { scopeOf, typedValue } from './select.ts';
import type { ReaderStore } from './store.ts';
import { cleaned, type FieldLink, TextField, withoutLast } from './TextField.tsx';
import type { TerminalLoan } from './terminal/loan.ts';
import type { PaletteOf } from './terminal/palette.ts';
import { sizeOf } from './terminal/size.ts';
import type { Field } from './views/frame.ts';
import { screenOf } from './views/screen.ts';

interface AppProps {
  store: ReaderStore;
  paletteOf: PaletteOf;
  /** Where it is to be lent; tests have no terminal to lend. */
  loan?: TerminalLoan;
}

/** The Ink side of the reader: keys in, one line of text a row out. Everything else is in the store. */
export function App({ store, paletteOf, loan }: AppProps): ReactNode {
  const state = useSyncExternalStore(store.subscribe, store.get);
  const palette = paletteOf(settingOf(state.settings, 'colours'));
  const link = useKeyboard(store);
  useSize(store);
  useLoan(loan);
  const { lines, field } = screenOf(state);
  return (
    // Ink draws the old frame once more before React has drawn the new size: it is cut, not wrapped.
    <Box flexDirection="column" width="100%" height={state.size.rows}>
      {lines.map((line, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of the screen is its index
        <Row key={row} words={paint(line, palette, state.size.columns) || ' '} />
      ))}
      {field && (
        <FieldAt
          key={`${scopeOf(state)} ${field.from ?? ''}`}
          store={store}
          field={field}
          columns={state.size.columns}
          palette={palette}
          link={link}
        />
      )}
    </Box>
  );
}

/** Hears keys and pastes for the store; the link is for the field that may be open. */
export function useKeyboard(store: ReaderStore): FieldLink {
  const link = useRef<FieldLink>({ ready: false, taken: false });
  const [flood] = useState(() => new Flood(() => performance.now()));
  const [early] = useState(() => new EarlyKeys(store, name => press(store, name)));
  useInput((input, key) => {
    if (flood.takes(input)) takePaste(store, input, link.current, flood);
    else takeKeys(store, input, key, link.current, early);
  });
  // A paste into the reading view is no row of keys: it is heard, and dropped.
  usePaste(() => undefined);
  return link.current;
}

/** A row of the screen. Most stay as they are from one key to the next: those React leaves alone. */
const Row = memo(function Row({ words }: { words: string }): ReactNode {
  return <Text wrap="truncate">{words}</Text>;
});

/** The text field, laid over its cells of the screen. */
function FieldAt({
  store,
  field,
  columns,
  palette,
  link,
}: {
  store: ReaderStore;
  field: Field;
  /** Of the screen that the field was laid out for. */
  columns: number;
  palette: Palette;
  link: FieldLink;
}): ReactNode {
  return (
    <Box
      position="absolute"
      left={field.column}
      right={columns - field.column - field.width}
      top={field.row}
      height={field.rows}
      overflow="hidden"
      {...(palette.mode === 'contrast' ? { backgroundColor: '#000000' } : {})}
      alignItems={isFull(field) ? 'flex-end' : 'flex-start'}
    >
      <Transform transform={words => inked(words, palette)}>
        <TextField
          value={field.value}
          placeholder={palette.mode === 'none' ? '' : field.placeholder}
          current={() => typedValue(store.get())}
          onChange={value => store.dispatch({ kind: 'typed', value })}
          onSubmit={value => store.dispatch({ kind: 'submitted', value })}
          link={link}
        />
      </Transform>
    </Box>
  );
}

/** What is typed has the terminal's own colour; on the ground that high contrast paints, white. */
function inked(words: string, palette: Palette): string {
  if (palette.mode !== 'contrast') return words;
  return `\u001B[${styleCodes('#FFFFFF', palette).join(';')}m${words}\u001B[39m`;
}

/** Whether the words fill their field: then its last rows are shown, for the caret is there. */
const isFull = ({ value, width, rows }: Field): boolean =>
  value.length >= width * rows || wrap(value, 0, value.length, width).length >= rows;

/** The terminal can be lent as long as the app is on the screen. */
export function useLoan(loan: TerminalLoan | undefined): void {
  const { suspendTerminal } = useApp();
  useEffect(() => {
    loan?.offer(work => suspendTerminal(work));
    return () => loan?.offer(null);
  }, [loan, suspendTerminal]);
}

/** The state follows the size of the terminal, from before Ink draws for it. */
function useSize(store: ReaderStore): void {
  const { stdout } = useStdout();
  useEffect(() => {
    const resized = () => store.dispatch({ kind: 'resized', size: sizeOf(stdout) });
    stdout.prependListener('resize', resized);
    return () => {
      stdout.off('resize', resized);
    };
  }, [stdout, store]);
}

/** A paste that came as keys: words for the field that is open, else nothing. */
function takePaste(store: ReaderStore, input: string, link: FieldLink, flood: Flood): void {
  const state = store.get();
  if (TYPING.has(scopeOf(state))) {
    link.taken = link.ready;
    store.dispatch({ kind: 'typed', value: typedValue(state) + cleaned(input) });
  }
  flood.goesOn();
}

/** Sends each key to the command that the table gives it in the scope of that moment. */
export function takeKeys(
  store: ReaderStore,
  input: string,
  key: Key,
  link: FieldLink,
  early: EarlyKeys,
): void {
  const names = keyNames(input, key);
  if (TYPING.has(scopeOf(store.get())) && link.ready && names.every(isForField)) {
    // Words, Enter and more keys at once: the field would drop what comes behind the Enter.
    if (names.length === 1 || !names.includes('Enter')) return;
    link.taken = true;
  }
  for (const name of names) if (!early.takes(name)) press(store, name);
}

/** Gives one key to the scope of this moment. */
function press(store: ReaderStore, name: string): void {
  const state = store.get();
  const scope = scopeOf(state);
  if (TYPING.has(scope) && typeAhead(store, name)) return;
  const binding = bindingFor(state.keymap, scope, name);
  if (binding) store.dispatch({ kind: 'key', command: binding.command, key: name });
  else if (WAITING.has(scope)) store.dispatch({ kind: 'submitted', value: name });
}

/** What a field that hears keys does itself. */
const isForField = (name: string): boolean =>
  isCharacter(name) || name === 'Enter' || name === 'Backspace';

/** Keys that are quicker than the field they are meant for: it is not drawn yet. */
function typeAhead(store: ReaderStore, name: string): boolean {
  const value = typedValue(store.get());
  if (name === 'Enter') store.dispatch({ kind: 'submitted', value });
  else if (name === 'Backspace') store.dispatch({ kind: 'typed', value: withoutLast(value) });
  else if (isCharacter(name)) store.dispatch({ kind: 'typed', value: value + characterOf(name) });
  else return false;
  return true;
}
