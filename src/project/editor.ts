import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { systemReason } from '../model/fault.ts';
import { onPath } from './onPath.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What came of it: the words as they were saved, or why there are none, in a few words. */
export type EditorOutcome = { kind: 'saved'; words: string } | { kind: 'failed'; reason: string };

/**
 * Lets the user edit words in `$VISUAL`, else `$EDITOR`, else the platform's own editor, in a private
 * file (0600, in a folder of 0700) that is removed whatever happens. The terminal must be theirs
 * meanwhile; Ctrl+C is the editor's. Never throws: an editor that is not there, fails or is killed is a
 * reason, and so is a file that it took away or saved as something else than UTF-8.
 */
export async function editWords(words: string, env: Environment): Promise<EditorOutcome> {
  let folder: string;
  try {
    folder = await mkdtemp(join(env.TMPDIR || tmpdir(), 'marginalia-'));
  } catch (cause) {
    return { kind: 'failed', reason: `no temporary file: ${systemReason(cause)}` };
  }
  const removeNow = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', removeNow);
  try {
    const path = join(folder, 'paragraph.txt');
    await writeFile(path, `${words}\n`, { mode: 0o600, flag: 'wx' });
    const failure = await runEditor(await editorOf(env), path, env);
    return failure === null ? await savedWords(path) : { kind: 'failed', reason: failure };
  } catch (cause) {
    return { kind: 'failed', reason: systemReason(cause) };
  } finally {
    process.off('exit', removeNow);
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** The command line of the editor, as a shell takes it. */
async function editorOf(env: Environment): Promise<string> {
  const chosen = env.VISUAL?.trim() || env.EDITOR?.trim();
  if (chosen) return chosen;
  if (process.platform === 'win32') return 'notepad';
  return (await onPath('nano', env.PATH?.split(delimiter) ?? [])) ? 'nano' : 'vi';
}

/** Runs the editor to its end; `null` if all went well, else why not. */
async function runEditor(command: string, path: string, env: Environment): Promise<string | null> {
  const editor = start(command, path, env);
  const stopListening = leaveSignalsTo(editor);
  try {
    return await ended(editor, command);
  } finally {
    stopListening();
  }
}

/** What only a shell understands: quotes, variables, several commands. */
const FOR_A_SHELL = /["'\\|&;<>()$`*?[\]#~=!{}]/;

/**
 * Plain words are started as they are, anything else by the shell, as git does it. Ctrl+C must not end
 * the shell while the editor goes on, so it is caught there.
 */
function start(command: string, path: string, env: Environment): ChildProcess {
  const options = { stdio: 'inherit', env } as const;
  if (process.platform === 'win32')
    return spawn(`${command} "${path}"`, { ...options, shell: true });
  const [program = command, ...words] = command.split(/\s+/);
  return FOR_A_SHELL.test(command)
    ? spawn('/bin/sh', ['-c', `trap : INT QUIT; ${command} "$@"`, 'editor', path], options)
    : spawn(program, [...words, path], options);
}

const NOT_FOUND = 127;
const NOT_STARTED = 126;

const noSuch = (command: string) => `${command}: no such program · set EDITOR to yours`;

function ended(editor: ChildProcess, command: string): Promise<string | null> {
  return new Promise(resolve => {
    editor.once('error', cause => {
      const isMissing = 'code' in cause && cause.code === 'ENOENT';
      resolve(isMissing ? noSuch(command) : `${command}: ${systemReason(cause)}`);
    });
    editor.once('close', (status, signal) => {
      if (signal) resolve(`the editor was ended by ${signal}`);
      else if (status === NOT_FOUND) resolve(noSuch(command));
      else if (status === NOT_STARTED) resolve(`${command} cannot be started`);
      else resolve(status === 0 ? null : `the editor ended with status ${status}`);
    });
  });
}

const ASKED_TO_END = ['SIGTERM', 'SIGHUP'] as const;

/** Ctrl+C goes to every program of the terminal, and is for the editor alone; whoever ends us ends it too. */
function leaveSignalsTo(editor: ChildProcess): () => void {
  const ignore = () => undefined;
  const end = () => void editor.kill('SIGTERM');
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) process.on(signal, ignore);
  for (const signal of ASKED_TO_END) process.on(signal, end);
  process.once('exit', end);
  return () => {
    for (const signal of ['SIGINT', 'SIGQUIT'] as const) process.off(signal, ignore);
    for (const signal of ASKED_TO_END) process.off(signal, end);
    process.off('exit', end);
  };
}

async function savedWords(path: string): Promise<EditorOutcome> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return { kind: 'failed', reason: 'the editor took the file away' };
  try {
    return { kind: 'saved', words: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { kind: 'failed', reason: 'what the editor saved is not UTF-8' };
  }
}
