import { readdirSync, unlinkSync, utimesSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openProject } from '../../../src/project/project.ts';
import { projectPorts } from '../../../src/reader/projectPorts.ts';
import { makeProject, type TestProject } from '../../support/project.ts';

const ports = { now: () => '2026-11-03T09:00:00.000Z', newId: () => 'urn:uuid:0' };

const doors = (project: TestProject) =>
  projectPorts(openProject(project.folder, ports), 'alex', {
    XDG_STATE_HOME: project.path('state'),
    XDG_CONFIG_HOME: project.path('config'),
  });

const query = (words: string, regex = false) => ({ words, regex });
const going = () => new AbortController().signal;

describe('looking through all transcripts', () => {
  test('counts the hits of those that have any, by id', async () => {
    using project = makeProject({
      'b.txt': 'lock, Lock',
      'a.md': '# A padlock\n',
      'none.txt': 'nothing',
      'bad.txt': Buffer.from([0x6c, 0x6f, 0x63, 0x6b, 0xff]),
    });
    const { findEverywhere } = doors(project);
    expect(await findEverywhere(query('lock'), going())).toEqual([
      { text: 'a', hits: 1 },
      { text: 'b', hits: 2 },
    ]);
    expect(await findEverywhere(query('[Ll]ock$', true), going())).toEqual([
      { text: 'a', hits: 1 },
      { text: 'b', hits: 1 },
    ]);
  });

  test('a file that has changed is read again, one that is gone is gone', async () => {
    using project = makeProject({ 'a.txt': 'lock', 'b.txt': 'lock' });
    const { findEverywhere } = doors(project);
    expect(await findEverywhere(query('lock'), going())).toHaveLength(2);
    project.write('texts/a.txt', 'lock and lock again');
    unlinkSync(project.path('texts', 'b.txt'));
    expect(await findEverywhere(query('lock'), going())).toEqual([{ text: 'a', hits: 2 }]);
  });

  test('a file that has not changed is read once', async () => {
    using project = makeProject({ 'a.txt': 'lock' });
    const { findEverywhere } = doors(project);
    const time = new Date('2026-11-03T09:00:00Z');
    utimesSync(project.path('texts', 'a.txt'), time, time);
    await findEverywhere(query('lock'), going());
    // The same size at the same time: nobody looks into it again.
    project.write('texts/a.txt', 'gone');
    utimesSync(project.path('texts', 'a.txt'), time, time);
    expect(await findEverywhere(query('lock'), going())).toEqual([{ text: 'a', hits: 1 }]);
  });

  test('an open transcript is searched as it was opened', async () => {
    using project = makeProject({ 'a.txt': 'lock' });
    const { openText, find, findEverywhere } = doors(project);
    await openText('a');
    project.write('texts/a.txt', 'no word of it');
    expect(await find(query('lock'), 'a', going())).toEqual({
      kind: 'hits',
      hits: [{ start: 0, end: 4 }],
    });
    expect(await findEverywhere(query('lock'), going())).toEqual([{ text: 'a', hits: 1 }]);
  });

  test('what is no expression is said, and found nowhere', async () => {
    using project = makeProject({ 'a.txt': 'lock' });
    const { find, findEverywhere } = doors(project);
    expect(await find(query('(', true), 'a', going())).toEqual({
      kind: 'invalid',
      reason: 'missing closing ): (',
    });
    expect(await findEverywhere(query('(', true), going())).toEqual([]);
  });

  test('gives up when nobody wants the answer any more', async () => {
    using project = makeProject(
      Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`t${i}.txt`, 'lock'])),
    );
    const controller = new AbortController();
    controller.abort();
    const found = await doors(project).findEverywhere(query('lock'), controller.signal);
    expect(found.length).toBeLessThan(readdirSync(project.path('texts')).length);
  });

  test('lets others have their turn in a large text', async () => {
    using project = makeProject({ 'large.txt': 'a lock and a key\n\n'.repeat(200_000) });
    const { find } = doors(project);
    await find(query('lock'), 'large', going());
    let turns = 0;
    let isOver = false;
    const count = () => {
      turns++;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    const found = await find(query('l[o]ck', true), 'large', going());
    isOver = true;
    expect(found.kind === 'hits' && found.hits.length).toBe(100_000);
    expect(turns).toBeGreaterThan(1);
  });
});
