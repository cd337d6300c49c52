import type { TextSummary } from '../../model/library.ts';
import { visibleLine } from '../../model/visible.ts';
import { keyFor } from '../keymap/shown.ts';
import { header, heavyRule, rule } from '../layout/bars.ts';
import { BLANK, type Line, LineBuilder, type Look } from '../layout/line.ts';
import { shorten } from '../layout/width.ts';
import { libraryRows } from '../libraryTexts.ts';
import { drawerHeight } from '../select.ts';
import type { ReaderState } from '../state.ts';
import { bottomBar } from './bottom.ts';
import type { Screen } from './frame.ts';
import type { LayerView } from './layers.ts';
import { libraryKeys } from './libraryRow.ts';
import { columnsOf, entryRows, headings } from './libraryRows.ts';

const ROWS_EACH = 3;

/** The transcripts of the project, two rows and a blank each. */
export function libraryScreen(state: ReaderState, view: LayerView | null): Screen {
  const { columns, rows } = state.size;
  const lines: Line[] = [libraryHeader(state), rule(columns)];
  const room = rows - 5 - drawerHeight(state);
  const body = libraryBody(state, room);
  while (body.length < rows - 5) body.push(BLANK);
  lines.push(
    ...body.slice(0, rows - 5),
    view?.kind === 'row' || state.libraryWords !== '' ? heavyRule(columns) : rule(columns),
    bottomBar(state),
  );
  const keys = view?.kind === 'row' ? view.row : { line: libraryKeys(state), field: null };
  return { lines: [...lines, keys.line], field: keys.field };
}

function libraryHeader({ size, project, library }: ReaderState): Line {
  const { texts, loading } = library;
  const sum = (of: (text: TextSummary) => number) =>
    texts.reduce((total, text) => total + of(text), 0);
  const parts = [counted(texts.length, 'transcript')];
  if (size.columns >= 100)
    parts.push(
      counted(
        sum(text => text.paragraphs),
        'paragraph',
      ),
    );
  parts.push(counted(sum(tagsOf), 'tag'));
  const nothing = texts.length === 0 && library.unreadable.length === 0;
  const right = loading
    ? `reading${loading.total > 0 ? ` ${loading.done} of ${loading.total}` : '…'}`
    : nothing
      ? 'no transcripts yet'
      : parts.join(' · ');
  return header(size.columns, 'Library', [visibleLine(project)], right);
}

const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
const tagsOf = ({ byTheme }: TextSummary): number =>
  Object.values(byTheme).reduce((a, b) => a + b, 0);

function libraryBody(state: ReaderState, rows: number): Line[] {
  const { library } = state;
  const { loading } = library;
  if (library.texts.length + library.unreadable.length === 0)
    return loading ? [] : emptyBody(state);
  const { texts, unreadable } = libraryRows(state);
  if (texts.length + unreadable.length === 0) return nothingFits(state);
  const columns = columnsOf(state);
  const body: Line[] = [];
  if (state.size.rows >= 30) body.push(BLANK);
  body.push(headings(state, columns), BLANK);
  const room = Math.max(1, Math.floor((rows - body.length + 1) / ROWS_EACH));
  const from = firstRow(state, room);
  for (let i = from; i < Math.min(from + room, texts.length + unreadable.length); i++) {
    body.push(...entryRows(state, columns, i), BLANK);
  }
  if (body.length + 2 < rows && !loading && state.libraryWords === '')
    body.push(
      BLANK,
      new LineBuilder()
        .at(2, 'A .txt or .md file dropped into texts/ appears here.', { role: 'muted' })
        .build(),
    );
  return body;
}

const row = (text: string, look: Look) => new LineBuilder().at(13, text, look).build();

function nothingFits({ libraryWords, size }: ReaderState): Line[] {
  const words = shorten(visibleLine(libraryWords), size.columns - 40);
  return [
    BLANK,
    BLANK,
    BLANK,
    row(`No transcript fits “${words}”.`, { role: 'current', bold: true }),
    BLANK,
    row('Esc  shows all of them', { role: 'muted' }),
  ];
}

function emptyBody({ keymap }: ReaderState): Line[] {
  const key = keyFor(keymap, 'library', 'import');
  return [
    BLANK,
    BLANK,
    BLANK,
    row('Nothing to read yet.', { role: 'current', bold: true }),
    BLANK,
    row(`Press ${key} to import a file or a page of the web.`, { role: 'rest' }),
    row('A .txt or .md file that you put into texts/ yourself', { role: 'rest' }),
    row('appears here.', { role: 'rest' }),
    BLANK,
    row('The codebook has four themes to start with.', { role: 'rest' }),
  ];
}

/** The first transcript shown, so that the cursor is in sight. */
function firstRow(state: ReaderState, room: number): number {
  const { texts, unreadable } = libraryRows(state);
  const count = texts.length + unreadable.length;
  return Math.max(0, Math.min(state.library.cursor - Math.floor(room / 2), count - room));
}
