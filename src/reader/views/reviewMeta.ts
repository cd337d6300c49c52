import { visibleLine } from '../../model/visible.ts';
import { type MetaField, partAt } from '../../project/import/review.ts';
import { freeId } from '../../project/import/typed.ts';
import type { ReviewLayer } from '../importLayer.ts';
import { type Line, LineBuilder } from '../layout/line.ts';
import { shorten, shortenStart } from '../layout/width.ts';
import type { ReaderState } from '../state.ts';
import type { Field } from './frame.ts';

const LABEL = 2;
const LABEL_CELLS = 9;
const GAP = 3;
/** Rows that a screen must have for all fields; a lower one shows one of them. */
const ROWS_FOR_ALL = 16;
/** What stands in a row is never longer, in UTF-16 units. */
const LONGEST = 600;

const ROWS: readonly (readonly MetaField[])[] = [['title'], ['speaker', 'date'], ['source', 'id']];

/** What is known of the transcript at the cursor; the field that is typed into counts from the first row. */
export function metaRows(
  state: ReaderState,
  layer: ReviewLayer,
): { lines: Line[]; field: Field | null } {
  const asked = layer.asks?.kind === 'field' ? layer.asks : null;
  const rows = state.size.rows >= ROWS_FOR_ALL ? ROWS : [[asked?.field ?? 'title'] as const];
  let field: Field | null = null;
  const lines = rows.map((fields, row) => {
    const line = new LineBuilder();
    for (const [i, name] of fields.entries()) {
      const { column, width } = placeOf(state.size.columns, fields.length, i);
      line.at(column - LABEL_CELLS, name, { role: 'muted' });
      if (asked?.field === name)
        field = {
          row,
          column,
          width,
          rows: 1,
          value: shortenStart(visibleLine(asked.draft), width - 1),
          placeholder: name,
          from: name,
        };
      else valueAt(line, state, layer, name, column, width);
    }
    return line.build();
  });
  return { lines, field };
}

/** Where a value stands: the second of a row has two fifths of it. */
function placeOf(columns: number, count: number, index: number): { column: number; width: number } {
  const half = count === 1 ? columns : Math.floor(columns * 0.6);
  return index === 0
    ? { column: LABEL + LABEL_CELLS, width: half - LABEL - LABEL_CELLS - (count === 1 ? 2 : GAP) }
    : { column: half + LABEL_CELLS, width: columns - half - LABEL_CELLS - 2 };
}

function valueAt(
  line: LineBuilder,
  state: ReaderState,
  layer: ReviewLayer,
  field: MetaField,
  column: number,
  width: number,
): void {
  const { review, cursor } = layer;
  const part = partAt(review, cursor);
  const value = review.parts[part]?.meta[field] ?? null;
  if (value !== null)
    line.at(column, shorten(visibleLine(value.slice(0, LONGEST)), width), {
      role: 'current',
      bold: field === 'title',
    });
  else if (field === 'id')
    line.at(column, shorten(visibleLine(idOf(state, layer, part)), width), { role: 'rest' });
  else line.at(column, '—', { role: 'muted' });
}

/** The id that a transcript gets when none was asked for: after its title, or after its source. */
function idOf({ library }: ReaderState, { review, name }: ReviewLayer, part: number): string {
  const taken = new Set(
    [...library.texts, ...library.unreadable].map(({ id }) => id.toLowerCase()),
  );
  let id = '';
  for (const { meta } of review.parts.slice(0, part + 1)) {
    id = meta.id ?? freeId(meta.title ?? name, one => taken.has(one.toLowerCase()));
    taken.add(id.toLowerCase());
  }
  return id;
}
