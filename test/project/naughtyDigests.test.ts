import { rmSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { fromHtml } from 'hast-util-from-html';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { newTheme } from '../../src/model/codebook.ts';
import { DIGEST_FORMATS, type DigestFormat } from '../../src/model/recipe.ts';
import { starterCodebook } from '../../src/model/starterCodebook.ts';
import type { Draft } from '../../src/model/step.ts';
import { applyStep } from '../../src/project/applyStep.ts';
import { type GatheredDigest, gatherDigest } from '../../src/project/digest.ts';
import { importAnnotations } from '../../src/project/importAnnotations.ts';
import { openProject, type Project } from '../../src/project/project.ts';
import { findEntry, listTexts, loadText } from '../../src/project/texts.ts';
import { verifyDigest } from '../../src/project/verify.ts';
import { renderDigest, writeDigest } from '../../src/project/writeDigest.ts';
import { nasty, naughtyStrings } from '../digest/hostile.ts';
import { parseMarkdown, readSections } from '../digest/parsed.ts';
import { fakeClock, fakeIds } from '../support/fakes.ts';
import { makeProject, type TestProject } from '../support/project.ts';

const WITH_QUOTATIONS = DIGEST_FORMATS.filter(format => format !== 'csl');

/** Strings as paragraphs of one text: what can stand in a file, and says something. */
const wordsIn = (strings: readonly string[]): string[] =>
  strings
    .map(words =>
      words
        .toWellFormed()
        .replace(/\r\n?/g, '\n')
        .replace(/^\n+|\n+$/g, ''),
    )
    .filter(words => words.trim() !== '');

interface Study {
  folder: TestProject;
  project: Project;
  strings: readonly string[];
  gathered: GatheredDigest;
}

/** A project whose text, title, speaker, theme and memos are all of these strings, each of them tagged. */
async function study(strings: readonly string[]): Promise<Study> {
  const meta = JSON.stringify(strings.join(' ').slice(0, 160));
  const head = `---\ntitle: ${meta}\nspeaker: ${meta}\nsource: ${meta}\n---\n`;
  const folder = makeProject({ 'naughty.md': `${head}${strings.join('\n\n')}\n` });
  const [clock, ids] = [fakeClock(), fakeIds()];
  const now = () => clock().toISOString();
  const project = openProject(folder.folder, { now, newId: () => `urn:uuid:${ids()}` });
  await project.store.changeCodebook(() => ({
    ...starterCodebook,
    themes: [
      {
        ...newTheme(starterCodebook, 'naughty'),
        name: strings.join(' ').slice(0, 160),
        definition: strings.join('\n\n'),
      },
    ],
  }));
  const loaded = await loadText(project.root, findEntry(await listTexts(project.root), 'naughty'));
  let at = 0;
  const edits = strings.map((words, i) => {
    const start = loaded.transcript.text.indexOf(words, at);
    at = start + words.length;
    const draft: Draft = {
      annotation: {
        id: project.ports.newId(),
        text: 'naughty',
        theme: i % 5 === 4 ? null : 'naughty',
        coder: 'alex',
        memo: words,
        key: i % 3 === 0,
        created: now(),
        modified: now(),
        selector: null,
      },
      range: { start, end: at },
    };
    return { before: null, after: draft };
  });
  const step = { label: 'tag', coder: 'alex', themes: [], pages: [{ text: 'naughty', edits }] };
  const outcome = await applyStep(project, async () => loaded, step);
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  return {
    folder,
    project,
    strings,
    gathered: await gatherDigest(project, { themes: [], notes: true }),
  };
}

const rendered = async ({ gathered }: Study, format: DigestFormat) =>
  renderDigest(gathered.input, format);

async function verified(
  { project, folder, gathered, strings }: Study,
  format: DigestFormat,
): Promise<void> {
  const path = folder.path(`d.${format}`);
  await writeDigest(project, gathered.input, format, path);
  const checked = await verifyDigest(project, path);
  const bad = checked.filter(({ status }) => status !== 'verified');
  expect(bad.map(({ quote, how }) => [quote, how])).toEqual([]);
  expect(checked).toHaveLength(strings.length);
}

/** The annotations are forgotten, come back from the CSV, and are byte for byte those that were. */
async function comesBack({ project, folder, gathered, strings }: Study): Promise<void> {
  const file = 'annotations/alex/naughty.json';
  const before = folder.read(file);
  const text = String(await renderDigest(gathered.input, 'csv'));
  rmSync(folder.path(file));
  const taken = await importAnnotations(project, { path: 'd.csv', text });
  expect(taken.refused).toEqual([]);
  expect(taken.written).toHaveLength(strings.length);
  expect(folder.read(file)).toBe(before);
}

const corpus = wordsIn(naughtyStrings());
/** The corpus where it is, and strings made of what could go wrong in any case. */
const SETS: [string, () => string[]][] = [
  [
    'strings made of what could go wrong',
    () => wordsIn(fc.sample(nasty, { numRuns: 120, seed: 5 })),
  ],
  ...(corpus.length > 0
    ? ([['the big list of naughty strings', () => corpus]] as [string, () => string[]][])
    : []),
];

describe.each(SETS)('%s as text, title, name and memo', (_, strings) => {
  const theStudy = study(strings());
  afterAll(async () => (await theStudy).folder.remove());

  test.each(WITH_QUOTATIONS)('%s: every quotation verifies', async format => {
    const made = await theStudy;
    await verified(made, format);
  });

  test('CSV: comes back into the same annotations, and no cell begins as a formula does', async () => {
    const made = await theStudy;
    const rows: string[][] = parse(String(await rendered(made, 'csv')));
    expect(
      rows
        .flat()
        .filter(cell => /^[\s\p{C}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u.test(cell)),
    ).toEqual([]);
    await comesBack(made);
  });

  test('HTML: no script but its own, no handler, no javascript:', async () => {
    const made = await theStudy;
    const html = String(await rendered(made, 'html'));
    const found = JSON.stringify(fromHtml(html), (key, value) =>
      key === 'position' ? undefined : value,
    );
    expect(found.match(/"tagName":"script"/g)).toHaveLength(1);
    expect(found).not.toMatch(/"on[A-Z]\w*":/);
    expect(found).not.toMatch(/"(?:href|src|action|formAction|data)":"\s*(?!https?:)/i);
  });

  test('Markdown parsed again, JSON and Word: the same words', async () => {
    const made = await theStudy;
    const sections = readSections(parseMarkdown(String(await rendered(made, 'md'))));
    expect(sections.flatMap(({ passages }) => passages)).toHaveLength(made.strings.length);
    const json = JSON.parse(String(await rendered(made, 'json')));
    const passages = [...json.themes[0].passages, ...json.notes];
    expect(passages.map(({ quote }: { quote: string }) => quote).sort()).toEqual(
      made.strings.toSorted(),
    );
    expect(passages.map(({ memo }: { memo: string }) => memo).sort()).toEqual(
      made.strings.toSorted(),
    );
    const parts = Object.entries(unzipSync((await rendered(made, 'docx')) as Uint8Array));
    const xml = parts.filter(([name]) => /\.(?:xml|rels)$/.test(name));
    expect(xml.filter(([, bytes]) => XMLValidator.validate(strFromU8(bytes)) !== true)).toEqual([]);
    expect(xml.length).toBeGreaterThan(5);
  });
});

describe('the same project', () => {
  afterEach(() => vi.useRealTimers());

  test.each(DIGEST_FORMATS)(
    '%s has the same bytes another year, in another place',
    async format => {
      const made = await study(wordsIn(['One thing.', 'Another: é😀', '=SUM(1)']));
      using _folder = made.folder;
      const zone = process.env.TZ;
      const at = async (moment: string, place: string): Promise<Buffer> => {
        vi.useFakeTimers({ toFake: ['Date'], now: new Date(moment) });
        process.env.TZ = place;
        const again = await gatherDigest(openProject(made.project.root, made.project.ports), {
          themes: [],
          notes: true,
        });
        return Buffer.from(await renderDigest(again.input, format));
      };
      const one = await at('2026-11-24T12:00:00Z', 'UTC');
      const other = await at('2031-01-01T23:59:59Z', 'Pacific/Kiritimati');
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
      expect(one.length).toBeGreaterThan(20);
      expect(other.equals(one)).toBe(true);
    },
  );
});
