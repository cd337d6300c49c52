import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Range } from '../model/annotation.ts';
import { Fault } from '../model/fault.ts';
import { allMatches, wordsPattern } from '../model/matching.ts';
import { applyStep } from '../project/applyStep.ts';
import { gatherDigest } from '../project/digest.ts';
import { readLibrary } from '../project/library.ts';
import { placedOn } from '../project/placed.ts';
import { savePlaces } from '../project/places.ts';
import { codebookOrFault, type Project } from '../project/project.ts';
import {
  findEntry,
  type LoadedText,
  listTexts,
  loadText,
  type TextEntry,
} from '../project/texts.ts';
import { renderDigest, writeDigest } from '../project/writeDigest.ts';
import type { DigestChoice } from './command.ts';
import type { ReaderPorts } from './ports.ts';
import type { OpenedText } from './state.ts';

interface Desk {
  project: Project;
  coder: string;
}

const MOST_HITS = 100_000;

/** The reader's doors to a project. Transcripts stay as they were when they were opened. */
export function projectPorts(
  project: Project,
  coder: string,
  env: Readonly<Record<string, string | undefined>>,
): ReaderPorts {
  const opened = new Map<string, LoadedText>();
  const loadedText = async (id: string): Promise<LoadedText> => {
    const known = opened.get(id);
    if (known) return known;
    const loaded = await loadText(project.root, findEntry(await listTexts(project.root), id));
    opened.set(id, loaded);
    return loaded;
  };
  return {
    readLibrary: async onProgress => ({
      library: await readLibrary(project, { coder: null, words: false }, throttled(onProgress)),
      codebook: (await codebookOrFault(project)).codebook,
    }),
    openText: id => openText({ project, coder }, id, opened),
    write: step => applyStep(project, loadedText, step),
    reread: async texts => ({
      pages: await Promise.all(
        texts.map(async text => ({
          text,
          placed: await placedOn(project, await loadedText(text), null),
        })),
      ),
      codebook: (await codebookOrFault(project)).codebook,
    }),
    find: async (query, text) => hitsIn((await loadedText(text)).transcript.text, query),
    findEverywhere: query => findEverywhere(project, query),
    preview: choice => preview(project, choice),
    writeDigest: (choice, file, replace) => write(project, choice, file, replace),
    savePlaces: places => savePlaces(env, project.root, places),
  };
}

async function openText(
  { project, coder }: Desk,
  id: string,
  opened: Map<string, LoadedText>,
): Promise<OpenedText> {
  const entry = findEntry(await listTexts(project.root), id);
  const loaded = await loadText(project.root, entry);
  opened.set(id, loaded);
  const faults: Fault[] = [];
  const placed = await placedOn(project, loaded, null, fault => faults.push(fault));
  return { transcript: loaded.transcript, placed, ...limits(coder, entry, faults) };
}

/** A name that is not its alone, or a broken file of the coder's own: nothing can be tagged until that is mended. */
function limits(coder: string, { id, clashes }: TextEntry, faults: readonly Fault[]) {
  const own = faults.find(fault => fault.file?.split(/[\\/]/).at(-2) === coder);
  const clash =
    clashes.length > 0 ? `several files are named ${id}: rename all but one, then tag` : null;
  return { locked: clash ?? own?.message ?? null, warning: faults[0]?.message ?? clash };
}

const BETWEEN_REPORTS = 100;

/** Progress at most ten times a second: drawing must not be what takes the time. */
function throttled(onProgress: (done: number, total: number) => void) {
  let last = performance.now();
  return (done: number, total: number) => {
    const now = performance.now();
    if (now - last < BETWEEN_REPORTS) return;
    last = now;
    onProgress(done, total);
  };
}

function hitsIn(text: string, query: string): Range[] {
  const pattern = wordsPattern(query, { case: 'smart' });
  return pattern ? allMatches(text, pattern, MOST_HITS) : [];
}

async function findEverywhere(
  project: Project,
  query: string,
): Promise<{ hits: number; transcripts: number }> {
  let hits = 0;
  let transcripts = 0;
  for (const entry of await listTexts(project.root)) {
    const found = await loadText(project.root, entry).then(
      loaded => hitsIn(loaded.transcript.text, query).length,
      () => 0,
    );
    hits += found;
    transcripts += Number(found > 0);
  }
  return { hits, transcripts };
}

async function preview(project: Project, choice: DigestChoice) {
  const gathered = await gather(project, choice);
  const { records } = gathered.input;
  const certain = records.filter(
    record => record.start !== null && (!choice.keyOnly || record.key),
  );
  return {
    text: renderDigest(gathered.input, choice.format),
    passages: certain.length,
    transcripts: new Set(certain.map(record => record.text)).size,
    leftOut: records.length - records.filter(record => record.start !== null).length,
  };
}

/** No theme chosen gives an empty digest, where a command without `--theme` means all. */
async function gather(project: Project, choice: DigestChoice) {
  const gathered = await gatherDigest(project, choice);
  if (choice.themes.length > 0) return gathered;
  return { ...gathered, input: { ...gathered.input, themes: [], records: [], texts: [] } };
}

async function write(
  project: Project,
  choice: DigestChoice,
  file: string,
  replace: boolean,
): Promise<'written' | 'exists'> {
  if (file.trim() === '') throw new Fault('no file named: choose a name first');
  const path = resolve(project.root, file);
  if (!replace && (await exists(path))) return 'exists';
  await writeDigest((await gather(project, choice)).input, choice.format, path);
  return 'written';
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
