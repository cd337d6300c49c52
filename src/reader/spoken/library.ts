import type { Theme } from '../../model/codebook.ts';
import type { TextSummary } from '../../model/library.ts';
import { visibleLine } from '../../model/visible.ts';
import type { ReaderState } from '../state.ts';
import { shownDate } from '../views/dates.ts';
import { counted, inWords, sentence } from './words.ts';

/** The transcript at the cursor, then the project. */
export function libraryLines(state: ReaderState): string[] {
  const { library, project } = state;
  const { texts, unreadable, loading, cursor } = library;
  const count = texts.length + unreadable.length;
  const name = visibleLine(project);
  if (loading) return [`Library of ${name}. Reading the transcripts.`];
  if (count === 0)
    return [`Library of ${name}. Nothing to read yet: put a text or Markdown file into texts.`];
  const text = texts[cursor];
  const broken = unreadable[cursor - texts.length];
  const row = text
    ? textWords(state, text)
    : sentence(
        `${visibleLine(broken?.file ?? '')} cannot be read: ${visibleLine(broken?.fault.message ?? '')}`,
      );
  return [`${cursor + 1} of ${count}: ${row}`, `Library of ${name}.`];
}

function textWords({ codebook, places }: ReaderState, text: TextSummary): string {
  const place = places[text.id];
  const facts = [
    visibleLine(text.title),
    inWords(visibleLine(text.speaker ?? '')),
    text.date ? shownDate(visibleLine(text.date)) : '',
    `${counted(text.paragraphs, 'paragraph')}, ${Math.round(text.tagged * 100)} percent tagged`,
    themesWords(codebook.themes, text),
    place === undefined ? 'New' : `You were at paragraph ${place + 1}`,
    text.toRepair > 0 ? `${text.toRepair} to repair` : '',
  ];
  return facts.filter(Boolean).map(sentence).join(' ');
}

const themesWords = (themes: readonly Theme[], { byTheme }: TextSummary): string =>
  themes
    .flatMap(({ id, name }) => (byTheme[id] ? [`${visibleLine(name)} ${byTheme[id]}`] : []))
    .join(', ');
