import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every file under a folder with its bytes as base64, by path: what must be the same afterwards. */
export function bytesUnder(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' });
  const paths = files.filter(file => file.isFile()).map(file => join(file.parentPath, file.name));
  return Object.fromEntries(
    paths.sort().map(path => [path, readFileSync(path).toString('base64')]),
  );
}
