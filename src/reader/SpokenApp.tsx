import { Box, Static, Text } from 'ink';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useKeyboard, useLoan } from './App.tsx';
import { typedValue } from './select.ts';
import type { Speaker } from './spoken/speaker.ts';
import { spokenOf } from './spoken/spoken.ts';
import type { ReaderStore } from './store.ts';
import { TextField } from './TextField.tsx';
import type { TerminalLoan } from './terminal/loan.ts';

interface SpokenAppProps {
  store: ReaderStore;
  speaker: Speaker;
  /** Where the terminal is to be lent. */
  loan?: TerminalLoan;
}

/**
 * The reader for those who hear it: what changes is written below what was there, a line at a time, and
 * is never drawn anew. Under it stands only the field that words are typed into.
 */
export function SpokenApp({ store, speaker, loan }: SpokenAppProps): ReactNode {
  const told = useSyncExternalStore(speaker.subscribe, speaker.get);
  const state = useSyncExternalStore(store.subscribe, store.get);
  const link = useKeyboard(store);
  useLoan(loan);
  const { field } = spokenOf(state);
  return (
    <Box flexDirection="column">
      <Static items={[...told]}>{(line, index) => <Text key={index}>{line}</Text>}</Static>
      {field !== null && (
        <Box key={field}>
          <Text>{field}:</Text>
          <TextField
            value={typedValue(state)}
            placeholder=""
            current={() => typedValue(store.get())}
            onChange={value => store.dispatch({ kind: 'typed', value })}
            onSubmit={value => store.dispatch({ kind: 'submitted', value })}
            link={link}
          />
        </Box>
      )}
    </Box>
  );
}
