import type { Theme } from '../../model/codebook.ts';
import { mergeTheme } from '../../model/codebookEdits.ts';
import { visibleLine } from '../../model/visible.ts';
import { codebookRows } from '../codebookRows.ts';
import type { KeyCommand } from '../keymap/keymap.ts';
import { keyFor } from '../keymap/shown.ts';
import type { CodebookLayer } from '../layer.ts';
import { footer, header, rule } from '../layout/bars.ts';
import { BLANK, type Line, LineBuilder } from '../layout/line.ts';
import { summedCount } from '../layout/marks.ts';
import { scopeOf } from '../select.ts';
import type { ReaderState } from '../state.ts';
import { factBar, keyRow, libraryCounts, statusLook, statusWords } from './bottom.ts';
import { detailPane, paneRoom } from './codebookPane.ts';
import { countHere, isDetailFocused, treePane, WIDE } from './codebookTree.ts';
import type { Screen } from './frame.ts';

/** Where the panes stand beside each other. */
const RULE = 58;

/** The tree of themes, and beside it or in its place the theme at the cursor. */
export function codebookScreen(state: ReaderState, layer: CodebookLayer): Screen {
  const { columns, rows } = state.size;
  const isWide = columns >= WIDE;
  const spare = rows >= 30 ? 1 : 0;
  const room = paneRoom(state.size);
  const tree = treePane(state, layer, room);
  const detail = detailPane(state, layer);
  const shown = isWide || layer.pane === 'themes' ? tree : detail;
  const bar: Line[number] = isDetailFocused(layer)
    ? { text: '┃', look: { role: 'current' } }
    : { text: '│', look: { role: 'hair' } };
  const body = isWide ? sideBySide(tree.rows, detail.rows, room, bar) : shown.rows.map(built);
  const lines: Line[] = [
    header(columns, 'Codebook', [visibleLine(state.project)], totals(state)),
    rule(columns),
    ...Array<Line>(spare).fill(BLANK),
    ...padded(body, room + spare),
    rule(columns),
    factBar(state, factOf(state, layer), statusWords(state), statusLook(state)),
    keysOf(state, layer),
  ];
  const field = (isWide ? (tree.field ?? detail.field) : shown.field) ?? null;
  return { lines, field: field && { ...field, row: field.row + 2 + spare } };
}

const built = (row: LineBuilder): Line => row.build();

const padded = (lines: Line[], room: number): Line[] => [
  ...lines.slice(0, room),
  ...Array<Line>(Math.max(0, room - lines.length)).fill(BLANK),
];

const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

function totals(state: ReaderState): string {
  const { themes } = state.codebook;
  const merged = themes.filter(({ status }) => status === 'merged').length;
  const tags = libraryCounts(state)
    .values()
    .reduce((sum, count) => sum + count, 0);
  const parts = [counted(themes.length - merged, 'theme'), counted(tags, 'tag')];
  return parts.toSpliced(1, 0, ...(merged > 0 ? [`${merged} merged`] : [])).join(' · ');
}

/** While a target or a field is chosen few keys mean anything, and those mean something else. */
function keysOf(state: ReaderState, layer: CodebookLayer): Line {
  const { doing } = layer;
  if (doing?.kind !== 'merge' && doing?.kind !== 'fields')
    return keyRow(state, scopeOf(state), badgeOf(layer));
  const shown = (command: KeyCommand) => keyFor(state.keymap, 'codebook', command);
  const word = doing.kind === 'fields' ? 'edit the field' : doing.asked ? 'merge' : 'this one';
  return footer(state.size.columns, badgeOf(layer), [
    { shows: shown('choose'), word },
    { shows: `${shown('next')} ${shown('previous')}`, word: 'move' },
    { shows: shown('close'), word: 'back', last: true },
  ]);
}

const badgeOf = ({ doing }: CodebookLayer): string | null => {
  if (doing === null) return null;
  if (doing.kind === 'merge') return 'MERGE';
  return doing.kind === 'fields' ? 'EDIT' : 'TYPING';
};

/** What the theme at the cursor holds, or what the next Enter would do. */
function factOf(state: ReaderState, layer: CodebookLayer): string {
  const theme = codebookRows(state.codebook)[layer.cursor]?.theme;
  if (!theme) return `no themes yet · ${keyFor(state.keymap, 'codebook', 'addTheme')} adds one`;
  if (layer.doing?.kind === 'merge') return mergeWords(state, layer.doing, theme);
  if (layer.doing?.kind === 'split')
    return `split ${visibleLine(theme.name)}: some of your passages go to the theme of this name`;
  if (layer.doing?.kind === 'field' && layer.doing.field === 'patterns')
    return 'patterns are parted by ; or · · words, "a phrase" as it is written, /an expression/';
  const name = visibleLine(theme.name);
  const texts = state.library.texts.filter(
    ({ byTheme }) => summedCount(byTheme, state.codebook, theme.id) > 0,
  );
  return texts.length === 0
    ? `${name}: no tags`
    : `${name}: ${counted(countHere(state, theme), 'tag')} in ${counted(texts.length, 'transcript')}`;
}

function mergeWords(
  state: ReaderState,
  { source, asked }: { source: string; asked: boolean },
  target: Theme,
): string {
  const from = state.codebook.themes.find(({ id }) => id === source);
  if (!from) return '';
  const enter = keyFor(state.keymap, 'codebook', 'choose');
  const name = visibleLine(from.name);
  if (!asked) return `merge ${name} into …  ${enter} on the theme that takes its tags`;
  const hangs = mergeTheme(state.codebook, source, target.id);
  const children =
    hangs.kind === 'edits' ? hangs.edits.themes.filter(isOfChild(source, target.id)).length : 0;
  const more = children > 0 ? ` and ${counted(children, 'theme')} under it` : '';
  return `merges ${counted(countHere(state, from), 'tag')} of ${name}${more} into ${visibleLine(target.name)} · ${enter} again`;
}

const isOfChild =
  (source: string, target: string) =>
  ({ after }: { after: Theme | null }): boolean =>
    after !== null && after.id !== source && after.id !== target;

/** Both panes with a hairline between them. Rows of the second hold columns of their own. */
function sideBySide(
  left: readonly LineBuilder[],
  right: readonly LineBuilder[],
  room: number,
  bar: Line[number],
): Line[] {
  return Array.from({ length: room }, (_, i) => {
    const line = (left[i] ?? new LineBuilder()).offFocus().at(RULE, bar.text, bar.look);
    const beside = right[i]?.build() ?? BLANK;
    return besides(line.build(), beside);
  });
}

/** A line with another one behind it that was begun at column 0: its first cells stand under the first. */
function besides(left: Line, right: Line): Line {
  if (right.length === 0) return left;
  let skip = RULE + 1;
  const kept = right.flatMap(piece => {
    const cut = Math.min(skip, piece.text.length);
    skip -= cut;
    return cut === piece.text.length ? [] : [{ ...piece, text: piece.text.slice(cut) }];
  });
  return [...left, ...kept];
}
