import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { withKeyTable } from './keyTable.ts';

const root = new URL('../../', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, root), 'utf8');

describe('README.md', () => {
  test('its table of keys is the reader’s own (npm run readme makes it anew)', () => {
    const readme = read('README.md');
    expect(withKeyTable(readme)).toBe(readme);
  });

  test('every file and folder that it links to is there', () => {
    const links = [...read('README.md').matchAll(/\]\((?!https?:|#)([^)\s]+)\)/g)].map(
      match => match[1] ?? '',
    );
    expect(links.length).toBeGreaterThan(2);
    expect(links.filter(link => !existsSync(new URL(link, root)))).toEqual([]);
  });
});

describe('ARCHITECTURE.md', () => {
  test('every folder that it names is there, and it names every part of src', () => {
    const named = [...read('ARCHITECTURE.md').matchAll(/`(src\/[\w/.]+)`/g)].map(
      match => match[1] ?? '',
    );
    expect(named.filter(path => !existsSync(new URL(path, root)))).toEqual([]);
    for (const part of [
      'model',
      'anchoring',
      'store',
      'digest',
      'analysis',
      'project',
      'cli',
      'reader',
    ]) {
      expect(
        named.some(path => path === `src/${part}/` || path.startsWith(`src/${part}/`)),
        part,
      ).toBe(true);
    }
  });
});
