import { decodeText, encodingNotes } from '../encoding.ts';
import { block, type ImportContext, type ImportedText, type ImportFormat } from '../imported.ts';
import { metaOf } from '../meta.ts';
import { Refusal, refusing } from '../refusal.ts';
import { type Cue, linesOf } from './cue.ts';
import { type Shown, unrolled } from './rolling.ts';
import { type Speech, srtSpeech, vttSpeech } from './speech.ts';
import { beforeCues, parseSrt } from './srt.ts';
import { turnsOf } from './turns.ts';
import { parseVtt } from './vtt.ts';

/** WebVTT as turns with their times. Comments are proposed to be left out; styles and regions are no text. */
export const readVtt: ImportFormat = refusing('WebVTT', async (bytes, context) => {
  const { text, notes } = await decoded(bytes, context);
  const file = parseVtt(linesOf(text));
  if (file === null) throw new Refusal("is no WebVTT: its first line must be 'WEBVTT'");
  const said = textOf(file.cues, vttSpeech, notes);
  return { ...said, blocks: [...said.blocks, ...file.beside] };
});

/** SubRip as turns with their times. */
export const readSrt: ImportFormat = refusing('SRT', async (bytes, context) => {
  const { text, notes } = await decoded(bytes, context);
  const lines = linesOf(text);
  const said = textOf(parseSrt(lines), srtSpeech, notes);
  const before = beforeCues(lines).join('\n');
  const beside = before === '' ? [] : [block(before, { drop: 'before the first cue' })];
  return { ...said, blocks: [...beside, ...said.blocks] };
});

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
