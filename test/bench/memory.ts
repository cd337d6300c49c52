/** Loaded before a program of Node: at its end it says how many KB of memory were taken at most. */
export const TELL_MEMORY =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("rss "+process.resourceUsage().maxRSS+"\\n"))';

/** KB of memory, as the program that was told to has written them. */
export const memoryIn = (stderr: string): number =>
  Math.max(...[...stderr.matchAll(/rss (\d+)/g)].map(found => Number(found[1])));

export const memoryWords = (kilobytes: number): string =>
  `Memory at most ${Math.round(kilobytes / 1024)} MB (aim: below 400).\n`;
