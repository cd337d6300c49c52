import { join } from 'node:path';
import { makeProject, REPOSITORY } from '../support/project.ts';
import type { Measure } from './table.ts';
import { TimedTerminal } from './terminal.ts';

const MAIN = join(REPOSITORY, 'dist/main.js');
const TEXTS = 5_000;
const CODERS = ['bench', 'kim', 'sam'];
const LARGE = { columns: 160, rows: 48 };
/** Every two seconds the files are looked at; so many keys last over several looks. */
const KEYS = 300;

/** A key in the library while the files of 5,000 texts and three coders are looked at, beside one text. */
export async function lookedAt(): Promise<Measure[]> {
  const few: Measure = { name: '1 text', times: [] };
  const many: Measure = {
    name: '5,000 texts × 3 coders',
    times: [],
    against: few.name,
    aim: 'p95 ≤ 16 ms',
  };
  for (const [row, texts] of [[few, 1] as const, [many, TEXTS] as const]) {
    using project = projectOf(texts);
    const terminal = new TimedTerminal([MAIN], project.folder, LARGE);
    await terminal.shows(/\d transcripts? /);
    for (let n = 0; n < KEYS; n++) {
      await new Promise(resolve => setTimeout(resolve, 20));
      row.times.push(await terminal.frameAfter(n % 2 === 0 ? '?' : '\x1b'));
    }
    await terminal.close();
  }
  return [few, many];
}

function projectOf(texts: number) {
  const names = Array.from({ length: texts }, (_, n) => `interview-${n}`);
  const words = 'Something was said here.\n\n'.repeat(20);
  const pageOf = (text: string) => ({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'urn:uuid:00000000-0000-5000-8000-000000000000',
    type: 'AnnotationPage',
    marginalia: { version: 1, text, sha256: null },
    items: [],
  });
  return makeProject(
    Object.fromEntries(names.map(name => [`${name}.md`, words])),
    Object.fromEntries(
      CODERS.flatMap(coder => names.map(name => [`${coder}/${name}.json`, pageOf(name)])),
    ),
  );
}
