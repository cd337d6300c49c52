import { writeSetting } from '../../project/writeSetting.ts';
import type { ReaderPorts } from '../ports.ts';
import type { Desk } from './desk.ts';

/** The user's settings. Writes go one after the other: each reads what the one before it wrote. */
export function settingsDoors({ env }: Desk): Pick<ReaderPorts, 'saveSetting'> {
  let last: Promise<void> = Promise.resolve();
  return {
    saveSetting(place, value) {
      const write = () => writeSetting(env, place, value);
      last = last.then(write, write);
      return last;
    },
  };
}
