import { type Annotation, type Placed, type Range, shortId } from '../model/annotation.ts';
import { type Codebook, findTheme, type Theme } from '../model/codebook.ts';
import { Fault, UsageFault } from '../model/fault.ts';
import type { AnnotationRecord } from '../model/record.ts';
import type { Step, StepOutcome } from '../model/step.ts';
import { textById } from './annotations.ts';
import { applyStep } from './applyStep.ts';
import { lostRecord, type OnFault, pagesOf, place, recordOf, tolerating } from './placed.ts';
import { codebookOf, type Project, resolver } from './project.ts';
import { findEntry, type LoadedText, listTexts, loadText, refuseClash } from './texts.ts';
import { rangeAt, rangeOfQuote } from './where.ts';

export interface TagRequest {
  text: string;
  theme: string;
  /** A place such as `12:5-40`, or the words themselves. */
  at: { where: string } | { quote: string };
  coder: string;
  memo?: string | undefined;
  key?: boolean;
}

/** What a tag command wrote; `present`: the same tag was there already and nothing was written. */
export interface Tagged {
  record: AnnotationRecord;
  present: boolean;
}

/** Tags one passage. Throws a Fault for an unknown transcript, theme or place, and if the disk refuses. */
export async function tagPassage(project: Project, request: TagRequest): Promise<Tagged> {
  const { entry, loaded } = await textById(project, request.text);
  refuseClash(entry);
  const codebook = await codebookOf(project);
  const theme = activeTheme(codebook, request.theme);
  const range =
    'where' in request.at
      ? rangeAt(loaded.transcript, request.at.where)
      : rangeOfQuote(loaded.transcript, request.at.quote);
  const annotation = newAnnotation(project, request, loaded, theme);
  const outcome = await applyStep(project, async () => loaded, stepOf(loaded, annotation, range));
  const written = writtenBy(outcome);
  // New or there before: its bounds are these, so its place need not be looked for.
  const placed: Placed = { annotation: written, anchor: { kind: 'exact', ...range } };
  const record = recordOf(loaded, placed, resolver(codebook));
  return { record, present: written.id !== annotation.id };
}

function activeTheme(codebook: Codebook, word: string): Theme {
  const theme = findTheme(codebook, word);
  if (!theme)
    throw new Fault(
      `${word}: no such theme. "marginalia themes" lists them, "marginalia themes add" makes one`,
    );
  if (theme.status !== 'active')
    throw new Fault(`${theme.name}: this theme is ${theme.status}. Choose an active one`);
  return theme;
}

function newAnnotation(
  project: Project,
  request: TagRequest,
  loaded: LoadedText,
  theme: Theme,
): Annotation {
  const now = project.ports.now();
  return {
    id: project.ports.newId(),
    text: loaded.transcript.id,
    theme: theme.id,
    coder: request.coder,
    memo: request.memo?.trim() ? request.memo : null,
    key: request.key ?? false,
    created: now,
    modified: now,
    selector: null,
  };
}

function stepOf(loaded: LoadedText, annotation: Annotation, range: Range): Step {
  const edits = [{ before: null, after: { annotation, range } }];
  const pages = [{ text: loaded.transcript.id, edits }];
  return { label: 'tag', coder: annotation.coder, themes: [], pages };
}

function writtenBy(outcome: StepOutcome): Annotation {
  if (outcome.kind === 'refused') throw new Fault(outcome.reason);
  const annotation = outcome.step.pages[0]?.edits[0]?.after?.annotation;
  if (!annotation) throw new Fault('nothing was written');
  return annotation;
}

/**
 * Removes annotations by any unique beginning of their UUIDs (six characters or more) and returns what
 * was removed. All ids are looked up before anything is removed; one that is unknown, ambiguous or
 * another coder's stops the whole (Fault). Files that cannot be read are passed over and go to `onFault`.
 */
export async function untag(
  project: Project,
  ids: readonly string[],
  coder: string,
  onFault: OnFault,
): Promise<AnnotationRecord[]> {
  const chosen = await ownAnnotations(project, ids, coder, onFault, 'removed');
  const removed: AnnotationRecord[] = [];
  for (const annotation of chosen) removed.push(await remove(project, annotation));
  return removed;
}

/**
 * A coder's annotations by any unique beginning of their UUIDs (six characters or more), each once.
 * Throws a Fault for one that is unknown, ambiguous or another coder's; `done` says what it is for.
 */
export async function ownAnnotations(
  project: Project,
  ids: readonly string[],
  coder: string,
  onFault: OnFault,
  done = 'settled',
): Promise<Annotation[]> {
  if (ids.length === 0) return [];
  const all = await everyAnnotation(project, onFault);
  const chosen = [...new Set(ids.map(id => byBeginning(all, id)))];
  const foreign = chosen.find(one => one.coder !== coder);
  if (foreign)
    throw new Fault(
      `${shortId(foreign.id)}: this annotation is ${foreign.coder}'s, and you are ${coder}. Only one's own can be ${done}`,
    );
  return chosen;
}

async function everyAnnotation(project: Project, onFault: OnFault): Promise<Annotation[]> {
  const all: Annotation[] = [];
  for (const coder of await project.store.coders()) {
    for (const text of await pagesOf(project, coder, onFault)) {
      const page = await tolerating(onFault, () => project.store.readPage(coder, text));
      for (const annotation of page?.annotations ?? []) all.push(annotation);
    }
  }
  return all;
}

const SHORTEST = 6;

function byBeginning(all: readonly Annotation[], word: string): Annotation {
  const wanted = shortId(word.toLowerCase());
  if (wanted.length < SHORTEST)
    throw new UsageFault(`${word}: too short for an id. Give six characters or more`);
  const found = all.filter(one => shortId(one.id).toLowerCase().startsWith(wanted));
  const [only] = found;
  if (!only)
    throw new Fault(`${word}: no annotation with this id. "marginalia annotations" lists them`);
  if (found.length > 1)
    throw new Fault(`${word}: ${found.length} annotations begin so. Give more of the id`);
  return only;
}

async function remove(project: Project, annotation: Annotation): Promise<AnnotationRecord> {
  const resolve = resolver(await codebookOf(project));
  const page = await project.store.readPage(annotation.coder, annotation.text);
  const target = {
    coder: annotation.coder,
    text: annotation.text,
    file: `${annotation.text}.md`,
    sha256: page?.sha256 ?? '',
  };
  const loaded = await loadIfThere(project, annotation.text);
  const record =
    loaded && page
      ? recordOf(loaded, place(loaded, page, annotation), resolve)
      : lostRecord(annotation, resolve);
  await project.store.changePage(target, items => items.filter(one => one.id !== annotation.id));
  return record;
}

async function loadIfThere(project: Project, text: string): Promise<LoadedText | null> {
  try {
    return await loadText(project.root, findEntry(await listTexts(project.root), text));
  } catch (cause) {
    if (cause instanceof Fault) return null;
    throw cause;
  }
}
