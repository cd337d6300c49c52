import type { DigestInput, DigestText } from './input.ts';
import { titleOf, webAddress } from './sources.ts';

/**
 * The transcripts of a digest as CSL-JSON (https://docs.citationstyles.org, schema 1.0), as Zotero and
 * Pandoc read it. A speaker is an author by a literal name: how names are parted nobody has said.
 */
export function renderCsl({ texts }: DigestInput): string {
  return `${JSON.stringify(texts.map(entry), null, 2)}\n`;
}

function entry(source: DigestText) {
  const { id, speaker, date } = source;
  const url = webAddress(source.source);
  return {
    id,
    type: 'speech',
    title: titleOf(source).toWellFormed(),
    ...(speaker === null ? {} : { author: [{ literal: speaker.toWellFormed() }] }),
    ...(date === null ? {} : { issued: issued(date) }),
    ...(url === null ? {} : { URL: url }),
    ...(url === null && source.source !== null ? { note: source.source.toWellFormed() } : {}),
  };
}

/** A date as CSL wants it: its parts where it is ISO 8601, else as words. */
function issued(date: string) {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/
    .exec(date)
    ?.slice(1)
    .filter(Boolean)
    .map(Number);
  return parts ? { 'date-parts': [parts] } : { literal: date.toWellFormed() };
}
