import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REPOSITORY } from '../support/project.ts';
import { anchoring } from './anchoring.ts';
import { digests } from './digests.ts';
import { documents } from './documents.ts';
import { durable } from './durable.ts';
import { figures, searches } from './figures.ts';
import { buildHello } from './hello.ts';
import { pages, plainTexts } from './imports.ts';
import { lookedAt } from './looks.ts';
import { manyDoubts, manyTags } from './many.ts';
import { commands, firstFrames, heavyKeys, keys } from './measures.ts';
import { tableOf } from './table.ts';

/**
 * `npm run bench [RUNS]`: how quick the built program is, as ratios within one run, for the times
 * themselves belong to one machine on one day. Nothing passes or fails by it.
 */
const runs = Number(process.argv[2] ?? 20);
if (!existsSync(join(REPOSITORY, 'dist/main.js'))) {
  console.error('there is no dist/ yet: "npm run build" makes it');
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'marginalia-bench-'));
const hello = await buildHello(folder);
console.log(`Node ${process.versions.node}, ${process.platform} ${process.arch}\n`);
console.log(tableOf('Commands, start to end', await commands(runs)));
console.log(tableOf('First frame, 120×36', await firstFrames(runs, hello)));
console.log(tableOf('Key to frame, 160×48', await keys(runs * 4, hello)));
console.log(
  tableOf('Key to frame, 160×48, 200 themes, 2,000 annotations', await heavyKeys(runs * 4, hello)),
);
console.log(tableOf('Finding passages again', await anchoring(Math.ceil(runs / 4))));
console.log(tableOf('10,000 tags at once', await manyTags(Math.ceil(runs / 4))));
console.log(
  tableOf('10,000 tags on a text that was changed', await manyDoubts(Math.ceil(runs / 10))),
);
console.log(tableOf('A key while files are looked at', await lookedAt()));
console.log(tableOf('A durable write', await durable(runs * 5)));
const { rows, words } = await documents(Math.ceil(runs / 4));
console.log(tableOf('A book as PDF', rows));
console.log(words);
const made = digests(Math.ceil(runs / 10));
console.log(tableOf('A digest of 100,000 annotations', made.rows));
console.log(made.words);
console.log(tableOf('Figures of 100,000 annotations on 1,000 texts', figures(Math.ceil(runs / 4))));
console.log(tableOf('A word in 100 MB', searches(Math.ceil(runs / 4))));
const html = pages(Math.ceil(runs / 4));
console.log(tableOf('Pages of HTML', html.rows));
console.log(html.words);
const texts = plainTexts(Math.ceil(runs / 4));
console.log(tableOf('Plain texts', texts.rows));
console.log(texts.words);
rmSync(folder, { recursive: true });
