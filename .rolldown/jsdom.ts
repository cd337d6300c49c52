import type { Plugin } from 'rolldown';
import { replacing } from './replacing.ts';

/**
 * jsdom starts a second process of its own for a script's synchronous request. No script runs here, so
 * the file for it need not be there.
 */
export const withoutRequests = replacing(/XMLHttpRequest-impl\.js$/, {
  'require.resolve("./xhr-sync-worker.js")': 'null',
});

/** jsdom draws with a native library where there is one, which no bundle can hold; here nothing is drawn. */
const MISSING = '\0missing';
export const withoutCanvas: Plugin = {
  name: 'without-canvas',
  resolveId: id => (id === '@napi-rs/canvas' ? MISSING : null),
  load: id => (id === MISSING ? 'throw new Error("not in the bundle")' : null),
};
