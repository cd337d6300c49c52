import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { json, marginalia } from '../cli/invoke.ts';
import { describeCorpus } from '../support/corpora.ts';
import { makeProject, type TestProject } from '../support/project.ts';
import { openReader, openText, quit, storedIn } from './reader.ts';

const RAIL =
  'The rail on the northern side has been gone for fourteen months, and nobody has put it back.';
const LATER =
  'The rail on the southern side has been gone for fifteen months, and nobody has put it back.';
const THEN = 'Nobody said a word about it then, or later.';
const LIGHT = 'Light the pier on both sides before the winter comes.';
const SNOW = 'Snow fell on Monday morning.';
const GULLS = 'Gulls are counted in March.';
const TEXT = ['Before.', RAIL, THEN, LIGHT, SNOW, GULLS].join('\n\n');
const EDITED = ['Before.', LATER, THEN, 'Here.', LIGHT, 'There.', LIGHT, 'Nothing else.'].join(
  '\n\n',
);

interface Problem {
  kind: string;
  annotation: string;
}

function kindsIn(project: TestProject): string[] {
  const { stdout } = marginalia(project, 'check', '--json');
  const { problems }: { problems: Problem[] } = JSON.parse(stdout);
  return problems.map(({ kind }) => kind).sort();
}

/** A project with tags on paragraphs, whose text was then edited by another program. */
function editedOutside(before: string, after: string, tagged: readonly (number | string)[]) {
  const project = makeProject({ 'a.md': before });
  for (const at of tagged) {
    const place = typeof at === 'number' ? [String(at)] : [];
    const words = typeof at === 'number' ? [] : ['--quote', at];
    json(project, 'tag', 'a', ...place, 'erwt', ...words, '--coder', 'alex');
  }
  project.write('texts/a.md', after);
  return project;
}

const PAGE = 'annotations/alex/a.json';
const quotes = (project: TestProject) => storedIn(project, PAGE).map(({ exact }) => exact);

describe('repair by keys alone', () => {
  test('accept, choose, point, keep; undo; nothing is left for check', async () => {
    using project = editedOutside(TEXT, EDITED, [2, 4, 5, 6]);
    expect(kindsIn(project)).toEqual(['ambiguous', 'orphaned', 'orphaned', 'similar']);
    const reader = openReader(project);
    await reader.waitFor('? 4 to repair');
    await reader.press('R');
    await reader.waitFor('1 of 4');
    await reader.waitFor('found by likeness only');
    expect(reader.text()).toContain('southern');
    await reader.press('Enter');
    await reader.waitFor('1 settled, 3 to go');
    await reader.waitFor('two places fit about as well');
    await reader.press('2');
    await reader.waitFor('2 settled, 2 to go');
    await reader.waitFor('not in the text any more');
    await reader.press('3');
    await reader.waitFor('where is “Snow fell');
    await reader.press('g', 'j', 'v', 'w', 'w');
    await reader.waitFor('2 words of ¶ 2');
    await reader.press('Enter');
    await reader.waitFor('3 settled, 1 to go');
    await reader.press('4');
    await reader.waitFor('4 settled, 0 to go');
    await reader.waitFor('saved');
    expect(kindsIn(project)).toEqual([]);
    expect(quotes(project).sort()).toEqual([GULLS, LATER, LIGHT, 'The rail'].sort());

    await reader.press('u');
    await reader.waitFor('3 settled, 1 to go');
    await reader.press('u');
    await reader.waitFor('2 settled, 2 to go');
    await reader.waitFor('saved');
    expect(kindsIn(project)).toEqual(['orphaned', 'orphaned']);
    await reader.press('Ctrl+R', 'Ctrl+R');
    await reader.waitFor('4 settled, 0 to go');
    await reader.waitFor('saved');
    await reader.press('Esc');
    await reader.waitFor('Library');
    await reader.waitFor(/\d%/);
    expect(reader.text()).not.toContain('to repair');
    expect(await quit(reader)).toBe(0);
    const { stderr } = marginalia(project, 'check');
    expect(stderr).toBe('All is well, 1 annotation kept as it is\n');
  });

  test('in the open text, in plain characters and without colour', async () => {
    using project = editedOutside(TEXT, EDITED, [2, 4]);
    const env = { LC_ALL: 'C', LANG: 'C', NO_COLOR: '1' };
    const reader = openReader(project, { env });
    await reader.waitFor('Library');
    await reader.waitFor(/\d%/);
    await reader.press('Enter');
    await reader.waitFor('1/8');
    await reader.press('R');
    await reader.waitFor('1 of 2');
    expect(reader.text()).not.toMatch(/[▌━│¶“]/u);
    await reader.press('Enter', '1');
    await reader.waitFor('Nothing to repair.');
    await reader.waitFor('saved');
    await reader.press('Esc');
    await reader.waitFor('j k move');
    expect(kindsIn(project)).toEqual([]);
    expect(await quit(reader)).toBe(0);
  });

  describeCorpus('transcripts', 1, folder => {
    test('a speech whose paragraphs were reworded, doubled and taken out by another program', async () => {
      const text = readFileSync(join(folder, 'mi5-annual-threat-update-2021.txt'), 'utf8');
      const blocks = text.split(/\n{2,}/);
      const long = blocks.flatMap((block, i) => (block.length > 250 ? [i] : []));
      const [reworded = 0, doubled = 0, gone = 0] = [long[2], long[6], long[10]];
      const changed = blocks.flatMap((block, i) => {
        if (i === reworded) return [block.replace(/(?:\S+\s+){7}\S+/g, words => `${words} indeed`)];
        if (i === doubled) return ['A new one.', block, 'Another.', block, 'And one more.'];
        return i === gone ? [] : [block];
      });
      const before = blocks.join('\n\n');
      const tagged = [reworded, doubled, gone].map(i => blocks[i]?.trim() ?? '');
      using project = editedOutside(before, changed.join('\n\n'), tagged);
      expect(quotes(project).sort()).toEqual(tagged.toSorted());
      expect(kindsIn(project)).toEqual(['ambiguous', 'orphaned', 'similar']);
      const reader = await openText(project, { columns: 120, rows: 36 });
      await reader.press('R');
      await reader.waitFor('1 of 3');
      await reader.waitFor('Changed words are bold');
      await reader.press('Enter');
      await reader.waitFor('1 settled, 2 to go');
      await reader.press('1');
      await reader.waitFor('2 settled, 1 to go');
      await reader.press('x');
      await reader.waitFor('Nothing to repair.');
      await reader.waitFor('saved');
      expect(kindsIn(project)).toEqual([]);
      const present = Array.from(project.read('texts/a.md'));
      const stored = storedIn(project, PAGE);
      expect(stored).toHaveLength(2);
      for (const { start, end, exact } of stored)
        expect(present.slice(start, end).join('')).toBe(exact);
      await reader.press('Esc');
      await reader.waitFor('j k move');
      expect(await quit(reader)).toBe(0);
    });
  });
});
