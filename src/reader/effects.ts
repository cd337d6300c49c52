import type { Paragraphed } from '../project/editText.ts';
import type { Review } from '../project/import/review.ts';
import type { Command, Effect, FindEffect } from './command.ts';
import { DigestEffects } from './digestEffects.ts';
import { HitsEffects } from './hitsEffects.ts';
import type { ReaderPorts } from './ports.ts';
import { reasonOf } from './reason.ts';
import { WriteQueue } from './writeQueue.ts';

type SaveSetting = Extract<Effect, { kind: 'saveSetting' }>;

/** Runs effects and answers with commands; writes wait for one another in a queue. */
export class EffectRunner {
  private readonly ports: ReaderPorts;
  private readonly answer: (command: Command) => void;
  private readonly onQuit: () => void;
  private readonly writes: WriteQueue;
  private looking = new AbortController();
  private readonly digests: DigestEffects;
  private readonly hits: HitsEffects;
  /** Whether it is looked around, and whether what was found the last time could not be used. */
  private around = false;
  private again = false;
  private missed = false;
  private seen: { id: string; seen: string } | null = null;

  constructor(ports: ReaderPorts, answer: (command: Command) => void, onQuit: () => void) {
    this.ports = ports;
    this.answer = answer;
    this.onQuit = onQuit;
    this.writes = new WriteQueue(ports, answer);
    this.digests = new DigestEffects(ports, answer);
    this.hits = new HitsEffects(ports, answer);
  }

  run = (effect: Effect): void => {
    if (effect.kind === 'write') this.writes.add(effect);
    else if (effect.kind === 'retry') this.writes.resume();
    else if (effect.kind === 'quit') void this.flush().then(this.onQuit);
    else
      void this.once(effect).catch(cause =>
        this.answer({ kind: 'failed', reason: reasonOf(cause) }),
      );
  };

  /** Resolves when every write has been done, or one was refused. */
  flush(): Promise<void> {
    return this.writes.flush();
  }

  /** See `leave` of `WriteQueue`. */
  leave(patience: number): Promise<string | null> {
    return this.writes.leave(patience);
  }

  private async once(effect: Exclude<Effect, { kind: 'write' | 'retry' | 'quit' }>): Promise<void> {
    const { ports, answer } = this;
    switch (effect.kind) {
      case 'readLibrary': {
        const read = await ports.readLibrary((done, total) =>
          answer({ kind: 'libraryProgress', done, total }),
        );
        return answer({ kind: 'libraryRead', ...read });
      }
      case 'openText':
        return answer({ kind: 'textOpened', ...(await ports.openText(effect.id)) });
      case 'find':
        return this.find(effect);
      case 'listHits':
        return this.hits.list(effect);
      case 'suggest':
        return this.suggest(effect.request, effect.text);
      case 'passages':
        return this.readPassages(effect.request);
      case 'doubts':
        return this.readDoubts(effect.request, effect.text);
      case 'preview':
        // What is on its way to the disk is in it.
        await this.flush();
        return this.digests.preview(effect);
      case 'writeDigest':
      case 'copyDigest':
      case 'verifyDigest':
      case 'readRecipes':
      case 'saveLastDigest':
        return this.digests.run(effect);
      case 'copyTable':
        await ports.copyTable(effect.rows);
        return answer({
          kind: 'digestSaid',
          words: 'given to the terminal’s clipboard as CSV',
          warns: false,
        });
      case 'saveSetting':
        return this.saveSetting(effect);
      case 'editText':
        return this.edit(effect.place);
      case 'lookAgain':
        return this.lookAgain(effect.id);
      case 'lookAround':
        return this.lookAround(effect.whole);
      case 'renewText': {
        const { goes, id } = effect;
        return answer({ kind: 'textRenewed', goes, ...(await ports.openText(id)) });
      }
      case 'planImport': {
        const { request } = effect;
        const outcome = await ports.planImport(effect.words).catch(refusedBy);
        return outcome.kind === 'planned'
          ? answer({ kind: 'importPlanned', request, plan: outcome.plan })
          : answer({ kind: 'importRefused', request, reason: outcome.reason });
      }
      case 'writeImport':
        return this.writeImport(effect.review);
      case 'savePlaces':
        return ports.savePlaces(effect.places);
    }
  }

  private async lookAgain(id: string): Promise<void> {
    // A text with thousands of doubtful tags takes longer than it is to the next look.
    if (this.again) return;
    this.again = true;
    await this.lookAt(id).finally(() => {
      this.again = false;
    });
  }

  private async lookAt(id: string): Promise<void> {
    const { seen, writes } = this;
    const { begun } = writes;
    const known = seen?.id === id ? seen.seen : null;
    // What cannot be read now is said when it is opened, not every other second.
    const found = await this.ports.lookAgain(id, known).catch(() => null);
    if (found === null || writes.busy || writes.begun !== begun) return;
    this.seen = { id, seen: found.seen };
    if (found.opened) this.answer({ kind: 'textRenewed', goes: false, ...found.opened });
  }

  /** What was found while something was being written is looked for once more: it may lack what was written. */
  private async lookAround(whole: boolean): Promise<void> {
    if (this.around) return;
    this.around = true;
    const { missed, writes } = this;
    const { begun } = writes;
    const found = await this.ports.lookAround(whole, missed).catch(() => null);
    this.around = false;
    this.missed = found !== null && (writes.busy || writes.begun !== begun);
    if (found === null || this.missed) return;
    this.answer(
      'library' in found
        ? { kind: 'libraryRead', ...found }
        : { kind: 'codebookRead', codebook: found.codebook },
    );
  }

  /** Writes what was imported and reads the library again, so that both are shown at once. */
  private async writeImport(review: Review): Promise<void> {
    const outcome = await this.ports.writeImport(review).catch(refusedBy);
    if (outcome.kind === 'refused')
      return this.answer({ kind: 'notImported', reason: outcome.reason });
    const read = await this.ports.readLibrary(() => undefined);
    this.answer({ kind: 'imported', written: outcome.written, ...read });
  }

  private async edit(place: Paragraphed): Promise<void> {
    const { ports, answer } = this;
    const said = (words: string, warns: boolean) => answer({ kind: 'editEnded', words, warns });
    const outcome = await ports.editText(place);
    if (outcome.kind === 'planned') return answer({ kind: 'editPlanned', plan: outcome.plan });
    if (outcome.kind === 'unchanged')
      return said('the words are the same: nothing was changed', false);
    if (outcome.kind === 'failed') return said(`nothing was changed: ${outcome.reason}`, true);
    answer({ kind: 'textRenewed', goes: false, ...(await ports.openText(place.text)) });
  }

  /** A search ends the one before it: nobody waits for its answer any more. */
  private async find({ request, query, text, everywhere }: FindEffect): Promise<void> {
    this.looking.abort();
    this.looking = new AbortController();
    const { signal } = this.looking;
    const found = await this.ports.find(query, text, signal);
    if (signal.aborted) return;
    if (found.kind === 'invalid')
      return this.answer({ kind: 'notSearchable', request, reason: found.reason });
    this.answer({ kind: 'found', request, hits: found.hits });
    if (!everywhere) return;
    const texts = await this.ports.findEverywhere(query, signal);
    if (!signal.aborted) this.answer({ kind: 'foundEverywhere', request, texts });
  }

  private async suggest(request: number, text: string): Promise<void> {
    await this.flush();
    const answered = await this.ports
      .suggest(text)
      .catch(cause => ({ found: [], problem: reasonOf(cause) }));
    this.answer({ kind: 'suggested', request, ...answered });
  }

  private async saveSetting({ place, value, says, before }: SaveSetting): Promise<void> {
    try {
      await this.ports.saveSetting(place, value);
      this.answer({ kind: 'settingSaved', says });
    } catch (cause) {
      this.answer({ kind: 'settingNotSaved', reason: reasonOf(cause), before });
    }
  }

  private async readPassages(request: number): Promise<void> {
    await this.flush();
    const answered = await this.ports
      .passages()
      .catch(cause => ({ passages: [], problem: reasonOf(cause) }));
    this.answer({ kind: 'passagesRead', request, ...answered });
  }

  private async readDoubts(request: number, text: string | null): Promise<void> {
    await this.flush();
    const answered = await this.ports
      .doubts(text)
      .catch(cause => ({ text: null, doubts: [], problem: reasonOf(cause) }));
    this.answer({ kind: 'doubtsRead', request, ...answered });
  }
}

const refusedBy = (cause: unknown) => ({ kind: 'refused', reason: reasonOf(cause) }) as const;
