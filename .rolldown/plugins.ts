import { chmodSync } from 'node:fs';
import type { Plugin } from 'rolldown';
import { replacing } from './replacing.ts';
import { PLAIN_CHARACTERS } from './segmenter.ts';

const EMPTY = '\0empty';

/** Ink would load React's development tools when DEV is set; the bundle leaves that branch out. */
export const withoutDevtools: Plugin = {
  name: 'without-devtools',
  resolveId: id => (id === 'react-devtools-core' ? EMPTY : null),
  load: id => (id === EMPTY ? 'export default {}' : null),
  transform: {
    filter: { id: /[\\/]ink[\\/]build[\\/]\w+\.js$/, code: "process.env['DEV']" },
    handler: code => code.replaceAll("process.env['DEV']", 'undefined'),
  },
};

/**
 * Yoga fetches its own WebAssembly from a `data:` address, and the first `fetch` loads all of Node's
 * HTTP client: twenty milliseconds before the first frame. Without `fetch` it decodes the same bytes.
 */
export const withoutFetch = replacing(/yoga-wasm-base64-esm\.js$/, {
  '"function"!=typeof fetch': 'true',
});

/**
 * What `string-width` does for ASCII it may do for every plain character. Its way for all others begins
 * with patterns over Unicode properties that take V8 twenty milliseconds to compile.
 */
export const quickWidth = replacing(/string-width[\\/]index\.js$/, {
  '/^[\\u0020-\\u007E]*$/': `/^[${PLAIN_CHARACTERS}]*$/`,
});

/** `dist/main.js` is the program itself. */
export const executable: Plugin = {
  name: 'executable',
  writeBundle: ({ dir }) => chmodSync(`${dir}/main.js`, 0o755),
};
