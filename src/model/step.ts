import type { Anchor, Annotation, Range } from './annotation.ts';
import type { Theme } from './codebook.ts';
import type { RecipeEdit } from './recipe.ts';
import type { RejectionEdit } from './rejection.ts';
import { type Rewrite, turnedRewrite } from './rewrite.ts';

/**
 * An annotation that may not have been on the disk yet. A new one knows its range (UTF-16 of the
 * present text); its selector is made when it is written.
 */
export interface Draft {
  annotation: Annotation;
  range: Range | null;
  /** Where its selector leads, if that is not certain; absent: to its range, exactly. */
  anchor?: Anchor;
  /** Whether its coder leaves it as it is on purpose. */
  kept?: boolean;
}

/** One item before and after a change; `before` null: it is new; `after` null: it goes. Both have the same id. */
export interface Edit {
  before: Draft | null;
  after: Draft | null;
}

/** The same for a theme of the codebook. */
export interface ThemeEdit {
  before: Theme | null;
  after: Theme | null;
}

/** The order of a codebook's themes before and after a change, as ids. */
export interface OrderEdit {
  before: readonly string[];
  after: readonly string[];
}

/** Whether a doubtful annotation is kept as it is, before and after a change. */
export interface KeepEdit {
  /** The annotation's id. */
  id: string;
  /** The transcript's id. */
  text: string;
  before: boolean;
  after: boolean;
}

/** What changes among the coder's annotations on one transcript. */
export interface PageEdits {
  /** The transcript's id. */
  text: string;
  edits: Edit[];
}

/**
 * What one key did and `u` undoes, in one transcript or in many, or in the codebook alone: themes are
 * written before the annotations that use them.
 */
export interface Step {
  /** Words for the message line: 'State threats on ¶ 12'. */
  label: string;
  coder: string;
  themes: ThemeEdit[];
  /** Where themes change their places in the codebook; absent where they do not. */
  order?: OrderEdit | null;
  /** One entry a transcript. The first one's first passage is where undo leads. */
  pages: PageEdits[];
  /** An edit of a transcript itself. It is written before everything else of the step. */
  rewrite?: Rewrite;
  /** What the coder decided about suggestions without tagging. */
  rejections?: RejectionEdit[];
  /** What the coder leaves as it is on purpose, or not any more. */
  keeps?: KeepEdit[];
  /** Recipes of digests that were saved or forgotten. */
  recipes?: RecipeEdit[];
}

const turned = <T>({ before, after }: { before: T; after: T }) => ({
  before: after,
  after: before,
});

/** The edits of a step on one transcript. */
export const editsOn = (step: Step, text: string): readonly Edit[] =>
  step.pages.flatMap(page => (page.text === text ? page.edits : []));

/** The step that takes a step back. */
export function inverse(step: Step): Step {
  return {
    ...step,
    themes: step.themes.map(turned).reverse(),
    ...(step.order ? { order: turned(step.order) } : {}),
    pages: step.pages.map(({ text, edits }) => ({ text, edits: edits.map(turned).reverse() })),
    ...(step.rewrite && { rewrite: turnedRewrite(step.rewrite) }),
    ...(step.recipes && { recipes: step.recipes.map(turned).reverse() }),
    ...(step.keeps && { keeps: step.keeps.map(keep => ({ ...keep, ...turned(keep) })).reverse() }),
    ...(step.rejections && { rejections: step.rejections.map(turned).reverse() }),
  };
}

/** What became of a step. Faults of the disk are thrown as errors, not returned. */
export type StepOutcome =
  | { kind: 'written'; step: Step }
  /** Somebody else changed it since: nothing was written. `reason` is one line. */
  | { kind: 'refused'; reason: string };
