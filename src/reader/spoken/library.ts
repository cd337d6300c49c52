import type { Codebook } from '../../model/codebook.ts';
import type { TextSummary } from '../../model/library.ts';
import { visibleLine } from '../../model/visible.ts';
import { summedCount } from '../layout/marks.ts';
import { SORT_WORDS } from '../librarySort.ts';
import { libraryRows } from '../libraryTexts.ts';
import type { ReaderState } from '../state.ts';
import { shownDate } from '../views/dates.ts';
import { counted, inWords, sentence } from './words.ts';

/** The transcript at the cursor, then the project. */
export function libraryLines(state: ReaderState): string[] {
  const { library, project } = state;
  const { loading, cursor } = library;
  const { texts, unreadable } = libraryRows(state);
  const count = texts.length + unreadable.length;
  const name = visibleLine(project);
  if (loading) return [`Library of ${name}. Reading the transcripts.`];
  if (library.texts.length + library.unreadable.length === 0)
    return [
      `Library of ${name}. Nothing to read yet: import a text, or put a text or Markdown file into texts.`,
    ];
  const order = `Library of ${name}, ${SORT_WORDS[state.librarySort]}.`;
  if (count === 0) return [`No transcript fits ${visibleLine(state.libraryWords)}.`, order];
  const text = texts[cursor];
  const broken = unreadable[cursor - texts.length];
  const row = text
    ? textWords(state, text)
    : sentence(
        `${visibleLine(broken?.file ?? '')} cannot be read: ${visibleLine(broken?.fault.message ?? '')}`,
      );
  const fits =
    state.libraryWords === ''
      ? ''
      : sentence(
          `${texts.length} of ${library.texts.length} fit ${visibleLine(state.libraryWords)}`,
        );
  return [`${cursor + 1} of ${count}: ${row}`, fits, order].filter(Boolean);
}

function textWords({ codebook, places }: ReaderState, text: TextSummary): string {
  const place = places[text.id];
  const facts = [
    visibleLine(text.title),
    inWords(visibleLine(text.speaker ?? '')),
    text.date ? shownDate(visibleLine(text.date)) : '',
    `${counted(text.paragraphs, 'paragraph')}, ${Math.round(text.tagged * 100)} percent tagged`,
    themesWords(codebook, text),
    place === undefined ? 'New' : `You were at paragraph ${place + 1}`,
    text.toRepair > 0 ? `${text.toRepair} to repair` : '',
  ];
  return facts.filter(Boolean).map(sentence).join(' ');
}

const themesWords = (codebook: Codebook, { byTheme }: TextSummary): string =>
  codebook.themes
    .flatMap(({ id, name }) => {
      const count = summedCount(byTheme, codebook, id);
      return count > 0 ? [`${visibleLine(name)} ${count}`] : [];
    })
    .join(', ');
