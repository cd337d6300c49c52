import { Fault, UsageFault } from '../model/fault.ts';
import { visible, visibleLine } from '../model/visible.ts';
import { put } from './session.ts';
import type { World } from './world.ts';

/**
 * An error as one line on stderr and an exit status: 2 where the call was wrong, else 1. With
 * MARGINALIA_DEBUG=1 the stack follows. Errors that are no Fault are thrown again: `main` reports them.
 */
export async function failed(error: unknown, world: World): Promise<number> {
  if (!(error instanceof Fault)) throw error;
  await put(world.stderr, `marginalia: ${visibleLine(error.message)}\n`);
  if (world.env.MARGINALIA_DEBUG === '1') await put(world.stderr, `${visible(stackOf(error))}\n`);
  return error instanceof UsageFault ? 2 : 1;
}

/** The stack with those of its causes. */
function stackOf(error: Error): string {
  const cause = error.cause instanceof Error ? `\ncaused by ${stackOf(error.cause)}` : '';
  return `${error.stack ?? error.message}${cause}`;
}
