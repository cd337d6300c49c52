import type { CitedRecord } from '../model/record.ts';

/** What a digest takes of the annotations there are. */
export interface Choice {
  /** Ids of themes. */
  themes: readonly string[];
  /** `all`: only where every one of the themes is on overlapping words. */
  match: 'any' | 'all';
  /** Ids of themes that must not be on overlapping words. */
  not: readonly string[];
  /** Ids of transcripts; empty: all. */
  texts: readonly string[];
  /** Tagged on this day or later (ISO 8601, UTC); `null`: whenever. */
  since: string | null;
  /** Memos without a theme too. */
  notes: boolean;
}

/**
 * The annotations that a choice takes, in the order given. One whose place is not certain cannot
 * overlap: it passes `all` and `not`, so that it is counted among those left out.
 */
export function chooseRecords(records: readonly CitedRecord[], choice: Choice): CitedRecord[] {
  const places = placesByTheme(records);
  const isOn = (record: CitedRecord, theme: string) =>
    (places.get(`${theme} ${record.text}`) ?? []).some(other => overlap(record, other));
  return records.filter(record => {
    if (choice.texts.length > 0 && !choice.texts.includes(record.text)) return false;
    if (choice.since !== null && record.created < choice.since) return false;
    if (record.theme === null) return choice.notes;
    if (!choice.themes.includes(record.theme)) return false;
    if (record.start === null) return true;
    if (choice.not.some(theme => isOn(record, theme))) return false;
    return choice.match === 'any' || choice.themes.every(theme => isOn(record, theme));
  });
}

function placesByTheme(records: readonly CitedRecord[]): Map<string, CitedRecord[]> {
  const placed = records.filter(record => record.start !== null && record.theme !== null);
  return Map.groupBy(placed, record => `${record.theme} ${record.text}`);
}

function overlap(a: CitedRecord, b: CitedRecord): boolean {
  if (a.start === null || a.end === null || b.start === null || b.end === null) return false;
  return (a.start < b.end && b.start < a.end) || (a.start === b.start && a.end === b.end);
}
