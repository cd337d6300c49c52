import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ImportPlan } from '../../project/import/plan.ts';
import type { Imported, ImportReport } from '../../project/import/request.ts';
import { META_FIELDS, type ReviewMeta } from '../../project/import/review.ts';
import type { ImportAnswer, ReaderPorts, WriteImportAnswer } from '../ports.ts';
import type { Desk } from './desk.ts';

type ImportPorts = Pick<ReaderPorts, 'planImport' | 'writeImport'>;

/** Importing: what was read waits here, with its bytes, until it is decided. The readers of formats are loaded when they are needed. */
export function importDoors(desk: Desk): ImportPorts {
  let waiting: ImportPlan | null = null;
  let asked = 0;
  return {
    async planImport(words) {
      const call = ++asked;
      const { planImport } = await import('../../project/import/plan.ts');
      const outcome = await planImport(desk.project, wordOf(words, desk.env), desk.here);
      // A slow one that nobody waits for any more must not take the place of the one that is looked through.
      if (outcome.kind === 'planned' && call === asked) waiting = outcome.plan;
      return answerOf(outcome);
    },
    async writeImport(review) {
      const { writePlan } = await import('../../project/import/plan.ts');
      if (waiting === null) return { kind: 'refused', reason: 'nothing was read' };
      const report = await writePlan(desk.project, waiting, review, desk.coder);
      if (report.imported.length > 0) waiting = null;
      return writtenOf(report);
    },
  };
}

type Outcome = Awaited<ReturnType<typeof import('../../project/import/plan.ts')['planImport']>>;

function answerOf(outcome: Outcome): ImportAnswer {
  if (outcome.kind === 'known')
    return { kind: 'refused', reason: `it is there already as ${outcome.id}` };
  if (outcome.kind === 'refused') return { ...outcome, reason: inCommand(outcome.reason) };
  const { source, text, original } = outcome.plan;
  const { meta, blocks, notes } = text;
  const known = Object.fromEntries(
    META_FIELDS.map(field => [field, field === 'id' ? null : meta[field]]),
  ) as ReviewMeta;
  const review = { blocks, parts: [{ from: 0, meta: known }] };
  return { kind: 'planned', plan: { source, name: original.name, notes, review } };
}

/** An option of the command is named with the command: here nobody has typed it. */
const inCommand = (reason: string): string =>
  reason.replace(/(?<=^|[\s(])--(?=[a-z])/g, 'marginalia import --');

function writtenOf({ imported, refused }: ImportReport): WriteImportAnswer {
  const reason = refused[0]?.reason ?? null;
  if (imported.length === 0) return { kind: 'refused', reason: reason ?? 'nothing was imported' };
  const sum = (of: (one: Imported) => number) => imported.reduce((all, one) => all + of(one), 0);
  return {
    kind: 'written',
    written: {
      ids: imported.map(({ id }) => id),
      paragraphs: sum(one => one.paragraphs),
      dropped: sum(one => one.dropped),
      refused: reason,
    },
  };
}

/**
 * What was typed as the words of a command: terminals put quotes round a file that is dragged into them,
 * or a backslash before its spaces, and `~` is the home folder.
 */
function wordOf(typed: string, env: Desk['env']): string {
  const words = typed.trim();
  const quoted = /^(?<sign>['"])(?<inner>.*)\k<sign>$/.exec(words)?.groups?.inner;
  if (quoted !== undefined) return quoted;
  if (/^file:\/\//i.test(words) && URL.canParse(words)) return pathOf(words);
  const path = sep === '/' && !/^https?:/i.test(words) ? words.replace(/\\(.)/gu, '$1') : words;
  return path.startsWith('~/') && env.HOME ? join(env.HOME, path.slice(2)) : path;
}

function pathOf(address: string): string {
  try {
    return fileURLToPath(address);
  } catch {
    return address;
  }
}
