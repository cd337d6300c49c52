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
  const repaired = repair ? await mend(session, project, first) : [];
  const problems = repaired.length > 0 ? await look() : first;
  const ok = problems.length === 0;
  if (session.options.json)
    await session.printJson({ ok, problems, ...(repair ? { repaired } : {}) });
  else await session.print([...repaired.map(doneLine), ...problems.map(line)]);
  await session.say(summary(problems, repaired));
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

const line = ({ kind, file, message }: Problem) => visibleLine(`${kind}  ${file}: ${message}`);
const doneLine = ({ file, message }: Repaired) => visibleLine(`repaired  ${file}: ${message}`);

function summary(problems: readonly Problem[], repaired: readonly Repaired[]): string {
  const done = repaired.length > 0 ? `Repaired ${counted(repaired.length, 'problem')}. ` : '';
  if (problems.length === 0) return `${done}All is well`;
  return done === ''
    ? `Found ${counted(problems.length, 'problem')}`
    : `${done}${counted(problems.length, 'problem')} left for you`;
}
