import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copySample, REPOSITORY } from './project.ts';
import { PtyProgram } from './pty.ts';
import { DARK, svgOf } from './svg.ts';

/**
 * `npm run picture`: the README's picture, from a real run of the built program on the sample project.
 * Each key must change the screen before the next is pressed.
 */
const PICTURE = join(REPOSITORY, '.github/reader.svg');
const TITLE = 'The reading view of Marginalia: a tagged transcript with themes in the margin';
const SIZE = { columns: 120, rows: 34 };
const KEYS = ['Enter', '}', '}', 'j', 'k'];

using sample = copySample();
const reader = new PtyProgram(process.execPath, [join(REPOSITORY, 'dist/main.js')], {
  ...SIZE,
  cwd: sample.folder,
  ground: DARK.ground,
  env: { MARGINALIA_CODER: 'alex' },
});
await reader.waitFor(/\d%/);
for (const key of KEYS) {
  const before = reader.text();
  await reader.press(key);
  await reader.waitFor(() => reader.text() !== before);
}
mkdirSync(dirname(PICTURE), { recursive: true });
writeFileSync(PICTURE, svgOf(reader.grid, TITLE));
console.log(reader.text());
await reader.close();
