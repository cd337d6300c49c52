/** Unicode, chapter 23.8: the byte order marks of UTF-16, in which spreadsheets save text with tabs. */
const ENCODINGS = [
  { name: 'utf-16le', mark: [0xff, 0xfe] },
  { name: 'utf-16be', mark: [0xfe, 0xff] },
];

/** The text of a table that a spreadsheet may have saved: UTF-16 where its mark says so, else UTF-8. */
export function spreadsheetText(bytes: Uint8Array): string {
  const encoding = ENCODINGS.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte));
  return new TextDecoder(encoding?.name ?? 'utf-8').decode(bytes);
}
