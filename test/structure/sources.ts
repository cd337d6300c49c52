import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync } from 'rolldown/utils';

/** One `import`, `export … from` or `import()` in a source file. */
export interface Import {
  specifier: string;
  /** The file it leads to, from the root of the tree; `null` for a package or a part of Node. */
  target: string | null;
  dynamic: boolean;
}

/** A source file of a tree; paths have `/` and begin at the root of the tree. */
export interface SourceFile {
  path: string;
  text: string;
  imports: Import[];
  exportsDefault: boolean;
  /** Nothing but `export … from`. */
  isBarrel: boolean;
}

const IGNORED = new Set(['node_modules', '.git', 'dist', 'coverage', '.vitest']);

/** Every file under `root`, sorted, with `/` between the names; empty if there is no such folder. */
export function filesUnder(root: string): string[] {
  if (!existsSync(root)) return [];
  const entries = readdirSync(root, { withFileTypes: true }).filter(
    ({ name }) => !IGNORED.has(name),
  );
  return entries
    .flatMap(entry => {
      const inside = entry.isDirectory() ? filesUnder(join(root, entry.name)) : null;
      return inside ? inside.map(name => posix.join(entry.name, name)) : [entry.name];
    })
    .sort();
}

/** The TypeScript files under `root`, parsed. Throws an Error that names a file which cannot be parsed. */
export function readSources(root: string): SourceFile[] {
  const paths = filesUnder(root).filter(path => /\.tsx?$/.test(path));
  return paths.map(path => parse(path, readFileSync(join(root, ...path.split('/')), 'utf8')));
}

/**
 * Reads one file by a real parser, so that neither comments nor strings are taken for imports. Throws an
 * Error that names the file if it cannot be parsed.
 */
export function parse(path: string, text: string): SourceFile {
  const { program, module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const exported = module.staticExports.flatMap(({ entries }) => entries);
  const fixed = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...exported.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ...typeImports(program.body),
  ];
  const loaded = module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
    text.slice(start + 1, end - 1),
  );
  const passesOn = program.body.map(
    node => node.type.startsWith('Export') && 'source' in node && node.source !== null,
  );
  return {
    path,
    text,
    imports: [
      ...Array.from(new Set(fixed), specifier => importOf(path, specifier, false)),
      ...loaded.map(specifier => importOf(path, specifier, true)),
    ],
    exportsDefault: exported.some(({ exportName }) => exportName.kind === 'Default'),
    isBarrel: passesOn.length > 0 && passesOn.every(Boolean),
  };
}

/** `import('./x.ts').Name` as a type, which the parser's list of imports leaves out. */
function typeImports(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const inside = Object.values(node).flatMap(typeImports);
  const isOne = 'type' in node && node.type === 'TSImportType' && 'source' in node;
  return isOne ? [...inside, String(nameOf(node.source))] : inside;
}

const nameOf = (source: unknown) =>
  typeof source === 'object' && source !== null && 'value' in source ? source.value : '';

function importOf(from: string, specifier: string, dynamic: boolean): Import {
  const target = specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : null;
  return { specifier, target, dynamic };
}
