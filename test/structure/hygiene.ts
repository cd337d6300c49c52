import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from './sources.ts';

/** Written in two pieces, so that this file does not find itself. */
const OPEN_ENDS = new RegExp(
  String.raw`\b(?:${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X'].join('|')})\b`,
);
const MACHINE =
  /(?<![\w.$}~-])\/(?:work|root|home\/\w+|Users\/\w+|tmp\/bash_jobs)\/|\b[A-Z]:\\Users\\/;
const ADDRESS = /"resolved"|registry\.\w+\./;

/** Binary files, other people's words, and what no person writes. */
const UNREAD = /\.(?:png|svg|ttf)$|^texts\/|^annotations\/|__snapshots__\//;

/** What must not be committed, under the repository's root: `file: what`, one line for each. */
export function strays(root: string): string[] {
  const files = filesUnder(root).filter(path => !UNREAD.test(path));
  if (files.length === 0) return ['there are no files'];
  return files.flatMap(path => {
    const text = readFileSync(join(root, ...path.split('/')), 'utf8');
    return straysIn(path, text).map(problem => `${path}: ${problem}`);
  });
}

function straysIn(path: string, text: string): string[] {
  const isCode = /^(?:src|test)\//.test(path);
  const machine = MACHINE.exec(text)?.[0];
  const address = /^(?:package-lock\.json|\.npmrc)$/.test(path)
    ? ADDRESS.exec(text)?.[0]
    : undefined;
  const openEnd = isCode ? OPEN_ENDS.exec(text)?.[0] : undefined;
  const found = [
    machine && `a path of one machine (${machine})`,
    address && `a download address (${address})`,
    openEnd && `something left open (${openEnd})`,
  ];
  return found.filter(problem => problem !== undefined);
}
