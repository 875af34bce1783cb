import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { FileJournal } from '../../src/state/file-journal.js';
import { type AskedSandbox, standaloneSandbox } from '../sandbox/standalone-sandbox.js';

/** The path of a state file that is not there yet, in a folder that goes with the test. */
export function stateFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'oms-state-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'sandbox.state');
}

/** A sandbox on a state file. */
export interface KeptSandbox extends AskedSandbox {
  /** Ends it as a signal would. */
  close(): Promise<void>;
}

/** Opens a sandbox on a state file, with a new token or that of another one. */
export async function keptSandbox(
  file: string,
  options: Parameters<typeof standaloneSandbox>[0] = {},
  token?: string,
): Promise<KeptSandbox> {
  const journal = await FileJournal.open(file);
  const asked = await standaloneSandbox({ ...options, journal }, token);
  const close = () => asked.sandbox.close().finally(() => journal.close());
  // A test that makes the disk fail has seen the failure.
  onTestFinished(() => close().catch(() => undefined));
  return { ...asked, close };
}

/** What stands in a file now. */
export function textOf(file: string): string {
  return readFileSync(file, 'utf8');
}
