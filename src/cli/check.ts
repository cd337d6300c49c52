import { visibleLine } from '../model/visible.ts';
import { checkProject } from '../project/check.ts';
import type { Problem } from '../project/problem.ts';
import type { Session } from './session.ts';
import { counted } from './words.ts';

/** `check`: reads the whole project and lists what is wrong. Status 1 if anything is. */
export async function check(session: Session): Promise<number> {
  const project = await session.project();
  const problems = await session.counting('files', onProgress => checkProject(project, onProgress));
  const ok = problems.length === 0;
  if (session.options.json) await session.printJson({ ok, problems });
  else await session.print(problems.map(line));
  await session.say(ok ? 'All is well' : `Found ${counted(problems.length, 'problem')}`);
  return ok ? 0 : 1;
}

const line = ({ kind, file, message }: Problem) => visibleLine(`${kind}  ${file}: ${message}`);
