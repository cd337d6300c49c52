import type { Command, Effect } from './command.ts';
import type { ReaderPorts } from './ports.ts';

type DigestEffect = Extract<
  Effect,
  { kind: 'writeDigest' | 'copyDigest' | 'verifyDigest' | 'readRecipes' | 'saveLastDigest' }
>;

type PreviewEffect = Extract<Effect, { kind: 'preview' }>;

/** Runs what the digest page asks for, and answers with commands. */
export class DigestEffects {
  private readonly ports: ReaderPorts;
  private readonly answer: (command: Command) => void;
  private isPreviewing = false;
  private next: PreviewEffect | null = null;

  constructor(ports: ReaderPorts, answer: (command: Command) => void) {
    this.ports = ports;
    this.answer = answer;
  }

  /** One preview is made at a time; of those asked for meanwhile only the last one counts. */
  async preview(effect: PreviewEffect): Promise<void> {
    this.next = { ...effect, fresh: effect.fresh || (this.next?.fresh ?? false) };
    if (this.isPreviewing) return;
    this.isPreviewing = true;
    try {
      while (this.next) {
        const asked: PreviewEffect = this.next;
        this.next = null;
        const preview = await this.ports.preview(asked.choice, asked.fresh);
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
