import { chmodSync } from 'node:fs';
import type { Plugin } from 'rolldown';
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
export const withoutFetch = replacing({
  file: /yoga-wasm-base64-esm\.js$/,
  text: '"function"!=typeof fetch',
  by: 'true',
});

/**
 * What `string-width` does for ASCII it may do for every plain character. Its way for all others begins
 * with patterns over Unicode properties that take V8 twenty milliseconds to compile.
 */
export const quickWidth = replacing({
  file: /string-width[\\/]index\.js$/,
  text: String.raw`/^[\u0020-\u007E]*$/`,
  by: `/^[${PLAIN_CHARACTERS}]*$/`,
});

/** `dist/main.js` is the program itself. */
export const executable: Plugin = {
  name: 'executable',
  writeBundle: ({ dir }) => chmodSync(`${dir}/main.js`, 0o755),
};

/** Replaces a piece of a dependency; the build fails if a newer version says it in another way. */
function replacing({ file, text, by }: { file: RegExp; text: string; by: string }): Plugin {
  return {
    name: `replacing in ${file.source}`,
    transform: {
      filter: { id: file },
      handler(code, id) {
        if (!code.includes(text)) this.error(`${id} no longer says ${text}`);
        return code.replaceAll(text, () => by);
      },
    },
  };
}
