import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeProject } from '../support/project.ts';
import { openText, storedIn } from './reader.ts';

const KILLS = process.env.MARGINALIA_LONG ? 1_000 : 50;
const AT_ONCE = 2;
const PARAGRAPHS = 12;
const TEXT = Array.from(
  { length: PARAGRAPHS },
  (_, i) => `Paragraph ${i + 1} says something of its own.`,
).join('\n\n');

/** A small generator (mulberry32), so that the same seed kills at the same moments. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Tags some paragraphs, each seen to be saved, then one more; kills the reader a millisecond after the
 * screen says that this one is saved, or at a random moment of its writing. Returns how many were said to
 * be saved, all of which are there.
 */
async function killOnce(random: () => number): Promise<number> {
  using project = makeProject({ 'text.txt': TEXT });
  const reader = await openText(project);
  const saved = 1 + Math.floor(random() * 3);
  for (let i = 1; i <= saved; i++) {
    await reader.press('1');
    await reader.waitFor(
      terminal =>
        terminal.text().includes(`● State t`) &&
        new RegExp(` ${i}  2`).test(terminal.text()) &&
        /saved/.test(terminal.text()),
    );
    if (i < saved) await reader.press('j');
  }
  const isMidWrite = random() < 0.5;
  if (isMidWrite) await reader.press('j', '1');
  await new Promise(resolve => setTimeout(resolve, isMidWrite ? random() * 12 : 1));
  reader.kill('SIGKILL');
  await reader.done;
  const stored = storedIn(project, 'annotations/alex/text.json');
  const exact = stored.map(item => item.exact);
  expect(exact.slice(0, saved)).toEqual(TEXT.split('\n\n').slice(0, saved));
  expect(stored.length - saved, 'a tag that nobody made').toBeLessThanOrEqual(isMidWrite ? 1 : 0);
  expect(readdirSync(project.path('texts'))).toEqual(['text.txt']);
  return saved;
}

test(`${KILLS} kills: no broken file, no tag lost that the screen said was saved`, {
  timeout: 3_600_000,
}, async () => {
  const random = seeded(20261122);
  let saved = 0;
  for (let done = 0; done < KILLS; done += AT_ONCE) {
    const all = await Promise.all(
      Array.from({ length: Math.min(AT_ONCE, KILLS - done) }, () => killOnce(random)),
    );
    saved += all.reduce((sum, one) => sum + one, 0);
  }
  expect(saved).toBeGreaterThanOrEqual(KILLS);
  if (process.env.MARGINALIA_LONG) console.log(`${KILLS} kills, ${saved} tags saved, all there`);
});
