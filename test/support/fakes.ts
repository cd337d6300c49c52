/** A clock that begins at `2026-11-22T12:00:00.000Z` and goes on by one second each time it is asked. */
export function fakeClock(begin = '2026-11-22T12:00:00.000Z'): () => Date {
  let next = Date.parse(begin);
  return () => {
    const now = new Date(next);
    next += 1000;
    return now;
  };
}

/** Valid UUIDs (version 4) that count up from 1. */
export function fakeIds(): () => string {
  let count = 0;
  return () => {
    count++;
    return `00000000-0000-4000-8000-${count.toString(16).padStart(12, '0')}`;
  };
}
