import type { Annotation, Placed } from '../../src/model/annotation.ts';
import { inTextOrder, isDoubtful, rangeOf } from '../../src/model/annotation.ts';
import { changeCodebook } from '../../src/model/changeCodebook.ts';
import type { Codebook } from '../../src/model/codebook.ts';
import { Fault } from '../../src/model/fault.ts';
import { allMatches, wordsPattern } from '../../src/model/matching.ts';
import { passageOf } from '../../src/model/passage.ts';
import { type DigestChoice, type Recipe, withRecipeEdit } from '../../src/model/recipe.ts';
import type { Rejection, RejectionEdit } from '../../src/model/rejection.ts';
import type { SearchQuery } from '../../src/model/searchQuery.ts';
import type { Step, StepOutcome } from '../../src/model/step.ts';
import type { Transcript } from '../../src/model/transcript.ts';
import { inContext } from '../../src/project/hitContext.ts';
import type { Review } from '../../src/project/import/review.ts';
import type { HitsBatch, ListedHit } from '../../src/reader/hitsLayer.ts';
import type { ReaderSuggestion } from '../../src/reader/layer.ts';
import type {
  HitsOutcome,
  ImportAnswer,
  ReaderPorts,
  WriteImportAnswer,
} from '../../src/reader/ports.ts';
import { applied, Refusal } from './fakeEdits.ts';
import { pierPage } from './importSamples.ts';
import { summaryOf } from './samples.ts';
import { suggestionOn } from './suggestionSamples.ts';

/** A project in memory that obeys the rules of the real one, and is out of order when it is told to be. */
export class FakeDisk implements ReaderPorts {
  codebook: Codebook;
  /** Asked before each write: how many turns it takes, and whether the disk is full. */
  mood: () => { turns: number; full: boolean } = () => ({ turns: 0, full: false });
  readonly written: Step[] = [];
  /** The rejected suggestions, by id. */
  readonly rejections = new Map<string, Rejection>();
  recipes: readonly Recipe[] = [];
  private readonly texts: ReadonlyMap<string, Transcript>;
  private readonly items = new Map<string, Map<string, Placed>>();

  constructor(texts: readonly Transcript[], codebook: Codebook, placed: readonly Placed[] = []) {
    this.texts = new Map(texts.map(text => [text.id, text]));
    this.codebook = codebook;
    for (const one of placed) this.itemsOf(one.annotation.text).set(one.annotation.id, one);
  }

  /** The annotations on a text, in text order. */
  placedOn(text: string): Placed[] {
    return [...this.itemsOf(text).values()].sort(inTextOrder);
  }

  /** Another writer puts something in the place of an annotation, or takes it away. */
  change(text: string, id: string, fields: Partial<Annotation> | null): void {
    const items = this.itemsOf(text);
    const found = items.get(id);
    if (!found) return;
    if (fields === null) items.delete(id);
    else items.set(id, { ...found, annotation: { ...found.annotation, ...fields } });
  }

  async doubts(text: string | null) {
    const texts = [...this.texts.keys()].filter(id => text === null || id === text);
    const doubts = texts.flatMap(id =>
      this.placedOn(id)
        .filter(one => one.annotation.coder === 'alex' && isDoubtful(one))
        .map(placed => ({ placed, title: id, near: 0, candidates: [], places: 0 })),
    );
    return { text, doubts, problem: null };
  }

  async readLibrary() {
    const texts = [...this.texts.values()].map(text => summaryOf(text));
    return { library: { texts, unreadable: [], faults: [] }, codebook: this.codebook };
  }

  /** Nobody else writes. */
  async lookAround(_whole: boolean, _fresh: boolean): ReturnType<ReaderPorts['lookAround']> {
    return null;
  }

  async openText(id: string) {
    const transcript = this.texts.get(id);
    if (!transcript) throw new Fault(`${id}: no such file or folder`);
    return { transcript, placed: this.placedOn(id), locked: null };
  }

  async write(step: Step): Promise<StepOutcome> {
    const { turns, full } = this.mood();
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
    if (full) throw new Fault(`${step.pages[0]?.text}.json: the disk is full`);
    try {
      const codebook = this.changed(step);
      const changed = step.pages.map(({ text, edits }) => {
        const items = new Map(this.itemsOf(text));
        return { text, items, edits: edits.map(edit => applied(items, edit)) };
      });
      this.codebook = codebook;
      for (const { text, items } of changed) this.items.set(text, items);
      this.recipes = (step.recipes ?? []).reduce<readonly Recipe[]>(withRecipeEdit, this.recipes);
      for (const edit of step.rejections ?? []) this.changeRejection(edit);
      this.written.push(step);
      const pages = changed.map(({ text, edits }) => ({ text, edits }));
      return { kind: 'written', step: { ...step, pages } };
    } catch (cause) {
      if (cause instanceof Refusal) return { kind: 'refused', reason: cause.message };
      throw cause;
    }
  }

  /** The steps whose versions were left beside the files. */
  readonly kept: Step[] = [];

  async keepVersion(steps: readonly Step[]) {
    this.kept.push(...steps);
    return ['annotations/alex/night-ferry.conflict-20261103-090000.json'];
  }

  async reread(texts: readonly string[]) {
    const pages = texts.map(text => ({ text, placed: this.placedOn(text) }));
    return { pages, codebook: this.codebook };
  }

  async find({ words, regex }: SearchQuery, text: string): Promise<HitsOutcome> {
    if (regex && words.includes('(')) return { kind: 'invalid', reason: 'missing closing )' };
    const pattern = wordsPattern(words, { case: 'smart' });
    const { text: body = '' } = this.texts.get(text) ?? {};
    return { kind: 'hits', hits: pattern ? allMatches(body, pattern) : [] };
  }

  /** The places of the settings that were set, in order. */
  readonly settings: { place: string; value: unknown }[] = [];

  async saveSetting(place: readonly string[], value: unknown): Promise<void> {
    this.settings.push({ place: place.join('.'), value });
  }

  async listHits(
    query: SearchQuery,
    order: readonly string[],
    onBatch: (batch: HitsBatch) => void,
  ): Promise<void> {
    const hits: ListedHit[] = [];
    for (const id of order) {
      const found = await this.find(query, id);
      const searched = this.texts.get(id);
      if (found.kind === 'invalid')
        return onBatch({ hits, total: 0, texts: 0, done: 0, of: 0, problem: found.reason });
      for (const hit of searched ? found.hits : [])
        if (searched) hits.push({ text: id, ...hit, ...inContext(searched, hit, 5) });
    }
    const texts = new Set(hits.map(hit => hit.text)).size;
    onBatch({ hits, total: hits.length, texts, done: 1, of: 1, problem: null });
  }

  async findEverywhere(query: SearchQuery) {
    const texts = [...this.texts.keys()].map(async text => {
      const found = await this.find(query, text);
      return { text, hits: found.kind === 'hits' ? found.hits.length : 0 };
    });
    return (await Promise.all(texts)).filter(({ hits }) => hits > 0);
  }

  /** The beginning of every third paragraph, the themes in turn: what is neither tagged nor rejected there. */
  async suggest(text: string) {
    const transcript = this.texts.get(text);
    const themes = this.codebook.themes.filter(theme => theme.status === 'active');
    const found: ReaderSuggestion[] = [];
    for (let index = 0; index < (transcript?.paragraphs.count ?? 0); index += 3) {
      const { start, end } = transcript?.paragraphs.at(index) ?? { start: 0, end: 0 };
      const theme = themes[(index / 3) % themes.length]?.id ?? '';
      const one = transcript && suggestionOn(transcript, { start, end }, { theme });
      if (one && !this.isDecided(one)) found.push(one);
    }
    return { found, problem: null };
  }

  private isDecided({ theme, start, end, rejectable: { text } }: ReaderSuggestion): boolean {
    const isRejected = [...this.rejections.values()].some(
      one => one.text === text && one.theme === theme && one.selector.start === start,
    );
    return (
      isRejected ||
      this.placedOn(text).some(one => {
        const range = rangeOf(one);
        return one.annotation.theme === theme && range && range.start < end && range.end > start;
      })
    );
  }

  async passages() {
    const passages = [...this.texts.values()].flatMap(text =>
      this.placedOn(text.id).map(placed => passageOf(text, placed)),
    );
    return { passages, problem: null };
  }

  async preview({ title }: DigestChoice) {
    const text = `# ${title}\n\n> A quotation of some length, which is to be wrapped.\n`;
    const body = { kind: 'text' as const, text };
    return { body, passages: 1, transcripts: 1, leftOut: { safety: 2 } };
  }

  async digestDesk() {
    return { recipes: [...this.recipes], coders: ['alex', 'sam'], problem: null };
  }

  async copyTable() {}

  async copyDigest() {
    return 'given to the clipboard';
  }

  async verifyDigest() {
    return { words: 'all 3 quotations are as in the texts', ok: true };
  }

  async saveLastDigest() {}

  async writeDigest() {
    return this.mood().full ? ('exists' as const) : ('written' as const);
  }

  async lookAgain() {
    return { seen: '', opened: null };
  }

  async editText() {
    return { kind: 'unchanged' as const };
  }

  async planImport(words: string): Promise<ImportAnswer> {
    return words === 'gone'
      ? { kind: 'refused', reason: 'no such file or folder. Check the name' }
      : { kind: 'planned', plan: pierPage };
  }

  /** The reviews that were to be written, in order. */
  readonly imports: Review[] = [];

  async writeImport(review: Review): Promise<WriteImportAnswer> {
    if (this.mood().full) throw new Fault('texts/pier.md: the disk is full');
    this.imports.push(review);
    const [id] = this.texts.keys();
    return {
      kind: 'written',
      written: { ids: [id ?? ''], paragraphs: 1, dropped: 0, refused: null },
    };
  }

  async savePlaces() {}

  private changeRejection({ before, after }: RejectionEdit): void {
    const id = (before ?? after)?.id ?? '';
    if (this.rejections.has(id) !== (before !== null)) throw new Error('the rejection was changed');
    if (after) this.rejections.set(id, after);
    else this.rejections.delete(id);
  }

  private changed(step: Step): Codebook {
    const changed = changeCodebook(this.codebook, step);
    if (changed.kind === 'refused') throw new Refusal(changed.reason);
    return changed.codebook;
  }

  private itemsOf(text: string): Map<string, Placed> {
    const found = this.items.get(text) ?? new Map<string, Placed>();
    this.items.set(text, found);
    return found;
  }
}
