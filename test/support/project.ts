import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The root of this repository, which is the sample project as well. */
export const REPOSITORY = join(import.meta.dirname, '../..');

/** A project folder for one test; `using project = makeProject(…)` removes it at the end. */
export class TestProject {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  path(...names: string[]): string {
    return join(this.folder, ...names);
  }

  /** Writes a file; the folders on its way are made. */
  write(name: string, content: string | Uint8Array): void {
    const path = this.path(name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  has(name: string): boolean {
    return existsSync(this.path(name));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  [Symbol.dispose](): void {
    this.remove();
  }
}

/**
 * Makes a project in a temporary folder. `texts` are file names in `texts/` and their contents,
 * `annotations` the same for `annotations/`, where a value that is no text is written as JSON.
 */
export function makeProject(
  texts: Readonly<Record<string, string | Uint8Array>>,
  annotations: Readonly<Record<string, unknown>> = {},
): TestProject {
  const project = new TestProject(mkdtempSync(join(tmpdir(), 'marginalia-test-')));
  mkdirSync(project.path('texts'));
  for (const [name, content] of Object.entries(texts)) project.write(`texts/${name}`, content);
  for (const [name, content] of Object.entries(annotations)) {
    project.write(`annotations/${name}`, asText(content));
  }
  return project;
}

/** A copy of the repository's own sample project. */
export function copySample(): TestProject {
  const project = new TestProject(mkdtempSync(join(tmpdir(), 'marginalia-sample-')));
  for (const name of ['texts', 'annotations']) {
    const source = join(REPOSITORY, name);
    if (existsSync(source)) cpSync(source, project.path(name), { recursive: true });
  }
  return project;
}

const asText = (content: unknown) =>
  typeof content === 'string' ? content : `${JSON.stringify(content, null, 1)}\n`;
