import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { linesOf as linesIn } from '../../src/importing/cues/cue.ts';
import { readSrt, readVtt } from '../../src/importing/cues/cues.ts';
import { vttSpeech } from '../../src/importing/cues/speech.ts';
import { parseVtt } from '../../src/importing/cues/vtt.ts';
import { describeCorpus } from '../support/corpora.ts';
import { linesOf, readWith, refusalOf } from './readWith.ts';

/** Cues of two seconds; the number is the second at which one begins. */
const vtt = (...cues: [number, string][]) =>
  ['WEBVTT', ...cues.map(([at, text]) => `${time(at)}.000 --> ${time(at + 2)}.000\n${text}`)].join(
    '\n\n',
  );
const srt = (...cues: [number, string][]) =>
  cues
    .map(
      ([at, text], n) => `${n + 1}\r\n${time(at)},000 --> ${time(at + 2)},000\r\n${text}\r\n\r\n`,
    )
    .join('');
const time = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 19);

const vttLines = async (...cues: [number, string][]) =>
  linesOf(await readWith(readVtt, vtt(...cues)));
const srtLines = async (...cues: [number, string][]) =>
  linesOf(await readWith(readSrt, srt(...cues)));

describe('turns', () => {
  test('cues of one voice are joined until another speaks', async () => {
    expect(
      await vttLines(
        [3661, '<v Ann Lee>So it\nbegins'],
        [3663, '<v Ann Lee>here.</v>'],
        [3665, '<v.loud Ben>No!</v> <v Ann Lee>Yes.'],
      ),
    ).toEqual([
      '¶ [01:01:01] Ann Lee: So it begins here.',
      '¶ [01:01:05] Ben: No!',
      '¶ [01:01:05] Ann Lee: Yes.',
    ]);
  });

  test('names before a colon are speakers if they are in capitals or recur', async () => {
    expect(
      await srtLines(
        [0, 'ANN: One thing.'],
        [2, 'Remember: it goes on.'],
        [4, '[Dr Ben O’Hara]: Two.'],
        [6, 'Dr Ben O’Hara: Three.'],
        [8, 'ANN: At 10:30 then.'],
        [10, 'Well, she said: no.'],
        [12, 'Or not.'],
      ),
    ).toEqual([
      '¶ [00:00:00] ANN: One thing. Remember: it goes on.',
      '¶ [00:00:04] Dr Ben O’Hara: Two. Three.',
      '¶ [00:00:08] ANN: At 10:30 then. Well, she said: no. Or not.',
    ]);
  });

  test('a whole name or a number is a speaker where others recur', async () => {
    expect(
      await srtLines([0, 'Ann Lee: One.'], [2, 'Ann Lee: Two.'], [4, 'Ben Owen: Three.']),
    ).toEqual(['¶ [00:00:00] Ann Lee: One. Two.', '¶ [00:00:04] Ben Owen: Three.']);
  });

  test('a dash or a chevron before a word opens a turn of nobody known', async () => {
    expect(await srtLines([0, '- Who is it?\n- Me.'], [2, 'Come in.'], [4, '-5 degrees.'])).toEqual(
      ['¶ [00:00:00] Who is it?', '¶ [00:00:00] Me. Come in. -5 degrees.'],
    );
    expect(await srtLines([0, '>> ANN: Yes.'], [2, '&gt;&gt; And you?'], [4, '>>> Next.'])).toEqual(
      ['¶ [00:00:00] ANN: Yes.', '¶ [00:00:02] And you?', '¶ [00:00:04] Next.'],
    );
  });

  test('a pause of two seconds begins a paragraph, and nobody is guessed after it', async () => {
    expect(await srtLines([0, 'ANN: One'], [3, 'two.'], [7, 'Three.'])).toEqual([
      '¶ [00:00:00] ANN: One two.',
      '¶ [00:00:07] Three.',
    ]);
  });

  test('a turn that grows too long is parted at the end of a sentence', async () => {
    const sentence = (n: number) => `${`word${n} `.repeat(50).trim()}.`;
    const cues = Array.from({ length: 8 }, (_, n): [number, string] => [
      n * 2,
      `<v Ann>${sentence(n)}`,
    ]);
    // Each is 300 letters long, and 800 are reached with the third.
    expect(sentence(0)).toHaveLength(300);
    const turn = (at: number, ...sentences: number[]) =>
      `¶ [${time(at)}] Ann: ${sentences.map(sentence).join(' ')}`;
    expect(await vttLines(...cues)).toEqual([turn(0, 0, 1, 2), turn(6, 3, 4, 5), turn(12, 6, 7)]);
  });

  test('captions that roll are told once; words that are said twice stay', async () => {
    const rolling: [number, string][] = [
      [0, ' \nhello<00:00:00.500><c> there</c>'],
      [2, 'hello there\n '],
      [4, 'hello there\nhow<c> are you</c>'],
      [6, 'how are you\n '],
      [8, 'how are you\nfine'],
    ];
    expect(await vttLines(...rolling)).toEqual(['¶ [00:00:00] hello there how are you fine']);
    expect(await srtLines([0, 'No.'], [2, 'No.'], [4, 'I said no.'], [6, 'Why?'])).toEqual([
      '¶ [00:00:00] No. No. I said no. Why?',
    ]);
  });
});

describe('SubRip', () => {
  test('tags, positions and entities go, a less-than sign stays', async () => {
    const text = '{\\an8}<i>One</i> <font color="#fff">&amp; two</font>, 1 < 2 &#233;';
    expect(await srtLines([0, text])).toEqual(['¶ [00:00:00] One & two, 1 < 2 é']);
  });

  test('numbers, hours and empty lines may be missing or too many', async () => {
    const file =
      '00:01,5 --> 00:02.5\nOne\n\nstill one\n2\n0:00:03,000 --> 0:00:04,000 X1:1\nTwo\n3';
    expect(linesOf(await readWith(readSrt, file))).toEqual(['¶ [00:00:01] One still one Two 3']);
  });

  test('words before the first times are proposed to be left out', async () => {
    expect(linesOf(await readWith(readSrt, `A film\n\n${srt([0, 'Well.'])}`))).toEqual([
      '¶ A film (before the first cue)',
      '¶ [00:00:00] Well.',
    ]);
  });

  test('old files are read as windows-1252, and it is said', async () => {
    const bytes = Buffer.from(srt([0, 'Caf\xe9 \x93so\x94']), 'latin1');
    const text = await readWith(readSrt, bytes);
    expect(linesOf(text)).toEqual(['¶ [00:00:00] Café “so”']);
    expect(text.notes).toEqual(['read as windows-1252']);
    const wide = Buffer.from(`\uFEFF${srt([0, 'Ω'])}`, 'utf16le');
    expect(linesOf(await readWith(readSrt, wide))).toEqual(['¶ [00:00:00] Ω']);
  });

  test('what has no cues is refused', async () => {
    expect(await refusalOf(readSrt, 'Only words.\n\n12\n')).toBe('has no cues with words in them');
    expect(await refusalOf(readSrt, srt([0, '<i></i>']))).toBe('has no cues with words in them');
    expect(await refusalOf(readVtt, srt([0, 'Words']))).toMatch(/^is no WebVTT/);
  });
});

test('comments of WebVTT are proposed to be left out, and so is what has no times; styles are no text', async () => {
  const file =
    'WEBVTT - title\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\nNOTE\nnot said\n\nintro\n00:01.000 --> 00:02.000 align:start\nSaid &lt;so&gt;.\n\nNOTE by hand\n\n00:05.000 --> soon\nLost\n';
  expect(linesOf(await readWith(readVtt, file))).toEqual([
    '¶ [00:00:01] Said <so>.',
    '¶ not said (comment in the file)',
    '¶ by hand (comment in the file)',
    '¶ Lost (without times that can be read)',
  ]);
});

test('a cue that stands in the header is proposed to be left out', async () => {
  const file = 'WEBVTT\n00:01.000 --> 00:02.000\nLost\n\n00:03.000 --> 00:04.000\nKept';
  expect(linesOf(await readWith(readVtt, file))).toEqual([
    '¶ [00:00:03] Kept',
    '¶ Lost (cue without an empty line between it and WEBVTT)',
  ]);
});

interface Answer {
  cues: { startTime: number; endTime: number; text: string }[];
}

/** The stated answers beside a file: its cues, or the words that a player shows of them. */
function answersFor(file: string) {
  const read = (ending: string) => {
    const path = file.replace(/\.vtt$/, ending);
    return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
  };
  const cues: Answer | null = read('.json');
  const shown: { textContent: string }[] | null = read('-proc.json');
  return { cues: cues?.cues ?? null, shown };
}

const asCue = ({ startTime, endTime, text }: Answer['cues'][number]) => ({
  start: Math.round(startTime * 1000),
  end: Math.round(endTime * 1000),
  text,
});

describeCorpus('corpora/vtt', 2, folder => {
  const root = join(folder, 'tests');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.vtt'))
    .sort();

  test('every file gives the cues and the words that are stated for it', () => {
    let stated = 0;
    const failed: string[] = [];
    const check = (name: string, found: unknown, wanted: unknown) => {
      stated++;
      if (!isDeepStrictEqual(found, wanted)) failed.push(`${name}: ${JSON.stringify(found)}`);
    };
    for (const name of files) {
      const cues = parseVtt(linesIn(readFileSync(join(root, name), 'utf8')))?.cues ?? [];
      const answers = answersFor(join(root, name));
      if (answers.cues !== null) check(name, cues, answers.cues.map(asCue));
      const words = cues.map(({ text }) =>
        vttSpeech(text)
          .map(one => one.text)
          .join(''),
      );
      if (answers.shown !== null) {
        check(
          `${name}, words`,
          words,
          answers.shown.map(({ textContent }) => textContent),
        );
      }
    }
    console.log(`WebVTT: ${stated - failed.length} of ${stated} stated answers`, failed);
    expect(failed).toEqual([]);
    expect(stated).toBeGreaterThan(files.length);
  });

  test('what has cues with words is imported with all of them, the rest is refused', async () => {
    for (const name of files) {
      const { shown } = answersFor(join(root, name));
      const bytes = readFileSync(join(root, name));
      const words = (shown ?? []).map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
      if (words.some(word => word !== '')) {
        const all = (await readWith(readVtt, bytes)).blocks.map(({ text }) => text).join(' ');
        for (const word of words) expect(all, name).toContain(word.replace(/(?<=^| )- /g, ''));
      } else if (shown !== null) {
        expect(await refusalOf(readVtt, bytes), name).toMatch(/^is no WebVTT|^has no cues|^empty$/);
      }
    }
  });
});
