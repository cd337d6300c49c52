import { readdirSync } from 'node:fs';
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

/** jsdom loads the interfaces of style sheets by name; a bundle must know all names beforehand. */
const IDL = '../../../../generated/idl';
const styleRules = readdirSync(
  new URL('../node_modules/jsdom/lib/generated/idl', import.meta.url),
).filter(name => /^CSS\w+(?:Rule|Declarations)\.js$/.test(name));
export const withStyleRules = replacing(/css[\\/]utils[\\/]cssom\.js$/, {
  [`require(\`${IDL}/\${syntax.definition.cssom}.js\`)`]: `({${styleRules
    .map(name => `${name.slice(0, -3)}: () => require("${IDL}/${name}")`)
    .join()}})[syntax.definition.cssom]()`,
});
