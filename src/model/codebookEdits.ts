import { type CodebookEdits, shownCodebook } from './changeCodebook.ts';
import {
  type Codebook,
  foldName,
  newTheme,
  storedTheme,
  type Theme,
  themeById,
} from './codebook.ts';
import { descendants } from './themeTree.ts';

/**
 * What can be done to a codebook, each as the edits that do it or the reason why not, one line for
 * people. Nothing here is written: whoever asks puts the edits into a step.
 */
export type Planned = PlannedEdits | { kind: 'refused'; reason: string };

export interface PlannedEdits {
  kind: 'edits';
  /** Words for the message line, as `Step.label` has them: 'merge of Spies into State threats'. */
  label: string;
  edits: CodebookEdits;
  /** The theme that it was about, as it is afterwards. */
  theme: Theme;
}

/** The fields of a theme that can be given and changed by name. */
export type ThemeFields = Partial<
  Pick<
    Theme,
    | 'definition'
    | 'include'
    | 'exclude'
    | 'memo'
    | 'colour'
    | 'mark'
    | 'key'
    | 'patterns'
    | 'parent'
  >
>;

export const refusal = (reason: string) => ({ kind: 'refused', reason }) as const;

/** One more theme at the end. `fields.parent` is an id. */
export function addTheme(codebook: Codebook, name: string, fields: ThemeFields = {}): Planned {
  const theme = newTheme(codebook, name, { ...fields, parent: fields.parent ?? null });
  const reason =
    nameProblem(codebook, theme) ?? keyProblem(codebook, theme) ?? parentProblem(codebook, theme);
  if (reason !== null) return refusal(reason);
  const edits = { themes: [{ before: null, after: theme }] };
  return { kind: 'edits', label: `new theme ${theme.name}`, edits, theme };
}

/** Changes fields of a theme; its id and its place stay. */
export function editTheme(
  codebook: Codebook,
  id: string,
  fields: Omit<ThemeFields, 'parent'> & { name?: string },
): Planned {
  const before = storedTheme(codebook, id);
  if (!before) return unknown(id);
  const after = { ...before, ...fields, name: tidyName(fields.name ?? before.name) };
  const reason =
    (after.name === before.name ? null : nameProblem(codebook, after)) ??
    (after.key === before.key ? null : keyProblem(codebook, after));
  if (reason !== null) return refusal(reason);
  const label =
    after.name === before.name ? `edit of ${before.name}` : `${before.name} renamed ${after.name}`;
  return { kind: 'edits', label, edits: { themes: [{ before, after }] }, theme: after };
}

/** White space of any kind and length is one space in a name. */
export const tidyName = (name: string): string => name.trim().replace(/\s+/g, ' ');

/**
 * Merges one theme into another: its annotations count for the target from now on, and are not
 * written. Its children come under the target, its digit goes to the target if that has none.
 */
export function mergeTheme(codebook: Codebook, source: string, into: string): Planned {
  const before = storedTheme(codebook, source);
  const target = themeById(codebook, into);
  if (!before) return unknown(source);
  if (!target) return unknown(into);
  const reason = mergeProblem(codebook, before, target);
  if (reason !== null) return refusal(reason);
  const after: Theme = { ...before, key: null, status: 'merged', mergedInto: target.id };
  const children = codebook.themes.filter(
    theme => theme.parent === before.id && theme.status !== 'merged',
  );
  const themes = [
    { before, after },
    ...children.map(child => ({ before: child, after: { ...child, parent: target.id } })),
  ];
  if (before.key !== null && before.status === 'active' && target.key === null)
    themes.push({ before: target, after: { ...target, key: before.key } });
  const label = `merge of ${before.name} into ${target.name}`;
  return { kind: 'edits', label, edits: { themes }, theme: after };
}

function mergeProblem(codebook: Codebook, source: Theme, target: Theme): string | null {
  if (source.status === 'merged')
    return `${source.name}: merged into ${themeById(codebook, source.id)?.name ?? source.mergedInto} already`;
  if (source.id === target.id) return `${source.name}: a theme cannot be merged into itself`;
  if (target.status !== 'active')
    return `${target.name}: this theme is ${target.status}. Bring it back first, or choose another one`;
  if (descendants(codebook, source.id).has(target.id))
    return `${target.name}: stands under ${source.name}. Move it out first, then merge`;
  return null;
}

/** Takes a theme out of use: its annotations stay and count, nothing can be tagged with it. */
export function retireTheme(codebook: Codebook, id: string): Planned {
  const before = storedTheme(codebook, id);
  if (!before) return unknown(id);
  if (before.status !== 'active')
    return refusal(`${before.name}: this theme is ${before.status} already`);
  const after: Theme = { ...before, status: 'retired', key: null };
  return {
    kind: 'edits',
    label: `${before.name} retired`,
    edits: { themes: [{ before, after }] },
    theme: after,
  };
}

/** Brings back a theme that was retired, or merged away: then its annotations count for it again. */
export function reviveTheme(codebook: Codebook, id: string): Planned {
  const before = storedTheme(codebook, id);
  if (!before) return unknown(id);
  if (before.status === 'active') return refusal(`${before.name}: this theme is in use`);
  const parent = parentProblem(codebook, before) === null ? before.parent : null;
  const after: Theme = { ...before, status: 'active', mergedInto: null, key: null, parent };
  const reason = nameProblem(codebook, after);
  if (reason !== null) return refusal(reason);
  const label = `${before.name} brought back`;
  return { kind: 'edits', label, edits: { themes: [{ before, after }] }, theme: after };
}

const unknown = (word: string) => refusal(`${word}: no such theme. "marginalia themes" lists them`);

function nameProblem({ themes }: Codebook, theme: Theme): string | null {
  if (theme.name === '') return 'a theme needs a name';
  const twin = themes.find(
    one =>
      one.id !== theme.id && one.status === 'active' && foldName(one.name) === foldName(theme.name),
  );
  return twin
    ? `${twin.name}: there is a theme of this name already (${twin.status}). Use it, or choose another name`
    : null;
}

function keyProblem({ themes }: Codebook, theme: Theme): string | null {
  if (theme.key === null) return null;
  if (theme.status !== 'active')
    return `${theme.name}: this theme is ${theme.status}. Bring it back first, then pin it`;
  const holder = themes.find(
    one => one.id !== theme.id && one.status === 'active' && one.key === theme.key,
  );
  return holder ? `${theme.key}: this digit is pinned to ${holder.name}. Choose another one` : null;
}

/** Why a theme cannot stand under its parent; `null` where it can. */
export function parentProblem(codebook: Codebook, { id, name, parent }: Theme): string | null {
  if (parent === null) return null;
  const above = storedTheme(codebook, parent);
  if (!above) return `${parent}: no such theme to put it under. "marginalia themes" lists them`;
  if (above.status !== 'active')
    return `${above.name}: this theme is ${above.status}. Choose another one to put ${name} under`;
  if (parent === id || descendants(codebook, id).has(parent))
    return `${above.name}: stands under ${name} itself. Move it out first`;
  return null;
}

/** The edits of one plan after another on the same codebook; the first refusal ends them. */
export function inTurn(
  codebook: Codebook,
  plans: readonly ((codebook: Codebook) => Planned)[],
): Planned[] {
  const done: Planned[] = [];
  let now = codebook;
  for (const plan of plans) {
    const planned = plan(now);
    done.push(planned);
    if (planned.kind === 'refused') break;
    now = shownCodebook(now, planned.edits);
  }
  return done;
}
