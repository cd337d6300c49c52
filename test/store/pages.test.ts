import { statSync } from 'node:fs';
import { v5 as uuidV5 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../src/model/annotation.ts';
import { makeProject } from '../support/project.ts';
import {
  BACKUP_FILE,
  idOf,
  PAGE_FILE,
  projectWith,
  SHA,
  selectorAt,
  shaOf,
  storeOf,
  TARGET,
  tag,
} from './samples.ts';

const ids = (annotations: readonly Annotation[] | undefined) => annotations?.map(one => one.id);
const none = (): Annotation[] => [];

describe('a page', () => {
  it('is null where there is none, and reading makes nothing', async () => {
    using project = makeProject({});
    expect(await storeOf(project).readPage('alex', 'interview')).toBeNull();
    expect(project.has('annotations')).toBe(false);
  });

  it('is laid out as the format says, byte for byte', async () => {
    using project = await projectWith(tag(1, { memo: 'why' }));
    const uuid = uuidV5('alex/interview', '8a1f6d52-6f0b-4c0e-9a53-2a5f1d0c7e94');
    expect(project.read(PAGE_FILE)).toBe(
      `{"@context": "http://www.w3.org/ns/anno.jsonld",
 "id": "urn:uuid:${uuid}", "type": "AnnotationPage", "marginalia": {"version": 1, "text": "interview", "sha256": "${SHA}"},
 "items": [
{"id": "${idOf(1)}", "type": "Annotation", "motivation": "tagging", "created": "2026-11-22T10:00:00.000Z", "modified": "2026-11-22T10:00:00.000Z", "creator": {"type": "Person", "name": "alex"}, "body": [{"type": "TextualBody", "purpose": "tagging", "value": "encryption"}, {"type": "TextualBody", "purpose": "commenting", "value": "why"}], "target": {"source": "../../texts/interview.md", "selector": [{"type": "TextQuoteSelector", "exact": "passage", "prefix": "before ", "suffix": " after"}, {"type": "TextPositionSelector", "start": 10, "end": 17}]}}
 ]}
`,
    );
  });

  it('comes back as it was written', async () => {
    const annotations = [tag(1), tag(2, { theme: null, memo: 'é 😀', key: true })];
    using project = await projectWith(...annotations);
    const page = await storeOf(project).readPage('alex', 'interview');
    expect(page?.sha256).toBe(SHA);
    expect(page?.annotations).toEqual(
      annotations.map(one => ({ ...one, stored: expect.anything() })),
    );
  });

  it('stands in text order: whole transcript first, then start, end, id', async () => {
    const at = (n: number, start: number, exact: string) =>
      tag(n, { selector: selectorAt(start, exact) });
    const order = [tag(9, { selector: null }), at(5, 2, 'ab'), at(1, 2, 'abc'), at(7, 2, 'abc')];
    using project = await projectWith(...order.toReversed());
    const page = await storeOf(project).readPage('alex', 'interview');
    expect(ids(page?.annotations)).toEqual(ids(order));
  });

  it('is changed from what is on the disk, not from what was read before', async () => {
    using project = await projectWith(tag(1));
    const [one, two] = [storeOf(project), storeOf(project)];
    await one.readPage('alex', 'interview');
    await two.changePage(TARGET, items => [...items, tag(2)]);
    const written = await one.changePage(TARGET, items => [...items, tag(3)]);
    expect(ids(written)).toEqual([idOf(1), idOf(2), idOf(3)]);
  });

  it('answers with what stands on the disk, so that the answer can be changed on', async () => {
    using project = await projectWith();
    const store = storeOf(project);
    const written = await store.changePage(TARGET, () => [tag(2), tag(1)]);
    expect(written).toEqual((await store.readPage('alex', 'interview'))?.annotations);
  });

  it('of two changes at once in one program, neither is lost', async () => {
    using project = makeProject({});
    const store = storeOf(project);
    await Promise.all(
      [1, 2, 3, 4, 5].map(n => store.changePage(TARGET, items => [...items, tag(n)])),
    );
    const page = await store.readPage('alex', 'interview');
    expect(ids(page?.annotations)).toEqual([1, 2, 3, 4, 5].map(idOf));
  });

  it('left empty is removed; its last bytes stay as the backup', async () => {
    using project = await projectWith(tag(1));
    const before = project.read(PAGE_FILE);
    expect(await storeOf(project).changePage(TARGET, none)).toEqual([]);
    expect(project.has(PAGE_FILE)).toBe(false);
    expect(project.read(BACKUP_FILE)).toBe(before);
  });

  it('what the change throws comes out, and nothing is written', async () => {
    using project = await projectWith(tag(1));
    const before = project.read(PAGE_FILE);
    const refusal = new Error('somebody changed it');
    const change = () => {
      throw refusal;
    };
    await expect(storeOf(project).changePage(TARGET, change)).rejects.toBe(refusal);
    expect(project.read(PAGE_FILE)).toBe(before);
    await storeOf(project, { wait: 0 }).changePage(TARGET, items => [...items, tag(2)]);
  });

  it('never gets what could not be read again', async () => {
    using project = await projectWith(tag(1));
    const before = project.read(PAGE_FILE);
    const store = storeOf(project);
    for (const wrong of [
      tag(1),
      tag(2, { id: '' }),
      tag(2, { selector: { ...selectorAt(5), end: 2 } }),
      tag(2, { selector: { ...selectorAt(5), start: 1.5 } }),
    ]) {
      const change = store.changePage(TARGET, items => [...items, wrong]);
      await expect(change).rejects.toThrow('was not written');
    }
    expect(project.read(PAGE_FILE)).toBe(before);
  });
});

describe('nothing is written', () => {
  it.each<[string, (items: readonly Annotation[]) => readonly Annotation[]]>([
    ['where the change changes nothing', items => items],
    ['where all comes back in another order', items => items.toReversed()],
    ['where all comes back as copies', items => structuredClone(items)],
  ])('%s', async (_, change) => {
    using project = await projectWith(tag(1), tag(2));
    const { ino, mtimeNs } = statSync(project.path(PAGE_FILE), { bigint: true });
    await storeOf(project).changePage({ ...TARGET, sha256: shaOf('another text') }, change);
    expect(statSync(project.path(PAGE_FILE), { bigint: true })).toMatchObject({ ino, mtimeNs });
    expect(project.has(BACKUP_FILE)).toBe(false);
  });

  it('for a coder without annotations who makes none', async () => {
    using project = makeProject({});
    expect(await storeOf(project).changePage(TARGET, none)).toEqual([]);
    expect(project.has('annotations/alex')).toBe(false);
  });
});

describe('the hash in a page', () => {
  const AGAIN = { ...TARGET, sha256: shaOf('the text as it is') };
  const shaOnDisk = (content: string) => JSON.parse(content).marginalia.sha256;

  it('stays while the text does', async () => {
    using project = await projectWith(tag(1));
    await storeOf(project).changePage(TARGET, items => [...items, tag(2)]);
    expect(shaOnDisk(project.read(PAGE_FILE))).toBe(SHA);
  });

  it('is none once selectors for several texts stand together: no position is trusted', async () => {
    using project = await projectWith(tag(1));
    const store = storeOf(project);
    await store.changePage(AGAIN, items => [...items, tag(2)]);
    expect(shaOnDisk(project.read(PAGE_FILE))).toBeNull();
    expect((await store.readPage('alex', 'interview'))?.sha256).toBe('');
    // And it stays so, whatever is added, until no old selector is left.
    await store.changePage(TARGET, items => [...items, tag(3)]);
    expect(shaOnDisk(project.read(PAGE_FILE))).toBeNull();
    await store.changePage(AGAIN, items =>
      items.map((one, n) => ({ ...one, selector: selectorAt(n) })),
    );
    expect(shaOnDisk(project.read(PAGE_FILE))).toBe(AGAIN.sha256);
  });

  it('stays when words change and no selector does', async () => {
    using project = await projectWith(tag(1));
    await storeOf(project).changePage(AGAIN, items => items.map(one => ({ ...one, memo: 'why' })));
    expect(shaOnDisk(project.read(PAGE_FILE))).toBe(SHA);
  });

  it('is the old one when an old annotation comes back to a page begun anew', async () => {
    using project = await projectWith(tag(1));
    const store = storeOf(project);
    const old = (await store.readPage('alex', 'interview'))?.annotations ?? [];
    await store.changePage(AGAIN, none);
    await store.changePage(AGAIN, () => old.map(one => ({ ...one })));
    expect(shaOnDisk(project.read(PAGE_FILE))).toBe(SHA);
  });

  it('does not count memos on the whole transcript', async () => {
    using project = await projectWith(tag(1, { selector: null }));
    await storeOf(project).changePage(AGAIN, items => [...items, tag(2)]);
    expect(shaOnDisk(project.read(PAGE_FILE))).toBe(AGAIN.sha256);
  });
});
