import type { TextSummary } from '../model/library.ts';
import { visibleLine } from '../model/visible.ts';
import { readLibrary } from '../project/library.ts';
import { share } from './figureLines.ts';
import type { Session } from './session.ts';
import { type Column, type Row, tableLines } from './table.ts';

const COLUMNS: readonly Column[] = [
  { heading: 'TEXT' },
  { heading: 'DATE' },
  { heading: '¶', right: true },
  { heading: 'WORDS', right: true },
  { heading: 'TAGS', right: true },
  { heading: 'TAGGED', right: true },
];

/** `texts`: the transcripts of the project, two lines each. */
export async function texts(session: Session): Promise<number> {
  const project = await session.project();
  const coder = (await session.coderFilter()) ?? null;
  const library = await session.counting('texts', onProgress =>
    readLibrary(project, { coder, words: true }, onProgress),
  );
  if (session.options.json) await session.printJson({ texts: library.texts.map(shape) });
  else if (library.texts.length > 0)
    await session.print(await tableLines(COLUMNS, library.texts.map(row), session));
  else
    await session.say(
      `No texts yet. "marginalia import FILE" makes one, or put .txt or .md files into ${project.root}/texts/`,
    );
  await session.complain([...library.unreadable.map(({ fault }) => fault), ...library.faults]);
  return session.status;
}

/** The `--json` shape of design section 3, with the file's name added. */
function shape(text: TextSummary) {
  const { id, title, speaker, date, source, paragraphs, words, annotations, tagged, file } = text;
  return { id, title, speaker, date, source, paragraphs, words, annotations, tagged, file };
}

function row({
  id,
  date,
  title,
  speaker,
  paragraphs,
  words,
  annotations,
  tagged,
}: TextSummary): Row {
  const numbers = [String(paragraphs), String(words), String(annotations), share(tagged)];
  const names = [title, speaker ?? ''].filter(name => name !== '').join(' · ');
  return {
    cells: [visibleLine(id), visibleLine(date ?? ''), ...numbers],
    below: [`  ${visibleLine(names)}`],
  };
}
