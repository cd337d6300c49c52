import type { Command, Effect, Stamp } from './command.ts';
import { reduce } from './reduce/reduce.ts';
import type { ReaderState } from './state.ts';

/**
 * Holds the state: commands go in one after the other, effects come out. Keys look at the state here,
 * when they arrive, and not at the last frame: several may arrive between two frames.
 */
export class ReaderStore {
  private current: ReaderState;
  private readonly stamp: () => Stamp;
  private readonly run: (effect: Effect) => void;
  private readonly listeners = new Set<() => void>();

  constructor(initial: ReaderState, stamp: () => Stamp, run: (effect: Effect) => void) {
    this.current = initial;
    this.stamp = stamp;
    this.run = run;
  }

  get = (): ReaderState => this.current;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  dispatch = (command: Command): void => {
    const { state, effects } = reduce(this.current, command, this.stamp());
    const changed = state !== this.current;
    this.current = state;
    if (changed) for (const listener of this.listeners) listener();
    for (const effect of effects) this.run(effect);
  };
}
