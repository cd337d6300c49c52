/** What pandoc calls the formats that are left to it, and the endings of their files. */
export const PANDOC_FORMATS: readonly (readonly [name: string, ...endings: string[]])[] = [
  ['rtf', 'rtf'],
  ['latex', 'tex', 'latex'],
  ['rst', 'rst'],
  ['org', 'org'],
  ['textile', 'textile'],
  ['mediawiki', 'mediawiki', 'wiki'],
  ['docbook', 'docbook', 'dbk'],
  ['fb2', 'fb2'],
  ['ipynb', 'ipynb'],
  ['muse', 'muse'],
  ['opml', 'opml'],
  ['typst', 'typ'],
];
