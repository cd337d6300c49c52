import { describe, expect, test } from 'vitest';
import { copySample, makeProject, type TestProject } from '../support/project.ts';
import { type RawTag, rawTags, rawText, rawWords } from './figures.ts';
import { json, linesOf, marginalia } from './invoke.ts';

/** What a stats row must say of some tags, worked out character by character. */
function expected(project: TestProject, tags: readonly RawTag[]) {
  const texts = Map.groupBy(tags, ({ text }) => text);
  const words = [...texts].map(([id, group]) => rawWords(rawText(project, id), group));
  return {
    annotations: tags.length,
    passages: new Set(tags.map(({ text, start, end }) => `${text} ${start} ${end}`)).size,
    keys: tags.filter(({ key }) => key).length,
    texts: texts.size,
    words: words.reduce((sum, n) => sum + n, 0),
  };
}

const allWords = (project: TestProject, id: string): number =>
  rawText(project, id).join('').trim().split(/\s+/).length;

describe('stats of the sample project, worked out from its files', () => {
  test.each(['theme', 'text', 'coder'] as const)('by %s', by => {
    using project = copySample();
    marginalia(project, 'tag', 'press-reaction-2021', '2-4', 'encryption', '--coder', 'sam');
    const tags = rawTags(project);
    const { rows } = json(project, 'stats', '--by', by);
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) {
      const group = tags.filter(tag => tag[by] === row.group);
      expect(row).toMatchObject(expected(project, group));
      expect(row.share).toBe(row.words / row.of);
    }
  });

  test('all words are counted, by text and together', () => {
    using project = copySample();
    const { rows, total } = json(project, 'stats', '--by', 'text');
    for (const { group, of } of rows) expect(of).toBe(allWords(project, group));
    expect(total).toMatchObject(expected(project, rawTags(project)));
    expect(total.of).toBe(rows.reduce((sum: number, row: { of: number }) => sum + row.of, 0));
  });
});

const TALK = `---
date: 2021-07-14
---
Ana: one two three

Ben: four five

six seven

Ana: eight nine
`;

/** Who speaks: Ana 4 + 3 words with their labels, Ben 3 and, without a name, 2. */
function talk(): TestProject {
  const project = makeProject({
    'talk.md': TALK,
    'speech.md': '---\nspeaker: Ana\ndate: 2021-08\n---\nAlone she speaks.\n',
    'note.txt': 'No date, nobody.',
  });
  marginalia(project, 'tag', 'talk', '1-2', 'erwt');
  marginalia(project, 'tag', 'talk', 'encryption', '--quote', 'ive\n\nsix sev', '--key');
  marginalia(project, 'tag', 'talk', 'encryption', '--quote', 'five', '--coder', 'sam');
  marginalia(project, 'tag', 'speech', '1', 'erwt', '--coder', 'sam');
  return project;
}

const short = (rows: { group: string; annotations: number; words: number; of: number }[]) =>
  rows.map(({ group, annotations, words, of }) => [group, annotations, words, of]);

describe('stats', () => {
  test('by speaker: a turn goes on, a passage counts for each who speaks in it', () => {
    using project = talk();
    expect(short(json(project, 'stats', '--by', 'speaker').rows)).toEqual([
      ['Ana', 2, 4 + 3, 4 + 3 + 3],
      ['Ben', 3, 3 + 2, 5],
      [null, 0, 0, 3],
    ]);
  });

  test('by month of the transcript, by coder, by theme', () => {
    using project = talk();
    expect(short(json(project, 'stats', '--by', 'month').rows)).toEqual([
      ['2021-07', 3, 9, 12],
      ['2021-08', 1, 3, 3],
      [null, 0, 0, 3],
    ]);
    expect(short(json(project, 'stats', '--by', 'coder').rows)).toEqual([
      ['alex', 2, 9, 18],
      ['sam', 2, 4, 18],
    ]);
    const [, erwt, , encryption] = json(project, 'stats').rows;
    expect(short([erwt, encryption])).toEqual([
      ['erwt', 2, 10, 18],
      ['encryption', 2, 3, 18],
    ]);
    expect(encryption).toMatchObject({ passages: 2, keys: 1, texts: 1 });
  });

  test('filters', () => {
    using project = talk();
    const total = (...args: string[]) => json(project, 'stats', ...args).total.annotations;
    expect(total('--coder', 'sam')).toBe(2);
    expect(total('--key-only')).toBe(1);
    expect(total('--text', 'speech')).toBe(1);
    expect(total('--theme', 'ERWT')).toBe(2);
    expect(total('--since', '2999-01-01')).toBe(0);
  });

  test('lines with bars; the whole on stderr', () => {
    using project = talk();
    const { stdout, stderr } = marginalia(project, 'stats', '--by', 'speaker');
    expect(linesOf(stdout)).toEqual([
      'SPEAKER       TAGS  KEY  TEXTS  WORDS  OF  SHARE',
      'Ana              2    0      2      7  10    70%  ████████',
      'Ben              3    1      1      5   5   100%  ████████████',
      'nobody named     0    0      0      0   3     0%',
    ]);
    expect(stderr).toBe('4 annotations on 4 passages, 12 of 18 words (67%)\n');
  });

  test('CSV', () => {
    using project = talk();
    const { stdout } = marginalia(project, 'stats', '--by', 'coder', '--format', 'csv');
    expect(stdout).toBe(
      'by,group,name,annotations,passages,keys,texts,words,of,share,uncertain\r\n' +
        'coder,alex,alex,2,2,1,1,9,18,0.5,0\r\n' +
        `coder,sam,sam,2,2,0,2,4,18,${4 / 18},0\r\n`,
    );
  });

  test('coverage: what is not tagged, and that it was not read', () => {
    using project = talk();
    const { texts } = json(project, 'stats', '--coverage');
    expect(texts[2]).toEqual({
      id: 'talk',
      title: 'talk',
      paragraphs: 4,
      tagged: 3,
      untagged: [[4, 4]],
      leftAt: null,
      share: 0.75,
    });
    const { stdout } = marginalia(project, 'stats', '--coverage', '--theme', 'encryption');
    expect(linesOf(stdout).slice(-2)).toEqual([
      'talk    4     50%  not read  ██████',
      '  untagged: ¶ 1, 4',
    ]);
    expect(json(project, 'stats', '--coverage', '--theme', 'encryption').texts[0].untagged).toEqual(
      [[1, 1]],
    );
  });

  test('an empty project', () => {
    using project = makeProject({});
    expect(json(project, 'stats', '--by', 'text')).toMatchObject({ rows: [] });
    expect(json(project, 'matrix')).toMatchObject({ texts: [], total: 0 });
    expect(marginalia(project, 'stats', '--coverage').status).toBe(0);
  });
});
