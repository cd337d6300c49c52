import { type Instance, render } from 'ink';
import { type SettingsHere, settingOf } from '../model/settings.ts';
import { readPlaces } from '../project/places.ts';
import { type Project, tidyUp } from '../project/project.ts';
import { App } from './App.tsx';
import type { Stamp } from './command.ts';
import { EffectRunner, reasonOf } from './effects.ts';
import { keymapWith } from './keymap/userKeys.ts';
import type { ReaderPorts } from './ports.ts';
import { settingsMessage } from './settingsMessage.ts';
import { beginning, type ReaderState } from './state.ts';
import { ReaderStore } from './store.ts';
import { ended, onSignals, sayAfterwards } from './terminal/ending.ts';
import type { TerminalInput } from './terminal/input.ts';
import type { PaletteOf } from './terminal/palette.ts';
import { sizeOf } from './terminal/size.ts';

export interface RunOptions {
  project: Project;
  coder: string;
  env: Readonly<Record<string, string | undefined>>;
  settings: SettingsHere;
  doors: ReaderPorts;
  /** Being read since before Ink was loaded; `null` if it is to be read once the first frame is drawn. */
  library: ReturnType<ReaderPorts['readLibrary']> | null;
  paletteOf: PaletteOf;
  input: TerminalInput;
}

const LONGEST_WAIT_FOR_LIBRARY = 40;
const AFTER_FIRST_FRAME = 20;

/** Runs the Ink app until it is quit; restores the terminal whatever ends it. */
export async function runReader(options: RunOptions): Promise<number> {
  const { promise: over, resolve: end } = Promise.withResolvers<number>();
  const { store, runner } = wire(options, () => end(0));
  await Promise.race([showLibrary(options, store), delay(LONGEST_WAIT_FOR_LIBRARY)]);
  const app = mount(options, store);
  setTimeout(() => void afterFirstFrame(options, runner), AFTER_FIRST_FRAME);
  const stopListening = onSignals(async status => {
    await Promise.race([runner.flush(), delay(2000)]);
    end(status);
  });
  app.waitUntilExit().then(
    () => end(0),
    cause => end(ended(cause)),
  );
  const status = await over;
  stopListening();
  app.unmount();
  process.stdin.pause();
  sayAfterwards();
  return status;
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

function firstState({ project, coder, env, settings }: RunOptions): ReaderState {
  const { keymap, problems } = keymapWith(settings.own.keys);
  const keyLines = problems.map(({ message }) => `${settings.file}: ${message}`);
  const known = { ...settings, problems: [...settings.problems, ...keyLines] };
  return beginning({
    size: sizeOf(process.stdout),
    project: project.name,
    coder,
    timeZone: env.TZ || Intl.DateTimeFormat().resolvedOptions().timeZone,
    places: readPlaces(env, project.root),
    keymap,
    settings: known,
    message: settingsMessage(known.problems),
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

function mount({ paletteOf, input }: RunOptions, store: ReaderStore): Instance {
  const { settings } = store.get();
  const app = render(<App store={store} paletteOf={paletteOf} />, {
    stdin: input.stream,
    stdout: process.stdout,
    alternateScreen: true,
    interactive: true,
    exitOnCtrlC: false,
    patchConsole: false,
    maxFps: 60,
    incrementalRendering: settingOf(settings, 'incrementalRendering'),
  });
  // Keys that were pressed while Ink was loading are read now.
  setImmediate(() => input.stream.emit('readable'));
  return app;
}

const delay = (milliseconds: number): Promise<void> =>
  new Promise(resolve => {
    setTimeout(resolve, milliseconds).unref();
  });
