import type { Annotation } from '../../src/model/annotation.ts';
import type { Rewrite } from '../../src/model/rewrite.ts';
import { readTranscript, type Transcript } from '../../src/model/transcript.ts';
import type { EditPreview, LostTag } from '../../src/reader/layer.ts';
import { annotationOn, paragraphRange, report } from './samples.ts';

/** The report with other words in one paragraph; none take it out. */
export function withParagraph(n: number, words: string): Transcript {
  const { start, end } = paragraphRange(report, n);
  const text =
    words === ''
      ? report.text.slice(0, start) + report.text.slice(end + 2)
      : report.text.slice(0, start) + words + report.text.slice(end);
  return readTranscript(report.file, `---\ntitle: ${report.title}\n---\n${text}`);
}

export const rewriteOf = (text = report.id): Rewrite => ({
  text,
  at: 0,
  before: 'a',
  after: 'b',
  sha256Before: '0',
  sha256After: '1',
  lost: [],
  pages: [],
  undoes: false,
});

/** A tag on a paragraph of the report that an edit leaves without its words. */
export function lostOn(n: number, is: string, fields: Partial<Annotation> = {}): LostTag {
  const range = paragraphRange(report, n);
  const { annotation } = annotationOn(report, range, fields);
  return {
    annotation,
    was: report.text.slice(range.start, range.end),
    is,
    paragraphs: [n],
    anchor: { kind: 'orphaned' },
  };
}

/** What the editor's words would come to. */
export const previewOf = (fields: Partial<EditPreview> = {}): EditPreview => ({
  step: { label: 'edit of ¶ 4', coder: 'alex', themes: [], pages: [], rewrite: rewriteOf() },
  place: '¶ 4',
  emptied: false,
  followed: 3,
  changed: 1,
  lost: [],
  ...fields,
});
