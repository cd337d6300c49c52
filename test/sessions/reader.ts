import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '../support/environment.ts';
import { REPOSITORY, type TestProject } from '../support/project.ts';
import { PtyProgram } from '../support/pty.ts';

export const PROGRAM = join(REPOSITORY, 'dist/main.js');

export interface OpenOptions {
  columns?: number;
  rows?: number;
  env?: Environment;
  args?: readonly string[];
}

/** The built program on a project, as the coder alex, with settings and reading positions of its own. */
export function openReader(project: TestProject, options: OpenOptions = {}): PtyProgram {
  const { columns = 80, rows = 24, env = {}, args = [] } = options;
  const home = mkdtempSync(join(tmpdir(), 'marginalia-user-'));
  const own = { XDG_STATE_HOME: home, XDG_CONFIG_HOME: home };
  return new PtyProgram('node', [PROGRAM, '-p', project.folder, '--coder', 'alex', ...args], {
    columns,
    rows,
    cwd: project.folder,
    env: { ...own, ...env },
  });
}

/** Opens the reader and the transcript at the library's cursor. */
export async function openText(
  project: TestProject,
  options: OpenOptions = {},
): Promise<PtyProgram> {
  const reader = openReader(project, options);
  await reader.waitFor('Library');
  await reader.waitFor(/\d%/);
  await reader.press('Enter');
  await reader.waitFor('¶ 1/');
  return reader;
}

/** Looks for words and waits until the reader stands on the first hit. */
export async function search(reader: PtyProgram, words: string): Promise<void> {
  await reader.press('/');
  await reader.waitFor('Esc close');
  await reader.type(words);
  await reader.waitFor(words);
  await reader.press('Enter');
  await reader.waitFor(/1 of \d+ here/);
}

/** Leaves with `q` and returns the exit status. */
export async function quit(reader: PtyProgram): Promise<number> {
  await reader.press('q');
  return (await reader.done).status;
}

interface StoredItem {
  body: { purpose: string; value: string }[];
  target: { selector: { type: string; exact?: string; start?: number; end?: number }[] };
}

/** What an annotation file says, read by plain JSON and not by our own code. */
export function storedIn(project: TestProject, file: string) {
  const page = JSON.parse(project.read(file)) as { items: StoredItem[] };
  return page.items.map(({ body, target }) => {
    const value = (purpose: string) => body.find(one => one.purpose === purpose)?.value ?? null;
    const quote = target.selector.find(one => one.type === 'TextQuoteSelector');
    const position = target.selector.find(one => one.type === 'TextPositionSelector');
    return {
      theme: value('tagging'),
      memo: value('commenting'),
      key: value('highlighting') !== null,
      exact: quote?.exact ?? '',
      start: position?.start,
      end: position?.end,
    };
  });
}
