import type { Command, Effect } from './command.ts';
import type { ReaderPorts } from './ports.ts';

/** Lists hits; a new search ends the one before it. */
export class HitsEffects {
  private readonly ports: ReaderPorts;
  private readonly answer: (command: Command) => void;
  private looking = new AbortController();

  constructor(ports: ReaderPorts, answer: (command: Command) => void) {
    this.ports = ports;
    this.answer = answer;
  }

  async list({ request, query, order }: Extract<Effect, { kind: 'listHits' }>): Promise<void> {
    this.looking.abort();
    this.looking = new AbortController();
    const { signal } = this.looking;
    await this.ports.listHits(
      query,
      order,
      batch => {
        if (!signal.aborted) this.answer({ kind: 'hitsListed', request, ...batch });
      },
      signal,
    );
  }
}
