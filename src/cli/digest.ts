import { extname, resolve } from 'node:path';
import { UsageFault } from '../model/fault.ts';
import { type GatheredDigest, gatherDigest } from '../project/digest.ts';
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
  text?: string | undefined;
  title?: string | undefined;
  keyOnly?: boolean;
  notes?: boolean;
  groupBy: 'theme' | 'text';
  format?: DigestFormat | undefined;
  out?: string | undefined;
}

/** `digest`: the passages theme by theme, on stdout or into a file. */
export async function digest(session: Session, options: DigestOptions): Promise<number> {
  const format = formatOf(options, session.options.json);
  const { theme: themes, text, title, keyOnly = false, notes = false, groupBy, out } = options;
  const coder = await session.coderFilter();
  const project = await session.project();
  const { input, faults } = await session.counting('texts', onProgress =>
    gatherDigest(project, { themes, text, coder, title, keyOnly, notes, groupBy }, onProgress),
  );
  if (out === undefined) await session.write(renderDigest(input, format));
  else {
    const path = resolve(session.world.here, out);
    await writeDigest(input, format, path);
    await session.say(`Wrote ${path}: ${writtenWords(input)}`);
  }
  await session.complain(faults);
  return session.status;
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
  const known = DIGEST_FORMATS.find(one => one === ending);
  if (!known && ending !== 'markdown')
    throw new UsageFault(
      `--out ${out}: its ending names no format. Give --format ${DIGEST_FORMATS.join(' or ')}`,
    );
  return known ?? 'md';
}

/** What went into the file, and what could not. */
function writtenWords({ records, options: { keyOnly } }: GatheredDigest['input']): string {
  const chosen = keyOnly ? records.filter(({ key, theme }) => key || theme === null) : records;
  const placed = chosen.filter(record => record.start !== null).length;
  const uncertain = chosen.filter(record => record.start === null && record.quote !== null).length;
  const left = uncertain === 0 ? '' : `, ${uncertain} left out: their place is not certain`;
  return `${counted(placed, 'annotation')}${left}`;
}
