import { readFileSync, writeFileSync } from 'node:fs';
import { withKeyTable } from './keyTable.ts';

const path = new URL('../../README.md', import.meta.url);
writeFileSync(path, withKeyTable(readFileSync(path, 'utf8')));
