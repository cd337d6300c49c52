import { basename } from 'node:path';
import { Fault, systemReason } from '../model/fault.ts';
import type { Step } from '../model/step.ts';
import { isWorthKeeping } from '../project/keepVersion.ts';
import type { Command, Effect } from './command.ts';
import type { ReaderPorts } from './ports.ts';
import { reasonOf } from './reason.ts';

type Write = Extract<Effect, { kind: 'write' }>;

/**
 * Takes steps to the disk one after the other, in the order of their keys; the first that the disk
 * refuses stops the others until `resume`. Each outcome is answered as a command.
 */
export class WriteQueue {
  private readonly ports: ReaderPorts;
  private readonly answer: (command: Command) => void;
  private readonly queue: Write[] = [];
  private draining: Promise<void> | null = null;
  private stopped = false;
  private count = 0;

  constructor(ports: ReaderPorts, answer: (command: Command) => void) {
    this.ports = ports;
    this.answer = answer;
  }

  /** Writes that were begun so far: what was read since a smaller number may lack one. */
  get begun(): number {
    return this.count;
  }

  /** Whether something is on its way to the disk. */
  get busy(): boolean {
    return this.draining !== null;
  }

  /** Writes it after what waits already. */
  add(write: Write): void {
    this.queue.push(write);
    if (!this.stopped) this.resume();
  }

  /** Goes on with what waits, after a refusal too. */
  resume(): void {
    this.stopped = false;
    this.draining ??= this.drain().finally(() => {
      this.draining = null;
      // What came in after the last write and before this is not left lying.
      if (this.queue.length > 0 && !this.stopped) this.resume();
    });
  }

  /** Resolves when every write has been done, or one was refused. */
  async flush(): Promise<void> {
    while (this.draining) await this.draining;
  }

  /**
   * Waits for what is on its way, so many milliseconds at most; what does not get to the disk is left
   * beside its file. Resolves with what there is to say of it, `null`: nothing. Never rejects.
   */
  async leave(patience: number): Promise<string | null> {
    await Promise.race([this.flush(), delay(patience)]);
    const steps = this.queue.map(({ step }) => step);
    if (steps.length === 0) return null;
    const places = await this.ports.keepVersion(steps).catch(() => null);
    if (places === null) return 'what was not saved is lost: no disk took it';
    return places.length === 0 ? null : `what was not saved is in ${places.join(' and ')}`;
  }

  private async drain(): Promise<void> {
    for (let write = this.queue[0]; write && !this.stopped; write = this.queue[0]) {
      try {
        await this.write(write);
        this.queue.shift();
      } catch (cause) {
        this.stopped = true;
        this.answer({ kind: 'notWritten', reason: shortReason(cause) });
      }
    }
  }

  private async write(write: Write): Promise<void> {
    const { id, step, undoes } = write;
    this.count++;
    const outcome = await this.ports.write(step);
    if (outcome.kind === 'written') {
      this.answer({ kind: 'written', id, step: outcome.step, undoes });
      return;
    }
    const kept = await this.keepRefused(write);
    const reread = await this.ports.reread(textsOf(step));
    this.answer({ kind: 'refused', id, reason: `${outcome.reason}${kept}`, ...reread });
  }

  /** Another writer stood in the way: what was typed is not lost. To undo loses nothing. */
  private async keepRefused({ step, undoes }: Write): Promise<string> {
    if (undoes || !isWorthKeeping(step)) return '';
    const places = await this.ports.keepVersion([step]).catch(() => null);
    if (places === null) return '; your version could not be kept';
    return places.length === 0 ? '' : `; your version is in ${places.join(' and ')}`;
  }
}

/** The transcripts that a step is about. */
const textsOf = ({ pages, keeps = [] }: Step): string[] => [
  ...new Set([...pages, ...keeps].map(({ text }) => text)),
];

/** The reason without the way to the file, for a status that has half a row: why it was, in few words. */
function shortReason(cause: unknown): string {
  if (!(cause instanceof Fault)) return reasonOf(cause);
  const origin = cause.cause;
  if (origin instanceof Error && 'code' in origin) return systemReason(origin);
  return cause.file === null
    ? cause.message
    : cause.message.replaceAll(cause.file, basename(cause.file));
}

const delay = (milliseconds: number): Promise<void> =>
  new Promise(resolve => {
    setTimeout(resolve, milliseconds).unref();
  });
