import { type DigestField, digestFields } from '../digestForm.ts';
import type { DigestLayer, DigestWords } from '../digestLayer.ts';
import { boxWords, labelOf } from '../digestWords.ts';
import { LineBuilder, type Look } from '../layout/line.ts';
import { cells } from '../layout/width.ts';
import type { ReaderState } from '../state.ts';
import { BETWEEN_BOXES, drawn, type Place, startOf, VALUE } from './digestRows.ts';
import type { Field } from './frame.ts';

/** One row of the form, the numbers of the fields on it, and whether a group begins with it. */
interface FormRow {
  line: LineBuilder;
  fields: readonly number[];
  begins: boolean;
}

export interface DigestForm {
  rows: LineBuilder[];
  /** The field that is typed into; its row counts from the first of `rows`. */
  field: Field | null;
}

/** The form, scrolled so that the cursor is in its `room` rows. */
export function digestForm(
  state: ReaderState,
  layer: DigestLayer,
  width: number,
  room: number,
): DigestForm {
  const fields = digestFields(state, layer);
  const all: FormRow[] = [];
  for (let i = 0; i < fields.length; ) {
    const group = sameRow(fields, i, width - VALUE);
    all.push(...rowsOf({ state, layer, width, first: i }, group, fields[i - 1]));
    i += group.length;
  }
  const hasGaps = state.size.rows >= 30;
  const rows = [...all, ...factRows(layer)].flatMap((row, i) =>
    hasGaps && row.begins && i > 0 ? [gap(), row] : [row],
  );
  const cursorRow = rows.findIndex(row => row.fields.includes(layer.cursor));
  const from = Math.max(0, Math.min(cursorRow - Math.floor(room / 2), rows.length - room));
  const typed =
    layer.typing === null ? null : typingField(layer, layer.typing, cursorRow - from, width);
  return { rows: rows.slice(from, from + room).map(row => row.line), field: typed };
}

const gap = (): FormRow => ({ line: new LineBuilder(), fields: [], begins: false });

/** The fields from one on that stand in a row with it: boxes of one label, as many as there is room for. */
function sameRow(fields: readonly DigestField[], first: number, room: number): DigestField[] {
  const one = fields[first];
  if (!one) return [];
  const row = [one];
  let width = cells(boxWords(one) ?? '') + 4;
  for (const next of fields.slice(first + 1)) {
    const words = boxWords(next);
    if (words === null || boxWords(one) === null || labelOf(next) !== labelOf(one)) break;
    width += BETWEEN_BOXES + cells(words) + 4;
    if (width > room) break;
    row.push(next);
  }
  return row;
}

function rowsOf(
  place: Place,
  group: readonly DigestField[],
  before: DigestField | undefined,
): FormRow[] {
  const { layer, width, first } = place;
  const [field] = group;
  if (!field) return [];
  const isHere =
    (!layer.showsPreview || layer.typing !== null) &&
    layer.cursor >= first &&
    layer.cursor < first + group.length;
  const isFirst = before === undefined || labelOf(before) !== labelOf(field);
  const start = startOf(isHere, isFirst ? labelOf(field) : '');
  const lines = drawn(place, start, group, isHere);
  return lines.map((line, i) => ({
    line: isHere ? line.at(width - 2, '') : line,
    fields: group.map((_, n) => first + n),
    begins: i === 0 && isFirst && BEGINS.has(labelOf(field)),
  }));
}

const BEGINS: ReadonlySet<string> = new Set([
  'themes',
  'match',
  'coders',
  'only',
  'format',
  'recipe',
]);

/** What the texts say of the choice, below the form. */
function factRows({ preview }: DigestLayer): FormRow[] {
  if (preview === null) return [];
  const { passages, leftOut } = preview;
  const row = (label: string, words: string, look: Look, begins: boolean): FormRow => ({
    line: startOf(false, label).at(VALUE, words, look),
    fields: [],
    begins,
  });
  const rows = [
    row('checked', `${passages} of ${passages} found in the texts`, { role: 'current' }, true),
  ];
  const left = Object.values(leftOut).reduce((sum, count) => sum + count, 0);
  if (left > 0)
    rows.push(
      row(
        'left out',
        `? ${left} ${left === 1 ? 'passage' : 'passages'} not certain`,
        { role: 'warn' },
        false,
      ),
    );
  return rows;
}

const typingField = (layer: DigestLayer, kind: DigestWords, row: number, width: number): Field => ({
  row,
  column: VALUE,
  width: width - VALUE - 3,
  rows: 1,
  value: layer.draft,
  placeholder: PLACEHOLDERS[kind],
  from: kind,
});

const PLACEHOLDERS: Readonly<Record<DigestWords, string>> = {
  title: 'title',
  since: '2026-11-03, or nothing',
  file: 'file',
  recipe: 'its name',
};
