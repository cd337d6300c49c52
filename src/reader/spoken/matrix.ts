import { coverageOf } from '../../model/coverage.ts';
import { visibleLine } from '../../model/visible.ts';
import { cellAt, matrixFigures } from '../matrixFigures.ts';
import type { MatrixLayer } from '../matrixLayer.ts';
import type { ReaderState } from '../state.ts';
import { passagesOfCell } from '../themePassages.ts';
import { cellWords, viewWords } from '../views/matrix.ts';
import { counted, inWords, sentence } from './words.ts';

/** What the number at the cursor is, in words, then what is shown. */
export function matrixLines(state: ReaderState, layer: MatrixLayer): string[] {
  const whose = layer.coder === null ? 'all coders' : visibleLine(layer.coder);
  const view = sentence(`Matrix, ${inWords(viewWords(layer).replace('×', 'by'))}, ${whose}`);
  if (state.passages.known === null) return ['Reading the transcripts.', view];
  if (layer.view === 'coverage') return [coverageLine(state, layer), view];
  const found = cellAt(state, layer);
  if (!found) return ['A theme with itself: no number.', view];
  const [, words] = cellWords(state, layer);
  const passages = passagesOfCell(state, found.theme, found.cell);
  return [sentence(`${inWords(words)}: ${counted(passages.length, 'passage')}`), view];
}

function coverageLine(state: ReaderState, layer: MatrixLayer): string {
  const { texts, counted: passages } = matrixFigures(state, layer.coder);
  const text = texts[layer.column];
  if (!text) return 'No transcripts.';
  const own = passages.filter(one => one.text === text.id);
  const { tagged } = coverageOf(text.paragraphs, own);
  const place = state.places[text.id];
  const read = place === undefined ? 'not read' : `left at paragraph ${place + 1}`;
  const of = counted(text.paragraphs, 'paragraph');
  return sentence(`${visibleLine(text.title)}: ${tagged} of ${of} tagged, ${read}`);
}
