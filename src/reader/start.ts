import type { SettingsHere } from '../model/settings.ts';
import { openProject, type Ports } from '../project/project.ts';
import { isQuickToRead } from '../project/texts.ts';
import { projectPorts } from './projectPorts.ts';
import { askTerminal } from './terminal/ask.ts';
import { TerminalLoan } from './terminal/loan.ts';
import { choosePalette, type PaletteOf } from './terminal/palette.ts';

export interface ReaderOptions {
  /** The project's folder. */
  root: string;
  /** The folder that the program was started in. */
  here: string;
  ports: Ports;
  coder: string;
  env: Readonly<Record<string, string | undefined>>;
  settings: SettingsHere;
}

/** Bytes of transcripts that are read while Ink is still being loaded; more would hold up the first frame. */
const QUICK = 2_000_000;

/**
 * Opens the reader on the terminal and resolves with the exit status when it is closed. The terminal's
 * answer about its colours and the transcripts travel while Ink is still being loaded.
 */
export async function startReader({
  root,
  here,
  ports,
  coder,
  env,
  settings,
}: ReaderOptions): Promise<number> {
  const { input, background } = askTerminal(process.stdin, process.stdout);
  const project = openProject(root, ports);
  const loan = new TerminalLoan(input);
  const doors = projectPorts(project, coder, env, loan, here);
  const library = (await isQuickToRead(root, QUICK)) ? doors.readLibrary(() => undefined) : null;
  library?.catch(() => undefined);
  const readOnly = project.store.whyReadOnly(coder);
  const { runReader } = await import('./run.tsx');
  const ground = await background;
  const paletteOf: PaletteOf = colours => choosePalette({ env, colours, background: ground });
  return runReader({
    readOnly: await readOnly,
    project,
    coder,
    env,
    settings,
    doors,
    library,
    paletteOf,
    input,
    loan,
  });
}
