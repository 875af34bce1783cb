import type { TestProject } from 'vitest/node';
// By its path: a global setup is resolved without the condition that leads tests to the sources.
import { startMockServer } from '../../mock-server/src/index.js';
import { startSharedServers } from './shared-servers.js';

/** Starts the shared servers from the sources and provides their URLs to the tests. */
export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  const { provided, close } = await startSharedServers(startMockServer);
  provide('sandboxUrl', provided.sandboxUrl);
  provide('mockUrl', provided.mockUrl);
  return close;
}
