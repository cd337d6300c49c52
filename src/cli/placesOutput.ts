import { HEAT } from '../model/heat.ts';
import type { PlacedTag } from '../model/tagged.ts';
import { visibleLine } from '../model/visible.ts';
import type { FigureText, FigureTheme } from '../project/figures/gather.ts';
import type { themePlaces } from '../project/figures/matrix.ts';
import { cellsOf, cut, pad, prepareCells } from './cells.ts';
import type { FigureOutput } from './figureLines.ts';
import type { Session } from './session.ts';

type Places = Awaited<ReturnType<typeof themePlaces>>;

/** Where each theme stands in each transcript: strips from its beginning to its end, or the places themselves. */
export function placesOutput(session: Session, { themes, texts }: Places): FigureOutput {
  return {
    json: () => ({
      texts: texts.map(({ text, places }) => ({
        id: text.id,
        paragraphs: text.paragraphs,
        length: text.length,
        themes: themes.map((theme, i) => ({
          theme: theme.id,
          places: (places[i] ?? []).map(({ start, end, first, last }) => ({
            start,
            end,
            paragraphs: [first + 1, last + 1],
          })),
        })),
      })),
    }),
    csv: () => [
      ['text', 'theme', 'name', 'start', 'end', 'first_paragraph', 'last_paragraph', 'length'],
      ...texts.flatMap(({ text, places }) =>
        themes.flatMap((theme, i) =>
          (places[i] ?? []).map(({ start, end, first, last }) => [
            text.id,
            theme.id,
            theme.name,
            start,
            end,
            first + 1,
            last + 1,
            text.length,
          ]),
        ),
      ),
    ],
    lines: () => stripLines(session, themes, texts),
  };
}

const MOST_NAME = 26;
const MOST_STRIP = 72;

async function stripLines(
  session: Session,
  themes: readonly FigureTheme[],
  texts: Places['texts'],
): Promise<string[]> {
  const names = themes.map(
    ({ depth, mark, name }) => `${'  '.repeat(depth)}${mark} ${visibleLine(name)}`,
  );
  await prepareCells([...names, ...texts.map(({ text }) => text.title)]);
  const width = Math.min(
    MOST_NAME,
    names.reduce((most, name) => Math.max(most, cellsOf(name)), 0),
  );
  const cells = Math.max(8, Math.min(MOST_STRIP, session.width - width - 8));
  return texts.flatMap(({ text, places }, n) => [
    ...(n === 0 ? [] : ['']),
    session.bold(cut(visibleLine(text.title), session.width)),
    ...themes.flatMap((_, i) => {
      const found = places[i] ?? [];
      if (found.length === 0) return [];
      return `  ${pad(cut(names[i] ?? '', width), width)} ${strip(text, found, cells)} ${found.length}`;
    }),
    ...(places.every(found => found.length === 0) ? [session.dim('  nothing')] : []),
  ]);
}

/** From the first character to the last; the denser a sign, the more of its stretch is tagged. */
function strip(text: FigureText, places: readonly PlacedTag[], cells: number): string {
  const each = Math.max(1, text.length) / cells;
  return Array.from({ length: cells }, (_, i) => {
    const [from, to] = [i * each, (i + 1) * each];
    const covered = places.reduce(
      (sum, { start, end }) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)),
      0,
    );
    if (covered === 0) return '·';
    return HEAT[Math.min(HEAT.length - 1, Math.floor((covered / each) * HEAT.length))] ?? '';
  }).join('');
}
