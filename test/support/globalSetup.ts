import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * One temporary folder for a whole test run, inherited by every worker and every program that a test
 * starts: whatever a killed test leaves behind goes with it.
 */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'marginalia-run-'));
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
