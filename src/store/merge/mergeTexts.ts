import { readJson } from '../readJson.ts';
import {
  type Checked,
  type CodebookData,
  checkCodebook,
  checkPage,
  type PageData,
} from '../schema.ts';
import { codebookText, wholePageText } from '../serialise.ts';
import { mergeCodebooks } from './codebooks.ts';
import { mergePages } from './pages.ts';

/** The bytes of three versions of a data file; `base` empty where there was none. */
export interface ThreeFiles {
  base: Uint8Array;
  ours: Uint8Array;
  theirs: Uint8Array;
}

/** The merged file, or which version cannot be read and why. */
export type MergedText =
  | { kind: 'merged'; text: string; notes: string[] }
  | { kind: 'refused'; which: 'base' | 'ours' | 'theirs'; problem: string };

type Read =
  | { kind: 'page'; data: PageData }
  | { kind: 'codebook'; data: CodebookData }
  | { kind: 'none' };

/** Merges three versions of an annotation file or of a codebook. Nothing is guessed: what cannot be read is refused. */
export function mergeTexts(files: ThreeFiles): MergedText {
  const read: Partial<Record<keyof ThreeFiles, Read>> = {};
  for (const which of ['base', 'ours', 'theirs'] as const) {
    const one = readVersion(files[which]);
    if (one.kind === 'broken') return { kind: 'refused', which, problem: one.problem };
    read[which] = one;
  }
  const { base = none, ours = none, theirs = none } = read;
  if (ours.kind === 'codebook' && theirs.kind === 'codebook') {
    const { data, notes } = mergeCodebooks({
      base: base.kind === 'codebook' ? base.data : undefined,
      ours: ours.data,
      theirs: theirs.data,
    });
    return { kind: 'merged', text: codebookText(data), notes };
  }
  const page = ours.kind === 'page' ? ours.data : theirs.kind === 'page' ? theirs.data : null;
  if (ours.kind === 'codebook' || theirs.kind === 'codebook')
    return { kind: 'refused', which: 'theirs', problem: 'is of another kind than ours' };
  if (page === null) return { kind: 'merged', text: '', notes: [] };
  const sideOf = (side: Read) => (side.kind === 'page' ? side.data : { ...page, items: [] });
  const was = base.kind === 'page' ? base.data : undefined;
  return {
    kind: 'merged',
    text: wholePageText(mergePages({ base: was, ours: sideOf(ours), theirs: sideOf(theirs) })),
    notes: [],
  };
}

const none: Read = { kind: 'none' };

function readVersion(bytes: Uint8Array): Read | { kind: 'broken'; problem: string } {
  if (bytes.every(byte => byte <= 0x20)) return none;
  const json = readJson(bytes);
  if (json.kind === 'broken') return json;
  const codebook = checkCodebook(json.data);
  if (codebook.kind === 'good') return { kind: 'codebook', data: codebook.data };
  const page: Checked<PageData> = checkPage(json.data);
  if (page.kind === 'good') return { kind: 'page', data: page.data };
  return {
    kind: 'broken',
    problem: looksLikeCodebook(json.data) ? codebook.problem : page.problem,
  };
}

const looksLikeCodebook = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'themes' in data;
