import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { v5 as uuidV5 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../src/model/annotation.ts';
import { Fault } from '../../src/model/fault.ts';
import { Store } from '../../src/store/store.ts';
import { makeProject } from '../support/project.ts';
import {
  BACKUP_FILE,
  idOf,
  PAGE_FILE,
  pageJson,
  projectWith,
  SHA,
  selectorAt,
  shaOf,
  storeOf,
  TARGET,
  tag,
} from './samples.ts';
import { watchedFiles } from './watchedFiles.ts';

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

describe('what other programs wrote', () => {
  const odd = {
    'x:mine': [1, { deep: null }],
    type: ['Annotation', 'x:Note'],
    id: 'https://elsewhere.example/7',
    body: 'https://elsewhere.example/body',
  };

  it('stays, in the page and in its items, when one annotation is added', async () => {
    const page = pageJson([odd], { 'x:about': { kept: true }, '@context': ['a', 'b'] });
    using project = makeProject({}, { 'alex/interview.json': page });
    await storeOf(project).changePage(TARGET, items => [...items, tag(1)]);
    const content = project.read(PAGE_FILE);
    expect(JSON.parse(content)).toEqual({ ...page, items: [odd, expect.anything()] });
    expect(content.split('\n')[3]).toBe(
      '{"x:mine": [1, {"deep": null}], "type": ["Annotation", "x:Note"], "id": "https://elsewhere.example/7", "body": "https://elsewhere.example/body"},',
    );
  });

  it('and its own bytes come back when the addition is taken away again', async () => {
    using project = await projectWith(tag(1), tag(2));
    const before = project.read(PAGE_FILE);
    const store = storeOf(project);
    await store.changePage(TARGET, items => [...items, tag(3)]);
    await store.changePage(TARGET, items => items.filter(one => one.id !== idOf(3)));
    expect(project.read(PAGE_FILE)).toBe(before);
  });

  it('a program that does not know our lock and writes in between loses nothing', async () => {
    using project = await projectWith(tag(1));
    const page = project.path(PAGE_FILE);
    let strikes = 2;
    const files = watchedFiles(({ kind, path }) => {
      if (kind !== 'create' || !path.includes('.interview.json.') || path.includes('locks')) return;
      if (strikes-- > 0)
        writeFileSync(
          page,
          readFileSync(page, 'utf8').replace(
            /}\n ]}/,
            `},\n${JSON.stringify({ ...odd, id: `x${strikes}` })}\n ]}`,
          ),
        );
    });
    const written = await storeOf(project, { files }).changePage(TARGET, items => [
      ...items,
      tag(2),
    ]);
    expect(ids(written)?.sort()).toEqual([idOf(1), idOf(2), 'x0', 'x1']);
  });

  it('one that never stops is given way to, in words', async () => {
    using project = await projectWith(tag(1));
    const page = project.path(PAGE_FILE);
    const files = watchedFiles(({ kind, path }) => {
      const isOurs = kind === 'create' && path.includes('.interview.json.');
      if (isOurs && !path.includes('locks')) writeFileSync(page, `${readFileSync(page, 'utf8')} `);
    });
    const change = storeOf(project, { files }).changePage(TARGET, items => [...items, tag(2)]);
    await expect(change).rejects.toThrow(`${page} was changed by another program meanwhile`);
    expect(readdirSync(project.path('annotations/alex'))).toEqual(['interview.json']);
  });
});

describe('the backup', () => {
  it('holds the bytes that the last write replaced', async () => {
    using project = await projectWith(tag(1));
    const first = project.read(PAGE_FILE);
    const store = storeOf(project);
    await store.changePage(TARGET, items => [...items, tag(2)]);
    expect(project.read(BACKUP_FILE)).toBe(first);
    const second = project.read(PAGE_FILE);
    await store.changePage(TARGET, items => [...items, tag(3)]);
    expect(project.read(BACKUP_FILE)).toBe(second);
    expect(readdirSync(project.path('annotations/.marginalia/backups/alex'))).toEqual([
      'interview.json',
    ]);
  });

  it('is a copy where there are no hard links', async () => {
    using project = await projectWith(tag(1));
    const first = project.read(PAGE_FILE);
    const files = watchedFiles(({ kind, path }) => {
      if (kind === 'link' && path === project.path(PAGE_FILE)) {
        throw Object.assign(new Error('no links here'), { code: 'EPERM' });
      }
    });
    await storeOf(project, { files }).changePage(TARGET, items => [...items, tag(2)]);
    expect(project.read(BACKUP_FILE)).toBe(first);
    expect(statSync(project.path(BACKUP_FILE)).mode & 0o777).toBe(0o600);
  });

  it('left by a crash as a second name of the page itself is no hindrance', async () => {
    using project = await projectWith(tag(1));
    const files = watchedFiles(({ kind, to }) => {
      if (kind === 'rename' && to === project.path(PAGE_FILE)) throw new Error('crash');
    });
    const crashing = storeOf(project, { files });
    await expect(crashing.changePage(TARGET, none)).resolves.toEqual([]);
    renameSync(project.path(BACKUP_FILE), project.path(PAGE_FILE));
    for (const n of [2, 3]) {
      const change = crashing.changePage(TARGET, items => [...items, tag(n)]);
      await expect(change).rejects.toThrow('crash');
    }
    await storeOf(project).changePage(TARGET, items => [...items, tag(4)]);
    expect(ids(JSON.parse(project.read(BACKUP_FILE)).items)).toEqual([idOf(1)]);
    expect(readdirSync(project.path('annotations/.marginalia/backups/alex'))).toHaveLength(1);
  });

  it('and all else on our shelf is hidden from git', async () => {
    using project = await projectWith(tag(1));
    expect(project.read('annotations/.marginalia/.gitignore')).toBe('*\n');
  });
});

describe('names and links', () => {
  it.each(['', '.', '..', '../x', 'a/b', 'a\\b', '/etc/x', 'C:x', 'a\0b', 'a\nb', '.hidden'])(
    'no path leaves the folder: %j is refused as coder and as transcript',
    async name => {
      using project = makeProject({});
      const store = storeOf(project);
      for (const target of [
        { ...TARGET, coder: name },
        { ...TARGET, text: name },
      ]) {
        await expect(store.changePage(target, () => [tag(1)])).rejects.toBeInstanceOf(Fault);
        await expect(store.readPage(target.coder, target.text)).rejects.toBeInstanceOf(Fault);
      }
      await expect(store.pages(name)).rejects.toBeInstanceOf(Fault);
      expect(readdirSync(project.folder)).toEqual(['texts']);
    },
  );

  it('names in any script and with spaces, dots and brackets are as good as others', async () => {
    using project = makeProject({});
    const store = storeOf(project);
    const target = { ...TARGET, coder: 'доктор-ж', text: 'Interview 3 (rev. 2)…' };
    await store.changePage(target, () => [tag(1)]);
    expect(await store.coders()).toEqual(['доктор-ж']);
    expect(await store.pages('доктор-ж')).toEqual(['Interview 3 (rev. 2)…']);
  });

  it('a name that the disk spells in another composition is found, not made again', async () => {
    using project = makeProject({});
    const [composed, decomposed] = ['caf\u00E9', 'cafe\u0301'];
    const path = project.path('annotations', decomposed, `${decomposed}.json`);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, JSON.stringify(pageJson([])));
    const store = storeOf(project);
    expect(await store.coders()).toEqual([composed]);
    expect(await store.pages(composed)).toEqual([composed]);
    expect((await store.readPage(composed, composed))?.annotations).toEqual([]);
    await store.changePage({ ...TARGET, coder: composed, text: composed }, () => [tag(1)]);
    expect(readdirSync(project.path('annotations'))).toEqual(['.marginalia', decomposed]);
    expect(JSON.parse(readFileSync(path, 'utf8')).items).toHaveLength(1);
  });

  it('a page that is a link is written where it points', async () => {
    using project = await projectWith(tag(1));
    renameSync(project.path(PAGE_FILE), project.path('elsewhere.json'));
    symlinkSync('../../elsewhere.json', project.path(PAGE_FILE));
    const store = storeOf(project);
    await store.changePage(TARGET, items => [...items, tag(2)]);
    expect(lstatSync(project.path(PAGE_FILE)).isSymbolicLink()).toBe(true);
    expect(JSON.parse(project.read('elsewhere.json')).items).toHaveLength(2);
    await store.changePage(TARGET, none);
    expect([project.has('elsewhere.json'), project.has(PAGE_FILE)]).toEqual([false, false]);
  });

  it('a page that is a link to nothing is not made there', async () => {
    using project = makeProject({}, { 'alex/x.json': pageJson([]) });
    symlinkSync('../../planted.json', project.path(PAGE_FILE));
    const change = storeOf(project).changePage(TARGET, () => [tag(1)]);
    await expect(change).rejects.toThrow('is a link to nothing');
    expect(project.has('planted.json')).toBe(false);
  });

  it.each(['', '/locks', '/backups', '/backups/alex'])(
    'our own folder%s, planted as a link to elsewhere, is not written through',
    async folder => {
      using project = makeProject(
        {},
        { 'alex/interview.json': pageJson([{ id: 'x', type: 'Annotation' }]) },
      );
      mkdirSync(project.path('elsewhere/alex'), { recursive: true });
      const planted = project.path(`annotations/.marginalia${folder}`);
      mkdirSync(join(planted, '..'), { recursive: true });
      symlinkSync(project.path('elsewhere'), planted);
      const before = project.read(PAGE_FILE);
      const change = storeOf(project).changePage(TARGET, items => [...items, tag(1)]);
      await expect(change).rejects.toThrow('is a link to elsewhere');
      expect(project.read(PAGE_FILE)).toBe(before);
      expect(readdirSync(project.path('elsewhere/alex'))).toEqual([]);
    },
  );

  it('a link at the very place of the backup is replaced, not followed', async () => {
    using project = await projectWith(tag(1));
    writeFileSync(project.path('victim'), 'precious');
    mkdirSync(project.path('annotations/.marginalia/backups/alex'), { recursive: true });
    symlinkSync(project.path('victim'), project.path(BACKUP_FILE));
    const files = watchedFiles(({ kind, path }) => {
      if (kind === 'link' && path === project.path(PAGE_FILE)) throw new Error('no links');
    });
    await storeOf(project, { files }).changePage(TARGET, items => [...items, tag(2)]);
    expect(project.read('victim')).toBe('precious');
    expect(lstatSync(project.path(BACKUP_FILE)).isSymbolicLink()).toBe(false);
  });

  it('a file where a folder should be is named', async () => {
    using project = makeProject({}, { alex: 'not a folder' });
    const store = storeOf(project);
    const path = project.path('annotations/alex');
    await expect(store.readPage('alex', 'interview')).rejects.toThrow(
      'cannot be read: not a folder',
    );
    const change = store.changePage(TARGET, () => [tag(1)]);
    await expect(change).rejects.toBeInstanceOf(Fault);
    expect(readFileSync(path, 'utf8')).toBe('not a folder');
  });

  it('a page keeps its permissions', async () => {
    using project = await projectWith(tag(1));
    chmodSync(project.path(PAGE_FILE), 0o664);
    await storeOf(project).changePage(TARGET, items => [...items, tag(2)]);
    expect(statSync(project.path(PAGE_FILE)).mode & 0o777).toBe(0o664);
  });
});

describe('lists', () => {
  it('coders are the folders, by code units; pages the JSON files; the rest is passed over', async () => {
    using project = makeProject(
      {},
      {
        'zoe/a.json': pageJson([]),
        'Ben/b.json': pageJson([]),
        'Ben/a.json': pageJson([]),
        'Ben/.state.json': {},
        'Ben/.a.json.tmp': '',
        'Ben/notes.md': '',
        'Ben/a (conflicted copy 2026-11-22).json': pageJson([]),
        "Ben/b (Zoe's conflicted copy).json": pageJson([]),
        'Ben/a.sync-conflict-20261122-101500-ABCDEFG.json': pageJson([]),
        '.marginalia/backups/x.json': {},
        'codebook.json': { version: 1, themes: [] },
      },
    );
    mkdirSync(project.path('annotations/Ben/folder.json'));
    symlinkSync('Ben', project.path('annotations/linked'));
    symlinkSync('nowhere', project.path('annotations/broken'));
    const store = storeOf(project);
    expect(await store.coders()).toEqual(['Ben', 'linked', 'zoe']);
    expect(await store.pages('Ben')).toEqual(['a', 'b']);
    expect(await store.pages('nobody')).toEqual([]);
  });

  it('are empty where there is nothing, and say in words what cannot be read', async () => {
    using project = makeProject({ 'a.md': 'x' });
    const nowhere = new Store(project.path('annotations'));
    expect([await nowhere.coders(), await nowhere.pages('alex')]).toEqual([[], []]);
    const path = project.path('texts/a.md');
    await expect(new Store(path).coders()).rejects.toThrow(`${path} cannot be read: not a folder`);
    expect(existsSync(project.path('annotations'))).toBe(false);
  });
});
