/** A stretch of work that a key must not wait for: milliseconds, of the 16 of a frame. */
const AT_ONCE = 5;

/** Long work in small stretches: in between keys are heard and frames drawn. */
export class Pause {
  private readonly signal: AbortSignal;
  private since = performance.now();

  constructor(signal: AbortSignal) {
    this.signal = signal;
  }

  /** Lets others have their turn when it is time; `false` once nobody wants the answer any more. */
  async goesOn(): Promise<boolean> {
    if (performance.now() - this.since > AT_ONCE) {
      await new Promise(resolve => setImmediate(resolve));
      this.since = performance.now();
    }
    return !this.signal.aborted;
  }
}
