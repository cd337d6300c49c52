import type { Theme } from '../../model/codebook.ts';
import { visibleLine } from '../../model/visible.ts';
import { type DigestField, type DigestRadio, RADIO_WORDS } from '../digestForm.ts';
import type { DigestLayer, DigestWords } from '../digestLayer.ts';
import { boxWords, isOn, valueWords } from '../digestWords.ts';
import { LineBuilder, type Look } from '../layout/line.ts';
import { countOf } from '../layout/marks.ts';
import { shorten } from '../layout/width.ts';
import type { ReaderState } from '../state.ts';
import { libraryCounts } from './bottom.ts';
import { box, radio } from './choices.ts';

/** The columns of labels and of values. */
const LABEL = 2;
export const VALUE = 13;
/** Cells between two boxes of a row. */
export const BETWEEN_BOXES = 3;
/** Where the counts end on a screen that the form has to itself. */
const WIDEST_FORM = 60;

/** Where a row of the form is drawn. */
export interface Place {
  state: ReaderState;
  layer: DigestLayer;
  width: number;
  /** The number of the first field of the row. */
  first: number;
}

/** A row of the form begun: where the cursor is, and its label. */
export const startOf = (isHere: boolean, label: string): LineBuilder =>
  new LineBuilder(isHere ? { row: true } : {})
    .at(0, isHere ? '▌' : ' ', { role: 'current' })
    .at(LABEL, label, { role: 'muted' });

/** The rows of a field, or of the boxes that stand beside each other. */
export function drawn(
  place: Place,
  line: LineBuilder,
  group: readonly DigestField[],
  isHere: boolean,
): LineBuilder[] {
  const [field] = group;
  if (!field) return [line];
  switch (field.kind) {
    case 'radio':
      return radioLines(place, line, field.radio, isHere);
    case 'theme':
      return [themeLine(place, line, field, isHere)];
    case 'text':
      return [textLine(place, line, field, isHere)];
    case 'coder':
    case 'flag':
      return [boxLine(place, line, group)];
    default:
      return [wordsLine(place, line, field.kind, isHere)];
  }
}

/** The words of a radio in as many rows as they need. */
function radioLines(
  { layer, width }: Place,
  line: LineBuilder,
  name: DigestRadio,
  isHere: boolean,
): LineBuilder[] {
  const rows: string[][] = [[]];
  for (const word of RADIO_WORDS[name]) {
    const used = rows.at(-1)?.reduce((sum, one) => sum + one.length + 2, 0) ?? 0;
    if (VALUE + used + word.length + 2 > width) rows.push([]);
    rows.at(-1)?.push(word);
  }
  return rows.map((words, i) => {
    const row = i === 0 ? line : startOf(isHere, '');
    radio(row, VALUE, words, layer.choice[name]);
    return row;
  });
}

function themeLine(
  { state, layer: { choice }, width }: Place,
  line: LineBuilder,
  { theme, depth }: { theme: Theme; depth: number },
  isHere: boolean,
): LineBuilder {
  const isChosen = choice.themes.includes(theme.id);
  const room = width - VALUE - 15 - 2 * depth;
  box(line, VALUE, choice.not.includes(theme.id) ? 'without' : isChosen, isHere)
    .push(' '.repeat(1 + 2 * depth))
    .push(theme.mark, { theme: theme.colour })
    .push(` ${shorten(visibleLine(theme.name), Math.max(4, room))}`, chosenLook(isChosen, isHere));
  const count = countOf(libraryCounts(state), state.codebook, theme.id);
  const role = isChosen ? 'current' : 'muted';
  return line.endingAt(Math.min(width - 4, WIDEST_FORM), String(count), { role });
}

const chosenLook = (isChosen: boolean, isHere: boolean): Look =>
  isChosen ? { role: 'current', bold: isHere } : { role: 'rest', bold: isHere };

function textLine(
  { layer: { choice }, width }: Place,
  line: LineBuilder,
  { id, title }: { id: string; title: string },
  isHere: boolean,
): LineBuilder {
  const isChosen = choice.texts.includes(id);
  const words = shorten(visibleLine(title), width - VALUE - 7);
  return box(line, VALUE, isChosen, isHere).push(` ${words}`, chosenLook(isChosen, isHere));
}

/** Boxes beside each other; the one at the cursor is bright. */
function boxLine(
  { layer, first, width }: Place,
  line: LineBuilder,
  group: readonly DigestField[],
): LineBuilder {
  for (const [i, field] of group.entries()) {
    const isHere = layer.cursor === first + i;
    const isChosen = isOn(layer, field);
    const words = shorten(boxWords(field) ?? '', width - VALUE - 7);
    box(line, i === 0 ? VALUE : line.width + BETWEEN_BOXES, isChosen, isHere).push(
      ` ${words}`,
      chosenLook(isChosen, isHere),
    );
  }
  return line;
}

function wordsLine(
  { state, layer, width }: Place,
  line: LineBuilder,
  kind: DigestWords | 'texts',
  isHere: boolean,
): LineBuilder {
  const words = layer.typing === kind ? '' : valueWords(state, layer, kind);
  return line.at(VALUE, shorten(visibleLine(words), width - VALUE - 3), {
    role: 'current',
    bold: isHere,
  });
}
