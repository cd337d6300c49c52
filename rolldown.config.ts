import { join } from 'node:path';
import { defineConfig } from 'rolldown';
import { quickBuiltins } from './.rolldown/builtins.ts';
import { keptRows, keptWords } from './.rolldown/inkRows.ts';
import { withoutCanvas, withoutRequests } from './.rolldown/jsdom.ts';
import { pdfTables, turnedGlyphs, withoutDrawing, withoutResponse } from './.rolldown/pdf.ts';
import { executable, quickWidth, withoutDevtools, withoutFetch } from './.rolldown/plugins.ts';

/**
 * One entry, one for the thread that reads documents, and a file for each dynamic import, so that a
 * command loads its own code only. Every dependency is inside: `dist/` runs without `node_modules`.
 */
export default defineConfig({
  input: { main: 'src/main.ts', importWorker: 'src/importing/worker.ts' },
  platform: 'node',
  onLog(level, log, print) {
    // Left outside, it would be missing wherever dist/ runs alone.
    if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message);
    print(level, log);
  },
  plugins: [
    withoutDevtools,
    withoutFetch,
    withoutRequests,
    withoutCanvas,
    withoutDrawing,
    withoutResponse,
    turnedGlyphs,
    pdfTables,
    quickWidth,
    keptRows,
    keptWords,
    quickBuiltins,
    executable,
  ],
  transform: {
    target: 'node22',
    define: { 'process.env.NODE_ENV': '"production"' },
    inject: {
      'Intl.Segmenter': [join(import.meta.dirname, '.rolldown/segmenter.ts'), 'QuickSegmenter'],
    },
  },
  output: {
    dir: 'dist',
    cleanDir: true,
    format: 'esm',
    chunkFileNames: '[name].js',
    minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
  },
});
