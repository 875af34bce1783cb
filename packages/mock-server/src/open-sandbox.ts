import { type SandboxMode, sandboxMode } from './modes/sandbox-mode.js';
import type { SandboxSettings } from './sandbox/state/sandbox-state.js';
import { FileJournal } from './state/file-journal.js';

/** A sandbox that keeps its state in a file. Throws StateError for one that cannot be used. */
export async function openSandbox(file: string, settings: SandboxSettings): Promise<SandboxMode> {
  const journal = await FileJournal.open(file);
  try {
    const mode = sandboxMode({ ...settings, journal });
    return {
      ...mode,
      async close() {
        await mode.close().finally(() => journal.close());
      },
    };
  } catch (error) {
    await journal.close();
    throw error;
  }
}
