import type { ReaderState } from '../state.ts';
import type { ReaderStore } from '../store.ts';
import { announced, spokenOf } from './spoken.ts';
import { inWords, sentence } from './words.ts';

/** Listens to the state and tells what changes: a list of lines that only grows. */
export class Speaker {
  private readonly store: ReaderStore;
  private state: ReaderState;
  private lines: readonly string[];
  private told: readonly string[];
  /** What the page said before anything lay over it. */
  private page: readonly string[];
  /** Stops listening to the state. */
  readonly stop: () => void;
  private readonly listeners = new Set<() => void>();

  constructor(store: ReaderStore) {
    this.store = store;
    this.state = store.get();
    this.lines = spokenOf(this.state).lines;
    this.told = this.lines;
    this.page = this.lines;
    this.stop = store.subscribe(() => this.hear());
  }

  /** Everything that has been told. */
  get = (): readonly string[] => this.told;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private hear(): void {
    const state = this.store.get();
    const { lines } = spokenOf(state);
    const isSaidAgain = state.message !== null && state.message !== this.state.message;
    const again = isSaidAgain && state.message ? [sentence(inWords(state.message.text))] : [];
    const news = this.news(state, lines, again);
    this.state = state;
    this.lines = lines;
    if (state.layer === null) this.page = lines;
    if (news.length === 0) return;
    this.told = [...this.told, ...news];
    for (const listener of this.listeners) listener();
  }

  /** Back on the page that was under a layer, where one is and what is new. */
  private news(
    state: ReaderState,
    lines: readonly string[],
    again: readonly string[],
  ): readonly string[] {
    const isBack = this.state.layer !== null && state.layer === null;
    if (!isBack) return announced(this.lines, lines, again);
    const [where = ''] = lines;
    return announced(this.page, lines, [...again, where]);
  }
}
