import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Placed } from '../../../src/model/annotation.ts';
import { readTranscript, type Transcript } from '../../../src/model/transcript.ts';
import { EffectRunner } from '../../../src/reader/effects.ts';
import { KEYMAP } from '../../../src/reader/keymap/keymap.ts';
import { isShown } from '../../../src/reader/layout/shown.ts';
import { libraryRows } from '../../../src/reader/libraryTexts.ts';
import { scopeOf } from '../../../src/reader/select.ts';
import type { ReaderState } from '../../../src/reader/state.ts';
import { FakeDisk } from '../fakeDisk.ts';
import { nastyText } from '../layout/nasty.ts';
import { codebook, dialogue, empty, tagOn } from '../samples.ts';
import { screenFaults } from '../screenFaults.ts';
import { firstState, Session } from '../session.ts';

/** 120 paragraphs of the nastiest kind, the same each time. */
const generated: Transcript = readTranscript(
  'generated.txt',
  fc.sample(nastyText(200), { numRuns: 120, seed: 7 }).join('\n\n'),
);
const TEXTS = [generated, dialogue, empty];

const KEYS = [...new Set(KEYMAP.flatMap(binding => binding.keys))];
const QUITS = ['q', 'Ctrl+C'];
const LETTERS = ['a', 'e', 'Space', 'é', '漢', '👩‍💻', 'Backspace'];

/** Rows of keys that do something: single ones often end up as letters in a field. */
const PHRASES = [
  'Esc 1',
  'Esc 2 *',
  'Esc 3 j .',
  'Esc t n e Enter',
  'Esc m x é Enter',
  'Esc x',
  'Esc F Space Enter',
  'Esc F G Space Enter',
  'Esc / e Enter',
  'Esc : t a g Enter',
  'Esc o Enter',
  'Esc s Enter x',
  'Esc s s t e Enter A A',
  'Esc s v w 1 u',
  'Esc u',
  'Esc Esc i x Enter',
  'Esc Esc i x Enter',
];

type Action =
  | { kind: 'key'; key: string }
  | { kind: 'phrase'; keys: string }
  | { kind: 'resize'; columns: number; rows: number }
  | { kind: 'wait'; turns: number }
  | { kind: 'disk'; full: boolean; turns: number }
  | { kind: 'otherWriter'; index: number; removes: boolean };

const key = (names: readonly string[]): fc.Arbitrary<Action> =>
  fc.constantFrom(...names).map(name => ({ kind: 'key', key: name }));

const actions: fc.Arbitrary<Action> = fc.oneof(
  { weight: 60, arbitrary: key(KEYS.filter(name => !QUITS.includes(name))) },
  {
    weight: 14,
    arbitrary: key(['1', '2', 't', 'm', '*', 'x', 'u', 'j', 'r', 'Enter', 'Esc', 'Esc']),
  },
  { weight: 10, arbitrary: key(LETTERS) },
  { weight: 1, arbitrary: key(QUITS) },
  {
    weight: 8,
    arbitrary: fc.constantFrom(...PHRASES).map(keys => ({ kind: 'phrase' as const, keys })),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('resize' as const),
      columns: fc.integer({ min: 20, max: 200 }),
      rows: fc.integer({ min: 5, max: 60 }),
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      turns: fc.integer({ min: 1, max: 12 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('disk' as const),
      full: fc.constantFrom(true, false, false),
      turns: fc.integer({ min: 0, max: 9 }),
    }),
  },
);

const otherWriter: fc.Arbitrary<Action> = fc.record({
  kind: fc.constant('otherWriter' as const),
  index: fc.nat(5),
  removes: fc.boolean(),
});

/** A session whose effects are run against a disk in memory, with a text open. */
class Play {
  readonly disk: FakeDisk;
  readonly session: Session;
  readonly runner: EffectRunner;
  /** What was on the disk in the beginning. */
  readonly first: readonly unknown[];
  /** What the other writer took away. */
  readonly removed = new Set<string>();
  private readonly text: Transcript;

  constructor(text: Transcript) {
    this.text = text;
    const placed =
      text.paragraphs.count === 0 ? [] : [tagOn(text, 1), tagOn(text, 2, { coder: 'sam' })];
    this.disk = new FakeDisk(TEXTS, codebook, placed);
    this.first = this.stored();
    this.runner = new EffectRunner(
      this.disk,
      command => this.session.send(command),
      () => undefined,
    );
    this.session = new Session(firstState(), this.runner.run);
  }

  /** The annotations on the disk, text by text. */
  stored(): unknown[] {
    return TEXTS.map(one => contents(this.disk.placedOn(one.id)));
  }

  async begin(): Promise<void> {
    this.session.send({ kind: 'libraryRead', ...(await this.disk.readLibrary()) });
    this.session.send({ kind: 'textOpened', ...(await this.disk.openText(this.text.id)) });
  }

  async act(action: Action): Promise<void> {
    switch (action.kind) {
      case 'key':
        this.session.press(action.key);
        return;
      case 'phrase':
        this.session.press(...action.keys.split(' '));
        return;
      case 'resize':
        this.session.send({ kind: 'resized', size: action });
        return;
      case 'wait':
        return turns(action.turns);
      case 'disk':
        this.disk.mood = () => action;
        return;
      case 'otherWriter': {
        const one = this.disk.placedOn(this.text.id)[action.index];
        const fields = action.removes ? null : { memo: 'theirs', modified: '2027-01-01T00:00:00Z' };
        if (one) this.disk.change(this.text.id, one.annotation.id, fields);
        if (one && action.removes) this.removed.add(one.annotation.id);
      }
    }
  }

  /** The disk works again, and everything is written. */
  async writeAll(): Promise<void> {
    this.disk.mood = () => ({ turns: 0, full: false });
    this.toReading();
    // What is being tried as the disk begins to work may fail once more.
    await this.runner.flush();
    if (this.session.state.save.kind === 'failed') this.session.press('r');
    await this.runner.flush();
    await turns(20);
  }

  /** Closes every layer and the search. */
  toReading(): void {
    while (this.session.state.layer !== null) this.session.press('Esc');
    if (scopeOf(this.session.state) === 'search') this.session.press('Esc');
  }

  async undoAll(): Promise<void> {
    while (this.session.state.past.length > 0) {
      this.session.press('u');
      await this.runner.flush();
    }
  }
}

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn++) await Promise.resolve();
};

/** What does not hold in a state, in words. */
function stateFaults(state: ReaderState): string[] {
  const faults: string[] = [];
  const { reading, library, layer, save, unwritten } = state;
  const count = reading?.transcript.paragraphs.count ?? 0;
  if (reading && !isIndex(reading.place.current, count)) faults.push('no such paragraph');
  if (reading && !isIndex(reading.place.top, count)) faults.push('no such top');
  const rows = libraryRows(state);
  if (!isIndex(library.cursor, rows.texts.length + rows.unreadable.length))
    faults.push('the cursor is off the library');
  const shown = reading?.filter?.shown;
  if (shown && !isShown(shown, reading.place.current)) faults.push('the filter hides the current');
  const pending = 'pending' in save ? save.pending : 0;
  if (pending !== unwritten.length)
    faults.push(`${pending} pending, ${unwritten.length} unwritten`);
  if (layer?.kind === 'which' && !layer.choices[layer.cursor]) faults.push('nothing to choose');
  return [...faults, ...screenFaults(state)];
}

const isIndex = (index: number, count: number): boolean => index >= 0 && index < Math.max(count, 1);

const idsOf = (placed: readonly Placed[]): string[] => placed.map(one => one.annotation.id);

/** The annotations without what only the disk knows. */
const contents = (placed: readonly Placed[]) =>
  placed
    .map(({ annotation: { selector: _selector, stored: _stored, ...annotation }, anchor }) => ({
      annotation,
      anchor,
    }))
    .sort((a, b) => (a.annotation.id < b.annotation.id ? -1 : 1));

async function playAll(text: Transcript, list: readonly Action[]): Promise<Play> {
  const play = new Play(text);
  await play.begin();
  for (const [i, action] of list.entries()) {
    await play.act(action);
    const faults = stateFaults(play.session.state);
    if (faults.length > 0)
      expect(faults, `after ${JSON.stringify(list.slice(0, i + 1))}`).toEqual([]);
  }
  return play;
}

const KEYS_EACH = { minLength: 1000, maxLength: 1000 };
/** Fewer a run on average show nothing: the keys ended in fields, or before a full disk. */
const FEWEST_WRITES = 20;

/** A run that fails says which keys led there; to look for a shorter way would take minutes. */
const numRuns = process.env.MARGINALIA_LONG === '1' ? 25 : 2;
const runs = { numRuns, seed: 20261122, endOnFailure: true };

describe.each(TEXTS.map(text => [text.id, text] as const))('1,000 keys on %s', (_, text) => {
  test('break nothing, and undoing everything gives the first annotations and codebook back', async () => {
    let writes = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(actions, KEYS_EACH), async list => {
        const play = await playAll(text, list);
        writes += play.disk.written.length;
        await play.writeAll();
        await play.undoAll();
        expect(play.stored()).toEqual(play.first);
        const { reading } = play.session.state;
        expect(contents(reading?.placed ?? [])).toEqual(
          contents(play.disk.placedOn(reading?.transcript.id ?? '')),
        );
        expect([...play.disk.rejections]).toEqual([]);
        expect(play.disk.codebook).toEqual(codebook);
        expect(play.session.state.codebook).toEqual(codebook);
        expect(play.session.state.save.kind).not.toBe('failed');
      }),
      runs,
    );
    expect(writes / numRuns).toBeGreaterThan(FEWEST_WRITES);
  }, 120_000);

  test('with another writer: nothing breaks, and nothing on the disk is missing from the screen', async () => {
    const both = fc.oneof(
      { weight: 12, arbitrary: actions },
      { weight: 1, arbitrary: otherWriter },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(both, KEYS_EACH), async list => {
        const play = await playAll(text, list);
        await play.writeAll();
        const { reading } = play.session.state;
        const shown = idsOf(reading?.placed ?? []);
        const stored = idsOf(play.disk.placedOn(reading?.transcript.id ?? ''));
        // What the other one took away is seen when the text is read again, and not before.
        const gone = shown.filter(id => !stored.includes(id));
        expect(gone.filter(id => !play.removed.has(id))).toEqual([]);
        expect(stored.filter(id => !shown.includes(id))).toEqual([]);
        expect(play.session.state.codebook).toEqual(play.disk.codebook);
      }),
      runs,
    );
  }, 120_000);
});
