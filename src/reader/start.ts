import { openProject, type Ports } from '../project/project.ts';
import { projectPorts } from './projectPorts.ts';
import { askTerminal } from './terminal/ask.ts';
import { choosePalette } from './terminal/palette.ts';

export interface ReaderOptions {
  /** The project's folder. */
  root: string;
  ports: Ports;
  coder: string;
  env: Readonly<Record<string, string | undefined>>;
  /** `--no-color` was given. */
  noColor: boolean;
}

/**
 * Opens the reader on the terminal and resolves with the exit status when it is closed. The terminal's
 * answer about its colours and the transcripts travel while Ink is still being loaded.
 */
export async function startReader({
  root,
  ports,
  coder,
  env,
  noColor,
}: ReaderOptions): Promise<number> {
  const { input, background } = askTerminal(process.stdin, process.stdout);
  const project = openProject(root, ports);
  const doors = projectPorts(project, env);
  const library = doors.readLibrary(() => undefined);
  library.catch(() => undefined);
  const { runReader } = await import('./run.tsx');
  const palette = choosePalette({ env, noColor, background: await background });
  return runReader({ project, coder, env, doors, library, palette, input });
}
