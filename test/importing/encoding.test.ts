import { describe, expect, test } from 'vitest';
import { decodeText, encodingNotes } from '../../src/importing/encoding.ts';
import { encoded, utf16be } from './encoded.ts';

const ENGLISH =
  'The caf\u00E9 was closed, \u201Cas ever\u201D \u2013 she said, and the na\u00EFve guest went home again.';
const RUSSIAN = 'Все люди рождаются свободными и равными в своем достоинстве и правах.';
const POLISH =
  'Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw. Są oni obdarzeni rozumem i sumieniem.';
const JAPANESE =
  'すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。';
const CHINESE =
  '人人生而自由,在尊严和权利上一律平等。他们赋有理性和良心,并应以兄弟关系的精神相对待。';
const KOREAN = '모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다.';

const UKRAINIAN =
  'Усі люди народжуються вільними і рівними у своїй гідності та правах. Вони наділені розумом і її силою.';
const MACINTOSH =
  'It’s the café’s own ferry, and it doesn’t leave: “We’ll stay,” the captain said.';
const FRENCH = 'Le cœur du port, à côté de l\u2019été, coûte 5 € par année.'.replace('\u2019', "'");
const PRICES = 'Elle a coûté 5 € à l’été, et le cœur y était : « une fois et demie ».';

/** Japanese between the escapes of ISO-2022-JP: its letters are those of EUC-JP without the high bit. */
function escaped(text: string): Uint8Array {
  const letters = encoded(text, 'euc-jp').map(byte => byte & 0x7f);
  return Buffer.concat([Buffer.from('\u001B$B'), letters, Buffer.from('\u001B(B')]);
}

function utf32(text: string, isLittle: boolean): Uint8Array {
  const points = Array.from(text, letter => letter.codePointAt(0) ?? 0);
  const view = new DataView(new ArrayBuffer(points.length * 4));
  for (const [index, point] of points.entries()) view.setUint32(index * 4, point, isLittle);
  return new Uint8Array(view.buffer);
}

describe('the encoding is found', () => {
  test.each([
    ['utf-8', ENGLISH, new TextEncoder().encode(ENGLISH)],
    ['utf-8', ENGLISH, new TextEncoder().encode(`\uFEFF${ENGLISH}`)],
    ['utf-16le', ENGLISH, Buffer.from(`\uFEFF${ENGLISH}`, 'utf16le')],
    ['utf-16be', RUSSIAN, utf16be(`\uFEFF${RUSSIAN}`)],
    ['utf-16le', ENGLISH, Buffer.from(ENGLISH, 'utf16le')],
    ['utf-16be', RUSSIAN, utf16be(RUSSIAN)],
    ['windows-1252', ENGLISH, encoded(ENGLISH, 'windows-1252')],
    ['windows-1252', 'caf\u00E9\n', encoded('caf\u00E9\n', 'windows-1252')],
    ['windows-1251', RUSSIAN, encoded(RUSSIAN, 'windows-1251')],
    ['koi8-r', RUSSIAN, encoded(RUSSIAN, 'koi8-r')],
    ['iso-8859-2', POLISH, encoded(POLISH, 'iso-8859-2')],
    ['shift_jis', JAPANESE, encoded(JAPANESE, 'shift_jis')],
    ['gb18030', CHINESE, encoded(CHINESE, 'gb18030')],
    ['euc-kr', KOREAN, encoded(KOREAN, 'euc-kr')],
    ['koi8-u', UKRAINIAN, encoded(UKRAINIAN, 'koi8-u')],
    ['ibm866', RUSSIAN, encoded(RUSSIAN, 'ibm866')],
    ['macintosh', MACINTOSH, encoded(MACINTOSH, 'macintosh')],
    ['iso-8859-15', FRENCH, encoded(FRENCH, 'iso-8859-15')],
    ['windows-1252', PRICES, encoded(PRICES, 'windows-1252')],
    ['iso-2022-jp', JAPANESE, escaped(JAPANESE)],
    ['utf-32le', RUSSIAN, utf32(`\uFEFF${RUSSIAN}`, true)],
    ['utf-32be', ENGLISH, utf32(ENGLISH, false)],
  ])('%s: %s', async (encoding, text, bytes) => {
    expect(await decodeText(bytes)).toEqual({ kind: 'text', text, encoding, damaged: 0 });
  });

  test('what a server tells counts where the bytes fit, and not where they say otherwise', async () => {
    const bytes = encoded('\u041F\u0440\u0438', 'windows-1251');
    expect(await decodeText(bytes, 'windows-1251')).toMatchObject({ text: '\u041F\u0440\u0438' });
    const utf8 = new TextEncoder().encode('caf\u00E9');
    expect(await decodeText(utf8, 'iso-8859-1')).toMatchObject({
      encoding: 'utf-8',
      text: 'caf\u00E9',
    });
    expect(await decodeText(bytes, 'no-such-thing')).toMatchObject({ kind: 'text' });
  });

  test('a broken place in UTF-8 spoils itself alone', async () => {
    const bytes = Buffer.concat([
      Buffer.from('\u201Cdéjà vu\u201D, àéîöü àéîöü '),
      Buffer.from([0xc3, 0x28]),
    ]);
    const decoded = await decodeText(bytes);
    expect(decoded).toMatchObject({ encoding: 'utf-8', damaged: 1 });
    if (decoded.kind === 'text')
      expect(encodingNotes(decoded)).toEqual(['1 place could not be read and became \uFFFD']);
  });
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['zeros', Buffer.alloc(4000)],
  ['noise', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251))],
])('%s is refused', async (_, bytes) => {
  expect(await decodeText(bytes)).toMatchObject({ kind: 'refused' });
});

test('what was read otherwise is said', () => {
  expect(encodingNotes({ encoding: 'windows-1252', damaged: 0 })).toEqual(['read as windows-1252']);
  expect(encodingNotes({ encoding: 'utf-8', damaged: 0 })).toEqual([]);
});
