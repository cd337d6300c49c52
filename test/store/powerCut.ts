import { dirname } from 'node:path';
import type { Call } from './watchedFiles.ts';

/** A file apart from its names: all that was written, and what of it a sync has made durable. */
interface Contents {
  written: string;
  durable: string;
}

/**
 * What may stand at `target` if the power goes after these calls. Bytes that no sync followed are gone;
 * a rename that no sync of its folder followed may have happened on the disk or not.
 */
export function afterPowerCut(calls: readonly Call[], target: string, old: string): string[] {
  const names = new Map<string, Contents>([[target, { written: old, durable: old }]]);
  let settled = names.get(target);
  for (const { kind, path, to, bytes } of calls) {
    const contents = names.get(path);
    if (kind === 'create') names.set(path, { written: '', durable: '' });
    if (kind === 'write' && contents) contents.written += new TextDecoder().decode(bytes);
    if (kind === 'sync' && contents) contents.durable = contents.written;
    if (kind === 'rename' && contents && to) names.set(to, contents);
    if (kind === 'sync' && path === dirname(target)) settled = names.get(target);
  }
  const possible = [settled, names.get(target)].map(contents => contents?.durable ?? '');
  return [...new Set(possible)];
}
