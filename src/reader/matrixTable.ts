import { coverageOf } from '../model/coverage.ts';
import { matrixFigures, pairCounts } from './matrixFigures.ts';
import type { MatrixLayer } from './matrixLayer.ts';
import type { ReaderState } from './state.ts';

/** What a view of the matrix says as rows of a table, the headings among them. */
export function matrixTable(state: ReaderState, layer: MatrixLayer): (string | number | null)[][] {
  const figures = matrixFigures(state, layer.coder);
  const { themes, texts, counts, counted } = figures;
  const named = (rows: readonly (readonly number[])[]) =>
    themes.map(({ theme }, i) => [theme.id, theme.name, ...(rows[i] ?? [])]);
  switch (layer.view) {
    case 'texts':
      return [['theme', 'name', ...texts.map(({ id }) => id)], ...named(counts)];
    case 'pairs': {
      const pairs = pairCounts(figures, layer.near);
      return [['theme', 'name', ...themes.map(({ theme }) => theme.id)], ...named(pairs)];
    }
    case 'where':
      return [
        ['text', 'theme', 'first_paragraph', 'last_paragraph', 'paragraphs'],
        ...counted.map(({ text, theme, first, last }) => [
          text,
          theme,
          first + 1,
          last + 1,
          texts.find(({ id }) => id === text)?.paragraphs ?? null,
        ]),
      ];
    case 'coverage':
      return [
        ['text', 'title', 'paragraphs', 'tagged', 'left_at'],
        ...texts.map(({ id, title, paragraphs }) => [
          id,
          title,
          paragraphs,
          coverageOf(
            paragraphs,
            counted.filter(({ text }) => text === id),
          ).tagged,
          state.places[id] === undefined ? null : state.places[id] + 1,
        ]),
      ];
  }
}
