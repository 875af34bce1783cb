// By its path: a global setup is resolved without the condition that leads tests to the sources.

import type { TestProject } from 'vitest/node';
import { startMockServer } from '../../mock-server/src/index.js';

/** Starts the servers that the tests in over-http/ share, for vitest; other runtimes get theirs from the matrix. */
export default async function startSharedServers({ provide }: TestProject): Promise<() => Promise<void>> {
  const [sandbox, mock] = await Promise.all([
    startMockServer({ mode: 'sandbox' }),
    startMockServer({ mode: 'mock' }),
  ]);
  provide('sandboxUrl', sandbox.url);
  provide('mockUrl', mock.url);
  return async () => {
    await Promise.all([sandbox.close(), mock.close()]);
  };
}
