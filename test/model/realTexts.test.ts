import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countWords } from '../../src/model/paragraphs.ts';
import { readTranscript } from '../../src/model/transcript.ts';
import { describeCorpus } from '../support/corpora.ts';

const read = (folder: string, file: string) =>
  readTranscript(file, readFileSync(join(folder, file), 'utf8'));

/** Paragraphs and words, counted with another program in another language before this one was run. */
const REAL_TEXTS = [
  ['met-commissioner-ict-summit-2021.txt', 77, 3535],
  ['guardian-tech-firms-2021.txt', 54, 969],
  ['itpro-tech-giants-2021.txt', 15, 524],
  ['newschain-ict-summit-2021.txt', 11, 342],
  ['mi5-annual-threat-update-2021.txt', 50, 4238],
] as const;

describeCorpus('transcripts', 5, folder => {
  test.each(REAL_TEXTS)('%s has %d paragraphs and %d words', (file, paragraphs, words) => {
    const { text, paragraphs: found } = read(folder, file);
    expect(found.count).toBe(paragraphs);
    expect(countWords(text)).toBe(words);
  });
});

const INAUGURAL = 'corpora/inaugural/data/raw/inaugural-addresses';

describeCorpus(INAUGURAL, 2, folder => {
  const files = readdirSync(folder).filter(name => name.endsWith('.txt'));

  test('42 speeches, 1,175 paragraphs and 100,954 words', () => {
    const texts = files.map(file => read(folder, file));
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    expect(texts).toHaveLength(42);
    expect(sum(texts.map(({ paragraphs }) => paragraphs.count))).toBe(1175);
    expect(sum(texts.map(({ text }) => countWords(text)))).toBe(100_954);
  });

  test('paragraphs and what stands between them are the source, byte for byte', () => {
    for (const file of files) {
      const bytes = readFileSync(join(folder, file));
      const { text, paragraphs } = readTranscript(file, bytes.toString('utf8'));
      let rebuilt = '';
      for (let index = 0; index < paragraphs.count; index++) {
        const { start, end } = paragraphs.at(index);
        rebuilt += text.slice(rebuilt.length, start) + text.slice(start, end);
      }
      rebuilt += text.slice(rebuilt.length);
      expect(Buffer.from(rebuilt).equals(bytes), file).toBe(true);
    }
  });
});
