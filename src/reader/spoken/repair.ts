import type { Range } from '../../model/annotation.ts';
import { themeById } from '../../model/codebook.ts';
import { type Candidate, percent } from '../../model/doubt.ts';
import { visibleLine } from '../../model/visible.ts';
import type { RepairLayer } from '../repairLayer.ts';
import { doubtAt, settledCount, shownCandidates, standingOf, waitingIndexes } from '../repairs.ts';
import type { ReaderState } from '../state.ts';
import { movedWords, reasonOf, STANDING } from '../views/repairWords.ts';
import { counted, sentence } from './words.ts';

/** So many UTF-16 units of a quotation are told. */
const TOLD = 600;

/** A doubtful annotation in words: what it was on, why its place is not certain, what may be it now. */
export function repairLines(state: ReaderState, layer: RepairLayer): string[] {
  const doubt = doubtAt(layer);
  if (!doubt)
    return [layer.found === null ? 'Repair: reading the transcripts.' : 'Nothing to repair.'];
  const { annotation } = doubt.placed;
  const theme = annotation.theme === null ? undefined : themeById(state.codebook, annotation.theme);
  const standing = standingOf(state, layer, doubt);
  const name = visibleLine(theme?.name ?? annotation.theme ?? 'memo');
  const place = `${layer.cursor + 1} of ${layer.found?.length ?? 0}`;
  const why = standing === 'open' ? reasonOf(doubt) : STANDING[standing];
  const exact = annotation.selector?.exact ?? '';
  const [first] = shownCandidates(layer, state.size);
  return [
    sentence(`${place}: ${name} in ${visibleLine(doubt.title)}: ${why}`),
    sentence(`It was: ${told(exact)}`),
    ...differing('Gone from it', exact, first?.changes.gone ?? []),
    ...shownCandidates(layer, state.size).flatMap((one, i) => placeLines(one, i + 1)),
    sentence(
      `Repair: ${counted(settledCount(state, layer), 'tag')} settled, ${waitingIndexes(state, layer).length} to go`,
    ),
  ];
}

function placeLines({ paragraph, quote, changes, fit, taken }: Candidate, n: number): string[] {
  const moved = fit.moved === null ? '' : `, moved ${movedWords(fit.moved)}`;
  const tagged = taken ? ', tagged with it already' : '';
  return [
    sentence(
      `Place ${n}, paragraph ${paragraph + 1}, ${percent(fit.quotation)}% the same${moved}${tagged}: ${told(quote)}`,
    ),
    ...differing('New in it', quote, changes.added),
  ];
}

function told(text: string): string {
  const words = visibleLine(text.slice(0, TOLD)).trim();
  return text.length > TOLD ? `${words} ...` : words;
}

function differing(name: string, text: string, ranges: readonly Range[]): string[] {
  const words = ranges.map(({ start, end }) => visibleLine(text.slice(start, end)).trim());
  const said = words.filter(Boolean);
  return said.length === 0 ? [] : [sentence(`${name}: ${said.join(', ')}`.slice(0, TOLD))];
}
