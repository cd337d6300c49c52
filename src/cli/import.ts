import { Fault, UsageFault } from '../model/fault.ts';
import { visibleLine } from '../model/visible.ts';
import { importTexts } from '../project/import/importTexts.ts';
import { checkOptions, type TypedOptions } from '../project/import/options.ts';
import type { AnchorCounts } from '../project/import/reanchor.ts';
import type { Imported, ImportReport } from '../project/import/request.ts';
import { planLines } from './importPlan.ts';
import type { Session } from './session.ts';
import { counted } from './words.ts';

/** `import SOURCE…`: files, folders, pages of the web or standard input become transcripts in `texts/`. */
export async function importSources(
  session: Session,
  words: readonly string[],
  typed: TypedOptions,
): Promise<number> {
  const { world, options } = session;
  const checked = checkOptions(typed);
  if (words.filter(word => word === '-').length > 1)
    throw new UsageFault('import: standard input (-) can be read once only');
  const project = await session.project();
  const request = {
    words,
    here: world.here,
    stdin: world.bytes,
    coder: await session.coder(),
    options: checked,
  };
  const report = await session.counting('sources', onProgress =>
    importTexts(project, request, {
      onProgress,
      onAnchors: (id, counts) => session.say(anchorWords(id, counts)),
    }),
  );
  const dry = checked.dryRun === true;
  if (options.json) await session.printJson(shape(report, dry));
  else await session.print(await lines(session, report, dry));
  for (const { id, notes } of report.imported)
    for (const note of notes) await session.say(`${id}: ${note}`);
  await session.complain(
    report.refused.map(({ source, reason }) => new Fault(`${source}: ${reason}`)),
  );
  await session.say(summary(report, dry));
  return session.status;
}

async function lines(
  session: Session,
  { imported, present }: ImportReport,
  dry: boolean,
): Promise<string[]> {
  const found: string[] = [];
  for (const one of imported)
    found.push(...(dry ? await planLines(session, one) : [importedLine(one)]));
  for (const { id, source } of present) found.push(visibleLine(`${id}  there already  ${source}`));
  return found;
}

function importedLine({ id, source, paragraphs, dropped }: Imported): string {
  const out = dropped === 0 ? '' : `, ${dropped} left out`;
  return visibleLine(`${id}  ${counted(paragraphs, 'paragraph')}${out}  ${source}`);
}

/** What becomes of the tags, before anything is written. */
function anchorWords(
  id: string,
  { total, exact, shifted, similar, ambiguous, orphaned }: AnchorCounts,
): string {
  const kinds = { exact, shifted, similar, ambiguous, orphaned };
  const words = Object.entries(kinds).map(([kind, count]) => `${count} ${kind}`);
  return `${id}: ${counted(total, 'annotation')} on it: ${words.join(', ')}`;
}

function summary({ imported, present, refused, passedOver }: ImportReport, dry: boolean): string {
  const dropped = imported.reduce((sum, one) => sum + one.dropped, 0);
  const parts = [
    `${dry ? 'Would import' : 'Imported'} ${counted(imported.length, 'text')}`,
    dropped > 0 &&
      `${counted(dropped, 'paragraph')} left out${dry ? '' : ', all kept in texts/.originals/'}`,
    present.length > 0 && `${present.length} there already`,
    refused.length > 0 && `${refused.length} refused`,
    passedOver > 0 && `${counted(passedOver, 'file')} of other kinds passed over`,
  ];
  return parts.filter(part => part !== false).join('; ');
}

/** The `--json` shape of design section 3; a dry run adds the plan. */
function shape({ imported, present, refused, passedOver }: ImportReport, dry: boolean) {
  return {
    imported: imported.map(({ id, source, paragraphs, dropped, notes, anchors, plan }) => ({
      id,
      source,
      paragraphs,
      dropped,
      notes,
      anchors,
      ...(dry
        ? { plan: plan.map(({ kind, text, drop }, index) => ({ n: index + 1, kind, text, drop })) }
        : {}),
    })),
    present,
    refused,
    passedOver,
    dryRun: dry,
  };
}
