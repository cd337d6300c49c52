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
 * pdf.js takes the letters of a line from left to right and turns those of Arabic and Hebrew around.
 * A glyph that stands for several letters has them in the order of reading, and would lose it.
 */
export const turnedGlyphs = replacing(/pdfjs-dist[\\/]legacy[\\/]build[\\/]pdf\.worker\.mjs$/, {
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
