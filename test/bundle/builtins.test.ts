import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { withQuickBuiltins } from '../../.rolldown/builtins.ts';

/** What a module's code leaves in `result`, and which parts of Node it asked for. */
function run(code: string) {
  const asked: string[] = [];
  const getBuiltinModule = (name: string) => {
    asked.push(name);
    return process.getBuiltinModule(name);
  };
  const result = runInNewContext(`${withQuickBuiltins(code)}; ${RESULT}`, {
    process: { getBuiltinModule },
  });
  return { result, asked };
}
const RESULT = 'typeof result === "function" ? result() : result';

test.each([
  [
    "import { join as j, sep } from 'node:path'; const result = j('a', 'b') === 'a' + sep + 'b'",
    'node:path',
  ],
  ["import path from 'node:path'; const result = path.basename('a/b') === 'b'", 'node:path'],
  ["import * as os from 'node:os'; const result = typeof os.EOL === 'string'", 'node:os'],
  ["import p, { argv } from 'node:process'; const result = p.argv === argv", 'node:process'],
])('%s', (code, module) => {
  const { result, asked } = run(code);
  expect(result).toBe(true);
  expect(new Set(asked)).toEqual(new Set([module]));
});

test('what is slow to load waits for its first call', () => {
  const code = `import { createHash } from 'node:crypto'; import child from 'node:child_process';`;
  expect(run(`${code} const result = 1`)).toEqual({ result: 1, asked: [] });
  const digest = run(`${code} const result = () => createHash('md5').update('').digest('hex')`);
  expect(digest).toEqual({ result: 'd41d8cd98f00b204e9800998ecf8427e', asked: ['node:crypto'] });
  const spawn = run(`${code} const result = () => typeof child.spawn`);
  expect(spawn).toEqual({ result: 'function', asked: ['node:child_process'] });
});

test('other imports stay as they are', () => {
  const code = "import { a } from './a.js';import 'node:path';export { a };";
  expect(withQuickBuiltins(code)).toBe("import { a } from './a.js';export { a };");
});
