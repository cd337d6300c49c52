/** The versions that git left in one file. `base` is `null` unless git was told to show it (diff3). */
export interface MarkedVersions {
  ours: string;
  theirs: string;
  base: string | null;
}

type Version = 'ours' | 'base' | 'theirs';
type Side = Version | 'both';

const MARKER = /^(?<sign><{7}|\|{7}|={7}|>{7})(?: .*)?$/;
const LEADS_TO: ReadonlyMap<string, Side> = new Map<string, Side>([
  ['<', 'ours'],
  ['|', 'base'],
  ['=', 'theirs'],
  ['>', 'both'],
]);
const MAY_FOLLOW: Readonly<Record<Side, readonly Side[]>> = {
  both: ['ours'],
  ours: ['base', 'theirs'],
  base: ['theirs'],
  theirs: ['both'],
};

/** Takes a text with git's conflict markers apart; `null` if it has none, or they are not in order. */
export function readMarkers(text: string): MarkedVersions | null {
  const lines = text.split(/\r?\n/);
  const sides = sidesOf(lines);
  if (sides === null) return null;
  const version = (wanted: Version) =>
    lines.filter((_, i) => sides[i] === wanted || sides[i] === 'both').join('\n');
  const hasBase = lines.some(line => signOf(line) === '|');
  return {
    ours: version('ours'),
    theirs: version('theirs'),
    base: hasBase ? version('base') : null,
  };
}

const signOf = (line: string): string => MARKER.exec(line)?.groups?.sign?.[0] ?? '';

/** To which version each line belongs, `null` for a marker; `null` for a text that git did not leave so. */
function sidesOf(lines: readonly string[]): (Side | null)[] | null {
  const sides: (Side | null)[] = [];
  let side: Side = 'both';
  for (const line of lines) {
    const next = LEADS_TO.get(signOf(line));
    if (next !== undefined && !MAY_FOLLOW[side].includes(next)) return null;
    sides.push(next === undefined ? side : null);
    side = next ?? side;
  }
  return side === 'both' && sides.includes(null) ? sides : null;
}
