import { Fault } from '../../model/fault.ts';
import { type NewText, writeNewTexts } from './write.ts';

/** What is to be done with a text whose writing failed. */
type OnFault = (fault: Fault) => void;

interface Waiting {
  text: NewText;
  onFault: OnFault;
}

/** So many texts are written together, or as many as have so many bytes. */
const MOST = 250;
const MOST_BYTES = 32_000_000;

/** New texts that wait to be written together, which is several times quicker than one by one. */
export class WriteQueue {
  private readonly root: string;
  private waiting: Waiting[] = [];
  private bytes = 0;
  /** The writing that goes on while the next texts are read. */
  private running: Promise<void> = Promise.resolve();

  constructor(root: string) {
    this.root = root;
  }

  /** Takes a text, and begins to write those that wait when there are enough of them. */
  async add(text: NewText, onFault: OnFault): Promise<void> {
    this.waiting.push({ text, onFault });
    this.bytes += text.bytes.length + text.content.length;
    if (this.waiting.length >= MOST || this.bytes >= MOST_BYTES) await this.begin();
  }

  /** Writes all that wait. */
  async flush(): Promise<void> {
    await this.begin();
    await this.running;
  }

  private async begin(): Promise<void> {
    const { waiting } = this;
    this.waiting = [];
    this.bytes = 0;
    await this.running;
    this.running = this.write(waiting);
    // Whoever waits for it is told; until then a failure is nobody's.
    this.running.catch(() => undefined);
  }

  /** Where writing together fails, each is written alone, so that one takes no other with it. */
  private async write(waiting: readonly Waiting[]): Promise<void> {
    if (waiting.length === 0) return;
    try {
      await writeNewTexts(
        this.root,
        waiting.map(({ text }) => text),
      );
    } catch (cause) {
      if (!(cause instanceof Fault)) throw cause;
      for (const { text, onFault } of waiting) await this.writeAlone(text, onFault);
    }
  }

  private async writeAlone(text: NewText, onFault: OnFault): Promise<void> {
    try {
      await writeNewTexts(this.root, [text]);
    } catch (cause) {
      if (!(cause instanceof Fault)) throw cause;
      onFault(cause);
    }
  }
}
