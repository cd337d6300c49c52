import { describe } from '../anchoring/describe.ts';
import type { Annotation } from '../model/annotation.ts';
import { Fault } from '../model/fault.ts';
import type { Rejectable } from '../model/rejection.ts';
import type { PageEdits, Step } from '../model/step.ts';
import { applyStep } from './applyStep.ts';
import type { Project } from './project.ts';
import type { FoundSuggestion } from './suggest.ts';

/** The step that tags every suggestion, in one text or in many; `u` takes all of it back. */
export function acceptingStep(
  { ports }: Project,
  found: readonly FoundSuggestion[],
  coder: string,
  label: string,
): Step {
  const now = ports.now();
  const byText = Map.groupBy(found, one => one.loaded.transcript.id);
  const pages: PageEdits[] = Array.from(byText, ([text, all]) => ({
    text,
    edits: all.map(({ suggestion: { theme, start, end } }) => {
      const annotation: Annotation = {
        id: ports.newId(),
        text,
        theme,
        coder,
        memo: null,
        key: false,
        created: now,
        modified: now,
        selector: null,
      };
      return { before: null, after: { annotation, range: { start, end } } };
    }),
  }));
  return { label, coder, themes: [], pages };
}

/** The step that rejects suggestions: they do not come again, even where the text around them changes. */
export function rejectingStep(
  { ports }: Project,
  found: readonly FoundSuggestion[],
  coder: string,
  label: string,
): Step {
  const created = ports.now();
  const rejections = found.map(one => ({
    before: null,
    after: { id: ports.newId(), ...rejectable(one), created },
  }));
  return { label, coder, themes: [], pages: [], rejections };
}

/** What a rejection of a suggestion says, without its id and its time. Costs what `describe` costs. */
export function rejectable({ suggestion, loaded }: FoundSuggestion): Rejectable {
  const { theme, start, end } = suggestion;
  const { id, text } = loaded.transcript;
  const selector = describe({ text, codePoints: loaded.codePoints }, { start, end });
  return { text: id, theme, selector, sha256: loaded.sha256 };
}

/** Writes a step over suggestions that were found. Throws a Fault where it is refused. Returns what was written. */
export async function decide(
  project: Project,
  found: readonly FoundSuggestion[],
  step: Step,
): Promise<Step> {
  const texts = new Map(found.map(({ loaded }) => [loaded.transcript.id, loaded]));
  const outcome = await applyStep(
    project,
    async id => {
      const loaded = texts.get(id);
      if (!loaded) throw new Fault(`${id}: no suggestion is in this text`);
      return loaded;
    },
    step,
  );
  if (outcome.kind === 'refused') throw new Fault(outcome.reason);
  return outcome.step;
}

/** The suggestions with these ids. Throws a Fault for one that is not there (any more). */
export function chosenById(
  found: readonly FoundSuggestion[],
  ids: readonly string[],
): FoundSuggestion[] {
  return [...new Set(ids)].map(id => {
    const one = found.find(suggestion => suggestion.id === id.normalize('NFC'));
    if (!one) throw new Fault(`${id}: no such suggestion now. "marginalia suggest" lists them`);
    return one;
  });
}
