import type { Fault } from '../model/fault.ts';
import { splitThemes } from '../project/splitTheme.ts';
import { countedThemes } from '../project/themes.ts';
import type { Session } from './session.ts';
import { lines, shape } from './themes.ts';
import { counted } from './words.ts';

export interface ThemesSplitOptions {
  ids?: readonly string[];
  text?: string | undefined;
  matching?: string | undefined;
}

/** `themes split OLD NEW`: some of one's own passages of a theme go to another one. */
export async function themesSplit(
  session: Session,
  from: string,
  into: string,
  { ids = [], text, matching }: ThemesSplitOptions,
): Promise<number> {
  const project = await session.project();
  const coder = await session.coder();
  const faults: Fault[] = [];
  const query = { from, into, coder, ids, text, matching };
  const { theme, moved, left } = await session.counting('texts', onProgress =>
    splitThemes(project, query, fault => faults.push(fault), onProgress),
  );
  const { themes } = await countedThemes(project);
  const shown = themes.filter(one => one.id === theme.id);
  if (session.options.json) await session.printJson({ themes: shown.map(shape), moved, left });
  else await session.print(await lines(session, shown));
  await session.say(`Gave ${counted(moved, 'passage')} to ${theme.name}${leftWords(left)}`);
  await session.complain(faults);
  return session.status;
}

function leftWords({ others, doubled }: { others: number; doubled: number }): string {
  const words = [
    ...(others > 0 ? [`${others} of other coders stay as they are`] : []),
    ...(doubled > 0 ? [`${doubled} had it already and stay`] : []),
  ];
  return words.length > 0 ? `. ${words.join('; ')}` : '';
}
