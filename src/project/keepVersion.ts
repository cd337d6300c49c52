import { join, relative, sep } from 'node:path';
import { describe } from '../anchoring/describe.ts';
import type { Annotation } from '../model/annotation.ts';
import type { Theme } from '../model/codebook.ts';
import { starterCodebook } from '../model/starterCodebook.ts';
import type { Draft, Step } from '../model/step.ts';
import type { Left } from '../store/store.ts';
import type { LoadText } from './applyStep.ts';
import type { Project } from './project.ts';
import { stateFolder } from './settings.ts';
import type { LoadedText } from './texts.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Leaves what steps would have written, and could not, beside the files, so that no word of it is lost:
 * `check` names it and `--repair` merges it. Where `annotations/` takes nothing, in the user's own
 * folder. What was only to be taken away is still there and is not kept. Returns where it lies, as a
 * user reads it; nothing where there was nothing to keep. Throws a Fault if no disk takes it.
 */
export async function keepVersion(
  project: Project,
  load: LoadText,
  steps: readonly Step[],
  env: Environment,
): Promise<string[]> {
  const places: string[] = [];
  for (const left of await leftOf(project, load, steps)) {
    const time = project.ports.now();
    const path = await project.store
      .leaveVersion(left, time)
      .catch(() => project.store.leaveVersion(left, time, join(stateFolder(env), 'unsaved')));
    const inside = relative(project.root, path);
    places.push(inside.startsWith('..') ? path : inside.split(sep).join('/'));
  }
  return places;
}

/**
 * Whether a step that another writer stood in the way of holds words that somebody typed, a new tag or
 * a theme: everything else is a key that can be pressed again.
 */
export const isWorthKeeping = ({ pages, themes, rewrite }: Step): boolean =>
  rewrite !== undefined ||
  themes.some(({ after }) => after !== null) ||
  pages.some(({ edits }) => edits.some(({ before, after }) => isTyped(before, after)));

const isTyped = (before: Draft | null, after: Draft | null): boolean =>
  after !== null &&
  (before === null ||
    (Boolean(after.annotation.memo) && after.annotation.memo !== before.annotation.memo));

async function leftOf(project: Project, load: LoadText, steps: readonly Step[]): Promise<Left[]> {
  const left: Left[] = [];
  const themes = latest(steps.flatMap(step => step.themes.map(one => [one.before, one.after])));
  if (themes.length > 0) left.push(await codebookWith(project, themes));
  for (const [text, drafts] of draftsByText(steps))
    left.push(pageOf(await load(text), steps[0]?.coder ?? '', drafts));
  for (const { rewrite, coder } of steps)
    if (rewrite) left.push({ kind: 'words', coder, text: rewrite.text, words: rewrite.after });
  return left;
}

/** The last version of each thing that was made or changed and not taken away again. */
function latest<T extends { id: string }>(changes: readonly (T | null)[][]): T[] {
  const made = new Map<string, T>();
  for (const [before, after] of changes) {
    if (after) made.set(after.id, after);
    else if (before) made.delete(before.id);
  }
  return [...made.values()];
}

function draftsByText(steps: readonly Step[]): [text: string, drafts: Draft[]][] {
  const pages = Map.groupBy(
    steps.flatMap(step => step.pages),
    page => page.text,
  );
  const keyed = (draft: Draft | null) => draft && { id: draft.annotation.id, draft };
  return Array.from(pages, ([text, all]): [string, Draft[]] => {
    const edits = all.flatMap(page => page.edits);
    const drafts = latest(edits.map(({ before, after }) => [keyed(before), keyed(after)]));
    return [text, drafts.map(({ draft }) => draft)];
  }).filter(([, drafts]) => drafts.length > 0);
}

/** With the other themes as they are, so that theirs keep their places. */
async function codebookWith({ store }: Project, themes: readonly Theme[]): Promise<Left> {
  const there = (await store.readCodebook().catch(() => null)) ?? starterCodebook;
  const made = new Map(themes.map(theme => [theme.id, theme]));
  const known = there.themes.map(theme => made.get(theme.id) ?? theme);
  const isNew = ({ id }: Theme) => !there.themes.some(theme => theme.id === id);
  const codebook = { ...there, themes: [...known, ...themes.filter(isNew)] };
  return { kind: 'codebook', codebook };
}

function pageOf(loaded: LoadedText, coder: string, drafts: readonly Draft[]): Left {
  const { transcript, codePoints, sha256 } = loaded;
  const subject = { text: transcript.text, codePoints };
  const annotations = drafts.map(({ annotation, range }): Annotation => {
    const selector = annotation.selector ?? (range && describe(subject, range));
    return { ...annotation, selector };
  });
  // Selectors that were there before may have been made for another text.
  const isNew = drafts.every(({ annotation }) => annotation.selector === null);
  const { id: text, file } = transcript;
  const target = { coder, text, file, sha256: isNew ? sha256 : '' };
  return { kind: 'page', target, annotations };
}
