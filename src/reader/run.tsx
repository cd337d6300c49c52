import type { SettingsHere } from '../model/settings.ts';
import { readLastDigest } from '../project/lastDigest.ts';
import { readPlaces } from '../project/places.ts';
import { type Project, tidyUp } from '../project/project.ts';
import type { Stamp } from './command.ts';
import { EffectRunner } from './effects.ts';
import { keymapWith } from './keymap/userKeys.ts';
import { looksAt } from './looks.ts';
import type { ReaderPorts } from './ports.ts';
import { reasonOf } from './reason.ts';
import { Screen } from './Screen.tsx';
import { settingsMessage } from './settingsMessage.ts';
import { beginning, type ReaderState } from './state.ts';
import { ReaderStore } from './store.ts';
import { onSignals, sayAfterwards, toSayAfterwards } from './terminal/ending.ts';
import type { TerminalInput } from './terminal/input.ts';
import type { TerminalLoan } from './terminal/loan.ts';
import type { PaletteOf } from './terminal/palette.ts';
import { sizeOf } from './terminal/size.ts';

export interface RunOptions {
  project: Project;
  coder: string;
  env: Readonly<Record<string, string | undefined>>;
  settings: SettingsHere;
  /** Why nothing can be changed; `null` when all is well. */
  readOnly: string | null;
  doors: ReaderPorts;
  /** Being read since before Ink was loaded; `null` if it is to be read once the first frame is drawn. */
  library: ReturnType<ReaderPorts['readLibrary']> | null;
  paletteOf: PaletteOf;
  input: TerminalInput;
  loan: TerminalLoan;
}

const LONGEST_WAIT_FOR_LIBRARY = 40;
const AFTER_FIRST_FRAME = 20;

/** Runs the Ink app until it is quit; restores the terminal whatever ends it. */
export async function runReader(options: RunOptions): Promise<number> {
  const { promise: over, resolve: end } = Promise.withResolvers<number>();
  const { store, runner } = wire(options, () => end(0));
  await Promise.race([showLibrary(options, store), delay(LONGEST_WAIT_FOR_LIBRARY)]);
  const screen = new Screen(options, store, end);
  setTimeout(() => void afterFirstFrame(options, runner), AFTER_FIRST_FRAME);
  const looks = setInterval(() => lookAgain(options, store, runner), BETWEEN_LOOKS);
  const stopListening = onSignals(options.loan, async status => end(status));
  const status = await over;
  const left = await Promise.race([runner.leave(PATIENCE), delay(2 * PATIENCE)]);
  if (left) toSayAfterwards(left);
  clearInterval(looks);
  stopListening();
  screen.close();
  process.stdin.pause();
  sayAfterwards();
  return status;
}

/** How long an end waits for what is on its way to the disk, in milliseconds. */
const PATIENCE = 2_000;

/** How often it is looked whether another program has written, in milliseconds. */
const BETWEEN_LOOKS = 2_000;

/** What others do is shown while the user reads. */
function lookAgain({ loan }: RunOptions, store: ReaderStore, runner: EffectRunner): void {
  if (!loan.isAway) for (const effect of looksAt(store.get())) runner.run(effect);
}

/** What nobody has to wait for. */
async function afterFirstFrame(
  { library, project }: RunOptions,
  runner: EffectRunner,
): Promise<void> {
  if (library === null) runner.run({ kind: 'readLibrary' });
  await tidyUp(project);
}

function wire(options: RunOptions, onQuit: () => void) {
  const { project, doors } = options;
  const stamp = (): Stamp => ({ now: project.ports.now(), newId: () => project.ports.newId() });
  const runner = new EffectRunner(doors, command => store.dispatch(command), onQuit);
  const store: ReaderStore = new ReaderStore(firstState(options), stamp, runner.run);
  return { store, runner };
}

function firstState({ project, coder, env, settings, readOnly }: RunOptions): ReaderState {
  const { keymap, problems } = keymapWith(settings.own.keys);
  return beginning({
    size: sizeOf(process.stdout),
    project: project.name,
    coder,
    timeZone: env.TZ || Intl.DateTimeFormat().resolvedOptions().timeZone,
    places: readPlaces(env, project.root),
    keymap,
    settings,
    readOnly,
    digests: { last: readLastDigest(env, project.root) },
    message: readOnly
      ? { text: readOnly, warns: true }
      : settingsMessage(settings, problems, keymap),
  });
}

async function showLibrary({ library }: RunOptions, store: ReaderStore): Promise<void> {
  if (library === null) return;
  try {
    store.dispatch({ kind: 'libraryRead', ...(await library) });
  } catch (cause) {
    store.dispatch({ kind: 'failed', reason: reasonOf(cause) });
  }
}

const delay = (milliseconds: number): Promise<null> =>
  new Promise(resolve => {
    setTimeout(() => resolve(null), milliseconds).unref();
  });
