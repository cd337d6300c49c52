import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, describe as group, test } from 'vitest';
import { readTranscript } from '../../src/model/transcript.ts';
import { describeCorpus } from '../support/corpora.ts';
import { REPOSITORY } from '../support/project.ts';
import { EDIT_KINDS } from './editKinds.ts';
import { type Trial, tableOf, tryOne } from './experiment.ts';
import { makeRandom, proseOf } from './randomEdits.ts';

const LONG = Boolean(process.env.MARGINALIA_LONG);
const INAUGURAL = 'corpora/inaugural/data/raw/inaugural-addresses';

/** The bodies of the transcripts in a folder. */
const textsIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter(name => /\.(?:txt|md)$/.test(name))
    .map(name => readTranscript(name, readFileSync(join(folder, name), 'utf8')).text);

/** As many trials of each kind of edit as are wanted, spread over the texts. */
function trialsOn(texts: readonly string[], ofEach: number, seed: number): Trial[] {
  const random = makeRandom(seed);
  return EDIT_KINDS.flatMap(kind =>
    Array.from({ length: ofEach }, () => tryOne(random, random.of(texts), kind)),
  );
}

function expectTrustworthy(name: string, trials: readonly Trial[]): void {
  const count = (verdict: Trial['verdict']) =>
    trials.filter(trial => trial.verdict === verdict).length;
  console.log(`${name}: ${trials.length} passages, each after one edit\n${tableOf(trials, LONG)}`);
  expect(count('wrong')).toBeLessThanOrEqual(Math.max(1, trials.length / 1_000));
  // What is in doubt is listed with the right place; what cannot be found is seldom there.
  expect(count('unlisted')).toBeLessThan(trials.length / 100);
  expect(count('missed')).toBeLessThan(trials.length / 50);
  expect(count('right')).toBeGreaterThan(trials.length / 2);
  // With both texts known a passage is never led astray, and seldom given up.
  const followed = (verdict: Trial['verdict']) =>
    trials.filter(trial => trial.followed === verdict).length;
  expect(followed('wrong')).toBeLessThanOrEqual(trials.length / 1_000);
  expect(followed('missed')).toBeLessThan(trials.length / 30);
}

group('edits of known kinds: how often each outcome is right', { timeout: 600_000 }, () => {
  test('in our own texts and in prose that repeats itself', () => {
    const random = makeRandom(20_261_124);
    const texts = [
      ...textsIn(join(REPOSITORY, 'texts')),
      proseOf(random, 60),
      proseOf(random, 400),
    ];
    expectTrustworthy('own texts', trialsOn(texts, LONG ? 1_000 : 100, 1));
  });

  describeCorpus('transcripts', 1, folder => {
    test('in real transcripts', () => {
      expectTrustworthy('transcripts', trialsOn(textsIn(folder), LONG ? 1_000 : 100, 2));
    });
  });

  describeCorpus(INAUGURAL, 1, folder => {
    test('in two centuries of speeches', () => {
      expectTrustworthy('speeches', trialsOn(textsIn(folder), LONG ? 1_000 : 100, 3));
    });
  });
});
