import { type CodebookEdits, shownCodebook } from './changeCodebook.ts';
import { type Codebook, foldName, newTheme, storedTheme, type Theme } from './codebook.ts';
import { tidyName } from './codebookEdits.ts';
import type { ThemeEdit } from './step.ts';
import { descendants } from './themeTree.ts';

/** A theme as another codebook has it. What its format has no word for is absent. */
export interface IncomingTheme extends Partial<Omit<Theme, 'name' | 'parent' | 'mergedInto'>> {
  name: string;
  /** What its own codebook calls it; parents and targets of merges are named by it. */
  ref: string;
  parent: string | null;
  mergedInto?: string | null;
}

export interface MergedCodebook {
  edits: CodebookEdits;
  /** What was done and what was not, a line each, in the order of the incoming themes. */
  notes: string[];
  added: number;
  changed: number;
}

/**
 * Brings the themes of another codebook into ours: by id, else by name. What is empty here is filled,
 * patterns are joined; where both say something else ours stays and a note says so, unless `replace`.
 * New themes come at the end. A digit that is taken, a parent that would make a circle are left out
 * with a note. Nothing of ours is removed.
 */
export function mergeCodebook(
  ours: Codebook,
  incoming: readonly IncomingTheme[],
  replace = false,
): MergedCodebook {
  const merge = new Merge(ours, replace);
  for (const theme of incoming) merge.take(theme);
  for (const theme of incoming) merge.link(theme);
  return merge.result();
}

type Words = 'definition' | 'include' | 'exclude' | 'memo';
const WORDS: readonly Words[] = ['definition', 'include', 'exclude', 'memo'];
type Looks = 'colour' | 'mark';
const LOOKS: readonly Looks[] = ['colour', 'mark'];

class Merge {
  private now: Codebook;
  private readonly before: ReadonlyMap<string, Theme>;
  private readonly ids = new Map<string, string>();
  private readonly notes: string[] = [];
  private readonly replace: boolean;

  constructor(ours: Codebook, replace: boolean) {
    this.now = ours;
    this.replace = replace;
    this.before = new Map(ours.themes.map(theme => [theme.id, theme]));
  }

  /** The theme itself, without its place in the tree. */
  take(theirs: IncomingTheme): void {
    const known = this.match(theirs);
    const theme = known ? this.filled(known, theirs) : this.fresh(theirs);
    this.ids.set(theirs.ref, theme.id);
    this.put(theme);
  }

  /** Parent and target of a merge, once every theme has its id here. */
  link(theirs: IncomingTheme): void {
    const theme = storedTheme(this.now, this.ids.get(theirs.ref) ?? '');
    if (!theme) return;
    const isNew = !this.before.has(theme.id);
    const parent = theirs.parent === null ? null : (this.ids.get(theirs.parent) ?? null);
    if (parent !== null && parent !== theme.parent) this.linkParent(theme, parent, isNew);
    if (isNew && theme.status === 'merged') this.linkMerge(theme, theirs.mergedInto ?? null);
  }

  result(): MergedCodebook {
    const themes: ThemeEdit[] = this.now.themes.flatMap(after => {
      const before = this.before.get(after.id) ?? null;
      return before === after ? [] : [{ before, after }];
    });
    const added = themes.filter(edit => edit.before === null).length;
    return { edits: { themes }, notes: this.notes, added, changed: themes.length - added };
  }

  private match({ id, name, ref }: IncomingTheme): Theme | undefined {
    const byId = id === undefined ? undefined : this.before.get(id);
    if (byId) return byId;
    const wanted = foldName(name);
    const taken = new Set(this.ids.values());
    const named = [...this.before.values()].filter(theme => foldName(theme.name) === wanted);
    const found = named.find(theme => theme.status === 'active') ?? named[0];
    if (!found || taken.has(found.id)) return undefined;
    if (id !== undefined && id !== found.id)
      this.notes.push(`${found.name}: ${ref} there, ${found.id} here`);
    return found;
  }

  private filled(ours: Theme, theirs: IncomingTheme): Theme {
    const differing = [...WORDS, ...LOOKS].filter(
      field => (theirs[field] ?? '') !== '' && theirs[field] !== ours[field],
    );
    const taken = differing.filter(field => this.replace || ours[field] === '');
    const changes = {
      ...Object.fromEntries(taken.map(field => [field, theirs[field]])),
      ...this.joined(ours, theirs),
    };
    this.noteName(ours, theirs);
    this.noteFields(ours, theirs, differing, taken);
    return Object.keys(changes).length === 0 ? ours : { ...ours, ...changes };
  }

  /** Patterns that are new here, and a digit where there is none. */
  private joined(ours: Theme, { patterns = [], key = null }: IncomingTheme): Partial<Theme> {
    const more = patterns.filter(pattern => !ours.patterns.includes(pattern));
    const pins = key !== null && ours.key === null && ours.status === 'active';
    return {
      ...(more.length > 0 ? { patterns: [...ours.patterns, ...more] } : {}),
      ...(pins ? { key: this.freeKey(ours, key) } : {}),
    };
  }

  private noteFields(
    ours: Theme,
    { status }: IncomingTheme,
    differing: readonly (Words | Looks)[],
    taken: readonly (Words | Looks)[],
  ): void {
    const kept: string[] = differing.filter(field => !taken.includes(field));
    if (status !== undefined && status !== ours.status) kept.push('status');
    const replaced = taken.filter(field => ours[field] !== '');
    if (kept.length > 0) this.notes.push(`${ours.name}: ${kept.join(', ')} kept as here`);
    if (replaced.length > 0) this.notes.push(`${ours.name}: ${replaced.join(', ')} replaced`);
  }

  private noteName(ours: Theme, theirs: IncomingTheme): void {
    if (foldName(ours.name) !== foldName(theirs.name))
      this.notes.push(`${ours.name}: called ${tidyName(theirs.name)} there`);
  }

  private fresh(theirs: IncomingTheme): Theme {
    const { ref: _ref, parent: _parent, mergedInto: _merged, id, name, key, ...fields } = theirs;
    const status = theirs.status ?? 'active';
    const given = status === 'active' ? this.freeName(theirs) : tidyName(name);
    const made = newTheme(this.now, given, fields);
    const isFree = id !== undefined && id !== '' && !storedTheme(this.now, id);
    const theme = { ...made, ...(isFree ? { id } : {}), status };
    const pinned = status === 'active' && key ? this.freeKey(theme, key) : null;
    this.notes.push(`${theme.name}: new`);
    return { ...theme, key: pinned };
  }

  /** Names repeat under different parents elsewhere; here each is one theme. */
  private freeName({ name, parent }: IncomingTheme): string {
    const wanted = tidyName(name) || 'Theme';
    const above = storedTheme(this.now, this.ids.get(parent ?? '') ?? '')?.name;
    const choices = [wanted, ...(above ? [`${wanted} (${above})`] : [])];
    const isFree = (one: string) =>
      !this.now.themes.some(
        theme => theme.status === 'active' && foldName(theme.name) === foldName(one),
      );
    for (let n = 2; ; n++) {
      const free = choices.find(isFree);
      if (free !== undefined) return free;
      choices.push(`${wanted} ${n}`);
    }
  }

  private freeKey({ id, name }: Theme, key: number): number | null {
    const holder = this.now.themes.find(
      theme => theme.id !== id && theme.status === 'active' && theme.key === key,
    );
    if (!holder) return key;
    this.notes.push(`${name}: the digit ${key} stays with ${holder.name}`);
    return null;
  }

  private linkParent(theme: Theme, parent: string, isNew: boolean): void {
    const above = storedTheme(this.now, parent)?.name ?? parent;
    if (!isNew && theme.parent !== null && !this.replace) {
      this.notes.push(`${theme.name}: stays where it is, under ${above} there`);
      return;
    }
    if (parent === theme.id || descendants(this.now, theme.id).has(parent)) {
      this.notes.push(`${theme.name}: under ${above} there, which would make a circle`);
      return;
    }
    this.put({ ...theme, parent });
  }

  private linkMerge(theme: Theme, target: string | null): void {
    const into = target === null ? undefined : this.ids.get(target);
    const leadsBack = into === undefined || this.follows(into, theme.id);
    this.put({ ...theme, ...(leadsBack ? { status: 'retired' } : { mergedInto: into }) });
    if (leadsBack) this.notes.push(`${theme.name}: merged there into no theme, retired here`);
  }

  private follows(from: string, to: string): boolean {
    const seen = new Set<string>();
    let at: string | null | undefined = from;
    while (at && !seen.has(at)) {
      if (at === to) return true;
      seen.add(at);
      at = storedTheme(this.now, at)?.mergedInto;
    }
    return false;
  }

  private put(theme: Theme): void {
    const before = storedTheme(this.now, theme.id) ?? null;
    if (before !== theme)
      this.now = shownCodebook(this.now, { themes: [{ before, after: theme }] });
  }
}
