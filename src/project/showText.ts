import type { Theme } from '../model/codebook.ts';
import { Fault, UsageFault } from '../model/fault.ts';
import type { ParagraphKind } from '../model/paragraphs.ts';
import type { AnnotationRecord } from '../model/record.ts';
import type { Transcript } from '../model/transcript.ts';
import { textById } from './annotations.ts';
import { placedOn, recordOf } from './placed.ts';
import { codebookOrFault, type Project, resolver } from './project.ts';
import { clashFault, type LoadedText } from './texts.ts';

/** One paragraph as `show` prints it. `start` and `end` are code points, half-open. */
export interface ShownParagraph {
  n: number;
  kind: ParagraphKind;
  speaker: string | null;
  time: string | null;
  start: number;
  end: number;
  text: string;
  /** Ids of the themes on it, merges followed, in text order of their first tag. */
  themes: string[];
  /** The annotations that touch it, memos without a theme included, in text order. */
  tags: AnnotationRecord[];
}

export interface ShownText {
  transcript: Transcript;
  /** Read one by one: a text may have a million. */
  paragraphs: Iterable<ShownParagraph>;
  /** The codebook's themes, merged ones included. */
  themes: readonly Theme[];
  /** All annotations on the text, those without a place in it included. */
  records: AnnotationRecord[];
  /** What could not be read beside the text itself. */
  faults: Fault[];
}

/**
 * A transcript's paragraphs with their tags: all, or those of `range` (`12`, `12-14`). Throws a Fault
 * for an unknown transcript or paragraph, a UsageFault where the range is none.
 */
export async function showText(
  project: Project,
  query: { text: string; range?: string | undefined; coder?: string | undefined },
): Promise<ShownText> {
  const { entry, loaded } = await textById(project, query.text);
  const { first, last } = span(loaded.transcript, query.range);
  const { codebook, faults } = await codebookOrFault(project);
  const clash = clashFault(entry);
  if (clash) faults.push(clash);
  const resolve = resolver(codebook);
  const placed = await placedOn(project, loaded, query.coder ?? null, fault => faults.push(fault));
  const records = placed.map(one => recordOf(loaded, one, resolve));
  const paragraphs = shown(loaded, byParagraph(records), first, last);
  return { transcript: loaded.transcript, paragraphs, themes: codebook.themes, records, faults };
}

function byParagraph(records: readonly AnnotationRecord[]): Map<number, AnnotationRecord[]> {
  const found = new Map<number, AnnotationRecord[]>();
  for (const record of records) {
    for (const n of record.paragraphs) {
      const there = found.get(n);
      if (there) there.push(record);
      else found.set(n, [record]);
    }
  }
  return found;
}

const RANGE = /^(?<first>\d{1,9})(?:-(?<last>\d{1,9}))?$/;

/** First and last number of the paragraphs asked for; without a range all of them. */
function span({ id, paragraphs }: Transcript, range: string | undefined) {
  if (range === undefined) return { first: 1, last: paragraphs.count };
  const groups = RANGE.exec(range)?.groups;
  if (!groups)
    throw new UsageFault(`${range}: not a range. Give a paragraph (12) or several (12-14)`);
  const first = Number(groups.first);
  const last = Number(groups.last ?? groups.first);
  if (last < first)
    throw new UsageFault(`${range}: ends before it begins. Put the smaller number first`);
  if (paragraphs.count === 0) throw new Fault(`${id}: the text is empty, it has no paragraphs`);
  if (first < 1 || last > paragraphs.count)
    throw new Fault(`${id}: no ¶ ${first < 1 ? first : last}. It has ¶ 1 to ¶ ${paragraphs.count}`);
  return { first, last };
}

function* shown(
  loaded: LoadedText,
  tagsOn: ReadonlyMap<number, AnnotationRecord[]>,
  first: number,
  last: number,
): Generator<ShownParagraph> {
  const { transcript, codePoints } = loaded;
  for (let n = first; n <= last; n++) {
    const { kind, speaker, time, start, end } = transcript.paragraphs.at(n - 1);
    const tags = tagsOn.get(n) ?? [];
    const themes = tags.flatMap(tag => (tag.theme === null ? [] : [tag.theme]));
    yield {
      n,
      kind,
      speaker,
      time,
      start: codePoints.fromUtf16(start),
      end: codePoints.fromUtf16(end),
      text: transcript.text.slice(start, end),
      themes: [...new Set(themes)],
      tags,
    };
  }
}
