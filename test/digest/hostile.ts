import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { z } from 'zod';

// Whatever Markdown, GFM or HTML gives a meaning to, and what a terminal would obey.
const FRAGMENTS = [
  ...Array.from({ length: 32 + 1 + 94 }, (_, i) => String.fromCharCode(i)),
  ...['\n', '\n', '\n\n', '\n\n\n', '  \n', '\\\n', ' ', ' ', '    ', '\t', '\u00a0', '\u3000'],
  ...['a', 'b', 'é', 'w', '1', '٣', '中', '😀', 'e\u0301', '“', '–'],
  ...['\u007f', '\u0085', '\u009b', '\u200e', '\u200f', '\u2028', '\u202e', '\ufeff', '\ufffe'],
  ...['\ud800', '\udc00', '\u{e0067}', '\u{e007f}', '\u001b[2J', '\u001b]0;x\u0007'],
  ...['&nbsp;', '&#65;', '&#x41;', '&copy', '&', '&amp;', 'R&D', '&lt;'],
  ...[
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '<b>',
    '<a href="javascript:x">',
    '<?',
    ']]>',
    '<http://a.b>',
  ],
  ...[
    'http://a.b/c',
    'https://a.b',
    'www.a.b',
    'a@b.co',
    'mailto:a@b.co',
    'javascript:alert(1)',
    'xmpp:a@b.c/d',
  ],
  ...[
    '[a](javascript:x)',
    '![a](b)',
    '[1]',
    '[a][1]',
    '[1]: http://a.b',
    '[ 1 ]',
    '[^1]',
    '[^1]: a',
    '[ ] ',
    '[x] ',
    '[a]',
    '[ab]',
    '[a b]:',
  ],
  ...[
    '# ',
    '## ',
    '===',
    '---',
    '***',
    '- ',
    '+ ',
    '* ',
    '1. ',
    '1) ',
    '> ',
    '| a | b |',
    '|-|-|',
    '| --- |',
    ':-:',
    '```',
    '~~~',
    '`',
    '~~',
    '~',
    '**',
    '__',
    '_',
    '\\',
    '$',
    '{',
    '}',
    '^',
  ],
];

/** Strings made of what could go wrong. */
export const nasty = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .array(fc.constantFrom(...FRAGMENTS), { maxLength: 12 })
      .map(parts => parts.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
);

const corpora =
  process.env.MARGINALIA_CORPORA ??
  fileURLToPath(new URL('../../../shared/corpora', import.meta.url));
const BLNS_CASES = 500;

/** The big list of naughty strings; where it is not present, none, and a line that says so. */
export function naughtyStrings(): string[] {
  const file = `${corpora}/blns/blns.json`;
  if (existsSync(file)) return z.array(z.string()).parse(JSON.parse(readFileSync(file, 'utf8')));
  console.info(
    `blns.json is not here: about ${BLNS_CASES} cases left out (MARGINALIA_CORPORA names its folder)`,
  );
  return [];
}

/**
 * What a text is after it has been through Markdown: the controls that CommonMark cannot express are
 * symbols, everything else is as it was. Worked out from the specification, not from our code: section
 * 2.5 for references, section 2.3 for NUL.
 */
export function asMarkdownHolds(text: string): string {
  return Array.from(text, character => {
    const code = character.codePointAt(0) ?? 0;
    const kept = code === 9 || code === 10 || code === 12 || code === 13;
    if (code < 32 && !kept) return String.fromCharCode(0x2400 + code);
    if (code === 127) return '␡';
    const lost = (code > 127 && code < 160) || (code >= 0xd800 && code <= 0xdfff);
    return lost ? '\ufffd' : character;
  }).join('');
}
