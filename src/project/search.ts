import type { Placed, Range } from '../model/annotation.ts';
import { findTheme, type Theme } from '../model/codebook.ts';
import { Fault } from '../model/fault.ts';
import { allHits, type Finder } from '../model/hits.ts';
import type { SearchQuery } from '../model/searchQuery.ts';
import { codersByText, type OnProgress } from './annotations.ts';
import { mayHold } from './byteFilter.ts';
import { finderOrFault } from './finder.ts';
import { inContext } from './hitContext.ts';
import { inOrder } from './import/inOrder.ts';
import { type OnFault, placedBy, tolerating } from './placed.ts';
import { codebookOrFault, type Project, resolver } from './project.ts';
import { TagsByParagraph } from './tagsByParagraph.ts';
import {
  clashFaults,
  findEntry,
  firstOfEachId,
  type LoadedText,
  listTexts,
  loadedFrom,
  readBytes,
  refuseNotUtf8,
  type TextEntry,
} from './texts.ts';

/** So many transcripts are read while one is searched: the disk need not wait. */
const AT_ONCE = 4;

export interface SearchRequest {
  query: SearchQuery;
  /** Only hits in passages with this theme, id or name. */
  theme?: string | undefined;
  /** Only in this transcript. */
  text?: string | undefined;
  /** Whose tags are looked at; absent: everybody's. */
  coder?: string | undefined;
  /** Words of context on each side. */
  context: number;
}

/** A hit as `search --json` shows it: `start` and `end` are code points, half-open, into the text. */
export interface SearchHit {
  text: string;
  /** The paragraph that it begins in, from 1. */
  paragraph: number;
  start: number;
  end: number;
  before: string;
  match: string;
  after: string;
  /** Ids of the themes of passages that touch the hit, merges followed. */
  themes: string[];
}

/**
 * The hits in all transcripts, by id and in text order. Files that cannot be read are among `faults`.
 * Throws a Fault for an unknown transcript or theme, a UsageFault for a query that is none.
 */
export async function searchTexts(
  project: Project,
  request: SearchRequest,
  onProgress?: OnProgress,
): Promise<{ hits: SearchHit[]; themes: readonly Theme[]; faults: Fault[] }> {
  const find = await finderOrFault(request.query);
  const entries = await listTexts(project.root);
  const chosen = request.text === undefined ? entries : [findEntry(entries, request.text)];
  const { codebook, faults } = await codebookOrFault(project);
  const theme = request.theme === undefined ? null : themeId(codebook.themes, request.theme);
  faults.push(...clashFaults(chosen));
  const ofFolders: Fault[] = [];
  let tagged: ReturnType<Search['tagged']> | undefined;
  const search: Search = {
    project,
    request,
    find,
    theme,
    resolve: resolver(codebook),
    tagged: () =>
      (tagged ??= codersByText(project, request.coder ?? null, fault => ofFolders.push(fault))),
  };
  const hits: SearchHit[] = [];
  const files = firstOfEachId(chosen);
  let done = 0;
  for await (const found of inOrder(files, AT_ONCE, entry => hitsIn(search, entry))) {
    for (const hit of found.hits) hits.push(hit);
    faults.push(...found.faults);
    onProgress?.(++done, files.length);
  }
  return { hits, themes: codebook.themes, faults: [...faults, ...ofFolders] };
}

function themeId(themes: readonly Theme[], word: string): string {
  const theme = findTheme({ version: 1, themes: [...themes] }, word);
  if (!theme) throw new Fault(`${word}: no such theme. "marginalia themes" lists them`);
  return theme.id;
}

interface Search {
  project: Project;
  request: SearchRequest;
  find: Finder;
  theme: string | null;
  resolve: (id: string) => string;
  /** Who has tags where; not looked up before there is a hit. */
  tagged(): Promise<ReadonlyMap<string, readonly string[]>>;
}

/** The hits of one transcript, and what could not be read there: many are searched at once. */
interface FoundIn {
  hits: SearchHit[];
  faults: Fault[];
}

async function hitsIn(search: Search, entry: TextEntry): Promise<FoundIn> {
  const { project, request, find } = search;
  const faults: Fault[] = [];
  const onFault: OnFault = fault => faults.push(fault);
  const loaded = await tolerating(onFault, () => loadIfNeeded(project, request.query, entry));
  const ranges = loaded ? allHits(find, loaded.transcript) : [];
  if (!loaded || ranges.length === 0) return { hits: [], faults };
  const coders = (await search.tagged()).get(entry.id) ?? [];
  const placed = await placedBy(project, loaded, coders, onFault);
  return { hits: shownHits(search, loaded, ranges, placed), faults };
}

/** Most transcripts hold no hit, and their bytes tell: those need not become a text with paragraphs. */
async function loadIfNeeded(
  { root }: Project,
  query: SearchQuery,
  entry: TextEntry,
): Promise<LoadedText | null> {
  const bytes = await readBytes(root, entry);
  if (mayHold(bytes, query)) return loadedFrom(root, entry, bytes);
  refuseNotUtf8(root, entry, bytes);
  return null;
}

function shownHits(
  { request, theme, resolve }: Search,
  loaded: LoadedText,
  ranges: readonly Range[],
  placed: readonly Placed[],
): SearchHit[] {
  const tags = new TagsByParagraph(loaded.transcript.paragraphs, placed);
  return ranges.flatMap(range => {
    const themes = new Set(
      tags
        .touching(range)
        .flatMap(({ annotation }) => annotation.theme ?? [])
        .map(resolve),
    );
    return theme !== null && !themes.has(theme)
      ? []
      : [hitOf(loaded, range, request.context, [...themes])];
  });
}

function hitOf(
  { transcript, codePoints }: LoadedText,
  range: Range,
  context: number,
  themes: string[],
): SearchHit {
  const { paragraph, ...words } = inContext(transcript, range, context);
  return {
    text: transcript.id,
    paragraph: paragraph + 1,
    start: codePoints.fromUtf16(range.start),
    end: codePoints.fromUtf16(range.end),
    ...words,
    themes,
  };
}
