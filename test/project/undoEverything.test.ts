import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Placed } from '../../src/model/annotation.ts';
import {
  addTheme,
  editTheme,
  mergeTheme,
  type Planned,
  retireTheme,
  reviveTheme,
} from '../../src/model/codebookEdits.ts';
import { moveTheme, nestTheme, stepTheme } from '../../src/model/codebookOrder.ts';
import { splitTheme } from '../../src/model/splitTheme.ts';
import { starterCodebook } from '../../src/model/starterCodebook.ts';
import { type Edit, inverse, type Step } from '../../src/model/step.ts';
import { applyStep } from '../../src/project/applyStep.ts';
import { placedOn } from '../../src/project/placed.ts';
import { openProject, type Project } from '../../src/project/project.ts';
import { findEntry, listTexts, loadText } from '../../src/project/texts.ts';
import { fakeClock, fakeIds } from '../support/fakes.ts';
import { makeProject } from '../support/project.ts';
import '../support/seed.ts';

const TEXTS = ['a', 'b'];
const RANGES = [
  { start: 0, end: 4 },
  { start: 6, end: 10 },
];

/** Every file of the project but locks and backups, byte for byte. */
function files(folder: string): Record<string, string> {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true });
  const found = all.filter(entry => entry.isFile() && !entry.parentPath.includes('.marginalia'));
  return Object.fromEntries(
    found.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length), readFileSync(path, 'latin1')];
    }),
  );
}

interface Act {
  does:
    | 'tag'
    | 'memo'
    | 'untag'
    | 'add'
    | 'edit'
    | 'merge'
    | 'retire'
    | 'revive'
    | 'move'
    | 'step'
    | 'nest'
    | 'split';
  one: number;
  two: number;
}

const acts: fc.Arbitrary<Act> = fc.record({
  does: fc.constantFrom<Act['does'][]>(
    ...(['tag', 'tag', 'memo', 'untag', 'add', 'edit', 'merge', 'retire'] as const),
    ...(['revive', 'move', 'step', 'nest', 'split', 'split'] as const),
  ),
  one: fc.nat(20),
  two: fc.nat(20),
});

class Desk {
  readonly project: Project;
  private readonly clock = fakeClock();
  private readonly ids = fakeIds();

  constructor(folder: string) {
    const ports = { now: () => this.clock().toISOString(), newId: () => `urn:uuid:${this.ids()}` };
    this.project = openProject(folder, ports);
  }

  load = async (id: string) =>
    loadText(this.project.root, findEntry(await listTexts(this.project.root), id));

  async apply(step: Step): Promise<Step | null> {
    const outcome = await applyStep(this.project, this.load, step);
    return outcome.kind === 'written' ? outcome.step : null;
  }

  /** The step that an act means here and now; `null` where it means nothing. */
  async stepFor({ does, one, two }: Act): Promise<Step | null> {
    const codebook = (await this.project.store.readCodebook()) ?? starterCodebook;
    const placed = (
      await Promise.all(TEXTS.map(async id => placedOn(this.project, await this.load(id), 'alex')))
    ).flat();
    const theme = (n: number) => codebook.themes[n % codebook.themes.length]?.id ?? '';
    if (does === 'tag' || does === 'memo' || does === 'untag')
      return this.tagStep(does, placed[one % Math.max(1, placed.length)], theme(two), one);
    if (does === 'split') {
      const chosen = placed
        .filter(({ annotation }) => annotation.theme === theme(one))
        .slice(0, 1 + (two % 3));
      const request = {
        codebook,
        from: theme(one),
        into: two % 2 ? 'Split off' : 'ERWT',
        coder: 'alex',
      };
      const planned = splitTheme({
        ...request,
        now: this.project.ports.now(),
        chosen,
        present: placed,
      });
      return planned.kind === 'refused'
        ? null
        : { label: '', coder: 'alex', pages: planned.pages, ...planned.edits };
    }
    const plans: Record<string, () => Planned> = {
      add: () => addTheme(codebook, `Theme ${one}`, { key: (one % 9) + 1 }),
      edit: () => editTheme(codebook, theme(one), { memo: `m${two}`, name: `N${two}`, key: null }),
      merge: () => mergeTheme(codebook, theme(one), theme(two)),
      retire: () => retireTheme(codebook, theme(one)),
      revive: () => reviveTheme(codebook, theme(one)),
      move: () =>
        moveTheme(codebook, theme(one), {
          parent: two % 3 ? theme(two) : null,
          spot: { kind: 'first' },
        }),
      step: () => stepTheme(codebook, theme(one), two % 2 ? 1 : -1),
      nest: () => nestTheme(codebook, theme(one), two % 2 ? 'in' : 'out'),
    };
    const planned = plans[does]?.();
    return planned?.kind === 'edits'
      ? { label: '', coder: 'alex', pages: [], ...planned.edits }
      : null;
  }

  private tagStep(
    does: 'tag' | 'memo' | 'untag',
    placed: Placed | undefined,
    theme: string,
    n: number,
  ): Step | null {
    const now = this.project.ports.now();
    const blank = {
      coder: 'alex',
      memo: null,
      key: false,
      selector: null,
      created: now,
      modified: now,
    };
    const text = TEXTS[n % 2] ?? 'a';
    const range = RANGES[n % 3 === 0 ? 0 : 1] ?? null;
    if (does !== 'tag' && !placed) return null;
    const before = placed && { annotation: placed.annotation, range };
    const after = before && {
      ...before,
      annotation: { ...before.annotation, memo: `memo ${n}`, modified: now },
    };
    const edit: Edit =
      does === 'tag'
        ? {
            before: null,
            after: { annotation: { ...blank, id: this.project.ports.newId(), text, theme }, range },
          }
        : { before: before ?? null, after: does === 'memo' ? (after ?? null) : null };
    const page = does === 'tag' ? text : (placed?.annotation.text ?? text);
    return { label: '', coder: 'alex', themes: [], pages: [{ text: page, edits: [edit] }] };
  }
}

test('tags, memos and everything that can be done to themes: undone, every file is as it was, and done again as it became', async () => {
  let done = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { minLength: 25, maxLength: 25 }), async list => {
      using folder = makeProject({ 'a.md': 'One.\n\nTwo.\n', 'b.md': 'Six.\n\nTen.\n' });
      const desk = new Desk(folder.folder);
      await desk.project.store.changeCodebook(() => starterCodebook);
      const first = files(folder.folder);
      const past: Step[] = [];
      for (const act of list) {
        const step = await desk.stepFor(act);
        const written = step && (await desk.apply(step));
        if (written) past.push(written);
      }
      done += past.length;
      const last = files(folder.folder);
      for (const step of past.toReversed()) expect(await desk.apply(inverse(step))).not.toBeNull();
      expect(files(folder.folder)).toEqual(first);
      for (const step of past) expect(await desk.apply(step)).not.toBeNull();
      expect(files(folder.folder)).toEqual(last);
    }),
    { numRuns: process.env.MARGINALIA_LONG === '1' ? 100 : 8, endOnFailure: true },
  );
  expect(done).toBeGreaterThan(60);
}, 120_000);
