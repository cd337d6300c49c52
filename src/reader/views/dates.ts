const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const ISO = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:$|T)/;

/** `2021-07-14` as `14 Jul 2021`; anything that is no ISO date as it is. */
export function shownDate(date: string): string {
  const { year, month, day } = ISO.exec(date)?.groups ?? {};
  const name = MONTHS[Number(month) - 1];
  return name ? `${Number(day)} ${name} ${year}` : date;
}

/** The day of a moment (UTC, ISO 8601) as `3 Nov`, in the time zone that is passed in. */
export function shownDay(moment: string, timeZone: string): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return '';
  const parts = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'numeric',
    timeZone,
  }).formatToParts(date);
  const value = (type: string) => Number(parts.find(part => part.type === type)?.value);
  return `${value('day')} ${MONTHS[value('month') - 1] ?? ''}`;
}
