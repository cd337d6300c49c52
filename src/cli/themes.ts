import type { Theme } from '../model/codebook.ts';
import { inTree } from '../model/themeTree.ts';
import { visibleLine } from '../model/visible.ts';
import { type CountedTheme, countedThemes } from '../project/themes.ts';
import type { Session } from './session.ts';
import { type Column, tableLines } from './table.ts';

const COLUMNS: readonly Column[] = [
  { heading: 'KEY' },
  { heading: 'THEME', shrinksTo: 16 },
  { heading: 'ID' },
  { heading: 'TAGS', right: true },
  { heading: 'COLOUR' },
  { heading: '' },
];

/** `themes`: the codebook, children under their parents. */
export async function themes(session: Session): Promise<number> {
  const project = await session.project();
  const coder = await session.coderFilter();
  const counted = await session.counting('texts', onProgress =>
    countedThemes(project, coder, onProgress),
  );
  if (session.options.json) await session.printJson({ themes: counted.themes.map(shape) });
  else if (counted.themes.length > 0) await session.print(await lines(session, counted.themes));
  else await session.say('No themes yet. "marginalia themes add NAME" makes one');
  await session.complain(counted.faults);
  return session.status;
}

/** The `--json` shape of design section 3, with the rest of the theme added. */
export function shape(theme: CountedTheme) {
  const { id, name, definition, colour, mark, key, parent, status, count } = theme;
  const { include, exclude, memo, patterns, mergedInto } = theme;
  const added = { include, exclude, memo, patterns, mergedInto };
  return { id, name, definition, colour, mark, key, parent, status, count, ...added };
}

/** The themes as a table, each with its definition below it. */
export function lines(session: Session, themes: readonly CountedTheme[]): Promise<string[]> {
  const rows = inTree(themes).map(({ theme, depth }) => ({
    cells: [
      String(theme.key ?? ''),
      `${'  '.repeat(depth)}${visibleLine(`${theme.mark} ${theme.name}`)}`,
      visibleLine(theme.id),
      String(theme.count),
      visibleLine(theme.colour),
      statusWords(theme),
    ],
    below: definitionLines(theme),
  }));
  return tableLines(COLUMNS, rows, session);
}

function statusWords({ status, mergedInto }: Theme): string {
  if (status === 'active') return '';
  return visibleLine(status === 'merged' ? `merged into ${mergedInto ?? '?'}` : status);
}

function definitionLines({ definition }: Theme): string[] {
  const words = visibleLine(definition).trim();
  return words === '' ? [] : [`     ${words}`];
}
