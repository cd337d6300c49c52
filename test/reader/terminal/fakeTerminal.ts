import { PassThrough } from 'node:stream';
import type { ReadStream, WriteStream } from 'node:tty';

/** A terminal in memory: what is written to it is kept, what it sends comes chunk by chunk. */
export class FakeTerminal extends PassThrough {
  raw: boolean | null = null;
  /** What the program wrote to it. */
  readonly heard: string[] = [];

  constructor() {
    super({ objectMode: true });
  }

  setRawMode(raw: boolean): this {
    this.raw = raw;
    return this;
  }

  /** Sends a chunk, and tells whoever listens that there is something to read. */
  say(text: string): void {
    this.push(text);
    this.emit('readable');
  }

  // Of a terminal's streams the reader needs `read`, `on`, `setRawMode` and `write`: the rest is left out.
  get input(): ReadStream {
    return this as unknown as ReadStream;
  }

  get output(): WriteStream {
    const write = (text: string) => this.heard.push(text);
    return { write } as unknown as WriteStream;
  }
}
