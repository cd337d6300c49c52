import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeProject, REPOSITORY } from '../support/project.ts';
import { areaOf, violations } from './rules.ts';
import { readSources } from './sources.ts';

/** A tree in which everything is as it should be. */
const SOUND = {
  'main.ts': "const { run } = await import('./cli/program.ts'); void run();",
  'cli/program.ts':
    "import { open } from '../project/open.ts'; export const run = async () => { open(); await import('../reader/app.tsx'); };",
  'reader/app.tsx':
    "import { Text } from 'ink'; import { wrap } from './layout/wrap.ts'; export const App = () => <Text>{wrap()}</Text>;",
  'reader/layout/wrap.ts':
    "import { word } from '../../model/word.ts'; export const wrap = () => word;",
  'project/open.ts':
    "import { save } from '../store/save.ts'; import { find } from '../anchoring/find.ts'; export const open = () => save(find);",
  'store/save.ts':
    "import fs from 'node:fs'; import { word } from '../model/word.ts'; export const save = (what: unknown) => [fs, word, what];",
  'anchoring/find.ts': "import { word } from '../model/word.ts'; export const find = word;",
  'model/word.ts': "import { parse } from 'yaml'; export const word = parse('a');",
};

/** What is said of the sound tree with some of its files changed. */
function violationsWith(files: Record<string, string>): string[] {
  using project = makeProject({});
  for (const [path, text] of Object.entries({ ...SOUND, ...files })) {
    project.write(`src/${path}`, text);
  }
  return violations(readSources(project.path('src')));
}

test('this repository keeps its own rules', () => {
  expect(violations(readSources(join(REPOSITORY, 'src')))).toEqual([]);
});

test('a sound tree passes, an empty one does not', () => {
  expect(violationsWith({})).toEqual([]);
  using project = makeProject({});
  expect(violations(readSources(project.path('src')))).toEqual(['there are no source files']);
});

test.each([
  ['model/word.ts', "import '../project/open.ts'", 'model may not know project'],
  ['model/word.ts', "import { sep } from 'node:path'; sep", 'model is pure'],
  ['model/word.ts', "import type { FC } from 'react'; type A = FC", 'model is pure'],
  ['model/word.ts', "export { Text } from 'ink'", 'model is pure'],
  ['model/word.ts', "import TextInput from 'ink-text-input'; TextInput", 'model is pure'],
  ['anchoring/find.ts', "import { save } from '../store/save.ts'; save", 'may not know store'],
  ['anchoring/find.ts', "export type A = import('../store/save.ts').A", 'may not know store'],
  [
    'anchoring/find.ts',
    "import { readFileSync } from 'node:fs'; readFileSync",
    'anchoring is pure',
  ],
  ['analysis/count.ts', "import '../project/open.ts'", 'analysis may not know project'],
  ['reader/layout/wrap.ts', "import '../app.tsx'", 'reader/layout may not know reader'],
  ['reader/layout/wrap.ts', "import 'react/jsx-runtime'", 'reader/layout is pure'],
  ['store/save.ts', "export * from '../digest/tree.ts'", 'store may not know digest'],
  ['digest/md.ts', "await import('../store/save.ts')", 'digest may not know store'],
  ['importing/pdf.ts', "import '../exchange/qdpx.ts'", 'importing may not know exchange'],
  ['project/open.ts', "import '../reader/app.tsx'", 'project may not know reader'],
  ['project/open.ts', "import '../cli/program.ts'", 'project may not know cli'],
  ['reader/app.tsx', "import '../store/save.ts'", 'reader may not know store'],
  ['reader/app.tsx', "import '../cli/program.ts'", 'reader may not know cli'],
  ['cli/program.ts', "import '../store/save.ts'", 'cli may not know store'],
  ['cli/program.ts', "import '../reader/app.tsx'", 'reader is loaded when needed only'],
  ['main.ts', "import './cli/program.ts'", 'cli is loaded when needed only'],
  ['main.ts', "await import('./store/save.ts')", 'main may not know store'],
  ['store/save.ts', "import './missing.ts'", 'there is no such file'],
  ['somewhere/new.ts', "import '../project/open.ts'", 'somewhere may not know project'],
])('%s with %s is found', (path, text, problem) => {
  const files = { 'digest/tree.ts': '', 'exchange/qdpx.ts': '', [path]: text };
  expect(violationsWith(files)).toContainEqual(expect.stringContaining(problem));
  expect(violationsWith(files)).toContainEqual(expect.stringContaining(path));
});

test('a circle is found, however long', () => {
  const circle = violationsWith({
    'model/a.ts': "import './b.ts'",
    'model/b.ts': "export { c } from './c.ts'; export const b = 1",
    'model/c.ts': "import type { A } from './a.ts'; export const c: A = 1",
  });
  expect(circle).toEqual(['circle: model/a.ts → model/b.ts → model/c.ts → model/a.ts']);
  expect(violationsWith({ 'model/self.ts': "import './self.ts'" })).toHaveLength(1);
});

test.each([
  ['model/index.ts', 'export const a = 1;', 'barrel'],
  ['model/all.ts', "// all of it\nexport { word } from './word.ts';", 'barrel'],
  ['model/utils.ts', 'export const a = 1;', 'says nothing'],
  ['model/util/a.ts', 'export const a = 1;', 'says nothing'],
  ['model/one.ts', 'export default 1;', 'default export'],
  ['model/long.ts', 'let a;\n'.repeat(301), '301 lines'],
])('%s is found for its own sake', (path, text, problem) => {
  expect(violationsWith({ [path]: text })).toEqual([
    expect.stringMatching(new RegExp(`^${path}: .*${problem}`)),
  ]);
});

test('what only looks like an import is none', () => {
  const text = `// import '../store/save.ts'\nexport const a = "import '../store/save.ts'";`;
  expect(violationsWith({ 'model/word.ts': text })).toEqual([]);
  expect(violationsWith({ 'model/long.ts': 'let a;\n'.repeat(300) })).toEqual([]);
});

test('an area is a folder, or one that has rules of its own', () => {
  expect(['main.ts', 'reader/views/a.tsx', 'reader/layout/b/c.ts'].map(areaOf)).toEqual([
    ...['main', 'reader', 'reader/layout'],
  ]);
});
