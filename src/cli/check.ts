import { percent } from '../model/doubt.ts';
import { visibleLine } from '../model/visible.ts';
import { checkProject } from '../project/check.ts';
import type { Problem } from '../project/problem.ts';
import type { Project } from '../project/project.ts';
import type { Repaired } from '../project/repair.ts';
import type { Session } from './session.ts';
import { counted } from './words.ts';

export interface CheckOptions {
  repair?: boolean;
}

/** `check`: reads the whole project and lists what is wrong, after mending what can be. Status 1 if anything is. */
export async function check(session: Session, { repair }: CheckOptions): Promise<number> {
  session.namesNewer = false;
  const project = await session.project();
  const look = () => session.counting('files', onProgress => checkProject(project, onProgress));
  const first = await look();
  const repaired = repair ? await mend(session, project, first.problems) : [];
  const { problems, kept } = repaired.length > 0 ? await look() : first;
  const ok = problems.length === 0;
  if (session.options.json)
    await session.printJson({
      ok,
      problems,
      ...(repair && { repaired }),
      ...(kept > 0 && { kept }),
    });
  else await session.print([...repaired.map(doneLine), ...problems.flatMap(lines)]);
  await session.say(summary(problems, repaired) + keptWords(kept));
  return ok ? session.status : 1;
}

async function mend(
  session: Session,
  project: Project,
  problems: readonly Problem[],
): Promise<Repaired[]> {
  const { repairProject } = await import('../project/repair.ts');
  const { repaired, faults } = await repairProject(project, problems);
  await session.complain(faults);
  return repaired;
}

const lines = ({ kind, file, message, candidates = [] }: Problem): string[] =>
  [
    `${kind}  ${file}: ${message}`,
    ...candidates.map(
      ({ candidate, paragraph, quote, same }) =>
        `  ${candidate}  ¶ ${paragraph}, ${percent(same)}% the same: "${beginning(quote)}"`,
    ),
  ].map(visibleLine);

const LONGEST = 60;

function beginning(quote: string): string {
  const letters = Array.from(
    quote
      .slice(0, 8 * LONGEST)
      .replace(/\s+/g, ' ')
      .trim(),
  );
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : letters.join('');
}

const keptWords = (kept: number): string =>
  kept === 0 ? '' : `, ${counted(kept, 'annotation')} kept as ${kept === 1 ? 'it is' : 'they are'}`;
const doneLine = ({ file, message }: Repaired) => visibleLine(`repaired  ${file}: ${message}`);

function summary(problems: readonly Problem[], repaired: readonly Repaired[]): string {
  const done = repaired.length > 0 ? `Repaired ${counted(repaired.length, 'problem')}. ` : '';
  if (problems.length === 0) return `${done}All is well`;
  return done === ''
    ? `Found ${counted(problems.length, 'problem')}`
    : `${done}${counted(problems.length, 'problem')} left for you`;
}
