import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync, Visitor } from 'rolldown/utils';

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

const IGNORED = new Set(['node_modules', '.git', 'dist', 'coverage']);

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
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const imports: Import[] = [];
  const add = (specifier: unknown, dynamic: boolean) => {
    if (typeof specifier === 'string') imports.push(importOf(path, specifier, dynamic));
  };
  let exportsDefault = false;
  new Visitor({
    ImportDeclaration: ({ source }) => add(source.value, false),
    ExportAllDeclaration: ({ source }) => add(source.value, false),
    ExportNamedDeclaration: ({ source }) => add(source?.value, false),
    ExportDefaultDeclaration: () => {
      exportsDefault = true;
    },
    ImportExpression: ({ source }) => add('value' in source ? source.value : '', true),
    TSImportType: ({ source }) => add(source.value, false),
  }).visit(program);
  const passesOn = program.body.map(
    node => node.type.startsWith('Export') && 'source' in node && node.source !== null,
  );
  const isBarrel = passesOn.length > 0 && passesOn.every(Boolean);
  return { path, text, imports, exportsDefault, isBarrel };
}

function importOf(from: string, specifier: string, dynamic: boolean): Import {
  const target = specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : null;
  return { specifier, target, dynamic };
}
