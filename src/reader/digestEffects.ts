import type { DigestChoice } from '../model/recipe.ts';
import type { Command, Effect } from './command.ts';
import type { ReaderPorts } from './ports.ts';

type DigestEffect = Extract<
  Effect,
  { kind: 'writeDigest' | 'copyDigest' | 'verifyDigest' | 'readRecipes' | 'saveLastDigest' }
>;

/** Runs what the digest page asks for, and answers with commands. */
export class DigestEffects {
  private readonly ports: ReaderPorts;
  private readonly answer: (command: Command) => void;
  private isPreviewing = false;
  private next: { request: number; choice: DigestChoice } | null = null;

  constructor(ports: ReaderPorts, answer: (command: Command) => void) {
    this.ports = ports;
    this.answer = answer;
  }

  /** One preview is made at a time; of those asked for meanwhile only the last one counts. */
  async preview(request: number, choice: DigestChoice): Promise<void> {
    this.next = { request, choice };
    if (this.isPreviewing) return;
    this.isPreviewing = true;
    try {
      while (this.next) {
        const asked: { request: number; choice: DigestChoice } = this.next;
        this.next = null;
        const preview = await this.ports.preview(asked.choice);
        this.answer({ kind: 'previewed', request: asked.request, preview });
      }
    } finally {
      this.isPreviewing = false;
    }
  }

  async run(effect: DigestEffect): Promise<void> {
    const { ports, answer } = this;
    switch (effect.kind) {
      case 'writeDigest': {
        const { choice, file, replace } = effect;
        const outcome = await ports.writeDigest(choice, file, replace);
        return answer({ kind: outcome === 'written' ? 'digestWritten' : 'digestExists', file });
      }
      case 'copyDigest':
        return this.said(await ports.copyDigest(effect.choice), true);
      case 'verifyDigest': {
        const { words, ok } = await ports.verifyDigest(effect.file);
        return this.said(words, ok);
      }
      case 'readRecipes':
        return answer({ kind: 'recipesRead', ...(await ports.digestDesk()) });
      case 'saveLastDigest':
        return ports.saveLastDigest(effect.choice);
    }
  }

  private said(words: string, ok: boolean): void {
    this.answer({ kind: 'digestSaid', words, warns: !ok });
  }
}
