import { join } from 'node:path';
import type { Annotation } from '../model/annotation.ts';
import type { Codebook } from '../model/codebook.ts';
import { NewerFile } from '../model/fault.ts';
import type { Recipe } from '../model/recipe.ts';
import type { Rejection } from '../model/rejection.ts';
import type { PageCopy } from '../model/rewrite.ts';
import { changeCodebook, readCodebook } from './codebookFile.ts';
import { isCopyOf, mayBeOld, originalOf } from './conflictCopies.ts';
import type { Keeping, OnWritten } from './dataFile.ts';
import { type FileSystem, realFileSystem } from './fileSystem.ts';
import { type Left, leaveVersion } from './leftVersion.ts';
import { listCoders, listPages } from './listing.ts';
import { changePage, type Page, type PageTarget, putBackPage, readPage } from './pages.ts';
import { codebookPaths, type DataPaths, pagePaths, recipesPaths, statePaths } from './paths.ts';
import { changeRecipes, readRecipes } from './recipesFile.ts';
import { absorbCopy, type Mended, mendFile } from './repair.ts';
import { changeKept, changeRejections, readKept, readRejections } from './stateFile.ts';
import { type Swept, sweep } from './sweep.ts';
import { changeText, type TextTarget } from './textFile.ts';
import { whyReadOnly } from './writable.ts';

export type { Left } from './leftVersion.ts';
export type { Page, PageTarget } from './pages.ts';

export interface StoreOptions {
  files?: FileSystem;
  /** How long a writer waits for another, in milliseconds; 10 s unless told. */
  wait?: number;
}

const LONGEST_WAIT = 10_000;

/**
 * The only door to `annotations/`. Reading never changes anything there. A change takes the file's
 * lock, is made to what is on the disk at that moment, and is on the disk for good when its promise
 * resolves; if it rejects, the file is as it was. Two changes to one file wait for each other.
 */
export class Store {
  private readonly keeping: Keeping;

  constructor(annotations: string, { files, wait }: StoreOptions = {}) {
    this.keeping = {
      annotations,
      files: files ?? realFileSystem,
      wait: wait ?? LONGEST_WAIT,
      newer: new Map(),
    };
  }

  /** The coders with a folder of their own, by code units. Throws a Fault if `annotations/` cannot be read. */
  coders(): Promise<string[]> {
    return listCoders(this.keeping);
  }

  /** The ids of the transcripts on which a coder has a page. Throws a Fault if the folder cannot be read. */
  pages(coder: string): Promise<string[]> {
    return listPages(this.keeping, coder);
  }

  /** A coder's page on a transcript; `null` if there is none. Throws BrokenFile and Fault. */
  readPage(coder: string, text: string): Promise<Page | null> {
    return readPage(this.keeping, coder, text);
  }

  /** See `whyReadOnly` in `writable.ts`. */
  whyReadOnly(coder: string): Promise<string | null> {
    return whyReadOnly(this.keeping, coder);
  }

  /** The files read so far that a newer Marginalia wrote: paths, and why each may only be read, in one line. */
  newerFiles(): NewerFile[] {
    const files = [...this.keeping.newer];
    return files.map(([file, message]) => new NewerFile(message, { file }));
  }

  /** The bytes of a coder's page on a transcript; `null` if there is none, or it cannot be read. */
  async pageBytes(coder: string, text: string): Promise<Uint8Array | null> {
    const { files, annotations } = this.keeping;
    const { path } = await pagePaths(files, annotations, coder, text);
    return files.readFile(path).catch(() => null);
  }

  /** See `changePage` in `pages.ts`. */
  changePage(
    target: PageTarget,
    change: (annotations: readonly Annotation[], page: Page) => readonly Annotation[],
    onWritten?: OnWritten,
  ): Promise<Annotation[]> {
    return changePage(this.keeping, target, change, onWritten);
  }

  /** See `putBackPage` in `pages.ts`. */
  putBackPage(text: string, copy: PageCopy): Promise<boolean> {
    return putBackPage(this.keeping, text, copy);
  }

  /** See `changeText` in `textFile.ts`. */
  changeText(target: TextTarget, bytes: Uint8Array): Promise<boolean> {
    return changeText(this.keeping, target, bytes);
  }

  /** The codebook; `null` if there is none. Throws BrokenFile and Fault. */
  readCodebook(): Promise<Codebook | null> {
    return readCodebook(this.keeping);
  }

  /** See `changeCodebook` in `codebookFile.ts`. */
  changeCodebook(change: (codebook: Codebook | null) => Codebook): Promise<Codebook> {
    return changeCodebook(this.keeping, change);
  }

  /** The suggestions that a coder rejected, in the order they were. Throws BrokenFile and Fault. */
  readRejections(coder: string): Promise<Rejection[]> {
    return readRejections(this.keeping, coder);
  }

  /** See `changeRejections` in `stateFile.ts`. */
  changeRejections(
    coder: string,
    change: (rejections: readonly Rejection[]) => readonly Rejection[],
  ): Promise<Rejection[]> {
    return changeRejections(this.keeping, coder, change);
  }

  /** The ids of the annotations that a coder leaves as they are on purpose. Throws BrokenFile and Fault. */
  readKept(coder: string): Promise<string[]> {
    return readKept(this.keeping, coder);
  }

  /** See `changeKept` in `stateFile.ts`. */
  changeKept(
    coder: string,
    change: (kept: readonly string[]) => readonly string[],
  ): Promise<string[]> {
    return changeKept(this.keeping, coder, change);
  }

  /** The recipes of digests, in their order. Throws BrokenFile and Fault. */
  readRecipes(): Promise<Recipe[]> {
    return readRecipes(this.keeping);
  }

  /** See `changeRecipes` in `recipesFile.ts`. */
  changeRecipes(change: (recipes: readonly Recipe[]) => readonly Recipe[]): Promise<Recipe[]> {
    return changeRecipes(this.keeping, change);
  }

  /** See `leaveVersion` in `leftVersion.ts`. */
  leaveVersion(left: Left, time: string, elsewhere: string | null = null): Promise<string> {
    return leaveVersion(this.keeping, left, time, elsewhere);
  }

  /** See `mendFile` in `repair.ts`. `file` is the codebook's, the recipes' or a page's path below `annotations/`. */
  async mend(file: string): Promise<Mended> {
    const paths = await this.pathsOf(file);
    return paths && mendFile(this.keeping, paths);
  }

  /** See `absorbCopy` in `repair.ts`. `copy` is the path below `annotations/` of what a sync tool made. */
  async absorb(copy: string): Promise<Mended> {
    const original = originalOf(copy) ?? (await this.saidOriginal(copy));
    const paths = original === null ? null : await this.pathsOf(original);
    return paths && absorbCopy(this.keeping, paths, join(this.keeping.annotations, copy));
  }

  /** The page of which another one is a copy by what stands in it. */
  private async saidOriginal(copy: string): Promise<string | null> {
    const { coder, text } = partsOf(copy);
    if (!coder || !text || mayBeOld(copy)) return null;
    const said = (await readPage(this.keeping, coder, text))?.said ?? '';
    return isCopyOf(text, said) ? `${coder}/${said}.json` : null;
  }

  private async pathsOf(file: string): Promise<DataPaths | null> {
    const { files, annotations } = this.keeping;
    if (file === 'codebook.json') return codebookPaths(annotations);
    if (file === 'digests.json') return recipesPaths(annotations);
    const { coder, text } = partsOf(file);
    if (coder && text === '.state') return statePaths(files, annotations, coder);
    return coder && text ? pagePaths(files, annotations, coder, text) : null;
  }

  /** Cleans up after killed processes and says what else lies about. Never throws. */
  sweep(): Promise<Swept> {
    return sweep(this.keeping);
  }
}

/** The coder and the transcript of a page, by its path below `annotations/`. */
const partsOf = (file: string): Partial<Record<string, string>> =>
  /^(?<coder>[^/\\]+)[/\\](?<text>[^/\\]+)\.json$/.exec(file)?.groups ?? {};
