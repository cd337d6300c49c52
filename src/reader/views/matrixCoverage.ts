import { coverageOf } from '../../model/coverage.ts';
import type { TextSummary } from '../../model/library.ts';
import { visibleLine } from '../../model/visible.ts';
import { BLANK, type Line, LineBuilder, type Look } from '../layout/line.ts';
import { shorten } from '../layout/width.ts';
import type { CountedPassage, MatrixFigures } from '../matrixFigures.ts';
import type { MatrixLayer } from '../matrixLayer.ts';
import type { ReaderState } from '../state.ts';

const BAR = 16;
const RIGHT = BAR + 26;

/** What of each transcript is tagged, how far one was in it, and which paragraphs are left. */
export function coverageRows(
  state: ReaderState,
  layer: MatrixLayer,
  { texts, counted }: MatrixFigures,
  room: number,
): Line[] {
  const spare = state.size.rows >= 30 ? 1 : 0;
  const block = 2 + spare;
  const shown = Math.max(1, Math.floor(room / block));
  const from = Math.max(0, Math.min(layer.column - Math.floor(shown / 2), texts.length - shown));
  const byText = Map.groupBy(counted, one => one.text);
  return texts
    .slice(from, from + shown)
    .flatMap((text, i) => [
      ...textRows(state, text, byText.get(text.id) ?? [], from + i === layer.column),
      ...Array<Line>(spare).fill(BLANK),
    ]);
}

function textRows(
  { size, places }: ReaderState,
  { id, title, paragraphs }: TextSummary,
  passages: readonly CountedPassage[],
  isHere: boolean,
): Line[] {
  const { tagged, untagged } = coverageOf(paragraphs, passages);
  const share = paragraphs === 0 ? 0 : tagged / paragraphs;
  const full = share > 0 ? Math.max(1, Math.floor(share * BAR)) : 0;
  const place = places[id];
  const end = size.columns - 2;
  const look: Look = { role: 'current', bold: isHere };
  const line = () =>
    new LineBuilder(isHere ? { row: true } : {}).at(0, isHere ? '▌' : ' ', { role: 'current' });
  const left = untagged.map(([a, b]) => (a === b ? `${a}` : `${a}-${b}`)).join(', ');
  const rest = paragraphs === 0 ? 'no paragraphs' : 'all of it is tagged';
  const width = isHere ? size.columns : 0;
  return [
    line()
      .at(2, shorten(visibleLine(title), end - RIGHT - 4), look)
      .at(end - RIGHT, place === undefined ? 'not read' : `left at ¶ ${place + 1}`, {
        role: 'muted',
      })
      .at(end - BAR - 10, '█'.repeat(full), { role: 'rest' })
      .push('░'.repeat(BAR - full), { role: 'hair' })
      .endingAt(end, `${tagged}/${paragraphs}`, { role: 'current' })
      .build(width),
    line()
      .at(4, shorten(left === '' ? rest : `untagged ¶ ${left}`, end - 6), {
        role: 'muted',
      })
      .build(width),
  ];
}
