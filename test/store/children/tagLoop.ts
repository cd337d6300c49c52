// Tags one text again and again, and says each id once it is saved: `tagLoop.ts FOLDER NAME COUNT`.
import { Store } from '../../../src/store/store.ts';
import { TARGET, tag } from '../samples.ts';

const [folder = '', name = '', count = ''] = process.argv.slice(2);
const store = new Store(folder);

for (let n = 1; n <= Number(count); n++) {
  const annotation = { ...tag(n), id: `urn:test:${name}-${n}` };
  await store.changePage(TARGET, items => [...items, annotation]);
  process.stdout.write(`${annotation.id}\n`);
}
