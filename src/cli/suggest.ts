import { Fault, UsageFault } from '../model/fault.ts';
import { acceptingStep, chosenById, decide, rejectingStep } from '../project/decideSuggestions.ts';
import { codebookOf, type Project } from '../project/project.ts';
import { type FoundSuggestion, suggest as findSuggestions } from '../project/suggest.ts';
import type { Session } from './session.ts';
import { suggestionLines, suggestionShape } from './suggestionLines.ts';
import { listRejected, restore } from './suggestRejected.ts';
import { counted } from './words.ts';

export interface SuggestOptions {
  /** Ids or names. */
  theme: readonly string[];
  /** As it was typed. */
  limit?: string | undefined;
  accept: readonly string[];
  reject: readonly string[];
  apply?: boolean;
  yes?: boolean;
  rejected?: boolean;
  restore: readonly string[];
}

/** `suggest [TEXT]`: passages that match the themes' patterns and are not decided; decides about them. */
export async function suggest(
  session: Session,
  text: string | undefined,
  options: SuggestOptions,
): Promise<number> {
  refuseMixed(options);
  const limit = limitOf(options.limit);
  const project = await session.project();
  const coder = await session.coder();
  if (options.restore.length > 0) return restore(session, project, coder, options.restore);
  if (options.rejected) return listRejected(session, project, coder);
  const { found, faults } = await session.counting('texts', onProgress =>
    findSuggestions(project, { text, themes: options.theme, coder }, onProgress),
  );
  await session.complain(faults);
  const call = { session, project, coder, found };
  if (options.accept.length + options.reject.length > 0) return decideSome(call, options);
  const listed = found.slice(0, limit);
  if (options.apply) return applyAll({ ...call, found: listed }, options.yes === true);
  await show(session, project, listed, found.length);
  await session.say(
    found.length === 0
      ? 'No suggestions'
      : `${counted(found.length, 'suggestion')}. Nothing is tagged until you accept it`,
  );
  return session.status;
}

interface Call {
  session: Session;
  project: Project;
  coder: string;
  found: readonly FoundSuggestion[];
}

function refuseMixed({
  apply,
  yes,
  accept,
  reject,
  rejected,
  restore: back,
}: SuggestOptions): void {
  const ways = [
    apply === true,
    accept.length + reject.length > 0,
    rejected === true,
    back.length > 0,
  ].filter(Boolean).length;
  if (ways > 1)
    throw new UsageFault(
      'suggest: --apply, --accept with --reject, --rejected and --restore exclude each other. Give one of them',
    );
  if (yes && !apply) throw new UsageFault('suggest: --yes goes with --apply only');
}

function limitOf(word: string | undefined): number {
  if (word === undefined) return Number.POSITIVE_INFINITY;
  if (!/^[1-9]\d{0,8}$/.test(word))
    throw new UsageFault(`--limit ${word}: not a number of suggestions. Give 1 or more`);
  return Number(word);
}

async function show(
  session: Session,
  project: Project,
  listed: readonly FoundSuggestion[],
  total: number,
): Promise<void> {
  if (session.options.json)
    await session.printJson({ suggestions: listed.map(suggestionShape), total });
  else if (listed.length > 0) {
    const { themes } = await codebookOf(project);
    await session.print(await suggestionLines(session, listed, themes));
  }
}

/** Tags and rejects by id; all ids are looked up before anything is written. */
async function decideSome(call: Call, { accept, reject }: SuggestOptions): Promise<number> {
  const { session, project, coder, found } = call;
  const both = accept.find(id => reject.includes(id));
  if (both !== undefined)
    throw new UsageFault(`${both}: both accepted and rejected. Choose one of them`);
  const accepted = chosenById(found, accept);
  const rejected = chosenById(found, reject);
  const step = acceptingStep(project, accepted, coder, 'suggestions');
  const { rejections = [] } = rejectingStep(project, rejected, coder, 'suggestions');
  await decide(project, accepted, { ...step, rejections });
  await show(session, project, [...accepted, ...rejected], accepted.length + rejected.length);
  const words = [
    ...(accepted.length > 0 ? [`Tagged ${counted(accepted.length, 'passage')}`] : []),
    ...(rejected.length > 0 ? [`Rejected ${counted(rejected.length, 'suggestion')}`] : []),
  ];
  await session.say(`${words.join('. ')} as ${coder}`);
  return session.status;
}

/** Tags everything that is listed: the list and the count come first, then a question. */
async function applyAll(call: Call, yes: boolean): Promise<number> {
  const { session, project, coder, found } = call;
  await show(session, project, found, found.length);
  const passages = counted(found.length, 'passage');
  if (found.length === 0) {
    await session.say('No suggestions: nothing was tagged');
    return session.status;
  }
  if (!yes && !(await isConfirmed(session, `Tag ${passages} as ${coder}?`)))
    throw new Fault(`nothing was tagged: ${passages} would be. --yes tags them without a question`);
  await decide(project, found, acceptingStep(project, found, coder, 'suggestions'));
  await session.say(`Tagged ${passages} as ${coder}`);
  return session.status;
}

/** Asks on a terminal; without one nobody can say yes. */
async function isConfirmed(session: Session, question: string): Promise<boolean> {
  const { input, stderr } = session.world;
  if (input.isTTY !== true || stderr.isTTY !== true) return false;
  await new Promise<void>(resolve => stderr.write(`${question} [y/N] `, () => resolve()));
  for await (const bytes of session.world.bytes())
    return /^y(?:es)?$/i.test(new TextDecoder().decode(bytes).trim());
  return false;
}
