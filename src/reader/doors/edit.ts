import type { EditorOutcome } from '../../project/editor.ts';
import {
  type EditPlan,
  type OpenedEdit,
  openEdit,
  type Paragraphed,
  planEdit,
  stepOfPlan,
} from '../../project/editText.ts';
import type { EditAnswer, ReaderPorts } from '../ports.ts';
import { type Desk, loadedText } from './desk.ts';

/** Editing the text itself, in the user's editor. */
export const editDoors = (desk: Desk): Pick<ReaderPorts, 'editText'> => ({
  editText: place => editText(desk, place),
});

async function editText(desk: Desk, place: Paragraphed): Promise<EditAnswer> {
  const shown = await loadedText(desk, place.text);
  const opened = await openEdit(desk.project, place).catch(() => null);
  // The paragraph that is on the screen may be another one by now, or none.
  if (opened?.textSha256 !== shown.sha256) return { kind: 'stale' };
  const outcome = await inEditor(desk, opened);
  if (outcome.kind === 'failed') return outcome;
  const plan = await planEdit(desk.project, opened, outcome.words, desk.coder);
  return plan.kind === 'unchanged' ? plan : planned(plan, place, desk.coder);
}

async function inEditor({ env, loan }: Desk, opened: OpenedEdit): Promise<EditorOutcome> {
  const { editWords } = await import('../../project/editor.ts');
  let outcome: EditorOutcome = { kind: 'failed', reason: 'the terminal was not free' };
  await loan.lend(async () => {
    outcome = await editWords(opened.words, env);
  });
  return outcome;
}

function planned(
  plan: Extract<EditPlan, { kind: 'edit' }>,
  { first, last }: Paragraphed,
  coder: string,
): EditAnswer {
  const { emptied, followed, changed, lost } = plan;
  const place = first === last ? `¶ ${first}` : `¶ ${first}–${last}`;
  const step = stepOfPlan(plan, `edit of ${place}`, coder);
  return { kind: 'planned', plan: { step, place, emptied, followed, changed, lost } };
}
