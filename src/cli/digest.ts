import { extname, resolve } from 'node:path';
import { UsageFault } from '../model/fault.ts';
import { type DigestQuery, type GatheredDigest, gatherDigest } from '../project/digest.ts';
import {
  DIGEST_FORMATS,
  type DigestFormat,
  renderDigest,
  writeDigest,
} from '../project/writeDigest.ts';
import type { Session } from './session.ts';
import { counted } from './words.ts';

export interface DigestOptions {
  theme: readonly string[];
  withChildren?: boolean;
  any?: boolean;
  all?: boolean;
  not: readonly string[];
  text: readonly string[];
  since?: string | undefined;
  title?: string | undefined;
  keyOnly?: boolean;
  notes?: boolean;
  groupBy: 'theme' | 'text' | 'speaker';
  order: 'date' | 'text';
  once?: boolean;
  memos: boolean;
  table: boolean;
  format?: DigestFormat | undefined;
  bom?: boolean;
  out?: string | undefined;
}

/** `digest`: the passages theme by theme, on stdout or into a file. */
export async function digest(session: Session, options: DigestOptions): Promise<number> {
  const format = formatOf(options, session.options.json);
  const { out, bom = false } = options;
  refuseBytes(session, format, out);
  const query = queryOf(options, await session.coderFilter());
  const project = await session.project();
  const { input, faults } = await session.counting('texts', onProgress =>
    gatherDigest(project, query, onProgress),
  );
  if (out === undefined) await session.write(await renderDigest(input, format, { bom }));
  else {
    const path = resolve(session.world.here, out);
    await writeDigest(input, format, path, { bom });
    await session.say(`Wrote ${path}: ${writtenWords(input)}`);
  }
  await session.complain(faults);
  return session.status;
}

function queryOf(options: DigestOptions, coder: string | undefined): DigestQuery {
  const { theme, text, not, title, groupBy, order, since, memos, table } = options;
  if (options.any && options.all)
    throw new UsageFault('digest: --any and --all exclude each other. Give one of them');
  return {
    themes: theme,
    texts: text,
    not,
    coder,
    title,
    groupBy,
    order,
    since: since === undefined ? undefined : dayOf(since),
    match: options.all ? 'all' : 'any',
    withChildren: options.withChildren ?? false,
    keyOnly: options.keyOnly ?? false,
    notes: options.notes ?? false,
    once: options.once ?? false,
    withoutMemos: !memos,
    withoutTable: !table,
  };
}

function dayOf(word: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(word) || Number.isNaN(Date.parse(word)))
    throw new UsageFault(`--since ${word}: not a day. Give it as 2026-11-03`);
  return word;
}

/** A terminal cannot show a Word document. */
function refuseBytes(session: Session, format: DigestFormat, out: string | undefined): void {
  if (format === 'docx' && out === undefined && session.world.stdout.isTTY)
    throw new UsageFault('digest: a Word document is not for a terminal. Give --out FILE');
}

/** `--format`, else `--json`, else the ending of the file, else Markdown. */
function formatOf({ format, out }: DigestOptions, json: boolean): DigestFormat {
  if (json && format !== undefined && format !== 'json')
    throw new UsageFault(
      `digest: --json and --format ${format} exclude each other. Give one of them`,
    );
  if (json) return 'json';
  if (format !== undefined || out === undefined) return format ?? 'md';
  const ending = extname(out).slice(1).toLowerCase();
  const known = DIGEST_FORMATS.find(one => one === ending) ?? OTHER_ENDINGS.get(ending);
  if (!known)
    throw new UsageFault(
      `--out ${out}: its ending names no format. Give --format ${DIGEST_FORMATS.join(', ')}`,
    );
  return known;
}

const OTHER_ENDINGS: ReadonlyMap<string, DigestFormat> = new Map([
  ['markdown', 'md'],
  ['htm', 'html'],
]);

/** What went into the file, and what could not. */
function writtenWords({ records, options: { keyOnly } }: GatheredDigest['input']): string {
  const chosen = keyOnly ? records.filter(({ key, theme }) => key || theme === null) : records;
  const placed = chosen.filter(record => record.start !== null).length;
  const uncertain = chosen.filter(record => record.start === null && record.quote !== null).length;
  const left = uncertain === 0 ? '' : `, ${uncertain} left out: their place is not certain`;
  return `${counted(placed, 'annotation')}${left}`;
}
