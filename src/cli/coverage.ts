import { visibleLine } from '../model/visible.ts';
import type { TextCoverage } from '../project/figures/stats.ts';
import { readPlaces } from '../project/places.ts';
import type { Project } from '../project/project.ts';
import { bar, type FigureOutput, share } from './figureLines.ts';
import type { Session } from './session.ts';
import { type Column, tableLines } from './table.ts';

const COLUMNS: readonly Column[] = [
  { heading: 'TEXT' },
  { heading: '¶', right: true },
  { heading: 'TAGGED', right: true },
  { heading: 'LEFT AT', right: true },
  { heading: '' },
];

/** A transcript with the paragraph that this user left in the reader, from 1; `null`: it was not opened there. */
type Covered = TextCoverage & { leftAt: number | null };

/** What of each transcript is tagged and how far this user was in it, in every form. */
export async function coverageOutput(
  session: Session,
  { root }: Project,
  texts: readonly TextCoverage[],
): Promise<FigureOutput> {
  const places = readPlaces(session.world.env, root);
  const covered = texts.map((text): Covered => {
    const place = places[text.id];
    return { ...text, leftAt: place === undefined ? null : place + 1 };
  });
  return {
    json: () => ({ texts: covered.map(text => ({ ...text, share: shareOf(text) })) }),
    csv: () => [
      ['text', 'title', 'paragraphs', 'tagged', 'share', 'left_at', 'untagged'],
      ...covered.map(text => [
        text.id,
        text.title,
        text.paragraphs,
        text.tagged,
        shareOf(text),
        text.leftAt,
        text.untagged.map(stretch).join(' '),
      ]),
    ],
    lines: () => tableLines(COLUMNS, covered.map(rowOf), session),
  };
}

const shareOf = ({ tagged, paragraphs }: TextCoverage): number =>
  paragraphs === 0 ? 0 : tagged / paragraphs;

const stretch = ([first, last]: readonly [number, number]): string =>
  first === last ? String(first) : `${first}-${last}`;

function rowOf(text: Covered) {
  const { id, paragraphs, untagged, leftAt } = text;
  const left = untagged.map(stretch).join(', ');
  return {
    cells: [
      visibleLine(id),
      String(paragraphs),
      share(shareOf(text)),
      leftAt === null ? 'not read' : `¶ ${leftAt}`,
      bar(shareOf(text), 1),
    ],
    below: left === '' ? [] : [`  untagged: ¶ ${left}`],
  };
}
