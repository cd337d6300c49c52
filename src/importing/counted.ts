/** `['left out: 2 comments']`; nothing where there was none. */
export const leftOut = (count: number, thing: string): string[] =>
  count === 0 ? [] : [`left out: ${count} ${thing}${count === 1 ? '' : 's'}`];
