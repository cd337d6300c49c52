/** Languages whose names of months and days are known. */
const LANGUAGES = 'en de fr es it pt nl sv da nb fi pl cs ru uk ro hu el tr'.split(' ');

const ISO = /(?<![\d/.-])(?<year>\d{4})-(?<month>\d{2})(?:-(?<day>\d{2}))?(?![\d/])/;
const DAY_FIRST =
  /(?<![\d.])(?<day>\d{1,2})(?:st|nd|rd|th|\.|º)?,?[\s\u00A0]+(?:de[\s\u00A0]+|of[\s\u00A0]+)?(?<month>\p{L}{3,})\.?,?[\s\u00A0]+(?:de[\s\u00A0]+)?(?<year>\d{4})(?!\d)/u;
const MONTH_FIRST =
  /(?<month>\p{L}{3,})\.?[\s\u00A0]+(?<day>\d{1,2})(?:st|nd|rd|th)?,?[\s\u00A0]+(?<year>\d{4})(?!\d)/u;
const NUMBERS =
  /(?<![\d/.])(?<a>\d{1,2})(?<sign>[/.])(?<b>\d{1,2})\k<sign>(?<year>\d{4})(?![\d/.])/;
const EAST_ASIAN =
  /(?<year>\d{4})\s*[年년]\s*(?<month>\d{1,2})\s*[月월]\s*(?<day>\d{1,2})\s*[日일]/;

/**
 * The first date that stands in some words, as `YYYY-MM-DD` (or `YYYY-MM` where only that is told);
 * `null` where there is none, or where it could be one of two (`3/4/2021`).
 */
export function dateIn(words: string): string | null {
  const iso = ISO.exec(words)?.groups;
  if (iso) {
    const { year, month, day } = iso;
    return day === undefined ? partial(year, month) : dateOf(year, month, day);
  }
  const named = DAY_FIRST.exec(words)?.groups ?? MONTH_FIRST.exec(words)?.groups;
  if (named) return dateOf(named.year, monthNumber(named.month ?? ''), named.day);
  const east = EAST_ASIAN.exec(words)?.groups;
  if (east) return dateOf(east.year, east.month, east.day);
  const numbers = NUMBERS.exec(words)?.groups;
  return numbers ? fromNumbers(numbers) : null;
}

/** With dots the day comes first; with strokes only a number over 12 tells which it is. */
function fromNumbers({ a, b, sign, year }: Record<string, string | undefined>): string | null {
  if (sign === '.' || Number(a) > 12) return dateOf(year, b, a);
  return Number(b) > 12 || a === b ? dateOf(year, a, b) : null;
}

function partial(year: string | undefined, month: string | undefined): string | null {
  return Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month}` : null;
}

function dateOf(
  year: string | undefined,
  month: string | number | null | undefined,
  day: string | undefined,
): string | null {
  if (year === undefined || !month || day === undefined) return null;
  const [m, d] = [Number(month), Number(day)];
  const date = new Date(Date.UTC(Number(year), m - 1, d));
  const exists = date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
  return exists ? `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}` : null;
}

let months: Map<string, number> | undefined;
let days: ReadonlySet<string> | undefined;

/** Whether a word is the name of a month or of a day of the week, whole or short. */
export function isDateWord(word: string): boolean {
  days ??= dayNames();
  return monthNumber(word) !== null || days.has(word.toLowerCase());
}

function monthNumber(name: string): number | null {
  months ??= monthNames();
  const key = name.toLowerCase();
  return months.get(key) ?? (key.startsWith('sept') ? 9 : null);
}

function monthNames(): Map<string, number> {
  const names = new Map<string, number>();
  for (const language of LANGUAGES) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, {
        month: style,
        day: 'numeric',
        timeZone: 'UTC',
      });
      for (let month = 0; month < 12; month++) {
        const parts = format.formatToParts(Date.UTC(2021, month, 1));
        const name = parts.find(part => part.type === 'month')?.value ?? '';
        const key = name.toLowerCase().replace(/\.$/, '');
        if (!names.has(key)) names.set(key, month + 1);
      }
    }
  }
  return names;
}

/** Seven days from a Monday on, in all languages. */
function dayNames(): Set<string> {
  const names = new Set<string>();
  for (const language of LANGUAGES) {
    for (const weekday of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
      for (let day = 1; day <= 7; day++) {
        const name = format
          .format(Date.UTC(2021, 1, day))
          .toLowerCase()
          .replace(/\.$/, '');
        for (const part of [name, ...name.split('-')]) names.add(part);
      }
    }
  }
  return names;
}
