import { inverse, type Step, type StepOutcome } from '../../src/model/step.ts';
import { applyStep } from '../../src/project/applyStep.ts';
import {
  type EditPlan,
  openEdit,
  type Paragraphed,
  planEdit,
  stepOfPlan,
} from '../../src/project/editText.ts';
import { openProject, type Project } from '../../src/project/project.ts';
import { tagPassage } from '../../src/project/tagging.ts';
import { findEntry, listTexts, loadText } from '../../src/project/texts.ts';
import type { FileSystem } from '../../src/store/fileSystem.ts';
import { Store } from '../../src/store/store.ts';
import { fakeClock, fakeIds } from '../support/fakes.ts';
import { makeProject, type TestProject } from '../support/project.ts';

/** A project whose texts are tagged, edited and brought back. */
export class EditBench implements Disposable {
  readonly folder: TestProject;
  readonly project: Project;

  /** `files`: the disk, to make it fail. */
  constructor(texts: Readonly<Record<string, string | Uint8Array>>, files?: FileSystem) {
    this.folder = makeProject(texts);
    const [clock, id] = [fakeClock(), fakeIds()];
    const opened = openProject(this.folder.folder, {
      now: () => clock().toISOString(),
      newId: () => `urn:uuid:${id()}`,
    });
    const store = files && new Store(this.folder.path('annotations'), { files });
    this.project = store ? { ...opened, store } : opened;
  }

  [Symbol.dispose](): void {
    this.folder.remove();
  }

  tag(text: string, where: string, { theme = 'erwt', coder = 'alex' } = {}) {
    return tagPassage(this.project, { text, theme, at: { where }, coder });
  }

  quote(text: string, quote: string, { theme = 'erwt', coder = 'alex' } = {}) {
    return tagPassage(this.project, { text, theme, at: { quote }, coder });
  }

  /** What would come of it. */
  async plan(place: Paragraphed, words: string): Promise<EditPlan> {
    return planEdit(this.project, await openEdit(this.project, place), words, 'alex');
  }

  /** Does it. Throws where nothing would change. */
  async edit(place: Paragraphed, words: string): Promise<Step> {
    const plan = await this.plan(place, words);
    if (plan.kind === 'unchanged') throw new Error('nothing would change');
    return written(await this.apply(stepOfPlan(plan, 'edit', 'alex')));
  }

  async undo(step: Step): Promise<Step> {
    return written(await this.apply(inverse(step)));
  }

  apply(step: Step): Promise<StepOutcome> {
    const load = async (id: string) =>
      loadText(this.project.root, findEntry(await listTexts(this.project.root), id));
    return applyStep(this.project, load, step);
  }
}

export function written(outcome: StepOutcome): Step {
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  return outcome.step;
}
