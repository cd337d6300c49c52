import { type Annotation, type Placed, rangeOf } from './annotation.ts';
import { shownCodebook } from './changeCodebook.ts';
import { type Codebook, effectiveTheme, findTheme, storedTheme, type Theme } from './codebook.ts';
import { addTheme, type Planned, type PlannedEdits, refusal } from './codebookEdits.ts';
import { moveTheme } from './codebookOrder.ts';
import type { Draft, Edit, PageEdits } from './step.ts';

export interface SplitRequest {
  codebook: Codebook;
  /** The id of the theme that is split. */
  from: string;
  /** The name of the theme that takes some of its passages; made if there is none in use. */
  into: string;
  coder: string;
  /** UTC, ISO 8601. */
  now: string;
  /** The annotations that go over. Another coder's are left, for they are that coder's to change. */
  chosen: readonly Placed[];
  /** Everything on the transcripts of those: a passage that has the other theme already stays. */
  present: readonly Placed[];
}

export type PlannedSplit =
  | { kind: 'refused'; reason: string }
  | (PlannedEdits & {
      pages: PageEdits[];
      /** Annotations that were chosen and stay: other coders', and those that would be doubled. */
      left: { others: number; doubled: number };
    });

/** Gives some annotations of a theme to another one: one step, however many transcripts they are on. */
export function splitTheme(request: SplitRequest): PlannedSplit {
  const { codebook, from, into, coder, chosen } = request;
  const old = storedTheme(codebook, from);
  if (!old) return refusal(`${from}: no such theme. "marginalia themes" lists them`);
  const target = takingTheme(codebook, old, into);
  if (target.kind === 'refused') return target;
  const own = chosen.filter(one => one.annotation.coder === coder);
  const taken = new Set(
    request.present
      .filter(
        ({ annotation }) => annotation.coder === coder && isOf(codebook, annotation, target.theme),
      )
      .map(placeName),
  );
  const going = own.filter(one => !taken.has(placeName(one)));
  if (going.length === 0)
    return refusal(`${old.name}: no passage of your own to give to ${target.theme.name}`);
  const edits = going.map(placed => ({
    text: placed.annotation.text,
    edit: handed(placed, target.theme, request.now),
  }));
  const pages = Array.from(
    Map.groupBy(edits, one => one.text),
    ([text, all]) => ({
      text,
      edits: all.map(one => one.edit),
    }),
  );
  const left = { others: chosen.length - own.length, doubled: own.length - going.length };
  return { ...target, label: `split of ${old.name} into ${target.theme.name}`, pages, left };
}

const isOf = (codebook: Codebook, { theme }: Annotation, wanted: Theme): boolean =>
  theme !== null && effectiveTheme(codebook, theme) === wanted.id;

/** Text and bounds in one word; a passage that has no certain place is only equal to itself. */
function placeName(placed: Placed): string {
  const range = rangeOf(placed);
  const { id, text } = placed.annotation;
  return range ? JSON.stringify([text, range.start, range.end]) : id;
}

function handed(placed: Placed, theme: Theme, now: string): Edit {
  const before: Draft = { annotation: placed.annotation, range: rangeOf(placed) };
  return {
    before,
    after: { ...before, annotation: { ...placed.annotation, theme: theme.id, modified: now } },
  };
}

/** The theme that takes the passages: the one in use of that name, or a new one right behind the old one. */
function takingTheme(codebook: Codebook, old: Theme, into: string): Planned {
  const there = findTheme(codebook, into);
  if (there?.id === old.id) return refusal(`${old.name}: a theme cannot be split into itself`);
  if (there?.status === 'active')
    return { kind: 'edits', label: '', edits: { themes: [] }, theme: there };
  const parent = old.parent === null || !storedTheme(codebook, old.parent) ? null : old.parent;
  const added = addTheme(codebook, into, { parent });
  if (added.kind === 'refused') return added;
  const grown = shownCodebook(codebook, added.edits);
  const moved = moveTheme(grown, added.theme.id, { spot: { kind: 'after', neighbour: old.id } });
  if (moved.kind === 'refused') return added;
  const order = moved.edits.order ?? null;
  return { ...added, edits: { themes: added.edits.themes, order } };
}
