import { UsageFault } from '../model/fault.ts';
import { Session } from './session.ts';
import { texts } from './texts.ts';

/**
 * `marginalia [DIR]`: opens the reader. Where there is no terminal to draw on it lists the texts and
 * says how to open it.
 */
export async function read(session: Session, folder: string | undefined): Promise<number> {
  const { world, options } = session;
  if (folder !== undefined && options.project !== undefined)
    throw new UsageFault('the folder is named twice. Give DIR or --project, not both');
  const here = new Session(world, { ...options, project: folder ?? options.project });
  if (!canDraw(here)) return listed(here);
  const { env, ports } = world;
  const [root, { settingsHere }, { coderName }, { startReader }] = await Promise.all([
    here.root(),
    import('../project/settingsHere.ts'),
    import('../project/coderName.ts'),
    import('../reader/start.ts'),
  ]);
  const settings = settingsHere({ env, noColor: !options.colour, coder: options.coder });
  // What is wrong with the settings is shown in the reader: here it would be painted over.
  const coder = coderName({ option: options.coder, env });
  return startReader({ root, here: world.here, ports, coder, env, settings });
}

const canDraw = ({ world: { input, stdout, env }, options }: Session): boolean =>
  input.isTTY === true && stdout.isTTY === true && env.TERM !== 'dumb' && !options.json;

async function listed(session: Session): Promise<number> {
  const status = await texts(session);
  await session.say('Here is no terminal to draw on. In a terminal, "marginalia" opens the reader');
  return status;
}
