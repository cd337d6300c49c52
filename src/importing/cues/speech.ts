/** Words of one voice in a cue; `voice` is named by a tag, `null` where none is. */
export interface Speech {
  voice: string | null;
  text: string;
}

/** A tag runs to its `>`, or to the end of the cue. */
const TOKENS = /<([^>]*)(?:>|$)|[^<]+/g;
const VOICE = /^v(?:\.[^\s]*)?(?:\s+(.*))?$/s;
const STYLING = /\{\\[^}]*\}|\{\/?[biu]\}/gi;

/**
 * The text of a cue of WebVTT without its tags: classes, styles, karaoke times, ruby. `<v Name>` begins
 * the words of a voice that last to `</v>` or to the end. Format: W3C WebVTT, 'cue text parsing rules'.
 */
export function vttSpeech(text: string): Speech[] {
  const said: Speech[] = [{ voice: null, text: '' }];
  for (const [token, tag] of text.matchAll(TOKENS)) {
    if (tag === undefined) add(said, decode(token));
    else if (VOICE.test(tag)) said.push({ voice: voiceOf(tag), text: '' });
    else if (tag === '/v') said.push({ voice: null, text: '' });
  }
  return said.filter(one => one.text !== '');
}

/** The same for SubRip, in which a `<` that begins no tag is one that somebody wrote. */
export function srtSpeech(text: string): Speech[] {
  const plain = text.replace(/<\/?[a-z][^<>]*>/gi, '').replace(STYLING, '');
  return plain.trim() === '' ? [] : [{ voice: null, text: decode(plain) }];
}

function add(said: Speech[], words: string): void {
  const last = said.at(-1);
  if (last) last.text += words;
}

function voiceOf(tag: string): string | null {
  const name = decode(VOICE.exec(tag)?.[1] ?? '').replace(/\s+/g, ' ');
  return name.trim() || null;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  lrm: '\u200E',
  rlm: '\u200F',
};

function decode(text: string): string {
  return text.replace(/&(?:#(x[\da-f]{1,6}|\d{1,7})|([a-z]+));/gi, (whole, code, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const number = Number(code.replace(/^x/i, '0x'));
    const isCharacter = number > 0x1f && number <= 0x10ffff && (number & 0xfff800) !== 0xd800;
    return isCharacter ? String.fromCodePoint(number) : whole;
  });
}
