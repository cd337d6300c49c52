import type { Range } from '../model/annotation.ts';
import type { Codebook } from '../model/codebook.ts';
import type { Library } from '../model/library.ts';
import type { Step, StepOutcome } from '../model/step.ts';
import type { DigestChoice, Reread } from './command.ts';
import type { DigestPreview } from './layer.ts';
import type { OpenedText } from './state.ts';

/** Everything that the reader can do outside itself, handed in as functions. Each may throw a Fault. */
export interface ReaderPorts {
  readLibrary(
    onProgress: (done: number, total: number) => void,
  ): Promise<{ library: Library; codebook: Codebook }>;
  openText(id: string): Promise<OpenedText>;
  /** Writes a step; resolves when it is durable. */
  write(step: Step): Promise<StepOutcome>;
  /** What is on the disk, after another writer stood in the way. */
  reread(texts: readonly string[]): Promise<Reread>;
  find(query: string, text: string): Promise<readonly Range[]>;
  findEverywhere(query: string): Promise<{ hits: number; transcripts: number }>;
  preview(choice: DigestChoice): Promise<DigestPreview>;
  /** `exists`: the file is there, and `replace` was not said. */
  writeDigest(choice: DigestChoice, file: string, replace: boolean): Promise<'written' | 'exists'>;
  savePlaces(places: Readonly<Record<string, number>>): Promise<void>;
}
