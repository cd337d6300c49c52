import { resolve } from 'node:path';
import { UsageFault } from '../model/fault.ts';
import { visibleLine } from '../model/visible.ts';
import { initProject } from '../project/init.ts';
import type { Session } from './session.ts';

/** `init [DIR]`: makes a project of a folder; what is there stays as it is. */
export async function init(session: Session, folder: string | undefined): Promise<number> {
  const { world, options } = session;
  if (folder !== undefined && options.project !== undefined)
    throw new UsageFault('init: the folder is named twice. Give DIR or --project, not both');
  const asked = resolve(world.here, folder ?? options.project ?? '.');
  const { root, made } = await initProject(asked, world.ports);
  if (options.json) await session.printJson({ root, made });
  else await session.print(made.map(name => visibleLine(name)));
  const next = `Fill ${root}/texts/ with "marginalia import FILE", then start marginalia`;
  await session.say(made.length === 0 ? `${root}: a project already` : `${root}: ready. ${next}`);
  return session.status;
}
