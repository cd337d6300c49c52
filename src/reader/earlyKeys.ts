import type { ReaderStore } from './store.ts';

/** More than anybody presses before a transcript opens; what comes after is dropped. */
const MOST = 100;

/** These are for what is on the screen now: nobody waits for a transcript to leave it. */
const AT_ONCE = new Set(['Esc', 'q', 'Ctrl+C']);

/**
 * Keys that are quicker than a transcript: they are meant for it, so they wait until it is open and are
 * pressed then, in their order, before any that come later.
 */
export class EarlyKeys {
  private readonly store: ReaderStore;
  private readonly press: (name: string) => void;
  private readonly held: string[] = [];

  constructor(store: ReaderStore, press: (name: string) => void) {
    this.store = store;
    this.press = press;
    // Not at once: the effects of the command that opened it run first.
    store.subscribe(() => {
      if (this.held.length > 0 && !store.get().opening) queueMicrotask(this.release);
    });
  }

  /** Whether a key, by its name, is held back and pressed later; `false`: it is to be pressed now. */
  takes(name: string): boolean {
    if (!this.store.get().opening && this.held.length === 0) return false;
    if (AT_ONCE.has(name)) {
      this.held.length = 0;
      return false;
    }
    if (this.held.length < MOST) this.held.push(name);
    return true;
  }

  private readonly release = (): void => {
    while (!this.store.get().opening) {
      const name = this.held.shift();
      if (name === undefined) return;
      this.press(name);
    }
  };
}
