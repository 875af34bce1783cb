import { readFile, rename, writeFile } from 'node:fs/promises';
import type { StoredToken, TokenStore } from '@oms-sdk/client';

/**
 * Keeps the token in a file that only its owner can read. Processes on several machines need a shared store instead: see
 * `examples/stores`.
 */
export function fileTokenStore(file: string): TokenStore {
  return {
    get: async () => {
      const text = await readFile(file, 'utf8').catch(() => undefined);
      return text === undefined ? undefined : (JSON.parse(text) as StoredToken);
    },
    set: async (token) => {
      const next = `${file}.${process.pid}`;
      await writeFile(next, JSON.stringify(token), { mode: 0o600 });
      await rename(next, file);
    },
  };
}
