import { type Line, LineBuilder, type Look } from './line.ts';
import { cells, shorten } from './width.ts';

const MARGIN = 2;
const GAP = 3;

/** The header: a bold name, facts about it as far as there is room, and the place at the right. */
export function header(
  width: number,
  title: string,
  facts: readonly string[],
  right: string,
): Line {
  const end = width - MARGIN;
  const shownRight = shorten(right, end - MARGIN);
  const room = Math.max(0, end - MARGIN - cells(shownRight) - GAP);
  const name = shorten(title, room);
  const left = room - cells(name) - GAP;
  const fact = facts.find(one => one !== '' && cells(one) <= left) ?? '';
  const line = new LineBuilder().at(MARGIN, name, { role: 'current', bold: true });
  if (fact !== '') line.at(MARGIN + cells(name) + GAP, fact, { role: 'muted' });
  return line.endingAt(end, shownRight, { role: 'muted' }).build();
}

/** A hairline across the screen; its heavy part is progress (`share` from 0 to 1). */
export function rule(width: number, share = 0): Line {
  const heavy = Math.min(width, Math.floor(share * width));
  return new LineBuilder()
    .push('━'.repeat(heavy), { role: 'muted' })
    .push('─'.repeat(width - heavy), { role: 'hair' })
    .build();
}

/** The heavy rule above the bars while a mode is on. */
export const heavyRule = (width: number): Line =>
  new LineBuilder().push('━'.repeat(width), { role: 'muted' }).build();

/** A drawer's own rule, with its name and a count. */
export function drawerRule(width: number, name: string, count: string): Line {
  const right = count === '' ? '' : ` ${count} `;
  const shown = ` ${shorten(name, width - 8 - cells(right))} `;
  const line = new LineBuilder()
    .push('━━', { role: 'muted' })
    .push(shown, { role: 'current', bold: true });
  const tail = right === '' ? 0 : 2;
  line.push('━'.repeat(Math.max(0, width - line.width - cells(right) - tail)), { role: 'muted' });
  return line.push(right, { role: 'muted' }).push('━'.repeat(tail), { role: 'muted' }).build();
}

export interface BarTheme {
  digit: number;
  mark: string;
  name: string;
  colour: string;
  count: number;
  /** Whether it is on the current paragraph: then it is bold and its name is cut last. */
  here: boolean;
}

/**
 * The pinned themes with their counts, and the status at the right. Too wide: gaps shrink from three
 * cells to two, then the names of themes that are not here are cut, then the status to what the others
 * leave, then the names of those that are here; marks stay.
 */
export function themeBar(
  width: number,
  themes: readonly BarTheme[],
  status: string,
  statusLook: Look,
): Line {
  const bare = barTotal(themes, 2, { here: FULL, other: 0 });
  const most = Math.max(LEAST_STATUS, width - 2 * MARGIN - GAP - bare);
  const shownStatus = shorten(status, most);
  const room = width - 2 * MARGIN - cells(shownStatus) - (shownStatus === '' ? 0 : GAP);
  const { gap, caps } = barFit(themes, room);
  const line = new LineBuilder().at(MARGIN, '');
  for (const [i, theme] of themes.entries()) {
    const before = i === 0 ? 0 : gap;
    if (line.width + before + barWidth(theme, caps) > MARGIN + room) break;
    line.at(line.width + before, '');
    pushTheme(line, theme, caps);
  }
  return line.endingAt(width - MARGIN, shownStatus, statusLook).build();
}

/** Cells of a status that are shown beside any themes: of a name enough to know it. */
const LEAST_STATUS = 5;
const FULL = 1000;

/** Cells that a name may take: of a theme that is here, and of another. */
interface Caps {
  here: number;
  other: number;
}

function pushTheme(line: LineBuilder, theme: BarTheme, caps: Caps): void {
  const look: Look = theme.here ? { role: 'current', bold: true } : { role: 'muted' };
  const name = shownName(theme, caps);
  line
    .push(`${theme.digit} `, look)
    .push(theme.mark, { theme: theme.colour })
    .push(name === '' ? '' : ` ${name}`, look);
  line.push(` ${theme.count}`, theme.here ? { role: 'current' } : { role: 'muted' });
}

const shownName = (theme: BarTheme, { here, other }: Caps): string =>
  shorten(theme.name, theme.here ? here : other);
const barWidth = (theme: BarTheme, caps: Caps): number => {
  const name = cells(shownName(theme, caps));
  return 3 + (name > 0 ? name + 1 : 0) + 1 + String(theme.count).length;
};

const barTotal = (themes: readonly BarTheme[], gap: number, caps: Caps): number =>
  themes.reduce((sum, theme) => sum + barWidth(theme, caps), gap * Math.max(0, themes.length - 1));

/** Less of a name says nothing: then the mark stands alone. */
const SHORTEST_NAME = 4;

function barFit(themes: readonly BarTheme[], room: number): { gap: number; caps: Caps } {
  const whole = { here: FULL, other: FULL };
  if (barTotal(themes, GAP, whole) <= room) return { gap: GAP, caps: whole };
  const longest = Math.max(0, ...themes.map(theme => cells(theme.name)));
  const fits = (caps: Caps) => barTotal(themes, 2, caps) <= room;
  const other = longestCap(longest, room, cap => fits({ here: FULL, other: cap }));
  const here = other > 0 ? FULL : longestCap(longest, room, cap => fits({ here: cap, other: 0 }));
  return { gap: 2, caps: { here, other } };
}

/** The longest a name may be so that all fits; 0 where too little of it would be left. */
function longestCap(longest: number, room: number, fits: (cap: number) => boolean): number {
  // A name that is wider than all the room fits nowhere: a very long one need not be tried cell by cell.
  let cap = Math.min(longest, Math.max(0, room));
  while (cap > 0 && !fits(cap)) cap--;
  return cap < Math.min(SHORTEST_NAME, longest) ? 0 : cap;
}

export interface Key {
  shows: string;
  word: string;
  /** Flush right, never dropped. */
  last?: boolean;
}

/** The keys of the moment, dropped from the right where there is no room; a mode's badge at the left. */
export function footer(width: number, badge: string | null, keys: readonly Key[]): Line {
  const last = keys.find(key => key.last);
  const lastStart = width - MARGIN - (last ? keyCells(last) : 0);
  const line = new LineBuilder();
  if (badge !== null) line.at(MARGIN - 1, ` ${badge} `, { role: 'badge' });
  let column = badge === null ? MARGIN : line.width + MARGIN;
  for (const key of keys.filter(one => !one.last)) {
    if (column + keyCells(key) > lastStart - (last ? GAP : 0)) break;
    pushKey(line.at(column, ''), key);
    column = line.width + GAP;
  }
  return (last ? pushKey(line.at(lastStart, ''), last) : line).build();
}

/** Cells that a key and its word take. */
export const keyCells = ({ shows, word }: Key): number => cells(shows) + 1 + cells(word);
/** A key, bright, and its word, muted. */
export const pushKey = (line: LineBuilder, { shows, word }: Key) =>
  line.push(shows, { role: 'current' }).push(` ${word}`, { role: 'muted' });
