import { describe, expect, test } from 'vitest';
import { shownDate, shownDay } from '../../../src/reader/views/dates.ts';

describe('dates', () => {
  test.each([
    ['2021-07-14', '14 Jul 2021'],
    ['2021-12-02', '2 Dec 2021'],
    ['2021-07-14T09:00:00Z', '14 Jul 2021'],
    ['2021', '2021'],
    ['14 July 2021', '14 July 2021'],
    ['2021-13-01', '2021-13-01'],
    ['', ''],
  ])('%s is shown as %s', (date, shown) => {
    expect(shownDate(date)).toBe(shown);
  });

  test.each([
    ['2026-11-03T09:00:00.000Z', 'UTC', '3 Nov'],
    ['2026-11-03T23:30:00.000Z', 'Europe/Berlin', '4 Nov'],
    ['2026-11-03T01:00:00.000Z', 'America/New_York', '2 Nov'],
    ['no date', 'UTC', ''],
  ])('%s in %s is %s', (moment, zone, day) => {
    expect(shownDay(moment, zone)).toBe(day);
  });
});
