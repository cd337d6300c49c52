/** What stands at the beginning of a block: a time, a label that may name a speaker, or neither. */
export interface BlockLabel {
  speaker: string | null;
  time: string | null;
  /** Length of the time, the label and the white space after them, in UTF-16 units. */
  length: number;
}

const TIME = String.raw`\[(?<time>(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)\][ \t\u00A0]*`;
// One to eight words without colon or bracket, the first beginning with a letter or a digit.
const NAME = String.raw`(?<speaker>(?=[\p{L}\p{N}])(?:[^\s:[\]]{1,40}[ \t\u00A0]+){0,7}[^\s:[\]]{1,40})`;
const LABEL = new RegExp(
  String.raw`[^\S\n]*(?:${TIME})?(?:${NAME}[ \t\u00A0]*:(?=\s|$)\s*)?`,
  'uy',
);

/** Reads the label of the block from `start` to `end` (UTF-16, half-open) in time linear in the label. */
export function readLabel(text: string, start: number, end: number): BlockLabel {
  LABEL.lastIndex = start;
  const found = LABEL.exec(text);
  const time = found?.groups?.time ?? null;
  const speaker = found?.groups?.speaker ?? null;
  const labelled = time !== null || speaker !== null;
  return { speaker, time, length: labelled ? Math.min(found?.[0].length ?? 0, end - start) : 0 };
}

/**
 * Whether labels without a time name speakers in this text: at least a third of its blocks carry a
 * label and one of them recurs. A press report with a 'She said:' here and there does not pass.
 */
export class SpeakerRule {
  private labelled = 0;
  private recurs = false;
  private readonly seen = new Set<string>();

  see(label: BlockLabel): void {
    if (label.speaker === null) return;
    this.labelled++;
    if (this.seen.has(label.speaker)) this.recurs = true;
    else if (!this.recurs) this.seen.add(label.speaker);
  }

  holds(blocks: number): boolean {
    return this.recurs && this.labelled * 3 >= blocks;
  }
}
