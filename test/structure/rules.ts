import { posix } from 'node:path';
import type { Import, SourceFile } from './sources.ts';

/** The parts meet in `project`; none of them knows another. */
const PARTS = ['anchoring', 'store', 'digest', 'analysis', 'importing', 'exchange'];

/** Folders without effects: no file system, no clock, no screen. */
const PURE = ['model', 'anchoring', 'analysis', 'reader/layout'];
const IMPURE = /^(?:node:|react(?:$|\/|-)|ink(?:$|\/|-))/;

/** For each area the other areas that it may import. An area that is not here may import `model` alone. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  model: [],
  'reader/layout': ['model'],
  project: ['model', ...PARTS],
  reader: ['model', 'project', 'reader/layout'],
  cli: ['model', 'project', 'reader'],
  main: ['cli', 'model'],
};
/** Loaded when needed only: the entry must run on old Nodes, and a command must not load Ink. */
const DYNAMIC_ONLY: ReadonlyArray<readonly [from: string, to: string]> = [
  ['main', 'cli'],
  ['main', 'model'],
  ['cli', 'reader'],
];

/** Outside the tree, and imported for the version in it. */
const PACKAGE_FILE = '../package.json';

const LONGEST_FILE = 300;

/** What is wrong with a source tree, one line for each; a tree without files is wrong as well. */
export function violations(files: readonly SourceFile[]): string[] {
  if (files.length === 0) return ['there are no source files'];
  return [
    ...files.flatMap(file => file.imports.flatMap(one => importProblems(file, one, files))),
    ...files.flatMap(fileProblems),
    ...circles(files),
  ];
}

/** `main`, the first folder of a path, or one of the areas two folders deep. */
export function areaOf(path: string): string {
  const folder = posix.dirname(path);
  if (folder === '.') return posix.basename(path).replace(/\.tsx?$/, '');
  const deep = Object.keys(ALLOWED).filter(area => area.includes('/'));
  const found = deep.find(area => folder === area || folder.startsWith(`${area}/`));
  return found ?? folder.split('/', 1)[0] ?? folder;
}

function importProblems(
  file: SourceFile,
  { specifier, target, dynamic }: Import,
  files: readonly SourceFile[],
): string[] {
  const from = areaOf(file.path);
  const line = (problem: string) => [`${file.path} imports ${specifier}: ${problem}`];
  if (target === null) {
    const isPure = PURE.includes(from);
    return isPure && IMPURE.test(specifier) ? line(`${from} is pure`) : [];
  }
  if (target === PACKAGE_FILE) return [];
  if (!files.some(({ path }) => path === target)) return line('there is no such file');
  const to = areaOf(target);
  if (from === to) return [];
  if (!(ALLOWED[from] ?? ['model']).includes(to)) return line(`${from} may not know ${to}`);
  const mustWait = DYNAMIC_ONLY.some(pair => pair[0] === from && pair[1] === to);
  return mustWait && !dynamic ? line(`${to} is loaded when needed only`) : [];
}

function fileProblems({ path, text, exportsDefault, isBarrel }: SourceFile): string[] {
  const lines = text.split('\n').length - 1;
  const problems = [
    lines > LONGEST_FILE && `${lines} lines; two files would be easier to read`,
    (isBarrel || /(?:^|\/)index\.tsx?$/.test(path)) && 'barrel file; import the file itself',
    /(?:^|\/)utils?(?:\/|\.)/i.test(path) && 'this name says nothing of what is in it',
    exportsDefault && 'default export; give it its name',
  ];
  return problems.filter(problem => problem !== false).map(problem => `${path}: ${problem}`);
}

/** Each circle of imports, once, as `a → b → a`. */
function circles(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map(file => [file.path, file]));
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const visit = (path: string, way: readonly string[]) => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      found.push(`circle: ${[...way.slice(way.indexOf(path)), path].join(' → ')}`);
      return;
    }
    state.set(path, 'open');
    for (const { target } of byPath.get(path)?.imports ?? []) {
      if (target !== null) visit(target, [...way, path]);
    }
    state.set(path, 'done');
  };
  for (const { path } of files) visit(path, []);
  return found;
}
