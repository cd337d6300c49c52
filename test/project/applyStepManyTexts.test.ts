import { describe, expect, test } from 'vitest';
import { newTheme } from '../../src/model/codebook.ts';
import { starterCodebook } from '../../src/model/starterCodebook.ts';
import {
  type Draft,
  type Edit,
  inverse,
  type Step,
  type StepOutcome,
} from '../../src/model/step.ts';
import { applyStep } from '../../src/project/applyStep.ts';
import { openProject } from '../../src/project/project.ts';
import { findEntry, listTexts, loadText } from '../../src/project/texts.ts';
import { fakeClock, fakeIds } from '../support/fakes.ts';
import { makeProject } from '../support/project.ts';

const TEXT = 'One.\n\nTwo.\n\nThree.\n';
const TWO = { start: 6, end: 10 };

const added = (draft: Draft): Edit => ({ before: null, after: draft });

function written(outcome: StepOutcome): Step {
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  return outcome.step;
}

describe('a step over several transcripts', () => {
  const OTHER = { start: 0, end: 5 };

  async function twoTexts() {
    const folder = makeProject({ 'a.md': TEXT, 'b.md': 'Other.\n' });
    const nextId = fakeIds();
    const clock = fakeClock();
    const ports = { now: () => clock().toISOString(), newId: () => `urn:uuid:${nextId()}` };
    const project = openProject(folder.folder, ports);
    const load = async (id: string) =>
      loadText(project.root, findEntry(await listTexts(project.root), id));
    const draft = (text: string, range: Draft['range']): Draft => {
      const at = { created: ports.now(), modified: ports.now() };
      const fixed = { theme: 'erwt', coder: 'alex', memo: null, key: false, selector: null };
      return { annotation: { id: ports.newId(), text, ...fixed, ...at }, range };
    };
    const step = (...pages: Step['pages']): Step => ({
      label: '',
      coder: 'alex',
      themes: [],
      pages,
    });
    return { folder, draft, step, apply: (one: Step) => applyStep(project, load, one) };
  }

  test('is written to each, and undone in each', async () => {
    const { folder, draft, step, apply } = await twoTexts();
    using _folder = folder;
    const both = step(
      { text: 'a', edits: [added(draft('a', TWO))] },
      { text: 'b', edits: [added(draft('b', OTHER))] },
    );
    const done = written(await apply(both));
    expect(folder.has('annotations/alex/a.json') && folder.has('annotations/alex/b.json')).toBe(
      true,
    );
    written(await apply(inverse(done)));
    expect(folder.has('annotations/alex/a.json') || folder.has('annotations/alex/b.json')).toBe(
      false,
    );
  });

  test('that is refused in the second leaves the first and the codebook as they were', async () => {
    const { folder, draft, step, apply } = await twoTexts();
    using _folder = folder;
    const stale = draft('b', OTHER);
    written(await apply(step({ text: 'b', edits: [added(stale)] })));
    const before = folder.read('annotations/codebook.json');
    const theme = newTheme(starterCodebook, 'Rumours');
    const half: Step = {
      ...step({ text: 'a', edits: [added(draft('a', TWO))] }, { text: 'b', edits: [added(stale)] }),
      themes: [{ before: null, after: theme }],
    };
    expect((await apply(half)).kind).toBe('refused');
    expect(folder.has('annotations/alex/a.json')).toBe(false);
    expect(folder.read('annotations/codebook.json')).toBe(before);
  });
});
