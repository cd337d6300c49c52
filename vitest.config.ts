import { defineConfig } from 'vitest/config';

/** Ink asks the machine's terminal for a size that a fake one does not give, and for its colours. */
const terminal = { COLUMNS: '100', LINES: '30', FORCE_COLOR: '3', TZ: 'UTC' };

export default defineConfig({
  test: {
    // One worker a core: vitest leaves one idle, which on two cores is half of the machine.
    maxWorkers: '100%',
    globalSetup: 'test/support/globalSetup.ts',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/sessions/**'],
          env: terminal,
          setupFiles: ['test/support/seed.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'sessions',
          include: ['test/sessions/**/*.test.ts'],
          env: terminal,
          testTimeout: 120_000,
        },
      },
    ],
  },
});
