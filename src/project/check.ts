import { join, relative, sep } from 'node:path';
import { compareText } from '../model/annotation.ts';
import type { Codebook } from '../model/codebook.ts';
import { BrokenFile, type Fault, NewerFile } from '../model/fault.ts';
import { isCopyOf } from '../store/conflictCopies.ts';
import type { OnProgress } from './annotations.ts';
import { checkAnnotations, checkCodebook, type SeenIds } from './checkAnnotations.ts';
import { checkClashes } from './checkClashes.ts';
import { COPY, checkLeftovers } from './checkLeftovers.ts';
import { checkRecipes } from './checkRecipes.ts';
import { type OnFault, pagesOf, tolerating } from './placed.ts';
import type { Problem, ProblemKind, Report } from './problem.ts';
import { codebookOf, type Project } from './project.ts';
import { clashFault, type LoadedText, listTexts, loadText, type TextEntry } from './texts.ts';

/** What is wrong with a project, and how many annotations are left as they are on purpose. */
export interface Checked {
  problems: Problem[];
  kept: number;
}

/**
 * Reads the whole project and lists what is wrong, by file. Changes nothing. Throws a Fault only
 * where `texts/` cannot be read at all.
 */
export async function checkProject(
  project: Project,
  onProgress: OnProgress = () => {},
): Promise<Checked> {
  const problems: Problem[] = [];
  const known = new Set<string>();
  const report: Report = (kind, path, words, more = {}) => {
    const message = words.replaceAll(`${project.root}${sep}`, '');
    const file = relative(project.root, path).split(sep).join('/');
    const name = JSON.stringify([file, message]);
    if (!known.has(name)) problems.push({ kind, file, message, ...more });
    known.add(name);
  };
  const onFault: OnFault = fault => reportFault(report, fault, join(project.root, 'annotations'));
  const entries = await listTexts(project.root);
  const codebook = await tolerating(onFault, () => codebookOf(project));
  if (codebook) checkCodebook(codebook, join(project.root, 'annotations', 'codebook.json'), report);
  const check: Check = { project, codebook, report, onFault, seen: new Map(), kept: new Map() };
  await checkTexts(check, entries, onProgress);
  await checkLostPages(check, entries);
  const texts = new Set(entries.map(entry => entry.id));
  await checkRecipes(project, { codebook, texts }, report, onFault);
  for (const fault of project.store.newerFiles()) onFault(fault);
  await checkLeftovers(project.root, report);
  await checkClashes(project.root, report);
  for (const coder of (await tolerating(onFault, () => project.store.coders())) ?? [])
    await keptBy(check, coder);
  const kept = [...check.kept.values()].reduce((sum, ids) => sum + ids.size, 0);
  return { problems: problems.sort((a, b) => compareText(a.file, b.file)), kept };
}

interface Check {
  project: Project;
  /** `null`: it cannot be read, so nothing is known about themes. */
  codebook: Codebook | null;
  report: Report;
  onFault: OnFault;
  seen: SeenIds;
  /** What each coder keeps on purpose, by ids. */
  kept: Map<string, ReadonlySet<string>>;
}

async function checkTexts(check: Check, entries: readonly TextEntry[], onProgress: OnProgress) {
  for (const [done, entry] of entries.entries()) {
    const loaded = await checkText(check, entry);
    // Which of the files with one id the annotations are on, nobody can say.
    const isFirst = entries[done - 1]?.id !== entry.id;
    if (isFirst) await checkPages(check, entry.id, entry.clashes.length > 0 ? null : loaded);
    onProgress(done + 1, entries.length);
  }
}

async function checkText(
  { project, report, onFault }: Check,
  entry: TextEntry,
): Promise<LoadedText | null> {
  const path = join(project.root, 'texts', entry.file);
  const clash = clashFault(entry);
  if (clash) report('name-clash', path, clash.message);
  const loaded = await tolerating(onFault, () => loadText(project.root, entry));
  const problem = loaded?.transcript.problem ?? null;
  if (problem !== null)
    report('front-matter', path, `its front matter cannot be read (${problem}). Mend it by hand`);
  return loaded;
}

/** Every coder's annotations on one transcript; without `loaded` their places are not looked at. */
async function checkPages(check: Check, text: string, loaded: LoadedText | null): Promise<void> {
  const { project, codebook, report, onFault, seen } = check;
  for (const coder of (await tolerating(onFault, () => project.store.coders())) ?? []) {
    const page = await tolerating(onFault, () => project.store.readPage(coder, text));
    if (!page) continue;
    const path = pagePath(project, coder, text);
    const kept = await keptBy(check, coder);
    checkAnnotations({ path, page, loaded, codebook, seen, kept }, report);
  }
}

async function keptBy(
  { project, onFault, kept }: Check,
  coder: string,
): Promise<ReadonlySet<string>> {
  const known = kept.get(coder);
  if (known) return known;
  const ids = new Set((await tolerating(onFault, () => project.store.readKept(coder))) ?? []);
  kept.set(coder, ids);
  return ids;
}

/** Annotation files whose transcript is not there. */
async function checkLostPages(check: Check, entries: readonly TextEntry[]): Promise<void> {
  const { project, report, onFault } = check;
  const known = new Set(entries.map(entry => entry.id));
  const lost = new Set<string>();
  for (const coder of (await tolerating(onFault, () => project.store.coders())) ?? []) {
    for (const text of await pagesOf(project, coder, onFault)) {
      if (known.has(text)) continue;
      const copied = await copiedFrom(check, coder, text);
      if (copied !== null) {
        report('conflict-copy', pagePath(project, coder, text), COPY);
        continue;
      }
      lost.add(text);
      const path = pagePath(project, coder, text);
      const message = `there is no texts/${text}.md or .txt. Bring it back, or rename this file after it`;
      report('no-text', path, message);
    }
  }
  for (const text of lost) await checkPages(check, text, null);
}

/** The transcript of whose page another page is a copy, by what stands in it; `null`: it is none. */
async function copiedFrom({ project }: Check, coder: string, text: string): Promise<string | null> {
  const page = await tolerating(
    () => undefined,
    () => project.store.readPage(coder, text),
  );
  return page && isCopyOf(text, page.said) ? page.said : null;
}

const pagePath = ({ root }: Project, coder: string, text: string): string =>
  join(root, 'annotations', coder, `${text}.json`);

function reportFault(report: Report, fault: Fault, otherwise: string): void {
  const { file, message } = fault;
  const words = file !== null && message.startsWith(file) ? message.slice(file.length) : message;
  report(kindOf(fault), file ?? otherwise, words.replace(/^:? /, ''));
}

function kindOf(fault: Fault): ProblemKind {
  if (fault instanceof NewerFile) return 'newer-version';
  if (!(fault instanceof BrokenFile)) return 'unreadable';
  if (/newer Marginalia/.test(fault.message)) return 'newer-version';
  return /\.json$/.test(fault.file ?? '') ? 'broken-file' : 'not-utf8';
}
