import type { DigestInput } from '../digest/input.ts';
import { compareText } from '../model/annotation.ts';
import { findTheme, type Theme } from '../model/codebook.ts';
import { Fault } from '../model/fault.ts';
import { findAnnotations, type OnProgress } from './annotations.ts';
import { codebookOf, type Project } from './project.ts';
import { firstOfEachId, listTexts, loadText } from './texts.ts';

export interface DigestQuery {
  /** Ids or names of themes; empty: all that are not merged away. */
  themes: readonly string[];
  text?: string | undefined;
  coder?: string | undefined;
  title?: string | undefined;
  keyOnly?: boolean;
  notes?: boolean;
  groupBy?: 'theme' | 'text';
}

/** Everything that a renderer needs, and a Fault for each file that could not be read. */
export interface GatheredDigest {
  input: DigestInput;
  faults: Fault[];
}

/** Collects the passages of a digest. Throws a Fault for an unknown theme or transcript. */
export async function gatherDigest(
  project: Project,
  query: DigestQuery,
  onProgress?: OnProgress,
): Promise<GatheredDigest> {
  const themes = await chosenThemes(project, query.themes);
  // Themes and key quotations are chosen below: memos without a theme pass by both.
  const { text, coder } = query;
  const { records, faults } = await findAnnotations(project, { text, coder }, onProgress);
  const wanted = new Set(themes.map(theme => theme.id));
  const chosen = records.filter(({ theme }) =>
    theme === null ? query.notes === true : wanted.has(theme),
  );
  const { texts, faults: unread } = await citedTexts(
    project,
    new Set(chosen.map(record => record.text)),
  );
  const { keyOnly = false, notes = false, groupBy = 'theme' } = query;
  const title = query.title ?? `Digest of ${project.name}`;
  return {
    input: { title, themes, records: chosen, texts, options: { keyOnly, notes, groupBy } },
    faults: [
      ...faults,
      ...unread.filter(fault => !faults.some(known => known.file === fault.file)),
    ],
  };
}

async function chosenThemes(project: Project, words: readonly string[]): Promise<Theme[]> {
  const codebook = await codebookOf(project);
  if (words.length === 0) return codebook.themes.filter(theme => theme.status !== 'merged');
  const chosen = new Set(words.map(word => themeNamed(codebook, word)));
  return codebook.themes.filter(theme => chosen.has(theme));
}

function themeNamed(codebook: Parameters<typeof findTheme>[0], word: string): Theme {
  const theme = findTheme(codebook, word);
  if (!theme) throw new Fault(`${word}: no such theme. "marginalia themes" lists them`);
  return theme;
}

/** The transcripts that are quoted, by date and then by id. */
async function citedTexts(project: Project, ids: ReadonlySet<string>) {
  const texts: DigestInput['texts'][number][] = [];
  const faults: Fault[] = [];
  for (const entry of firstOfEachId(await listTexts(project.root))) {
    if (!ids.has(entry.id)) continue;
    try {
      const { transcript, sha256 } = await loadText(project.root, entry);
      const { id, title, speaker, date, source } = transcript;
      texts.push({ id, title, speaker, date, source, sha256 });
    } catch (cause) {
      if (!(cause instanceof Fault)) throw cause;
      faults.push(cause);
    }
  }
  texts.sort(
    (a, b) => compareText(a.date ?? '\uFFFF', b.date ?? '\uFFFF') || compareText(a.id, b.id),
  );
  return { texts, faults };
}
