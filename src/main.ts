#!/usr/bin/env node
// Also runs on Nodes far too old for the rest, in order to say so: plain syntax, no static imports.

const NEEDED = '22.22';

function main() {
  const { stdout, stderr, versions } = process;
  if (isOlder(versions.node, NEEDED)) {
    stderr.write(`${tooOld(versions.node)}\n`);
    process.exitCode = 1;
    return;
  }
  stdout.on('error', outputFailed);
  stderr.on('error', () => {});
  process.on('uncaughtException', uncaught);
  void start();
}

/** Whether a version is older than another, by major and minor number. */
function isOlder(version: string, needed: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [neededMajor = 0, neededMinor = 0] = needed.split('.').map(Number);
  return major === neededMajor ? minor < neededMinor : major < neededMajor;
}

function tooOld(version: string): string {
  const path = process.argv[1] || '';
  const program = /^[\w./\\:@+-]+$/.test(path) ? path : 'dist/main.js';
  return `marginalia needs Node ${NEEDED} or newer; this is ${version}. Get it from https://nodejs.org, or run: npx -y node@24 ${program}`;
}

async function start(): Promise<void> {
  try {
    await keepCompiledCode();
    const { run } = await import('./cli/program.ts');
    const status = await run(process.argv.slice(2));
    process.exitCode ||= status;
  } catch (error) {
    await report(error);
  }
}

/**
 * Compiled code is kept between runs. The user's own cache folder, for what lies in the shared
 * temporary folder could have been put there by somebody else.
 */
async function keepCompiledCode(): Promise<void> {
  const { enableCompileCache } = await import('node:module');
  const { env, platform } = process;
  const home = platform === 'win32' ? env.LOCALAPPDATA : env.HOME && `${env.HOME}/.cache`;
  const caches = env.XDG_CACHE_HOME || home;
  if (caches) enableCompileCache(env.NODE_COMPILE_CACHE || `${caches}/marginalia/compiled`);
}

/** An error that nobody expected, as one line; with its stack on MARGINALIA_DEBUG=1. Status 1. */
async function report(error: unknown): Promise<void> {
  process.exitCode = 1;
  const message = error instanceof Error ? error.message : String(error);
  const stack = process.env.MARGINALIA_DEBUG === '1' && error instanceof Error && error.stack;
  const { visible, visibleLine } = await import('./model/visible.ts');
  process.stderr.write(`marginalia: ${stack ? visible(stack) : visibleLine(message)}\n`);
}

/** The reader has a handler of its own, which restores the terminal first; this one then stands back. */
function uncaught(error: unknown): void {
  if (process.listenerCount('uncaughtException') > 1) return;
  void report(error).then(() => process.exit());
}

/**
 * Whoever read our output may leave early (`| head`): there is nobody to tell, and the command still
 * finishes what it writes to the disk.
 */
function outputFailed(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  void report(new Error(`could not write to standard output (${error.code || error.message})`));
}

main();
