import { cpSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'rolldown';
import { replacing } from './replacing.ts';

/**
 * pdf.js loads a library for drawing as soon as it is loaded itself: a tenth of a second, and warnings
 * where it is missing. Nothing is drawn here.
 */
export const withoutDrawing = replacing(/pdfjs-dist[\\/]legacy[\\/]build[\\/]pdf\.mjs$/, {
  'canvas = require("@napi-rs/canvas");\n    } catch':
    'canvas = { DOMMatrix: class {}, Path2D: class {} };\n    } catch',
});

/**
 * pdf.js mends `Response` where it is old, and to look at it is to load all of Node's HTTP client: a
 * twentieth of a second in each thread. Nothing is fetched here.
 */
export const withoutResponse = replacing(
  /pdfjs-dist[\\/]legacy[\\/]build[\\/]pdf(?:\.worker)?\.mjs$/,
  {
    'typeof Response.prototype.bytes !== "function"': 'false',
  },
);

/**
 * pdf.js works the place of each letter out by way of three arrays; this makes one. A third of the time
 * that a long book takes is spent there.
 */
const QUICK_TRANSFORM = `
      const { ctm, textMatrix: m } = textState;
      const p = m[0] * tsm[0], q = m[1] * tsm[0], r = m[2] * tsm[3], s = m[3] * tsm[3];
      const x = m[2] * tsm[5] + m[4], y = m[3] * tsm[5] + m[5];
      return [ctm[0] * p + ctm[2] * q, ctm[1] * p + ctm[3] * q, ctm[0] * r + ctm[2] * s, ctm[1] * r + ctm[3] * s, ctm[0] * x + ctm[2] * y + ctm[4], ctm[1] * x + ctm[3] * y + ctm[5]];`;

/**
 * pdf.js takes the letters of a line from left to right and turns those of Arabic and Hebrew around.
 * A glyph that stands for several letters has them in the order of reading, and would lose it.
 */
export const turnedGlyphs = replacing(/pdfjs-dist[\\/]legacy[\\/]build[\\/]pdf\.worker\.mjs$/, {
  'return Util.transform(textState.ctm, Util.transform(textState.textMatrix, tsm));':
    QUICK_TRANSFORM,
  // A hyphen at a line's end is often written as a soft one.
  'if (category.isInvisibleFormatMark) {':
    'if (category.isInvisibleFormatMark && glyph.unicode !== "\\u00ad") {',
  // Each copy had the one before it for its prototype: to V8 each was an object of another kind.
  'Object.assign(Object.create(this), this);\n    clone.textMatrix':
    'Object.assign(new TextState(), this);\n    clone.textMatrix',
  // The words of a page are sent as a whole, not ten by ten.
  'const TEXT_CHUNK_BATCH_SIZE = 10;': 'const TEXT_CHUNK_BATCH_SIZE = 1e6;',
  'textChunk.str.push(glyphUnicode);':
    'textChunk.str.push(glyphUnicode.length > 1 ? glyphUnicode.replace(/[\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc]{2,}/g, run => Array.from(run).reverse().join("")) : glyphUnicode);',
});

/** pdf.js reads its tables of Asian encodings from a folder of its package; they lie beside the bundle. */
export const pdfTables: Plugin = {
  name: 'pdf-tables',
  writeBundle({ dir }) {
    const from = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
    cpSync(join(from, 'cmaps'), join(String(dir), 'pdfjs/cmaps'), { recursive: true });
  },
};
