import type { TestProject } from 'vitest/node';
// By its path: a global setup is resolved without the condition that leads tests to the sources.
import { type GivenDialect, startMockServer } from '../../mock-server/src/index.js';
import { startSharedServers } from './shared-servers.js';

/** Starts the shared servers from the sources and provides their URLs to the tests. */
export default async function setUp({ name, provide }: TestProject): Promise<() => Promise<void>> {
  // The projects of vitest.dialects.config.ts have the name of a dialect.
  const dialect = name === 'contract' ? undefined : (name as GivenDialect);
  const { provided, close } = await startSharedServers(startMockServer, dialect);
  provide('sandboxUrl', provided.sandboxUrl);
  provide('mockUrl', provided.mockUrl);
  provide('dialect', provided.dialect);
  return close;
}
