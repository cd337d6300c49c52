import type { Theme } from '../../model/codebook.ts';
import { visibleLine } from '../../model/visible.ts';
import { type DigestField, digestFields } from '../digestForm.ts';
import { keyFor } from '../keymap/shown.ts';
import type { DigestLayer } from '../layer.ts';
import { header, rule } from '../layout/bars.ts';
import { BLANK, type Line, LineBuilder, type Look } from '../layout/line.ts';
import { countOf } from '../layout/marks.ts';
import { shorten } from '../layout/width.ts';
import { scopeOf } from '../select.ts';
import type { ReaderState } from '../state.ts';
import { factBar, keyRow, libraryCounts } from './bottom.ts';
import { box, radio } from './choices.ts';
import type { Field, Screen } from './frame.ts';
import { previewRows } from './preview.ts';

const PANE = 44;
const LABEL = 2;
const VALUE = 13;
/** Where the counts end on a screen that the form has to itself. */
const WIDEST_FORM = 60;

/** What goes into a digest, and how it will look. */
export function digestScreen(state: ReaderState, layer: DigestLayer): Screen {
  const { columns, rows } = state.size;
  const isWide = columns >= 100;
  const { preview } = layer;
  const right = preview
    ? `${counted(preview.passages, 'passage')} · ${counted(preview.transcripts, 'transcript')}`
    : 'reading…';
  const lines: Line[] = [
    header(columns, 'Digest', [visibleLine(state.project)], right),
    rule(columns),
  ];
  const blank = rows >= 30 ? 1 : 0;
  for (let i = 0; i < blank; i++) lines.push(BLANK);
  const room = rows - 5 - blank;
  const form = formRows(state, layer, isWide ? PANE : columns, room);
  const body = isWide
    ? sideBySide(form.rows, layer, columns, room)
    : layer.showsPreview
      ? previewPane(layer, columns, room)
      : form.rows.map(row => row.build());
  while (body.length < room) body.push(BLANK);
  lines.push(
    ...body.slice(0, room),
    rule(columns),
    factBar(state, factOf(layer), ...statusOf(state, layer)),
  );
  lines.push(keyRow(state, scopeOf(state), layer.typing ? 'TYPING' : null));
  const field = form.field ? { ...form.field, row: form.field.row + 2 + blank } : null;
  return { lines, field: isWide || !layer.showsPreview ? field : null };
}

const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

function factOf({ preview }: DigestLayer): string {
  if (!preview) return '';
  return preview.leftOut > 0
    ? `? ${counted(preview.leftOut, 'passage')} not certain, left out`
    : `${preview.passages} of ${preview.passages} found in the texts`;
}

/** What became of `W`, or what there is to say about it, and how that looks. */
function statusOf(
  { message, keymap }: ReaderState,
  { written, exists }: DigestLayer,
): [string, Look] {
  if (message) return [visibleLine(message.text), { role: message.warns ? 'warn' : 'muted' }];
  if (exists !== null)
    return [
      `! ${visibleLine(exists)} is there already · ${keyFor(keymap, 'digest', 'write')} replaces it`,
      { role: 'warn' },
    ];
  return [
    written === null ? 'not written yet' : `written to ${visibleLine(written)}`,
    { role: 'muted' },
  ];
}

function sideBySide(
  form: readonly LineBuilder[],
  layer: DigestLayer,
  columns: number,
  room: number,
): Line[] {
  const preview = previewRows(
    layer.preview?.text ?? '',
    columns - PANE - 8,
    layer.scroll,
    room - 2,
  );
  return Array.from({ length: room }, (_, i) => {
    const line = form[i] ?? new LineBuilder();
    line.offFocus().at(PANE, '│', { role: 'hair' });
    if (i === 0)
      line.at(PANE + 4, 'preview', {
        role: layer.showsPreview ? 'current' : 'muted',
        bold: layer.showsPreview,
      });
    for (const piece of preview[i - 2] ?? [])
      line.at(Math.max(line.width, PANE + 4), piece.text, piece.look);
    return line.build();
  });
}

function previewPane(layer: DigestLayer, columns: number, room: number): Line[] {
  return previewRows(layer.preview?.text ?? '', columns - 6, layer.scroll, room).map(row => {
    const line = new LineBuilder();
    for (const piece of row) line.at(Math.max(line.width, 2), piece.text, piece.look);
    return line.build();
  });
}

function formRows(
  state: ReaderState,
  layer: DigestLayer,
  width: number,
  room: number,
): { rows: LineBuilder[]; field: Field | null } {
  const fields = digestFields(state.codebook);
  const all: LineBuilder[] = [];
  let field: Field | null = null;
  let cursorRow = 0;
  for (const [i, one] of fields.entries()) {
    if (startsGroup(one, fields[i - 1]) && state.size.rows >= 30) all.push(new LineBuilder());
    if (i === layer.cursor) cursorRow = all.length;
    const isFirst = fields[i - 1]?.kind !== one.kind;
    all.push(fieldRow(state, layer, one, i === layer.cursor, width, isFirst));
    if (layer.typing === one.kind) field = typingField(layer, all.length - 1, width);
  }
  const from = Math.max(0, Math.min(cursorRow - Math.floor(room / 2), all.length - room));
  const shown = field && { ...field, row: field.row - from };
  return { rows: all.slice(from, from + room), field: shown };
}

const startsGroup = (field: DigestField, before: DigestField | undefined): boolean =>
  before !== undefined &&
  before.kind !== field.kind &&
  field.kind !== 'keyOnly' &&
  field.kind !== 'file';

function typingField(layer: DigestLayer, row: number, width: number): Field {
  const value = layer.typing === 'title' ? layer.title : layer.file;
  return {
    row,
    column: VALUE,
    width: width - VALUE - 3,
    rows: 1,
    value,
    placeholder: layer.typing ?? '',
  };
}

function fieldRow(
  state: ReaderState,
  layer: DigestLayer,
  field: DigestField,
  isHere: boolean,
  width: number,
  isFirst: boolean,
): LineBuilder {
  const line = new LineBuilder(isHere ? { row: true } : {}).at(0, isHere ? '▌' : ' ', {
    role: 'current',
  });
  if (isFirst) line.at(LABEL, LABELS[field.kind], { role: 'muted' });
  drawValue(line, layer, field, isHere, width);
  if (field.kind === 'theme') drawCount(line, state, layer, field.theme, width);
  return isHere ? line.at(width - 2, '') : line;
}

/** How often a theme was used, at the right of its row. */
function drawCount(
  line: LineBuilder,
  state: ReaderState,
  layer: DigestLayer,
  theme: Theme,
  width: number,
): void {
  const count = countOf(libraryCounts(state), state.codebook, theme.id);
  const role = layer.themes.includes(theme.id) ? 'current' : 'muted';
  line.endingAt(Math.min(width - 4, WIDEST_FORM), String(count), { role });
}

const LABELS: Record<DigestField['kind'], string> = {
  title: 'title',
  theme: 'themes',
  groupBy: 'group by',
  keyOnly: 'only',
  format: 'format',
  file: 'file',
};

function drawValue(
  line: LineBuilder,
  layer: DigestLayer,
  field: DigestField,
  isHere: boolean,
  width: number,
): void {
  const bright: Look = { role: 'current', bold: isHere };
  const room = width - VALUE - 3;
  if (field.kind === 'title')
    line.at(VALUE, layer.typing === 'title' ? '' : shorten(visibleLine(layer.title), room), bright);
  if (field.kind === 'file')
    line.at(VALUE, layer.typing === 'file' ? '' : shorten(visibleLine(layer.file), room), bright);
  if (field.kind === 'groupBy') radio(line, VALUE, ['theme', 'text'], layer.groupBy);
  if (field.kind === 'format') radio(line, VALUE, ['md', 'json'], layer.format);
  if (field.kind === 'keyOnly')
    box(line, VALUE, layer.keyOnly, isHere).push(
      ' ★ key quotations',
      layer.keyOnly ? bright : { role: 'rest' },
    );
  if (field.kind !== 'theme') return;
  const isChosen = layer.themes.includes(field.theme.id);
  box(line, VALUE, isChosen, isHere)
    .push(`${' '.repeat(1 + 2 * field.depth)}`)
    .push(field.theme.mark, { theme: field.theme.colour });
  line.push(
    ` ${shorten(visibleLine(field.theme.name), room - 12)}`,
    isChosen ? bright : { role: 'rest', bold: isHere },
  );
}
