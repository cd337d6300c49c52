import type { TerminalInput } from './input.ts';

type Suspend = (work: () => Promise<void>) => Promise<void>;

const NOTHING_TO_STOP = { rest: async () => undefined, wake: () => undefined };

/** Lends the terminal to another program, an editor say, and takes it back. */
export class TerminalLoan {
  /** Whether another program has it: Ctrl+C is that program's then. */
  isAway = false;
  /** Told when another program gets it, and when it is back. */
  onAway: (isAway: boolean) => void = () => undefined;
  private suspend: Suspend | null = null;
  private readonly input: Pick<TerminalInput, 'rest' | 'wake'>;

  /** Without `input` nothing is being read that must be left to the other program. */
  constructor(input: Pick<TerminalInput, 'rest' | 'wake'> = NOTHING_TO_STOP) {
    this.input = input;
  }

  /** The screen that is on tells how it steps aside; `null`: none is on. */
  offer(suspend: Suspend | null): void {
    this.suspend = suspend;
  }

  /** Does work while the terminal is the other program's: ours is left as it was found, and drawn anew after it. */
  async lend(work: () => Promise<void>): Promise<void> {
    const quietly = async () => {
      await this.input.rest();
      await work();
    };
    this.isAway = true;
    this.onAway(true);
    try {
      await (this.suspend ? this.suspend(quietly) : quietly());
    } finally {
      this.isAway = false;
      this.onAway(false);
      this.input.wake();
    }
  }
}
