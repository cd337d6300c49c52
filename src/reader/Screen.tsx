import { type Instance, render } from 'ink';
import type { ReactNode } from 'react';
import { settingOf } from '../model/settings.ts';
import { App } from './App.tsx';
import { SpokenApp } from './SpokenApp.tsx';
import { Speaker } from './spoken/speaker.ts';
import type { ReaderStore } from './store.ts';
import { ended } from './terminal/ending.ts';
import type { TerminalInput } from './terminal/input.ts';
import type { TerminalLoan } from './terminal/loan.ts';
import { Mouse } from './terminal/mouse.ts';
import type { PaletteOf } from './terminal/palette.ts';

interface ScreenOptions {
  paletteOf: PaletteOf;
  input: TerminalInput;
  loan: TerminalLoan;
}

/** The Ink app on the terminal. A setting that Ink takes at its start alone mounts it anew. */
export class Screen {
  private readonly options: ScreenOptions;
  private readonly store: ReaderStore;
  private readonly end: (status: number) => void;
  private app: Instance;
  private shown: string;
  private speaker: Speaker | null = null;
  private readonly mouse: Mouse;

  /** `end` gets the exit status when the app is closed from inside. */
  constructor(options: ScreenOptions, store: ReaderStore, end: (status: number) => void) {
    this.options = options;
    this.store = store;
    this.end = end;
    this.shown = this.kind();
    this.mouse = new Mouse(
      options.input,
      text => process.stdout.write(text),
      report => store.dispatch({ kind: 'mouse', report }),
    );
    options.loan.onAway = isAway => this.mouse.rest(isAway);
    this.app = this.mount();
    store.subscribe(() => this.follow());
  }

  close(): void {
    this.mouse.want(false);
    this.app.unmount();
    this.speaker?.stop();
    this.speaker = null;
  }

  /** What Ink must know from its start. */
  private kind(): string {
    const { settings } = this.store.get();
    return `${settingOf(settings, 'incrementalRendering')} ${settingOf(settings, 'screenReader')}`;
  }

  private follow(): void {
    const kind = this.kind();
    if (kind === this.shown) {
      this.mouse.want(this.wantsMouse());
      return;
    }
    this.shown = kind;
    // Not from inside the key that changed it: Ink is still hearing it.
    setImmediate(() => {
      this.close();
      this.app = this.mount();
    });
  }

  /** Who hears the screen does not point at it. */
  private wantsMouse(): boolean {
    const { settings } = this.store.get();
    return settingOf(settings, 'mouse') && settingOf(settings, 'screenReader') !== 'on';
  }

  private spoken(): ReactNode {
    this.speaker = new Speaker(this.store);
    return <SpokenApp store={this.store} speaker={this.speaker} loan={this.options.loan} />;
  }

  private mount(): Instance {
    const { paletteOf, input, loan } = this.options;
    const { settings } = this.store.get();
    const isSpoken = settingOf(settings, 'screenReader') === 'on';
    const app = render(
      isSpoken ? this.spoken() : <App store={this.store} paletteOf={paletteOf} loan={loan} />,
      {
        stdin: input.stream,
        stdout: process.stdout,
        // What was told stays where it can be read again.
        alternateScreen: !isSpoken,
        isScreenReaderEnabled: isSpoken,
        interactive: true,
        exitOnCtrlC: false,
        patchConsole: false,
        maxFps: 60,
        incrementalRendering: settingOf(settings, 'incrementalRendering'),
      },
    );
    app.waitUntilExit().then(
      () => this.app === app && this.end(0),
      cause => this.end(ended(cause)),
    );
    this.mouse.want(this.wantsMouse());
    // Keys that were pressed while Ink was loading are read now.
    setImmediate(() => input.stream.emit('readable'));
    return app;
  }
}
