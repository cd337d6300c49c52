import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The name of a Chromium on this machine; `null` where there is none. */
export const chromium: string | null =
  ['chromium', 'chromium-browser', 'google-chrome'].find(
    name => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0,
  ) ?? null;

interface Message {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  result?: Record<string, unknown>;
}

/** A page in a headless Chromium, spoken to over its debugging protocol (CDP). */
export class BrowserPage implements AsyncDisposable {
  /** Methods of the events that came, with what they say: requests, complaints of the policy. */
  readonly events: Message[] = [];
  private readonly process: ChildProcess;
  private readonly profile: string;
  private readonly socket: WebSocket;
  private readonly waiting = new Map<number, (message: Message) => void>();
  private last = 0;

  private constructor(process: ChildProcess, profile: string, socket: WebSocket) {
    this.process = process;
    this.profile = profile;
    this.socket = socket;
    socket.addEventListener('message', ({ data }) => this.take(JSON.parse(String(data))));
  }

  static async open(program: string): Promise<BrowserPage> {
    const profile = mkdtempSync(join(tmpdir(), 'marginalia-chromium-'));
    const args = ['--headless', '--no-sandbox', '--disable-gpu', '--remote-debugging-port=0'];
    const child = spawn(program, [...args, `--user-data-dir=${profile}`, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const port = await portOf(child);
    const pages = (await (await fetch(`http://127.0.0.1:${port}/json`)).json()) as {
      type: string;
      webSocketDebuggerUrl: string;
    }[];
    const url = pages.find(({ type }) => type === 'page')?.webSocketDebuggerUrl ?? '';
    const socket = new WebSocket(url);
    await new Promise(resolve => socket.addEventListener('open', resolve, { once: true }));
    const page = new BrowserPage(child, profile, socket);
    for (const domain of ['Page', 'Log', 'Network', 'Runtime']) await page.send(`${domain}.enable`);
    return page;
  }

  async send(method: string, params: Record<string, unknown> = {}): Promise<Message> {
    const id = ++this.last;
    const answer = new Promise<Message>(resolve => this.waiting.set(id, resolve));
    this.socket.send(JSON.stringify({ id, method, params }));
    return answer;
  }

  /** Loads a page; resolves when it is loaded. */
  async goto(url: string): Promise<void> {
    this.events.length = 0;
    await this.send('Page.navigate', { url });
    for (let tries = 0; tries < 500 && !this.saw('Page.loadEventFired'); tries++)
      await new Promise(resolve => setTimeout(resolve, 10));
  }

  saw(method: string): boolean {
    return this.events.some(event => event.method === method);
  }

  /** The value of an expression in the page. */
  async ask(expression: string): Promise<unknown> {
    const { result } = await this.send('Runtime.evaluate', { expression, returnByValue: true });
    return (result?.result as { value?: unknown } | undefined)?.value;
  }

  async press(key: string, code = key): Promise<void> {
    const text = key === ' ' ? { text: ' ' } : {};
    const virtual = { Tab: 9, ' ': 32 }[key] ?? 0;
    for (const type of ['keyDown', 'keyUp'])
      await this.send('Input.dispatchKeyEvent', {
        type,
        key,
        code,
        windowsVirtualKeyCode: virtual,
        ...text,
      });
  }

  async size(width: number): Promise<void> {
    const metrics = { width, height: 900, deviceScaleFactor: 1, mobile: false };
    await this.send('Emulation.setDeviceMetricsOverride', metrics);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.socket.close();
    const ended = new Promise(resolve => this.process.once('exit', resolve));
    this.process.kill();
    await ended;
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  private take(message: Message): void {
    if (message.id === undefined) this.events.push(message);
    else this.waiting.get(message.id)?.(message);
  }
}

/** The port that a Chromium says it listens on. */
function portOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('exit', () => reject(new Error(`Chromium ended: ${said}`)));
    child.stderr?.on('data', (words: Buffer) => {
      said += String(words);
      const port = /ws:\/\/127\.0\.0\.1:(?<port>\d+)\//.exec(said)?.groups?.port;
      if (port) resolve(port);
    });
  });
}
