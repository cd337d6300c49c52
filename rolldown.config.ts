import { join } from 'node:path';
import { defineConfig } from 'rolldown';
import { executable, quickWidth, withoutDevtools, withoutFetch } from './bundle/plugins.ts';

/**
 * One entry and a file for each dynamic import, so that a command loads its own code only. Every
 * dependency is inside: `dist/` runs without `node_modules`.
 */
export default defineConfig({
  input: 'src/main.ts',
  platform: 'node',
  plugins: [withoutDevtools, withoutFetch, quickWidth, executable],
  transform: {
    target: 'node22',
    define: { 'process.env.NODE_ENV': '"production"' },
    inject: {
      'Intl.Segmenter': [join(import.meta.dirname, 'bundle/segmenter.ts'), 'QuickSegmenter'],
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
