import { type Fault, UsageFault } from '../model/fault.ts';
import { visibleJson, visibleLine } from '../model/visible.ts';
import type { OnProgress } from '../project/annotations.ts';
import type { Project } from '../project/project.ts';
import { Counter } from './counter.ts';
import type { Output, World } from './world.ts';

/** The options that every command takes, before or after its name. */
export interface GlobalOptions {
  /** The project's folder as it was typed; absent: here, or the nearest parent with `texts/`. */
  project?: string | undefined;
  coder?: string | undefined;
  json: boolean;
  quiet: boolean;
  colour: boolean;
}

/** Without a terminal, and where it does not tell its width: cells. */
const USUAL_WIDTH = 80;
const NARROWEST = 20;
/** Written at once; in UTF-16 units. */
const BATCH = 65_536;

/** One call of one command: its options, and the two ways out: data on stdout, words on stderr. */
export class Session {
  readonly world: World;
  readonly options: GlobalOptions;
  /** What was said of files that were passed over; anything makes the status 1. */
  private readonly complaints = new Set<string>();
  /** Whether `end` names the files of a newer version: `check` lists them itself. */
  namesNewer = true;
  private opened: Project | null = null;

  constructor(world: World, options: GlobalOptions) {
    this.world = world;
    this.options = options;
  }

  /** Cells in a line of output. */
  get width(): number {
    const { isTTY, columns } = this.world.stdout;
    return isTTY && columns ? Math.max(columns, NARROWEST) : USUAL_WIDTH;
  }

  /** 0, or 1 where something was passed over. */
  get status(): number {
    return this.complaints.size > 0 ? 1 : 0;
  }

  /** Opens the project that the options name. Throws a Fault where there is none. */
  async project(): Promise<Project> {
    const { openProject } = await import('../project/project.ts');
    this.opened = openProject(await this.root(), this.world.ports);
    return this.opened;
  }

  /** When a command has done its work: says of what it read that it could not have changed it. */
  async end(): Promise<void> {
    if (!this.namesNewer) return;
    for (const { message } of this.opened?.store.newerFiles() ?? []) await this.warn(message);
  }

  async root(): Promise<string> {
    const { findProject } = await import('../project/root.ts');
    const { project } = this.options;
    // An unset variable in a script, which must not mean the folder here.
    if (project === '') throw new UsageFault('-p: no folder given');
    return findProject(project, this.world.here);
  }

  /** Whose work is shown: `--coder` alone decides, for the environment never filters. */
  async coderFilter(): Promise<string | undefined> {
    if (this.options.coder === undefined) return undefined;
    const { checked } = await import('../project/coderName.ts');
    return checked(this.options.coder, '--coder');
  }

  /** Who tags. Throws a UsageFault for a name without letter or digit. */
  async coder(): Promise<string> {
    const { coderName } = await import('../project/coderName.ts');
    const { env } = this.world;
    return coderName({ option: this.options.coder, env, onProblem: line => void this.warn(line) });
  }

  /** Data as lines on stdout. The caller has made hostile text visible. */
  async print(lines: Iterable<string>): Promise<void> {
    let batch = '';
    for (const line of lines) {
      batch += `${line}\n`;
      if (batch.length < BATCH) continue;
      if (!(await put(this.world.stdout, batch))) return;
      batch = '';
    }
    if (batch !== '') await put(this.world.stdout, batch);
  }

  /** Data on stdout as it is; its renderer has made it safe. */
  async write(text: string | Uint8Array): Promise<void> {
    await put(this.world.stdout, text);
  }

  /** Data as JSON on stdout. */
  async printJson(value: unknown): Promise<void> {
    await this.print([visibleJson(value)]);
  }

  /** Words on stderr, on one line; none with `--quiet`. */
  async say(words: string): Promise<void> {
    if (!this.options.quiet) await put(this.world.stderr, `${visibleLine(words)}\n`);
  }

  /** A line on stderr that nothing silences; the status stays as it is. */
  async warn(line: string): Promise<void> {
    await put(this.world.stderr, `marginalia: ${visibleLine(line)}\n`);
  }

  /** Names files that were passed over on stderr, one line each and each once; the status will be 1. */
  async complain(faults: readonly Fault[]): Promise<void> {
    for (const { message } of faults) {
      if (this.complaints.has(message)) continue;
      this.complaints.add(message);
      await put(this.world.stderr, `marginalia: ${visibleLine(message)}\n`);
    }
  }

  /** The text as it is, or set off where stdout is a terminal with colour. */
  bold(text: string): string {
    return this.styled(text, '1');
  }

  dim(text: string): string {
    return this.styled(text, '2');
  }

  /** Runs work that counts, with the count on stderr once it takes long and somebody can see it. */
  async counting<T>(noun: string, work: (onProgress: OnProgress) => Promise<T>): Promise<T> {
    const { stderr, env } = this.world;
    const seen = !this.options.quiet && stderr.isTTY === true && env.TERM !== 'dumb';
    if (!seen) return work(() => {});
    const counter = new Counter(noun, text => void put(stderr, text));
    try {
      return await work(counter.count);
    } finally {
      counter.clear();
    }
  }

  /** `code` of SGR (ECMA-48, 8.3.117); 22 takes bold and faint back. */
  private styled(text: string, code: '1' | '2'): string {
    const { env, stdout } = this.world;
    const shows = this.options.colour && stdout.isTTY && !env.NO_COLOR && env.TERM !== 'dumb';
    return shows && text !== '' ? `\u001b[${code}m${text}\u001b[22m` : text;
  }
}

/** Resolves when the text is written: `false` where nobody reads any more. */
export function put(output: Output, text: string | Uint8Array): Promise<boolean> {
  return new Promise(resolve => output.write(text, error => resolve(!error)));
}
