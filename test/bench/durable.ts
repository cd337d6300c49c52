import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openProject } from '../../src/project/project.ts';
import { tagPassage } from '../../src/project/tagging.ts';
import { makeProject } from '../support/project.ts';
import type { Measure } from './table.ts';

/** A tag that a power cut cannot take back, beside a row of SQLite of which the same is true. */
export async function durable(runs: number): Promise<Measure[]> {
  const sqlite: Measure = { name: 'SQLite insert, FULL', times: [] };
  const tag: Measure = { name: 'tag', times: [], against: sqlite.name };
  using database = openDatabase();
  const tagNext = await taggingOf(runs + 1);
  database.insert();
  await tagNext();
  for (let run = 0; run < runs; run++) {
    sqlite.times.push(await timed(database.insert));
    tag.times.push(await timed(tagNext));
  }
  return [sqlite, tag];
}

async function timed(act: () => unknown): Promise<number> {
  const from = performance.now();
  await act();
  return performance.now() - from;
}

/** A database with a write-ahead log that is synced at every commit. */
function openDatabase() {
  const folder = mkdtempSync(join(tmpdir(), 'marginalia-sqlite-'));
  const database = new DatabaseSync(join(folder, 'tags.db'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.exec(
    'CREATE TABLE tag (id TEXT PRIMARY KEY, text TEXT, start INT, stop INT, theme TEXT)',
  );
  const row = database.prepare('INSERT INTO tag VALUES (?, ?, ?, ?, ?)');
  return {
    insert: () => row.run(randomUUID(), 'text', 120, 180, 'erwt'),
    [Symbol.dispose]() {
      database.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Tags one paragraph after the other of a text that has as many as there will be tags. */
async function taggingOf(paragraphs: number): Promise<() => Promise<unknown>> {
  const lines = Array.from({ length: paragraphs }, (_, n) => `Paragraph ${n + 1} of this text.`);
  const folder = makeProject({ 'text.txt': lines.join('\n\n') });
  process.on('exit', () => folder.remove());
  const project = openProject(folder.folder, {
    now: () => new Date().toISOString(),
    newId: () => `urn:uuid:${randomUUID()}`,
  });
  let paragraph = 0;
  return () => {
    paragraph++;
    const at = { where: String(paragraph) };
    return tagPassage(project, { text: 'text', theme: 'erwt', at, coder: 'bench' });
  };
}
