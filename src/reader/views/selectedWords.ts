import { countWords } from '../../model/paragraphs.ts';
import { selectionOf } from '../select.ts';
import type { ReadingState } from '../state.ts';

/** What the status says while a passage is being selected: '10 words of ¶ 31', '120 words of ¶ 31–33'. */
export function selectedWords(reading: ReadingState): string {
  const { transcript, place } = reading;
  const range = selectionOf(reading);
  if (range === null) return `nothing yet of ¶ ${place.current + 1}`;
  const touched = transcript.paragraphs.touchedBy(range.start, range.end);
  const [first, last] = [(touched?.first ?? 0) + 1, (touched?.last ?? 0) + 1];
  const count = countWords(transcript.text.slice(range.start, range.end));
  const words = `${count} word${count === 1 ? '' : 's'}`;
  return `${words} of ¶ ${first === last ? first : `${first}–${last}`}`;
}
