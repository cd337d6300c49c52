import { type Annotation, rangeOf, shortId } from '../model/annotation.ts';
import type { Page, PageTarget } from '../store/store.ts';
import { place } from './placed.ts';
import type { Project } from './project.ts';
import { findEntry, type LoadedText, listTexts, loadText } from './texts.ts';

/**
 * Makes one annotation of several of a coder's with equal bounds and theme: the earliest stays, with
 * the memos of all and the star of any. Returns a line for each that went. Throws Faults of the disk.
 */
export async function joinDoubles(
  project: Project,
  coder: string,
  text: string,
): Promise<string[]> {
  const loaded = await loadText(project.root, findEntry(await listTexts(project.root), text));
  const lines: string[] = [];
  await project.store.changePage(await targetOf(project, coder, text, loaded), (items, page) => {
    lines.length = 0;
    const kept = new Map<string, Annotation>();
    for (const one of items.toSorted(byCreation)) {
      const name = boundsOf(loaded, page, one);
      const first = kept.get(name);
      kept.set(name, first === undefined ? one : joined(first, one));
      if (first) lines.push(`${shortId(one.id)} was joined with ${shortId(first.id)}`);
    }
    return lines.length === 0 ? items : [...kept.values()];
  });
  return lines;
}

const byCreation = (a: Annotation, b: Annotation): number =>
  a.created < b.created ? -1 : a.created > b.created ? 1 : a.id < b.id ? -1 : 1;

/** Equal for annotations that are one tag; an annotation without theme or place is like no other. */
function boundsOf(loaded: LoadedText, page: Page, one: Annotation): string {
  const range = rangeOf(place(loaded, page, one));
  return range === null || one.theme === null
    ? one.id
    : JSON.stringify([one.theme, range.start, range.end]);
}

function joined(first: Annotation, second: Annotation): Annotation {
  const memos = [first.memo, second.memo].filter(memo => memo !== null);
  const memo = memos.length === 0 ? null : [...new Set(memos)].join('\n\n');
  const modified = first.modified > second.modified ? first.modified : second.modified;
  return { ...first, memo, key: first.key || second.key, modified };
}

/** Gives new ids to those of a coder's annotations on a text whose ids are in another file too. */
export async function renameDoubleIds(
  project: Project,
  coder: string,
  text: string,
): Promise<string[]> {
  const elsewhere = await idsElsewhere(project, coder, text);
  const lines: string[] = [];
  await project.store.changePage(await targetOf(project, coder, text, null), items => {
    lines.length = 0;
    return items.map(one => {
      if (!elsewhere.has(one.id)) return one;
      const id = project.ports.newId();
      lines.push(`${shortId(one.id)} has the new id ${shortId(id)}`);
      return { ...one, id, stored: withId(one.stored, id) };
    });
  });
  return lines;
}

const withId = (stored: unknown, id: string): unknown =>
  typeof stored === 'object' && stored !== null ? { ...stored, id } : stored;

async function idsElsewhere(project: Project, coder: string, text: string): Promise<Set<string>> {
  const ids = new Set<string>();
  for (const other of await project.store.coders())
    for (const page of await project.store.pages(other)) {
      if (other === coder && page === text) continue;
      const found = await project.store.readPage(other, page).catch(() => null);
      for (const { id } of found?.annotations ?? []) ids.add(id);
    }
  return ids;
}

async function targetOf(
  project: Project,
  coder: string,
  text: string,
  loaded: LoadedText | null,
): Promise<PageTarget> {
  const page = await project.store.readPage(coder, text);
  const file = loaded?.transcript.file ?? `${text}.md`;
  return { coder, text, file, sha256: page?.sha256 ?? '' };
}
