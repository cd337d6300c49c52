import type { Project } from '../../project/project.ts';
import { findEntry, type LoadedText, listTexts, loadText } from '../../project/texts.ts';
import type { TerminalLoan } from '../terminal/loan.ts';

/** What every door of the reader works with. Transcripts stay as they were when they were opened. */
export interface Desk {
  project: Project;
  coder: string;
  env: Readonly<Record<string, string | undefined>>;
  /** The folder that the program was started in: paths that are typed begin there. */
  here: string;
  /** The transcripts that have been opened, by id. */
  opened: Map<string, LoadedText>;
  /** How the terminal is lent to an editor. */
  loan: TerminalLoan;
}

/** The transcript as it was opened, else as it is on the disk now. */
export async function loadedText({ project, opened }: Desk, id: string): Promise<LoadedText> {
  const known = opened.get(id);
  if (known) return known;
  const loaded = await loadText(project.root, findEntry(await listTexts(project.root), id));
  opened.set(id, loaded);
  return loaded;
}
