import { visibleLine } from '../../model/visible.ts';
import { type DigestField, digestFields } from '../digestForm.ts';
import type { DigestLayer } from '../digestLayer.ts';
import { keyFor } from '../keymap/shown.ts';
import { header, rule } from '../layout/bars.ts';
import {
  DIGEST_PANE,
  hasBothPanes,
  type PreviewRow,
  partsOf,
  previewRows,
  previewWidth,
} from '../layout/digestPreview.ts';
import { BLANK, type Line, LineBuilder, type Look } from '../layout/line.ts';
import { countOf } from '../layout/marks.ts';
import { scopeOf } from '../select.ts';
import type { ReaderState } from '../state.ts';
import { factBar, keyRow, libraryCounts, notSavedWords } from './bottom.ts';
import { digestForm } from './digestForm.ts';
import type { Screen } from './frame.ts';

/** What goes into a digest, and how it will look. */
export function digestScreen(state: ReaderState, layer: DigestLayer): Screen {
  const { columns, rows } = state.size;
  const blank = rows >= 30 ? 1 : 0;
  const room = rows - 5 - blank;
  const isBoth = hasBothPanes(state.size);
  const form = digestForm(state, layer, isBoth ? DIGEST_PANE : columns, room);
  const body = isBoth
    ? sideBySide(state, layer, form.rows, room)
    : layer.showsPreview
      ? previewPane(state, layer, room)
      : form.rows.map(row => row.build());
  while (body.length < room) body.push(BLANK);
  const top = [
    header(columns, 'Digest', [visibleLine(state.project)], countsOf(layer)),
    rule(columns),
  ];
  if (blank) top.push(BLANK);
  const lines = [
    ...top,
    ...body.slice(0, room),
    rule(columns),
    factBar(state, factOf(state, layer), ...statusOf(state, layer)),
    keyRow(state, scopeOf(state), layer.typing ? 'TYPING' : null),
  ];
  const field = form.field ? { ...form.field, row: form.field.row + 2 + blank } : null;
  return { lines, field: isBoth || !layer.showsPreview ? field : null };
}

const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

function countsOf({ preview, choice }: DigestLayer): string {
  if (choice.themes.length === 0) return 'no theme chosen';
  if (preview === null) return 'reading…';
  return `${counted(preview.passages, 'passage')} · ${counted(preview.transcripts, 'transcript')}`;
}

/** One fact about what the cursor stands on. */
function factOf(state: ReaderState, layer: DigestLayer): string {
  const field = digestFields(state, layer)[layer.cursor];
  if (!field) return '';
  if (field.kind !== 'theme')
    return FACTS[
      field.kind === 'radio' ? field.radio : field.kind === 'flag' ? field.flag : field.kind
    ];
  const { theme } = field;
  const tags = countOf(libraryCounts(state), state.codebook, theme.id);
  const left = layer.preview?.leftOut[theme.id] ?? 0;
  const not = layer.choice.not.includes(theme.id) ? ' · nothing that overlaps it' : '';
  return `${visibleLine(theme.name)}: ${counted(tags, 'tag')}${left > 0 ? `, ${left} left out` : ''}${not}`;
}

type Fact = Exclude<DigestField['kind'], 'theme' | 'radio' | 'flag'>;
type More =
  | Extract<DigestField, { kind: 'radio' }>['radio']
  | Extract<DigestField, { kind: 'flag' }>['flag'];

const FACTS: Readonly<Record<Fact | More, string>> = {
  title: 'its title',
  since: 'tagged on this day or later',
  file: 'where it is written, from the project’s folder on',
  recipe: 'choices kept in annotations/digests.json; Space takes the next',
  coder: 'whose tags',
  texts: 'which transcripts; Space lists them',
  text: 'only what is chosen, all where nothing is',
  match: 'any of the themes, or only where all of them overlap',
  groupBy: 'what its sections are',
  order: 'the transcripts by date, or by title',
  format: 'what it is written as',
  keyOnly: 'nothing but key quotations',
  memos: 'the memos of the passages',
  table: 'the table theme × transcript, and the figures of a page',
  notes: 'memos without a theme, at the end',
  withChildren: 'the themes under those that are chosen',
  once: 'a passage with several themes once, with all their marks',
  bom: 'begins with the sign by which Excel knows UTF-8',
};

/** What became of `W`, or what there is to say about it, and how that looks. */
function statusOf(
  { message, keymap, save, size }: ReaderState,
  { written, exists, kept }: DigestLayer,
): [string, Look] {
  if (message) return [visibleLine(message.text), { role: message.warns ? 'warn' : 'muted' }];
  if (save.kind === 'failed')
    return [
      notSavedWords(save.reason, `${keyFor(keymap, 'digest', 'retry')} tries again`, size),
      { role: 'warn' },
    ];
  if (exists !== null)
    return [
      `! ${visibleLine(exists)} is there already · ${keyFor(keymap, 'digest', 'write')} replaces it`,
      { role: 'warn' },
    ];
  if (kept !== null)
    return [save.kind === 'saving' ? 'saving' : `saved · ${visibleLine(kept)}`, { role: 'muted' }];
  return [
    written === null ? 'not written yet' : `written to ${visibleLine(written)}`,
    { role: 'muted' },
  ];
}

function rowsShown(
  state: ReaderState,
  { choice, preview, scroll }: DigestLayer,
  room: number,
): readonly PreviewRow[] {
  if (choice.themes.length === 0) return nothingChosen(state);
  if (preview === null) return [];
  return previewRows(preview.body, previewWidth(state.size), scroll + room).slice(scroll);
}

/** What stands where the preview would, and what to press. */
function nothingChosen({ codebook, keymap }: ReaderState): PreviewRow[] {
  const row = (text: string, look: Look): PreviewRow => ({
    line: [{ text, look }],
    part: 0,
    star: false,
  });
  const next =
    codebook.themes.length === 0
      ? `There are none yet: ${keyFor(keymap, 'library', 'codebook')} in the library adds one.`
      : `${keyFor(keymap, 'digest', 'choose')} on a theme takes it, ${keyFor(keymap, 'digest', 'all')} all of them.`;
  return [
    row('No theme chosen.', { role: 'current', bold: true }),
    row('', { role: 'rest' }),
    row(next, { role: 'rest' }),
  ];
}

function sideBySide(
  state: ReaderState,
  layer: DigestLayer,
  form: readonly LineBuilder[],
  room: number,
): Line[] {
  const shown = rowsShown(state, layer, room - 2);
  return Array.from({ length: room }, (_, i) => {
    const line = form[i] ?? new LineBuilder();
    line.offFocus();
    if (layer.showsPreview) line.at(DIGEST_PANE, '┃', { role: 'current' });
    else line.at(DIGEST_PANE, '│', { role: 'hair' });
    if (i === 0) headed(line, state, layer, shown);
    return drawnOn(line, shown[i - 2], DIGEST_PANE + 4);
  });
}

/** A row of the preview from a column on, its star before it. */
function drawnOn(line: LineBuilder, row: PreviewRow | undefined, column: number): Line {
  if (row?.star) line.at(column - 2, '★', { role: 'current' });
  for (const piece of row?.line ?? [])
    line.at(Math.max(line.width, column), piece.text, piece.look);
  return line.build();
}

function headed(
  line: LineBuilder,
  { size }: ReaderState,
  layer: DigestLayer,
  shown: readonly PreviewRow[],
): void {
  if (layer.showsPreview) line.at(DIGEST_PANE + 2, '▌', { role: 'current' });
  line.at(DIGEST_PANE + 4, 'preview', {
    role: layer.showsPreview ? 'current' : 'muted',
    bold: layer.showsPreview,
  });
  const words = partWords(layer, shown);
  if (words !== '') line.endingAt(size.columns - 6, words, { role: 'muted' });
}

function partWords({ preview }: DigestLayer, [first]: readonly PreviewRow[]): string {
  const parts = preview ? partsOf(preview.body) : 0;
  return parts < 2 || !first ? '' : `part ${first.part} of ${parts}`;
}

function previewPane(state: ReaderState, layer: DigestLayer, room: number): Line[] {
  return rowsShown(state, layer, room).map(row => drawnOn(new LineBuilder(), row, 2));
}
