/** In UTF-16 units: more than anybody's keys make at once, a held key over a slow line included. */
const MOST_TYPED = 64;
/** Milliseconds after which what comes next is no part of it. */
const PAUSE = 100;

/**
 * Knows a paste in a terminal that does not mark one (bracketed paste): many characters arrive at once,
 * and what follows without a pause belongs to them, the last few included.
 */
export class Flood {
  private readonly now: () => number;
  private until = Number.NEGATIVE_INFINITY;

  /** `now` in milliseconds. */
  constructor(now: () => number) {
    this.now = now;
  }

  /** Whether an event with these characters is part of a paste; a key without any is as well, in the midst of one. */
  takes(characters: string): boolean {
    return characters.length > MOST_TYPED || this.now() < this.until;
  }

  /** Called when a part has been dealt with: the pause is counted from here. */
  goesOn(): void {
    this.until = this.now() + PAUSE;
  }
}
