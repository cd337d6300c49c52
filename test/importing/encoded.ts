/** Bytes of a text in an encoding that Node can only read: each letter is looked for among all codes. */
export function encoded(text: string, encoding: string): Uint8Array {
  const codes = codesOf(encoding);
  return Uint8Array.from(
    Array.from(text).flatMap(letter => {
      const code = codes.get(letter);
      if (!code) throw new Error(`${letter} is not in ${encoding}`);
      return code;
    }),
  );
}

function codesOf(encoding: string): Map<string, number[]> {
  const codes = new Map<string, number[]>();
  const decoder = new TextDecoder(encoding);
  const learn = (code: number[]) => {
    const letter = decoder.decode(Uint8Array.from(code));
    if (Array.from(letter).length === 1 && letter !== '\uFFFD' && !codes.has(letter))
      codes.set(letter, code);
  };
  for (let a = 0; a < 256; a++) learn([a]);
  for (let a = 0x81; a < 0xff; a++) for (let b = 0x40; b < 0xff; b++) learn([a, b]);
  return codes;
}

/** UTF-16 with its high byte first; no mark of byte order. */
export const utf16be = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16();
