import type { Plugin } from 'rolldown';
import { type ESTree, parseSync } from 'rolldown/utils';

/** Slow to load, and seldom needed: loaded when a function of theirs is called for the first time. */
const LATE = new Set(['node:crypto', 'node:child_process']);

/**
 * An `import` of a part of Node reads every property of it, getters and all: that of `process` opens
 * standard input. `process.getBuiltinModule` gives the same object and reads nothing.
 */
export const quickBuiltins: Plugin = {
  name: 'quick-builtins',
  renderChunk: (code, { fileName }) =>
    // The entry has none, and must run on a Node that is too old for this.
    fileName === 'main.js' ? null : withQuickBuiltins(code),
};

/** A module's code with its imports of Node's own modules as constants. */
export function withQuickBuiltins(code: string): string {
  const imports = parseSync('chunk.js', code).program.body.filter(
    node => node.type === 'ImportDeclaration' && node.source.value.startsWith('node:'),
  );
  return imports.reduceRight(
    (result, node) =>
      result.slice(0, node.start) +
      (node.type === 'ImportDeclaration' ? constantsOf(node) : '') +
      result.slice(node.end),
    code,
  );
}

function constantsOf({ source, specifiers }: ESTree.ImportDeclaration): string {
  const module = `globalThis.process.getBuiltinModule(${JSON.stringify(source.value)})`;
  const isLate = LATE.has(source.value);
  const constants = specifiers.map(specifier => {
    const name = specifier.local.name;
    if (specifier.type !== 'ImportSpecifier')
      return `${name}=${isLate ? lateModule(module) : module}`;
    const { imported } = specifier;
    const member = `${module}.${imported.type === 'Identifier' ? imported.name : imported.value}`;
    return `${name}=${isLate ? `(...values)=>${member}(...values)` : member}`;
  });
  return constants.length > 0 ? `const ${constants.join(',')};` : '';
}

const lateModule = (module: string) => `new Proxy({},{get:(_,name)=>${module}[name]})`;
