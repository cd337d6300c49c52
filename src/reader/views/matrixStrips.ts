import { HEAT } from '../../model/heat.ts';
import { visibleLine } from '../../model/visible.ts';
import { BLANK, type Line, LineBuilder, type Look } from '../layout/line.ts';
import { shorten } from '../layout/width.ts';
import type { CountedPassage, MatrixFigures } from '../matrixFigures.ts';
import type { MatrixLayer } from '../matrixLayer.ts';
import type { ReaderState } from '../state.ts';

const NAMES = 30;
const COUNT = 6;

/** Where each theme stands in one transcript: a strip from its first paragraph to its last. */
export function stripRows(
  { size }: ReaderState,
  layer: MatrixLayer,
  { themes, texts, counted }: MatrixFigures,
  room: number,
): Line[] {
  const text = texts[layer.column];
  if (!text) return [];
  const own = Map.groupBy(
    counted.filter(one => one.text === text.id),
    one => one.theme,
  );
  const title = new LineBuilder()
    .at(2, layer.column > 0 ? '‹' : ' ', { role: 'muted' })
    .at(4, shorten(visibleLine(text.title), size.columns - 30), { role: 'current', bold: true })
    .endingAt(
      size.columns - 2,
      `${layer.column + 1} of ${texts.length}${layer.column + 1 < texts.length ? ' ›' : ''}`,
      { role: 'muted' },
    )
    .build();
  const height = room - 2;
  const from = Math.max(0, Math.min(layer.row - Math.floor(height / 2), themes.length - height));
  const width = size.columns - NAMES - COUNT - 2;
  const rows = themes.slice(from, from + height).map(({ theme, depth }, i) => {
    const isHere = from + i === layer.row;
    const passages = own.get(theme.id) ?? [];
    const indent = 2 + 2 * depth;
    const look: Look = isHere ? { role: 'current', bold: true } : { role: 'rest' };
    const heat: Look = depth === 0 ? { theme: theme.colour } : { role: 'rest' };
    return new LineBuilder()
      .at(0, isHere ? '▌' : ' ', { role: 'current' })
      .at(indent, theme.mark, { theme: theme.colour })
      .at(indent + 2, shorten(visibleLine(theme.name), NAMES - indent - 4), look)
      .at(
        NAMES,
        strip(passages, text.paragraphs, width),
        passages.length > 0 ? heat : { role: 'hair' },
      )
      .endingAt(size.columns - 2, String(passages.length || '·'), {
        role: isHere ? 'current' : 'muted',
      })
      .build();
  });
  return [title, BLANK, ...rows];
}

/** The denser a sign, the more of its paragraphs is tagged. */
function strip(passages: readonly CountedPassage[], paragraphs: number, width: number): string {
  const each = Math.max(1, paragraphs) / width;
  return Array.from({ length: width }, (_, i) => {
    const [from, to] = [i * each, (i + 1) * each];
    const covered = passages.reduce(
      (sum, { first, last }) => sum + Math.max(0, Math.min(last + 1, to) - Math.max(first, from)),
      0,
    );
    if (covered <= 0) return '·';
    return HEAT[Math.min(HEAT.length - 1, Math.floor((covered / each) * HEAT.length))] ?? '';
  }).join('');
}
