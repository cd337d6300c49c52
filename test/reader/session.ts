import type { Placed } from '../../src/model/annotation.ts';
import type { Transcript } from '../../src/model/transcript.ts';
import type { Command, Effect, Stamp } from '../../src/reader/command.ts';
import { bindingFor } from '../../src/reader/keymap/keymap.ts';
import { TYPING, WAITING } from '../../src/reader/keymap/scopes.ts';
import { characterOf, isCharacter } from '../../src/reader/keys.ts';
import { plain } from '../../src/reader/layout/line.ts';
import { scopeOf, typedValue } from '../../src/reader/select.ts';
import { beginning, type ReaderState, type ReadingState } from '../../src/reader/state.ts';
import { ReaderStore } from '../../src/reader/store.ts';
import { screenOf } from '../../src/reader/views/screen.ts';
import { fakeClock, fakeIds } from '../support/fakes.ts';
import { codebook, report, summaryOf } from './samples.ts';

/** The library with the report in it, on a screen of 80×24. */
export function firstState(fields: Partial<ReaderState> = {}): ReaderState {
  const size = { columns: 80, rows: 24 };
  return {
    ...beginning({ size, project: 'islands', coder: 'alex', timeZone: 'UTC', places: {} }),
    codebook,
    library: { texts: [summaryOf(report)], unreadable: [], loading: null, cursor: 0 },
    ...fields,
  };
}

/** A reader without a screen and a disk: keys go in, effects are kept. */
export class Session {
  readonly effects: Effect[] = [];
  readonly store: ReaderStore;

  /** With `run` effects are run instead of kept. */
  constructor(state: ReaderState = firstState(), run?: (effect: Effect) => void) {
    const [clock, ids] = [fakeClock(), fakeIds()];
    const stamp = (): Stamp => ({
      now: clock().toISOString(),
      newId: () => `urn:uuid:${ids()}`,
    });
    this.store = new ReaderStore(state, stamp, run ?? (effect => this.effects.push(effect)));
  }

  get state(): ReaderState {
    return this.store.get();
  }

  /** The open transcript. Throws where none is open. */
  get reading(): ReadingState {
    const { reading } = this.state;
    if (reading === null) throw new Error('no transcript is open');
    return reading;
  }

  /** The number of the current paragraph. */
  get paragraph(): number {
    return this.reading.place.current + 1;
  }

  send(command: Command): this {
    this.store.dispatch(command);
    return this;
  }

  /** Presses keys as `keyName` spells them; in a field characters are typed. A key without a meaning does nothing. */
  press(...keys: string[]): this {
    for (const key of keys) this.pressOne(key);
    return this;
  }

  /** Types words, one character after the other. */
  type(words: string): this {
    return this.press(...Array.from(words, letter => (letter === ' ' ? 'Space' : letter)));
  }

  /** Answers the writes that were not answered yet: all of them reached the disk. */
  save(): this {
    for (const effect of this.take('write'))
      this.send({ kind: 'written', id: effect.id, step: effect.step, undoes: effect.undoes });
    return this;
  }

  /** Takes the effects of a kind out of the list. */
  take<K extends Effect['kind']>(kind: K): Extract<Effect, { kind: K }>[] {
    const isOfKind = (effect: Effect): effect is Extract<Effect, { kind: K }> =>
      effect.kind === kind;
    const taken = this.effects.filter(isOfKind);
    const left = this.effects.filter(effect => !isOfKind(effect));
    this.effects.splice(0, this.effects.length, ...left);
    return taken;
  }

  /** The tags on a paragraph as `theme by coder`, with `*` for a key quotation and the memo in brackets. */
  tagsOn(n: number): string[] {
    const { transcript, placed } = this.reading;
    const { start, end } = transcript.paragraphs.at(n - 1);
    return placed
      .filter(
        ({ anchor }) => anchor && 'start' in anchor && anchor.start < end && anchor.end > start,
      )
      .map(({ annotation }) => {
        const memo = annotation.memo === null ? '' : ` (${annotation.memo})`;
        return `${annotation.theme ?? 'memo'} by ${annotation.coder}${annotation.key ? ' *' : ''}${memo}`;
      });
  }

  /** The screen as plain text. */
  get screen(): string {
    return screenOf(this.state).lines.map(plain).join('\n');
  }

  private pressOne(key: string): void {
    const scope = scopeOf(this.state);
    const value = typedValue(this.state);
    if (TYPING.has(scope)) {
      if (key === 'Enter') return void this.send({ kind: 'submitted', value });
      if (isCharacter(key))
        return void this.send({ kind: 'typed', value: value + characterOf(key) });
    }
    const binding = bindingFor(this.state.keymap, scope, key);
    if (binding) this.send({ kind: 'key', command: binding.command, key });
    else if (WAITING.has(scope)) this.send({ kind: 'submitted', value: key });
  }
}

/** A session with a transcript open, by default the report. */
export function reading(
  options: {
    transcript?: Transcript;
    placed?: readonly Placed[];
    locked?: string;
    state?: Partial<ReaderState>;
  } = {},
): Session {
  const { transcript = report, placed = [], locked = null } = options;
  const session = new Session(
    firstState({
      library: { texts: [summaryOf(transcript)], unreadable: [], loading: null, cursor: 0 },
      ...options.state,
    }),
  );
  session.press('Enter').take('openText');
  return session.send({ kind: 'textOpened', transcript, placed, locked });
}
