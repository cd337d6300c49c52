import { anchor } from '../../src/anchoring/anchor.ts';
import { describe } from '../../src/anchoring/describe.ts';
import { type AnchorSubject, anchorSubject } from '../../src/anchoring/subject.ts';
import type { Selector } from '../../src/model/annotation.ts';
import { somePassage } from '../anchoring/experiment.ts';
import { makeRandom, proseOf } from '../anchoring/randomEdits.ts';
import type { Measure } from './table.ts';

/** Sentences of the text: some 300,000 characters, a book's worth of interviews. */
const SENTENCES = 4_000;

/** How long it takes to find all passages of a text again: as it was, and after edits of it. */
export async function anchoring(runs: number): Promise<Measure[]> {
  const random = makeRandom(1);
  const text = proseOf(random, SENTENCES);
  const subject = anchorSubject(text);
  const few = selectorsOn(random, subject, 1_000);
  const many = [...few, ...selectorsOn(random, subject, 9_000)];
  const shifted = anchorSubject(`A sentence that was put in front.\n\n${text}`);
  const edited = anchorSubject(withTypos(text));
  const rows: [Measure, () => void][] = [
    [row('1,000, text unchanged', '≤ 100 ms'), () => findAll(subject, few, true)],
    [row('1,000, shifted', '≤ 100 ms'), () => findAll(shifted, few, false)],
    [row('10,000, shifted', '≤ 5,000 ms'), () => findAll(shifted, many, false)],
    [row('10,000, a typo a page mended', '≤ 5,000 ms'), () => findAll(edited, many, false)],
  ];
  for (let run = 0; run < runs; run++) {
    for (const [measure, act] of rows) {
      const from = performance.now();
      act();
      measure.times.push(performance.now() - from);
    }
  }
  return rows.map(([measure]) => measure);
}

const row = (name: string, aim: string): Measure => ({ name, times: [], aim });

function selectorsOn(
  random: ReturnType<typeof makeRandom>,
  subject: AnchorSubject,
  count: number,
): Selector[] {
  return Array.from({ length: count }, () => describe(subject, somePassage(random, subject.text)));
}

function findAll(subject: AnchorSubject, selectors: readonly Selector[], unchanged: boolean): void {
  for (const selector of selectors) anchor(subject, selector, { unchanged });
}

/** Every 3,000 characters a letter more. */
const withTypos = (text: string): string => text.replace(/[\s\S]{3000}/g, part => `${part}e`);
