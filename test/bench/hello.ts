import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { withoutDevtools } from '../../.rolldown/plugins.ts';

/**
 * Bundles the 'hello' that ours is compared with, into a folder, the usual way: none of what our own
 * bundle does to its dependencies for a quicker start. Returns the path of the program.
 */
export async function buildHello(folder: string): Promise<string> {
  const bundle = await rolldown({
    input: join(import.meta.dirname, 'hello.tsx'),
    platform: 'node',
    plugins: [withoutDevtools],
    transform: { target: 'node22', define: { 'process.env.NODE_ENV': '"production"' } },
  });
  const file = join(folder, 'hello.mjs');
  await bundle.write({ file, format: 'esm', minify: true });
  await bundle.close();
  return file;
}
