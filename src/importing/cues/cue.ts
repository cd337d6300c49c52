/** What is shown for a while: times in milliseconds, the text as it stands in the file, tags and all. */
export interface Cue {
  start: number;
  end: number;
  text: string;
}

/** `HH:MM:SS` of milliseconds; the part of a second that has begun is not counted. */
export function clockTime(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map(part => String(Math.floor(part)).padStart(2, '0'))
    .join(':');
}

/** Lines without their ends, whatever these are; a NUL is what no text may hold. */
export const linesOf = (text: string): string[] =>
  text.replaceAll('\0', '\uFFFD').split(/\r\n|\r|\n/);
