import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Fault, systemReason, UsageFault } from '../model/fault.ts';
import { applyStep } from '../project/applyStep.ts';
import {
  type EditPlan,
  type OpenedEdit,
  openEdit,
  type Paragraphed,
  planEdit,
  stepOfPlan,
} from '../project/editText.ts';
import { codebookOf, type Project } from '../project/project.ts';
import { editLines, editShape } from './editLines.ts';
import type { Session } from './session.ts';
import { counted } from './words.ts';
import type { World } from './world.ts';

export interface EditOptions {
  /** A file with the new words, or `-`. */
  with?: string | undefined;
  dryRun?: boolean;
  accept?: boolean;
}

type Planned = Extract<EditPlan, { kind: 'edit' }>;

/** `edit TEXT PARAGRAPH`: other words for one paragraph or several; the tags follow. */
export async function edit(
  session: Session,
  text: string,
  range: string,
  options: EditOptions,
): Promise<number> {
  const place = placeOf(text, range);
  const project = await session.project();
  const coder = await session.coder();
  const opened = await openEdit(project, place);
  const words = await wordsFor(session, opened, options);
  const plan = await planEdit(project, opened, words, coder);
  if (plan.kind === 'unchanged') return nothingChanged(session, place);
  await session.complain(plan.faults);
  const isAccepted = options.accept === true || (plan.lost.length === 0 && !plan.emptied);
  const isWritten = isAccepted && options.dryRun !== true;
  if (isWritten) await write(project, plan, place, coder);
  await show(session, project, { place, plan, isWritten });
  if (!isAccepted && options.dryRun !== true) throw notAccepted(plan);
  return session.status;
}

const RANGE = /^(?<first>\d{1,9})(?:-(?<last>\d{1,9}))?$/;

function placeOf(text: string, range: string): Paragraphed {
  const { first, last } = RANGE.exec(range)?.groups ?? {};
  if (first === undefined)
    throw new UsageFault(`${range}: not a paragraph. Give one (12) or several (12-14)`);
  return { text, first: Number(first), last: Number(last ?? first) };
}

async function wordsFor(
  { world }: Session,
  opened: OpenedEdit,
  options: EditOptions,
): Promise<string> {
  if (options.with === '-') return decoded('standard input', await standardInput(world));
  if (options.with !== undefined) return wordsIn(resolve(world.here, options.with));
  if (world.input.isTTY !== true || world.stdout.isTTY !== true)
    throw new UsageFault('edit: no terminal for an editor. Give the words with --with FILE or -');
  const { editWords } = await import('../project/editor.ts');
  const outcome = await editWords(opened.words, world.env);
  if (outcome.kind === 'failed') throw new Fault(`nothing was changed: ${outcome.reason}`);
  return outcome.words;
}

async function wordsIn(path: string): Promise<string> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new Fault(`${path}: ${systemReason(cause)}. Check the file and its rights`, { cause });
  });
  return decoded(path, bytes);
}

async function standardInput(world: World): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of world.bytes()) parts.push(part);
  return Buffer.concat(parts);
}

function decoded(source: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Fault(`${source}: not UTF-8. Save it as UTF-8: iconv and most editors can`, {
      cause,
    });
  }
}

async function nothingChanged(session: Session, place: Paragraphed): Promise<number> {
  if (session.options.json) await session.printJson(editShape(place, null));
  await session.say('The words are the same: nothing was changed');
  return session.status;
}

async function write(project: Project, plan: Planned, place: Paragraphed, coder: string) {
  const step = stepOfPlan(plan, `edit of ¶ ${place.first}`, coder);
  const outcome = await applyStep(project, async () => plan.after, step);
  if (outcome.kind === 'refused') throw new Fault(outcome.reason);
}

async function show(
  session: Session,
  project: Project,
  { place, plan, isWritten }: { place: Paragraphed; plan: Planned; isWritten: boolean },
): Promise<void> {
  const codebook = await codebookOf(project);
  if (session.options.json)
    await session.printJson(editShape(place, { plan, isWritten, codebook }));
  else await session.print(await editLines(session, plan, codebook));
  const { file } = plan.after.transcript;
  await session.say(isWritten ? `texts/${file} was changed` : 'Nothing was written');
}

function notAccepted({ lost, emptied }: Planned): Fault {
  const reasons = [
    ...(emptied ? ['no words would be left of the paragraph'] : []),
    ...(lost.length > 0 ? [`${counted(lost.length, 'tag')} cannot follow`] : []),
  ];
  return new Fault(`not done: ${reasons.join(', and ')}. --accept does it all the same`);
}
