import { decodeText, encodingNotes } from '../encoding.ts';
import type { ImportContext, ImportedText, ImportFormat } from '../imported.ts';
import { metaOf } from '../meta.ts';
import { Refusal, refusing } from '../refusal.ts';
import { type Cue, linesOf } from './cue.ts';
import { type Shown, unrolled } from './rolling.ts';
import { type Speech, srtSpeech, vttSpeech } from './speech.ts';
import { parseSrt } from './srt.ts';
import { turnsOf } from './turns.ts';
import { parseVtt } from './vtt.ts';

/** WebVTT as turns with their times. Styling, comments and regions are no text. */
export const readVtt: ImportFormat = refusing('WebVTT', async (bytes, context) => {
  const { text, notes } = await decoded(bytes, context);
  const lines = linesOf(text);
  const cues = parseVtt(lines);
  if (cues === null) throw new Refusal("is no WebVTT: its first line must be 'WEBVTT'");
  return textOf(cues, vttSpeech, [...notes, ...headerNotes(lines)]);
});

/** SubRip as turns with their times. */
export const readSrt: ImportFormat = refusing('SRT', async (bytes, context) => {
  const { text, notes } = await decoded(bytes, context);
  return textOf(parseSrt(linesOf(text)), srtSpeech, notes);
});

/** Players pass over a cue that no empty line parts from the first line of the file. */
function headerNotes(lines: readonly string[]): string[] {
  const end = lines.indexOf('');
  const header = lines.slice(0, end === -1 ? undefined : end);
  const isLost = header.some(line => line.includes('-->'));
  return isLost ? ['left out: a cue without an empty line between it and WEBVTT'] : [];
}

async function decoded(bytes: Uint8Array, { charset }: ImportContext) {
  const found = await decodeText(bytes, charset);
  if (found.kind === 'refused') throw new Refusal(found.reason);
  return { text: found.text, notes: encodingNotes(found) };
}

function textOf(
  cues: readonly Cue[],
  speechOf: (text: string) => Speech[],
  notes: string[],
): ImportedText {
  const shown = cues.map(({ start, end, text }) => ({
    start,
    end,
    lines: linesIn(speechOf(text)),
  }));
  const blocks = turnsOf(unrolled(shown));
  if (blocks.length === 0) throw new Refusal('has no cues with words in them');
  return { blocks, meta: metaOf({}), notes };
}

/** The lines of a cue, white space as in print; empty ones say nothing. */
function linesIn(speech: readonly Speech[]): Shown['lines'] {
  return speech.flatMap(({ voice, text }) =>
    text
      .split('\n')
      .map(line => ({ voice, text: line.replace(/[^\S\n]+/g, ' ').trim() }))
      .filter(line => line.text !== ''),
  );
}
