import { Fault } from '../model/fault.ts';
import type { Rejection } from '../model/rejection.ts';
import { visibleLine } from '../model/visible.ts';
import { decide } from '../project/decideSuggestions.ts';
import { codebookOf, type Project } from '../project/project.ts';
import type { Session } from './session.ts';
import { type Column, tableLines } from './table.ts';
import { counted, shortIds, themeWords } from './words.ts';

const COLUMNS: readonly Column[] = [
  { heading: 'ID' },
  { heading: 'TEXT', shrinksTo: 12 },
  { heading: 'THEME', shrinksTo: 12 },
  { heading: 'QUOTE', shrinksTo: 16 },
];

/** `suggest --rejected`: what the coder does not want to see again. */
export async function listRejected(
  session: Session,
  project: Project,
  coder: string,
): Promise<number> {
  const rejections = await project.store.readRejections(coder);
  await print(session, project, rejections);
  if (rejections.length === 0) await session.say('Nothing was rejected');
  return session.status;
}

/** `suggest --restore ID…`: takes rejections back. All ids are looked up first. */
export async function restore(
  session: Session,
  project: Project,
  coder: string,
  ids: readonly string[],
): Promise<number> {
  const rejections = await project.store.readRejections(coder);
  const chosen = [...new Set(ids.map(id => byBeginning(rejections, id)))];
  const edits = chosen.map(before => ({ before, after: null }));
  const label = 'rejections taken back';
  await decide(project, [], { label, coder, themes: [], pages: [], rejections: edits });
  await print(session, project, chosen);
  await session.say(`Took back ${counted(chosen.length, 'rejection')}`);
  return session.status;
}

function byBeginning(rejections: readonly Rejection[], word: string): Rejection {
  const wanted = word.toLowerCase().replace(/^urn:uuid:/, '');
  const found = rejections.filter(({ id }) => id.replace(/^urn:uuid:/, '').startsWith(wanted));
  const [only] = found;
  if (!only || wanted.length < 6)
    throw new Fault(
      `${word}: no rejection with this id. "marginalia suggest --rejected" lists them`,
    );
  if (found.length > 1)
    throw new Fault(`${word}: ${found.length} rejections begin so. Give more of the id`);
  return only;
}

async function print(session: Session, project: Project, rejections: readonly Rejection[]) {
  if (session.options.json) {
    const rejected = rejections.map(({ id, text, theme, selector, created }) => {
      return { id, text, theme, quote: selector.exact, created };
    });
    await session.printJson({ rejected });
  } else if (rejections.length > 0) {
    const { themes } = await codebookOf(project);
    const ids = shortIds(rejections);
    const rows = rejections.map(({ text, theme, selector }, i) => {
      const quote = visibleLine(selector.exact.replace(/\s+/g, ' ').slice(0, 400));
      return { cells: [ids[i] ?? '', visibleLine(text), themeWords(themes, theme), quote] };
    });
    await session.print(await tableLines(COLUMNS, rows, session));
  }
}
